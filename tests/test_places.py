"""The place that a finding names is where its text is: looked up in each file by other means than our readers."""

import io
import json
import random
import zipfile
from collections.abc import Callable
from xml.sax.saxutils import escape

import pypdfium2
import pytest

from checkfirst.api import check_documents
from checkfirst.config import Config
from checkfirst.model.finding import Finding
from checkfirst.reading.read import read
from tests.reading.binary import rich_files
from tests.reading.binary.rich_files import docx, paragraph, pdf, run, zipped
from tests.reading.binary.test_archive import tarred

GARBLED = "The cafÃ© keeps itâ€™s menu online, and the rÃ©sumÃ©s are in drawer 4711 of the cupboard."
CONFLICT = [
    "<<<<<<< drawer 4711",
    "A client retries five times.",
    "=======",
    "It retries three times.",
    ">>>>>>> other",
]
MARKER = "4711"


def passages(rng: random.Random) -> tuple[list[str], int]:
    """Sentences, one of them garbled, and where that one stands."""
    verbs = ("stores", "sends", "counts", "keeps", "closes")
    nouns = ("entry", "batch", "cursor", "ledger", "window")
    said = [f"The server {rng.choice(verbs)} {rng.choice(nouns)} number {n} before it answers." for n in range(40)]
    at = rng.randrange(2, 38)
    said[at] = GARBLED
    return said, at


def lines(said: list[str], between: str = "\n\n", before: str = "", after: str = "\n") -> bytes:
    return (before + between.join(said) + after).encode()


def on_its_line(data: bytes, found: Finding) -> str:
    assert found.place is not None
    assert found.place.page is None
    return data.decode().split("\n")[found.place.start_line - 1]


def notebook(said: list[str]) -> bytes:
    return json.dumps({"cells": [{"cell_type": "markdown", "source": s} for s in said], "nbformat": 4}).encode()


def in_cell(data: bytes, found: Finding) -> str:
    return str(json.loads(data)["cells"][_page(found) - 1]["source"])


def mailbox(said: list[str]) -> bytes:
    head = "From ada@example.com Mon Jan  1 10:00:00 2024\nFrom: ada@example.com\nSubject: Menu\n"
    kind = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n"
    return "".join(f"{head}{kind}\n{s}\n\n" for s in said).encode()


def in_message(data: bytes, found: Finding) -> str:
    return data.decode().split("From ada@example.com Mon")[_page(found)]


def mail(said: list[str]) -> bytes:
    head = "From: ada@example.com\nTo: team@example.com\nMessage-ID: <1@example.com>\nSubject: Menu\n"
    return (f"{head}Content-Type: text/plain; charset=utf-8\n\n" + "\n\n".join(said) + "\n").encode()


def in_text(name: str) -> Callable[[bytes, Finding], str]:
    """For files without lines of their own, the line of what ``checkfirst show`` prints."""

    def look(data: bytes, found: Finding) -> str:
        assert found.place is not None
        return read(name, data).text.split("\n")[found.place.start_line - 1]

    return look


def slides(said: list[str]) -> bytes:
    return rich_files.slide_show([(f"Slide {n}", [s]) for n, s in enumerate(said)])


def on_slide(data: bytes, found: Finding) -> str:
    return member(data, f"ppt/slides/slide{_page(found)}.xml")


def sheets(said: list[str]) -> bytes:
    """Two sheets with rows that are left out in between."""
    half = len(said) // 2
    return rich_files.workbook([[(3 * n + 2, s) for n, s in enumerate(part)] for part in (said[:half], said[half:])])


def in_row(data: bytes, found: Finding) -> str:
    assert found.place is not None
    assert found.place.cell == f"A{found.place.start_line}"
    sheet = member(data, f"xl/worksheets/sheet{_page(found)}.xml")
    return sheet.partition(f'<row r="{found.place.start_line}">')[2].partition("</row>")[0]


def book(said: list[str]) -> bytes:
    return rich_files.book([f"<html><body><h1>Part {n}</h1><p>{s}</p></body></html>" for n, s in enumerate(said)])


def in_chapter(data: bytes, found: Finding) -> str:
    return member(data, f"OPS/part{_page(found)}.xhtml")


def printed(said: list[str]) -> bytes:
    return pdf([CONFLICT if s == GARBLED else [s] for s in said])


def on_page(data: bytes, found: Finding) -> str:
    return str(pypdfium2.PdfDocument(data)[_page(found) - 1].get_textpage().get_text_bounded())


def rtf(said: list[str]) -> bytes:
    coded = ["".join(c if c.isascii() else f"\\u{ord(c)}?" for c in s) for s in said]
    return (r"{\rtf1\ansi " + r"\par ".join(coded) + "}").encode()


def member(data: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def _page(found: Finding) -> int:
    assert found.place is not None
    assert found.place.page is not None
    return found.place.page


Make = Callable[[list[str]], bytes]
TextFeatures = Callable[[bytes, Finding], str]
FORMATS: dict[str, tuple[Make, TextFeatures]] = {
    "a.md": (lambda said: lines(said, before="# Menu\n\n"), on_its_line),
    "a.txt": (lines, on_its_line),
    "a.rst": (lambda said: lines(said, before="Menu\n====\n\n"), on_its_line),
    "a.adoc": (lambda said: lines(said, before="= Menu\n\n"), on_its_line),
    "a.tex": (
        lambda said: lines(said, before="\\documentclass{article}\n\\begin{document}\n", after="\n\\end{document}\n"),
        on_its_line,
    ),
    "a.1": (lambda said: lines(said, between="\n.PP\n", before=".TH MENU 1\n.SH NAME\nmenu\n"), on_its_line),
    "a.html": (
        lambda said: lines(
            said, between="</p>\n<p>", before="<!doctype html>\n<html><body>\n<p>", after="</p></body></html>"
        ),
        on_its_line,
    ),
    "a.csv": (lambda said: lines([f'{n},"{s}"' for n, s in enumerate(said)], between="\n"), on_its_line),
    "a.yaml": (
        lambda said: lines([f"- '{s}'" for s in said], between="\n", before="title: Menu\nitems:\n"),
        on_its_line,
    ),
    "a.srt": (
        lambda said: lines([f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n{s}" for n, s in enumerate(said, 1)]),
        on_its_line,
    ),
    "a.ipynb": (notebook, in_cell),
    "a.mbox": (mailbox, in_message),
    "a.eml": (mail, in_text("a.eml")),
    "a.docx": (lambda said: docx("".join(paragraph(run(escape(s))) for s in said)), in_text("a.docx")),
    "a.rtf": (rtf, in_text("a.rtf")),
    "a.pptx": (slides, on_slide),
    "a.xlsx": (sheets, in_row),
    "a.epub": (book, in_chapter),
    "a.pdf": (printed, on_page),
    "a.zip": (
        lambda said: zipped({"notes/menu.md": lines(said)}),
        lambda data, f: on_its_line(member(data, "notes/menu.md").encode(), f),
    ),
    "a.tar": (
        lambda said: tarred({"menu.md": lines(said)}),
        lambda data, f: on_its_line(data[512:].partition(b"\0")[0], f),
    ),
}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("seed", range(5))
def test_a_finding_stands_where_it_says(name: str, seed: int) -> None:
    make, look = FORMATS[name]
    said, _ = passages(random.Random(f"{name}{seed}"))
    data = make(said)
    report = check_documents([(name, data)], config=Config(select=("FIL003", "FIL010")))
    assert len(report.findings) == 1, report.failures
    assert MARKER in look(data, report.findings[0])
