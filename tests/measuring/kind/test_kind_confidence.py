"""Little is said of a text in a language that was not learned from, and a thread may be of a forum."""

import pytest

from checkfirst.measuring.document import measure
from checkfirst.measuring.models.weights import load_weights
from checkfirst.model.kind_measures import KindMeasure
from checkfirst.model.kinds import Group, Kind
from checkfirst.reading.read import read
from tests.texts import SPECIFICATION

LEDGER = {
    "spanish": "El servidor guarda cada asiento una sola vez y devuelve su número. Si el cliente no recibe respuesta en"
    " diez segundos, debe repetir la petición con el mismo número. Un asiento que ya existe no se cambia nunca.\n\n",
    "portuguese": "O servidor guarda cada lançamento uma única vez e devolve o seu número. Se o cliente não receber a"
    " resposta em dez segundos, deve repetir o pedido com o mesmo número. Um lançamento que já existe não muda.\n\n",
    "german": "Der Server speichert jede Buchung genau einmal und gibt ihre Nummer zurück. Wenn der Client in zehn"
    " Sekunden keine Antwort erhält, muss er die Anfrage mit derselben Nummer wiederholen.\n\n",
    "japanese": "サーバーは各エントリを一度だけ保存し、その番号を返す。クライアントは十秒以内に応答がない場合、同じ"
    "番号で要求を繰り返さなければならない。既に存在するエントリは変更されない。\n\n",
}

#: Headers of posts, with a place for the name and the number.
HEADERS = (
    "{name} says:\nMay {n}, 2019 at 8:1{n} am",
    "{name} • {n} years ago",
    "by {name} » Sun May 1{n}, 2011 9:1{n} pm",
)
HELP = [
    "My printer stopped after the last update and the driver will not install. Any ideas how to fix this problem?",
    "Did you try the older version of the driver? I had the same issue with my machine and it worked for me.",
    "I tried that but it gives the same error when I restart the computer. Thanks anyway for the help.",
    "Open the settings and remove the device first, then plug it in again. Let us know if it works.",
]
PRAISE = [
    "What a lovely piece! My mother used to bake these every autumn and the whole street could smell it.",
    "Thank you for writing this, it made my morning. More of these please, we need them.",
    "Shame on the council. I lived there for thirty years and nobody ever asked us what we thought.",
    "I wholeheartedly agree with the author, though the last paragraph is a bit unfair to the mayor.",
]


def kind_of_posts(header: str, posts: list[str]) -> KindMeasure:
    names = ("Ines P.", "tidewatcher", "Harold Finch", "maria_k")
    lines = [
        f"{header.format(name=name, n=n)}\n{post}\n" for n, (name, post) in enumerate(zip(names, posts, strict=True), 1)
    ]
    return measure(read("page.txt", "\n".join(lines).encode()), load_weights()).kind


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize("posts", [HELP, PRAISE], ids=["help", "praise"])
def test_a_thread_may_be_of_a_forum(header: str, posts: list[str]) -> None:
    kind = kind_of_posts(header, posts)
    assert kind.group is Group.DISCUSSION
    assert kind.probability(Kind.COMMENT_SECTION) < 0.9
    assert kind.probability(Kind.FORUM_THREAD) > 0.02


@pytest.mark.parametrize("language", LEDGER)
@pytest.mark.parametrize("name", ["ledger.md", "ledger.txt"])
def test_little_is_said_of_a_language_that_was_not_learned(language: str, name: str) -> None:
    text = "# Protocol `PUT /entries`\n\n" + LEDGER[language] * 4
    kind = measure(read(name, text.encode()), load_weights()).kind
    assert all(chance < 0.75 for _, chance in (*kind.kinds, *kind.groups))
    assert kind.parts == ()


def test_an_english_text_is_told_as_before() -> None:
    kind = measure(read("ledger.md", SPECIFICATION.encode()), load_weights()).kind
    assert kind.group is Group.TECHNICAL
    assert kind.probability(Group.TECHNICAL) > 0.9
