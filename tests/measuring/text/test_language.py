"""The language of prose: short texts, shared scripts, markup and identifiers."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config
from checkfirst.measuring.text.language import detect_language
from tests.texts import SPECIFICATION

SENTENCES = {
    "en": "The ferry leaves when the bell has been rung twice, and it does not wait for anyone who is still on the stairs.",
    "de": "Die Fähre fährt ab, wenn die Glocke zweimal geläutet hat, und sie wartet nicht auf die, die noch auf der Treppe sind.",
    "fr": "Le bac part quand la cloche a sonné deux fois, et il n'attend pas ceux qui sont encore dans les escaliers du port.",
    "es": "El barco sale cuando la campana ha sonado dos veces, y no espera a los que todavía están en la escalera del puerto.",
    "nl": "De pont vertrekt als de bel twee keer heeft geluid, en hij wacht niet op wie er nog op de trap van de haven is.",
    "pl": "Prom odpływa, kiedy dzwon zadzwoni dwa razy, i nie czeka na tych, którzy są jeszcze na schodach, ale przy nim stoi.",
    "ru": "Паром уходит, когда колокол прозвонил два раза, и он не ждёт тех, кто ещё на лестнице, но это не так и важно для всех.",
    "ja": "渡し船は鐘が二度鳴ると出発します。まだ階段にいる人を待つことはありません。次の便は一時間後に出ます。",
    "zh": "钟响两次以后渡船就开走，不等还在台阶上的人。下一班船一个小时以后开，船票在码头旁边的小屋里买。",
    "ko": "종이 두 번 울리면 나룻배가 떠나고 아직 계단에 있는 사람을 기다리지 않는다. 다음 배는 한 시간 뒤에 떠난다.",
}


@pytest.mark.parametrize(("language", "text"), SENTENCES.items(), ids=SENTENCES)
def test_one_sentence_is_enough(language: str, text: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "Jansen, Pietersen, Okafor, Lindqvist, Moreau, Bianchi, Nowak, Tanaka, Haddad, Silva, Novak, Petrov, Duarte, Weber",
        "retry_limit max_age_ms peer_table flush_now drain_all open_port close_port bind_addr node_id lease_ttl epoch_no",
        "kort",
        "",
    ],
    ids=["names", "identifiers", "one word", "nothing"],
)
def test_what_is_no_prose_has_no_language(text: str) -> None:
    assert detect_language(text) is None


def foreign(extra: dict[str, str]) -> list[str]:
    others = {f"part-{n}.md": SPECIFICATION.replace("ledger", f"ledger {n}") for n in range(6)}
    found = check_documents({**others, **extra}.items(), config=Config(select=("FIT003",)), purpose="retrieve")
    return [finding.path for finding in found.findings]


def test_a_text_in_another_language_among_english_ones() -> None:
    for language in ("de", "fr", "pl", "ru", "ja", "zh"):
        assert foreign({"extra.md": f"# {SENTENCES[language][:20]}\n\n{SENTENCES[language] * 3}\n"}) == ["extra.md"], (
            language
        )


def test_tables_of_names_licences_and_code_in_english_sets_are_no_other_language() -> None:
    names = "# Leden\n\n| naam | plaats |\n|---|---|\n" + "| Jansen de Vries | Den Haag |\n" * 60
    code = (
        "# Uitvoer\n\n```\n"
        + f"{SENTENCES['nl']}\n" * 20
        + "```\n\nThe output of the command in Dutch is shown above here.\n"
    )
    assert foreign({"members.md": names, "output.md": code}) == []
    assert foreign({"LICENCE.md": f"{SENTENCES['fr'] * 6}\n"}) == []
    assert foreign({"fr/guide.md": f"{SENTENCES['fr'] * 6}\n"}) == []
