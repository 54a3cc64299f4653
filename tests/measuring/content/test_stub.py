"""Files too short to be a document, and those that are short by nature or complete."""

import pytest

from checkfirst import check_documents
from checkfirst.measuring.document import measure
from checkfirst.measuring.models.weights import load_weights
from checkfirst.model.content import StubReason
from checkfirst.model.finding import Severity
from checkfirst.reading.read import read

_INDEX = "# Harbour\n\n- [Berths](berths.md): how a berth is booked and given back\n- [Tides](tides.md): when boats may enter\n"
_TIDES = "# Tides\n\nBoats enter from two hours before high water. The desk prints the times each morning.\n"


def reason(name: str, text: str) -> StubReason | None:
    stub = measure(read(name, text.encode()), load_weights()).stub
    return stub.reason if stub else None


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("berths.md", "../shared/berths.md", StubReason.PATH),
        ("berths.md", "# Liegeplätze\n\nFolgt noch.\n", StubReason.UNWRITTEN),
        ("berths.rst", "Berths\n======\n\nThis chapter has not been written.\n", StubReason.UNWRITTEN),
        ("berths.md", "# Amarres\n\nEsta página está en construcción.\n", StubReason.UNWRITTEN),
        ("berths.md", "# Berth Planner\n", StubReason.NO_TEXT),
        ("berths.txt", "Harbour Console\n", StubReason.NO_SENTENCE),
        ("berths.txt", "User-agent: *\nDisallow: /desk\n", StubReason.NO_SENTENCE),
    ],
)
def test_stubs(name: str, text: str, expected: StubReason) -> None:
    assert reason(name, text) is expected


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("LICENSE.md", "# Licence\n"),
        ("_index.md", "# Berths\n"),
        ("includes/fee.md", "TBD\n"),
        ("port.md", "# Port\n\nThe desk MUST answer on channel 9.\n"),
        ("spring-tide.md", "# Spring tide\n\nA tide just after a new or a full moon, when the range is greatest.\n"),
        ("moved.md", "# Berths\n\nSee [the other page](tides.md).\n"),
        ("cancelled.md", "# 3 May\n\nThe meeting is cancelled.\n"),
        ("berths.md", "---\ntitle: Berths\nlayout: list\n---\n"),
        ("CLAUDE.md", "@AGENTS.md\n"),
    ],
)
def test_short_and_complete(name: str, text: str) -> None:
    assert reason(name, text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Berths\n\nTo be written.\n", Severity.WARNING),
        ("Desk | Console\n", Severity.WARNING),
        ("Berths\n", None),
        ("# Berths\n\nA berth is booked for a night.\n", None),
    ],
)
def test_what_an_index_promises(text: str, expected: Severity | None) -> None:
    report = check_documents({"INDEX.md": _INDEX, "tides.md": _TIDES, "berths.md": text}.items())
    found = [finding.severity for finding in report.findings if finding.code == "FIL016"]
    assert found == ([expected] if expected else [])


def test_unlisted_and_alone() -> None:
    stub = "# Berths\n\nComing soon.\n"
    beside = check_documents({"tides.md": _TIDES, "berths.md": stub}.items())
    alone = check_documents({"berths.md": stub}.items())
    assert [f.severity for f in beside.findings if f.code == "FIL016"] == [Severity.NOTE]
    assert [f.severity for f in alone.findings if f.code == "FIL016"] == [Severity.WARNING]


@pytest.mark.parametrize(
    "text",
    [
        '# Déplacez le serveur\n\n!!! Warning "Attention"\n    article bientôt disponible\n',
        "# Move to another server\n\n!!! note\n    This article is coming soon.\n",
        "# Umzug des Servers\n\n> Diese Seite ist demnächst verfügbar.\n",
        "# Mudar de servidor\n\nO artigo em breve.\n",
    ],
)
def test_an_article_to_come_is_a_stub(text: str) -> None:
    assert reason("move.md", text) is StubReason.UNWRITTEN


def test_an_article_that_speaks_of_what_comes_is_none() -> None:
    text = (
        "# Plan\n\nThe page is available soon after the meeting. Each reader gets a letter with the day and the room.\n"
    )
    assert reason("plan.md", text) is None
