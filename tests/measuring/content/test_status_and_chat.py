"""Documents that say that they no longer hold, and answers of chat models; and texts that only speak of either."""

import pytest

from checkfirst.measuring.document import measure
from checkfirst.measuring.models.weights import load_weights
from checkfirst.model.traces import TraceKind
from checkfirst.reading.read import read

_TEXT = "\n\nA berth is booked for a night. The desk keeps a list of free berths and answers within a minute.\n"


def traced(name: str, text: str, *kinds: TraceKind) -> bool:
    return bool(measure(read(name, text.encode()), load_weights()).traced(*kinds))


@pytest.mark.parametrize(
    "top",
    [
        "# Berths\n\n| Field | Value |\n|---|---|\n| Status | Abandoned in favor of B-12 |",
        "# Liegeplätze\n\n**Stand:** zurückgezogen",
        "---\nlifecycle: retired\n---\n\n# Berths",
        "---\ndeprecated: true\n---\n\n# Berths",
        "# Berths (obsolete)",
        "# Berths\n\n> **Warning:** Archived. Ask the desk for the new rules.",
        "# Quais\n\nCe document a été remplacé par le B-12.",
        "# Berths\n\nThis guide has moved to https://harbour.example/berths and is no longer updated.",
    ],
)
def test_no_longer_holds(top: str) -> None:
    assert traced("berths.md", top + _TEXT, TraceKind.SUPERSEDED, TraceKind.MOVED)


@pytest.mark.parametrize(
    "top",
    [
        "# Berths\n\nStatus: draft | superseded | withdrawn",
        "# Berths\n\n| Status | Superseded by |\n|---|---|\n| current | none |",
        "# Releases\n\nArchived versions are kept for a year.",
        "# Berths\n\nA berth that has been withdrawn is painted red.",
        "# Calls\n\nWhat each call does.\n\n## open\n\n**Deprecated**: use `start`.",
        "# Berths\n\nSupersedes: B-3",
    ],
)
def test_holds(top: str) -> None:
    assert not traced("berths.md", top + _TEXT, TraceKind.SUPERSEDED)


@pytest.mark.parametrize(
    "text",
    [
        "Natürlich, hier ist der Entwurf:\n\n# Liegeplätze" + _TEXT,
        "Voici la spécification d'après vos notes :\n\n# Quais" + _TEXT,
        "Here is the outline:\n\n# Berths" + _TEXT + "\nShall I add the fees?\n",
        "Here is a revised version of the rules for berths in winter:\n\nTitle: Berths" + _TEXT,
        "Hier ist eine überarbeitete Fassung der Regeln für die Liegeplätze:\n\nTitel: Liegeplätze" + _TEXT,
        "Certainly! A berth is a place for a ship. Here's how the desk books one." + _TEXT,
        "I'm sorry, but I don't have access to the file that you sent.\n",
        "**Human:** and the fees?\n\n**Claude:** The fees are:\n\n- 20 euros\n\n**Human:** thanks\n",
    ],
)
def test_a_model_speaks(text: str) -> None:
    assert traced("berths.md", text, TraceKind.MODEL_PHRASE)


@pytest.mark.parametrize(
    "text",
    [
        "# Berths\n\nHere is what you need to know about berths:\n\n- the desk\n- the list\n" + _TEXT,
        "Here is a short list of the berths that the desk keeps:\n\n- A1\n- A2\n" + _TEXT,
        "Here is a simple example of a form that the desk takes:\n\n    A1, two nights\n" + _TEXT,
        "Certainly the desk is closed on Mondays. Here is its number." + _TEXT,
        "Here is the list of berths:\n\n- A1\n- A2\n" + _TEXT,
        "# Questions\n\nUnfortunately the desk is closed on Mondays, and you cannot book then." + _TEXT,
        "User: the person who books\n\nAssistant: the person at the desk" + _TEXT,
    ],
)
def test_a_person_speaks(text: str) -> None:
    assert not traced("berths.md", text, TraceKind.MODEL_PHRASE)
