"""Letters, spaces and words that got lost on the way from a page or a picture, and sound texts with odd words."""

import itertools
import re

import pytest

from checkfirst import check_documents
from checkfirst.config import Config
from checkfirst.measuring.document import measure
from checkfirst.measuring.models.weights import load_weights
from checkfirst.model.content import DamageKind
from checkfirst.model.finding import Severity
from checkfirst.reading.read import read

_FERRY = (
    "The ferry office defines the first profile of each crossing. The officer files a sufficient number of fixed fields and"
    " finds the difference between the traffic of two days. A flow of cars is defined by five flags. The configuration of the"
    " deck is specified in a file, and it is verified by the official. If the wind is difficult, the officer affects the"
    " flow and notifies all offices. The specification identifies the effect of a fire, and the efficiency of the pumps is"
    " found in the second figure. When the boat has left, the crew must tell the office what they have seen, and who was on"
    " board with them. They write it into the book that is kept at the pier for the next crew and for the harbour.\n"
)
_HAFEN = (
    "Das Schiff öffnet die Klappe und der Begriff wird definiert. Die Pflicht betrifft häufig die öffentliche Fläche, und der"
    " Zugriff auf das Profil ist offen. Wir finden den Stoff und schaffen eine Definition, die der Betrieb empfiehlt. Die"
    " Schiffe werden gepflegt, und die Pflege findet im Hafen statt. Wer den Angriff meldet, hat Einfluss auf die Grafik und"
    " die Konfiguration. Es ist nicht sicher, ob sich die Lage mit der Zeit ändert, aber wir werden es auch noch sehen.\n"
)
_STATION = (
    "The station has a function that attends to information. Its operation is written into a section of the regulation,"
    " and the condition of the battery is part of the notification. A position in the tradition of the nation is a"
    " question of motion. The administration has a better option: attention to the action, the section, the relation and"
    " the communication between both. Its definition is left to the next edition, and the selection of the partition is"
    " an exception to the convention and to the intention of the organisation.\n"
)
_LIGATURES = re.compile("ffi|ffl|fi|fl|ff")


def damage(text: str, name: str = "ferry.txt") -> DamageKind | None:
    found = measure(read(name, text.encode()), load_weights()).damage
    return found.kind if found else None


@pytest.mark.parametrize("text", [_FERRY, _HAFEN], ids=["English", "German"])
@pytest.mark.parametrize("put", ["", " ", "?", "\N{REPLACEMENT CHARACTER}", "."])
def test_lost_ligatures(text: str, put: str) -> None:
    assert damage(_LIGATURES.sub(put, text)) is DamageKind.LOST_LETTERS


def test_lost_letters_of_another_font() -> None:
    assert damage(_STATION) is None
    assert damage(re.sub("tti|ti|tt|ft", "", _STATION)) is DamageKind.LOST_LETTERS


@pytest.mark.parametrize(
    ("text", "swaps"),
    [
        (_FERRY, (("the", "tbe"), ("and", "aud"), ("what", "wbat"), ("with", "witb"), ("of", "0f"), ("is", "1s"))),
        (
            f"It is in the file, and it is of the kind that is on the ship. {_FERRY}Who is in it, and what is to be on it by then? It is by the pier. They can not"
            " be in the book, for it is on the pier, and that is in the harbour.",
            (("of the", "ofthe"), ("in the", "inthe"), ("it is", "itis"), ("that is", "thatis"), ("on the", "onthe"), ("is in", "isin"), ("by the", "bythe")),
        ),
        (
            _HAFEN + _HAFEN.replace("die", "diese").replace("und", "oder"),
            (
                ("die", "d1e"), ("der", "dcr"), ("und", "uud"), ("wird", "wircl"), ("auf", "anf"), ("nicht", "nlcht"),
                ("werden", "wcrden"), ("sich", "sicb"), ("auch", "aucb"), ("noch", "nocb"), ("eine", "einc"), ("den", "dcn"),
            ),
        ),
    ],
    ids=["letters", "spaces", "German"],
)  # fmt: skip
def test_misread(text: str, swaps: tuple[tuple[str, str], ...]) -> None:
    for right, wrong in swaps:
        text = re.sub(rf"\b{right}\b", wrong, text)
    assert damage(text) is DamageKind.MISREAD


@pytest.mark.parametrize(
    ("every", "severity"), [(2, Severity.WARNING), (3, Severity.WARNING), (5, Severity.WARNING), (9, Severity.NOTE)]
)
@pytest.mark.parametrize("at", [2, 3, 4])
def test_broken_words(every: int, severity: Severity, at: int) -> None:
    long = itertools.count()
    text = re.sub(
        r"\b[a-z]{7,}\b", lambda m: m[0] if next(long) % every else f"{m[0][:at]} {m[0][at:]}", _FERRY + _STATION * 2
    )
    found = check_documents({"ferry.txt": text.encode()}.items(), config=Config(select=("FIL013",))).findings
    assert [finding.severity for finding in found] == [severity]


def test_no_spaces() -> None:
    assert damage(_FERRY.replace(" ", "")) is DamageKind.NO_SPACES


def test_question_marks_in_place_of_letters() -> None:
    text = re.sub(r"[^\W\d_]", "?", _FERRY)
    assert damage(f"Ferry 2024\n\n{text}\n") is DamageKind.QUESTION_MARKS


@pytest.mark.parametrize(
    "text",
    [
        _FERRY,
        _HAFEN,
        _FERRY.upper(),
        # A name that looks like a misread word.
        _FERRY + "The MAV sends inout and hasher to the MAV. " * 30,
        # DNA, chemistry, phonetics, Latin and old spelling.
        "ACGTACGTTAGCCATGGCATCGATCGATCGGCTAACGT\n" * 20,
        "2,4-dinitrophenylhydrazine 1-methylcyclohexene tetrahydrofuran-2-carboxylic acid\n" * 15,
        "/ðə ˈfɛri ˈɒfɪs dɪˈfaɪnz ðə fɜːst/ 'rst nd eld ow\n" * 20,
        "Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae, aliam Aquitani, tertiam qui ipsorum lingua.\n" * 8,
        "Whan that the knyght hath herd the tale, he seyde unto hem that ye shal have youre wille, and they wente forth.\n" * 8,
        # Identifiers, hashes and settings.
        "\n".join(f"| get_ofs_{n} | AbstractSingletonProxyFactoryBean | rst nd | setIfNotExists{n} |" for n in range(40)),
        "\n".join(f"deadbeef{n:032x} nd rst le_{n}" for n in range(60)),
        "What??? Why?? " + _FERRY,
        "uh yeah so gonna like um and the the thing is kinda ya know they was in it with the guy for the day\n" * 10,
    ],
)  # fmt: skip
def test_sound_words(text: str) -> None:
    assert damage(text, "ferry.md") is None


def test_few_misread_words_are_a_note() -> None:
    text = _FERRY * 4
    for right, wrong in (
        ("the", "tbe"),
        ("and", "aud"),
        ("of", "0f"),
        ("is", "1s"),
        ("that", "tbat"),
        ("with", "witb"),
    ):
        text = re.sub(rf"\b{right}\b", wrong, text, count=1)
    found = check_documents({"ferry.txt": text.encode()}.items(), config=Config(select=("FIL013",))).findings
    assert {finding.severity for finding in found} <= {Severity.NOTE}
