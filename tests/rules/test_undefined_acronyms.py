"""Acronyms that no document of a set explains, and all that may explain one."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config
from checkfirst.model.finding import Finding

_CONFIG = Config(select=("GAP008",), readings=False)
PUMPS = """# Dispatch of crews

This specification describes how the dispatch service sends a crew to a pump that has failed.

When a pump stops, the service must ask the QRB for its last reading within 10 seconds.
If the QRB does not answer, the service must assume that the pump is empty.
The service must store each reading of the QRB for 30 days and must delete it after that.
A crew must confirm the order within 15 minutes, or the service must send the next crew.
"""
LIFTS = """Lift control
============

This specification describes how the controller of a lift answers a call.

The controller shall send each call to the DGV before it opens a door.
A door shall stay closed until the DGV has confirmed the floor.
When the DGV reports a fault, the controller shall stop at the next floor.
After 20 seconds without an answer the controller shall ring the bell.
"""
TICKETS = """# Ticket machine

The machine must print a ticket within 4 seconds after the passenger has paid.
Each ticket must carry the number that the FHO gave it.
The machine must not sell a ticket while the FHO is unreachable.
Every hour the machine must send its sales to the FHO, and the FHO must answer each of them.
"""


def told(*files: tuple[str, str]) -> list[Finding]:
    return list(check_documents(files, config=_CONFIG).findings)


@pytest.mark.parametrize(("name", "text"), [("pumps.md", PUMPS), ("lifts.rst", LIFTS), ("tickets.txt", TICKETS)])
def test_an_acronym_that_is_only_used_is_told_once(name: str, text: str) -> None:
    assert len(told((name, text))) == 1


def test_one_note_names_those_of_all_documents() -> None:
    (finding,) = told(("pumps.md", PUMPS), ("lifts.rst", LIFTS), ("tickets.md", TICKETS))
    assert [q.path or finding.path for q in finding.evidence] == ["lifts.rst", "tickets.md", "pumps.md"]
    assert finding.message == "uses DGV, FHO and QRB, and no document says what they stand for"


@pytest.mark.parametrize(
    "said",
    [
        "The quarry relay board (QRB) stands beside the pump.",
        "QRB: the board beside a pump.",
        "- **QRB**, the board beside a pump",
        "| QRB | the board beside a pump |",
        "## QRB",
        "A QRB is a board that stands beside a pump.",
        "The board beside the pump, called QRB in this text, passes readings on.",
        "Each pump has a Quarry Relay Board, which passes its readings on.",
        "The quarry relay board beside the pump passes readings to the QRB.",
        "The constant `QRB` holds its address.",
        "See [QRB](https://example.org/qrb).",
        "The qrb stands beside the pump.",
        "<abbr>QRB</abbr>",
        'The board, "QRB", passes readings on.',
    ],
)
def test_whatever_may_explain_it_is_enough(said: str) -> None:
    assert told(("pumps.md", f"{PUMPS}\n{said}\n")) == []
    assert len(told(("pumps.md", f"{PUMPS}\nThe crew reads the QRB before it leaves.\n"))) == 1


def test_another_document_may_explain_it() -> None:
    assert told(("pumps.md", PUMPS), ("words.md", "# Words\n\n| QRB | the board beside a pump |\n")) == []
    assert told(("pumps.md", PUMPS), ("words.md", "Terms are defined in [the handbook](https://example.org/h).\n"))


def test_terms_that_are_explained_elsewhere_are_left_alone() -> None:
    text = f"{PUMPS}\nTerms and abbreviations are defined in [the handbook](https://example.org/handbook).\n"
    assert told(("pumps.md", text)) == []


@pytest.mark.parametrize("known", ["TLS", "DNS", "SLA", "GDPR", "CPU", "MUST", "JSON"])
def test_what_readers_know_is_not_told(known: str) -> None:
    assert told(("pumps.md", PUMPS.replace("QRB", known))) == []


@pytest.mark.parametrize("part", ["QRB-7", "QRB/2", "QRB 140", "Northern QRB Trust", "$QRB", "QRB.md"])
def test_parts_of_longer_names_are_none(part: str) -> None:
    assert told(("pumps.md", PUMPS.replace("QRB", part))) == []


def test_texts_that_specify_nothing_are_left_alone() -> None:
    letter = "Dear Anna,\n\nyesterday the QRB was ill.\nThe QRB slept badly.\nWe gave the QRB some tea and went home.\n"
    assert told(("letter.md", letter)) == []
    german = "# Einsatz\n\nDie Pumpe muss der QRB melden, dass sie steht.\nDer Dienst muss die QRB fragen.\nDie QRB muss antworten, und der Dienst muss warten.\n"
    assert told(("einsatz.md", german)) == []
    code = PUMPS.replace("When a pump", "```\nWhen a pump").replace("A crew must", "```\n\nA crew must")
    assert told(("pumps.md", code)) == []
