"""What is beyond the most that is kept of a document is left out, told, and turned into no other finding."""

import pytest

from checkfirst import check_documents
from checkfirst.model.finding import Severity
from checkfirst.model.losses import LossKind
from checkfirst.reading import bounds
from checkfirst.reading.bounds import bounded
from checkfirst.reading.parsed import Structure
from checkfirst.reading.read import read
from checkfirst.reading.text.markdown import read_markdown
from tests.reading.binary.rich_files import docx, paragraph, run

SENTENCE = "The warden weighs each parcel twice and keeps the slip.\n"


def told(name: str, data: bytes) -> tuple[str, ...]:
    return next((loss.names for loss in read(name, data).losses if loss.kind is LossKind.BEYOND_LIMIT), ())


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "LINES", 10)
    monkeypatch.setattr(bounds, "ITEMS", 5)
    monkeypatch.setattr(bounds, "HIDDEN", 12)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize(
    ("name", "text", "names"),
    [
        ("a.txt", "a\n" * 10, ()),
        ("a.txt", "a\n" * 9 + "a", ()),
        ("a.txt", "a\n" * 10 + "b", ()),
        ("a.txt", "a\n" * 11 + "b", ("2 lines at its end",)),
        ("a.txt", "a\n" * 25, ("15 lines at its end",)),
        ("a.md", "[x](y.md) " * 8, ("3 links",)),
        ("a.md", "# x\n\n" * 7, ("4 lines at its end", "2 names of headings and places")),
        ("a.md", "x\n\n" + "<!-- four -->\n" * 4, ("1 hidden text",)),
        ("a.rst", "`x <y.html>`__ " * 6, ("1 link",)),
        ("a.html", "<p>x" + "<a id=b></a>" * 9, ("4 names of headings and places",)),
    ],
)
def test_what_is_beyond_is_counted(name: str, text: str, names: tuple[str, ...]) -> None:
    assert told(name, text.encode()) == names


@pytest.mark.usefixtures("few")
def test_places_stay_inside_the_text() -> None:
    text = "# One\n\n" + "x\n" * 7 + "\n```\ncode\n```\n\n[a](b.md)\n\n## Last\n"
    document = read("a.md", text.encode())
    lines = document.text.count("\n") + 1
    assert lines == 11
    spans = [item.span for group in (document.segments, document.links, document.anchors) for item in group]
    assert all(1 <= span.start_line <= span.end_line <= lines for span in spans)
    assert [link.target for link in document.links] == ["b.md"]
    assert [anchor.text for anchor in document.anchors] == ["One", "Last"]


def test_one_long_line_is_cut() -> None:
    def kept(text: str) -> tuple[str, tuple[str, ...]]:
        cut = bounded(Structure(text=text), 100)
        return cut.text, cut.losses[0].names if cut.losses else ()

    assert kept("a " * 60) == ("a " * 50, ("the end of its last line",))
    assert kept(SENTENCE * 3) == (SENTENCE, ("2 lines at its end",))
    assert kept(SENTENCE) == (SENTENCE, ())


def test_a_document_within_the_limits_is_unchanged() -> None:
    document = read("a.md", b"# A\n\n[b](c.md)\n")
    assert not document.losses
    structure = read_markdown("# A\n\n[b](c.md)\n")
    assert bounded(structure) is structure


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("book.txt", (SENTENCE + "\n").encode() * 100_100 + b"and then the"),
        ("book.md", b"# Parcels\n\n" + (SENTENCE + "\n").encode() * 100_100),
        ("book.docx", docx(paragraph(run("".join(f"{SENTENCE[:-1]} {n} " for n in range(70_000)))))),
    ],
)
def test_a_long_document_has_one_note_about_its_length(name: str, data: bytes) -> None:
    report = check_documents([(name, data), ("INDEX.md", f"# All\n\n- [Parcels]({name})\n".encode())])
    found = [f for f in report.findings if f.path == name and f.code.startswith("FIL")]
    assert [(f.code, f.severity) for f in found] == [("FIL007", Severity.NOTE)]
    assert "not all of it was checked" in found[0].message
