"""Short texts that end in the middle of a sentence, without a sign that more was there."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config

PREVIEW = """# Who wound the mill clock

Odile Marsh, *Papers on Village Time*, no. 4

The miller had no clock of his own until the parish bought one. He was paid in flour for winding it, and the churchwardens
wrote each bag into a book that nobody had opened for two hundred years. What the book shows is that {end}
"""
VORSCHAU = """Wer die Mühlenuhr aufzog

Der Müller hatte keine eigene Uhr, bis die Gemeinde eine kaufte. Er wurde in Mehl bezahlt, und die Vorsteher schrieben
jeden Sack in ein Buch, das zweihundert Jahre lang niemand geöffnet hat. Das Buch zeigt, wie sehr die Zeit des Dorfes von {end}
"""
APERCU = """<h1>Qui remontait l'horloge du moulin</h1>
<p>Le meunier n'avait pas d'horloge avant que la paroisse en achète une. Il était payé en farine, et les marguilliers
notaient chaque sac dans un livre que personne n'avait ouvert depuis deux cents ans. Le livre montre que le temps {end}</p>
"""
ANTEPRIMA = """= Chi caricava l'orologio del mulino

Il mugnaio non aveva un orologio suo prima che la parrocchia ne comprasse uno. Era pagato in farina, e i fabbricieri
scrivevano ogni sacco in un libro che nessuno aveva aperto per duecento anni. Il libro mostra che il tempo {end}
"""


def severities(name: str, text: str) -> list[str]:
    return [f.severity.value for f in check_documents([(name, text)], config=Config(select=("FIL005",))).findings]


@pytest.mark.parametrize(
    ("name", "text", "end"),
    [
        ("clock.md", PREVIEW, "the hours of the village were kept by whoever wanted their"),
        ("clock.md", PREVIEW, "the clock was slow, and that nobody would"),
        ("uhr.txt", VORSCHAU, "dem"),
        ("horloge.html", APERCU, "du village était réglé sur"),
        ("orologio.adoc", ANTEPRIMA, "del villaggio era regolato dalla"),
    ],
)  # fmt: skip
def test_a_text_that_ends_within_a_sentence_is_cut(name: str, text: str, end: str) -> None:
    assert severities(name, text.format(end=end)) == ["warning"]


SILENT = {
    "the end of a sentence": ("clock.md", PREVIEW.format(end="the clock was slow.")),
    "no full stop": ("clock.md", PREVIEW.format(end="the clock was slow for most of the winter")),
    "a verb with a prefix": ("uhr.txt", VORSCHAU.format(end="den Säcken abhängt, und so fing man mit dem Zählen an")),
    "a list": ("clock.md", PREVIEW.format(end="three things count:") + "\n- what the clock is for\n- whom it belongs to\n"),
    "a caption": ("clock.md", PREVIEW.format(end="the clock was slow.") + "\nFig. 3: the wheel that the clock is driven by\n"),
    "an address": ("clock.md", PREVIEW.format(end="the clock was slow.") + "\nOdile Marsh\nThe Old Mill\nStoke on\n"),
    "a poem": ("clock.md", PREVIEW.format(end="the clock was slow.") + "\n> and whom is it that the bell\n> rings for\n"),
    "code": ("clock.md", PREVIEW.format(end="the clock was slow.") + "\n```sh\nwind the clock. Then go to\n```\n"),
    "a table": ("clock.md", PREVIEW.format(end="the clock was slow.") + "\n| a | b |\n|---|---|\n| bag. One | paid for |\n"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "text"), SILENT.values(), ids=list(SILENT))
def test_other_ends_are_silent(name: str, text: str) -> None:
    assert severities(name, text) == []
