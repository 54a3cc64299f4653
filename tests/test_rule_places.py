"""Every rule on every format: each line that a finding quotes stands where the finding says.

The samples of the rules are put into files of each format, and every place is looked up by other means than our readers.
"""

import html
import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping
from functools import partial

import pypdfium2
import pytest

from checkfirst.api import check_documents
from checkfirst.config import Config
from checkfirst.model.finding import Evidence, Finding
from checkfirst.model.location import Unit
from checkfirst.reading.read import read
from checkfirst.reporting.registry import parts_of
from checkfirst.rules.registry import RULES
from checkfirst.rules.samples import samples_of
from checkfirst.safe_text import printable
from tests.reading.binary import rich_files
from tests.reading.binary.rich_files import docx, paragraph, pdf, run

_LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
_INDEXES = ("INDEX", "SUMMARY", "README")


def as_html(text: str, depth: int = 3) -> bytes:
    """A page with a line of its source for each block, below a head of several lines."""
    head = ["<!doctype html>", "<html>", "<head>", "<title>A page</title>", "</head>", "<body>", *["<div>"] * depth]
    return "\n".join([*head, *map(_block, text.split("\n")), "</body></html>"]).encode()


def _block(line: str) -> str:
    bare = line.strip()
    linked = _LINK.sub(r'<a href="\2">\1</a>', html.escape(bare, quote=False))
    if bare.startswith("#"):
        return f"<h1>{linked.lstrip('# ')}</h1>" if bare.startswith("# ") else f"<h2>{linked.lstrip('# ')}</h2>"
    if bare.startswith("- "):
        return f"<ul><li>{linked[2:]}</li></ul>"
    return f"<p>{linked}</p>" if bare else ""


def as_paragraphs(text: str) -> list[str]:
    return [line.lstrip("# ") for line in text.split("\n") if line.strip()]


def as_docx(text: str) -> bytes:
    return docx("".join(paragraph(run(html.escape(line))) for line in as_paragraphs(text)))


def as_pdf(text: str) -> bytes:
    said = as_paragraphs(text.encode("latin-1", "replace").decode("latin-1"))
    return pdf([said[n : n + 6] for n in range(0, len(said), 6)])


def as_book(text: str) -> bytes:
    said = as_paragraphs(text)
    parts = [said[n : n + 6] for n in range(0, len(said), 6)]
    return rich_files.book(
        ["<html><body>" + "".join(f"<p>{html.escape(s)}</p>" for s in part) + "</body></html>" for part in parts]
    )


def as_slides(text: str) -> bytes:
    said = as_paragraphs(text)
    return rich_files.slide_show([(s[:60], [s]) for s in said])


def as_sheet(text: str) -> bytes:
    """Two sheets, with a row between each two lines."""
    said = [html.escape(line) for line in as_paragraphs(text)]
    half = (len(said) + 1) // 2
    return rich_files.workbook([[(2 * n, s) for n, s in enumerate(part, 1)] for part in (said[:half], said[half:])])


def as_notebook(text: str) -> bytes:
    """A Markdown cell for each block between blank lines."""
    cells = [{"cell_type": "markdown", "source": block} for block in text.split("\n\n")]
    return json.dumps({"cells": cells, "nbformat": 4}).encode()


def as_mail(text: str) -> bytes:
    head = "From: ada@example.com\nTo: team@example.com\nMessage-ID: <1@example.com>\nMIME-Version: 1.0\n"
    return f"{head}Content-Type: text/plain; charset=utf-8\n\n{text}".encode(errors="surrogatepass")


def as_saved_page(text: str) -> bytes:
    head = b"From: <Saved by a browser>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
    return head + b"Content-Type: text/html\n\n" + as_html(text) + b"\n--x--\n"


def as_rtf(text: str) -> bytes:
    coded = text.encode("utf-16-le", "surrogatepass")
    units = [int.from_bytes(coded[n : n + 2], "little", signed=True) for n in range(0, len(coded), 2)]
    shown = ["\\par " if u == 10 else f"\\u{u}?" if not 32 <= u < 127 or chr(u) in "{}\\" else chr(u) for u in units]
    return ("{\\rtf1\\ansi " + "".join(shown) + "}").encode()


def as_tex(text: str) -> bytes:
    body = re.sub(r"[%&_$#]", r"\\\g<0>", "\n".join(line.lstrip("# ") for line in text.split("\n")))
    return f"\\documentclass{{article}}\n\\begin{{document}}\n{body}\n\\end{{document}}\n".encode(
        errors="surrogatepass"
    )


def as_manual(text: str) -> bytes:
    said = [f"\\&{line}" if line.startswith((".", "'")) else line or ".PP" for line in text.split("\n")]
    return ("\n".join([".TH PAGE 1", ".SH NAME", "page", ".SH DESCRIPTION", *said]) + "\n").encode(
        errors="surrogatepass"
    )


def on_line(data: bytes, _: str, evidence: Evidence) -> str:
    lines = data.decode().split("\n")
    return " ".join(lines[evidence.place.start_line - 1 : evidence.place.end_line])


def in_shown_text(data: bytes, path: str, evidence: Evidence) -> str:
    """For files without lines of their own, the line of what ``checkfirst show`` prints."""
    lines = read(path, data).text.split("\n")
    return " ".join(lines[evidence.place.start_line - 1 : evidence.place.end_line])


def on_page(data: bytes, _: str, evidence: Evidence) -> str:
    assert evidence.place.unit is Unit.PAGE
    assert evidence.place.page is not None
    return str(pypdfium2.PdfDocument(data)[evidence.place.page - 1].get_textpage().get_text_bounded())


def in_member(name: str, data: bytes, _: str, evidence: Evidence) -> str:
    assert evidence.place.page is not None
    return zipfile.ZipFile(io.BytesIO(data)).read(name.format(evidence.place.page)).decode()


def in_cell(data: bytes, _: str, evidence: Evidence) -> str:
    assert evidence.place.unit is Unit.CELL
    assert evidence.place.page is not None
    return str(json.loads(data)["cells"][evidence.place.page - 1]["source"])


def in_row(data: bytes, _: str, evidence: Evidence) -> str:
    page, line = evidence.place.page, evidence.place.start_line
    sheet = zipfile.ZipFile(io.BytesIO(data)).read(f"xl/worksheets/sheet{page}.xml").decode()
    # The heading of a sheet is its name, which the workbook has.
    return sheet.partition(f'<row r="{line}">')[2].partition("</row>")[0] if evidence.place.cell else f"Sheet {page}"


Make = Callable[[str], bytes]
TextFeatures = Callable[[bytes, str, Evidence], str]
FORMATS: dict[str, tuple[Make, TextFeatures]] = {
    "md": (str.encode, on_line),
    "txt": (str.encode, on_line),
    "rst": (str.encode, on_line),
    "adoc": (str.encode, on_line),
    "html": (as_html, on_line),
    "docx": (as_docx, in_shown_text),
    "pdf": (as_pdf, on_page),
    "epub": (as_book, partial(in_member, "OPS/part{}.xhtml")),
    "pptx": (as_slides, partial(in_member, "ppt/slides/slide{}.xml")),
    "xlsx": (as_sheet, in_row),
    "ipynb": (as_notebook, in_cell),
    "eml": (as_mail, in_shown_text),
    "mhtml": (as_saved_page, in_shown_text),
    "rtf": (as_rtf, in_shown_text),
    "tex": (as_tex, on_line),
    "1": (as_manual, on_line),
}


#: Rules without a sample, or whose samples are about bytes, PDFs or the lock file and can't be put into other formats.
_NO_TEXT = {"AGT001", "DUP004", "FIL002", "FIL006", "FIL007", "FIL009", "FIL012", "FIL015", "SAF007", "WEB003"}
#: Rules whose samples find nothing in a format. Links need markup, indexes list no mail, sheets and slides, a web page may
#: be full of menus and templates, and headings and lists are lost in formats without them.
_SILENT = {
    "md": "",
    "txt": "FIL014 IDX006 IDX007 IDX008 SAF004",
    "rst": "IDX006 IDX007 IDX008 SAF004",
    "adoc": "IDX007",
    "html": "FIL014 FIL011 GAP001 IDX005 IDX007 IDX010 KND005 KND006 WEB001 WEB004 WEB005 SAF004",
    "docx": "GAP002 FIL014 FIL008 FIL011 IDX004 IDX005 IDX006 IDX007 IDX008 KND004 SAF004 GAP004",
    "pdf": "GAP002 FIL014 SAF008 FIL003 FIL004 FIL011 IDX005 IDX006 IDX007 IDX008 KND001 KND004 WEB001 WEB002 WEB006 SAF004 SAF009 GAP007 GAP004",
    "epub": "GAP002 FIL014 FIL004 FIL011 IDX003 IDX004 IDX005 IDX006 IDX007 IDX008 IDX012 KND001 KND004 WEB001 WEB002 WEB004 WEB005 SAF004 GAP004",
    "pptx": "FIL014 DUP001 DUP002 DUP003 FIL008 FIL016 FIL010 FIL011 FIT002 IDX003 IDX004 IDX005 IDX006 IDX007 IDX008 IDX012 KND001 KND004 WEB001 WEB002 WEB006 SAF004 SAF009 GAP004 GAP008",
    "xlsx": "GAP006 GAP002 FIL014 FIL004 FIL008 FIL010 FIL011 FIL016 FIT001 FIT002 IDX003 IDX004 IDX005 IDX006 IDX007 IDX008 IDX012 IDX010 KND001 KND004 WEB001 WEB002 WEB006 SAF004 SAF009 GAP004 GAP008",
    "ipynb": "FIL013 FIL014 IDX007",
    "eml": "GAP002 FIL014 FIL004 FIL008 FIL011 FIL016 IDX003 IDX004 IDX005 IDX006 IDX007 IDX008 IDX012 KND001 KND004 SAF004 GAP004",
    "mhtml": "FIL014 FIL011 IDX003 IDX004 IDX005 IDX007 IDX012 KND001",
    "rtf": "GAP002 FIL014 FIL008 FIL011 IDX003 IDX004 IDX005 IDX006 IDX007 IDX008 IDX012 KND001 KND004 SAF004 GAP004",
    "tex": "FIL014 FIL008 FIL010 FIL011 IDX003 IDX004 IDX005 IDX006 IDX007 IDX008 IDX012 KND001 KND004 WEB001 WEB002 WEB006 SAF004 GAP004",
    "1": "GAP002 FIL014 FIL004 FIL008 FIL011 FIL016 FIT001 KND005 IDX003 IDX004 IDX005 IDX006 IDX007 IDX008 IDX012 KND001 KND004 WEB001 WEB002 WEB004 WEB005 WEB006 SAF004 GAP004",
}


def converted(files: Mapping[str, str], ending: str) -> dict[str, tuple[bytes, TextFeatures]]:
    """The sample with its Markdown and text files in another format, and with the index that leads to them."""
    make, look = FORMATS[ending]
    moved = {
        name: f"{name.rpartition('.')[0]}.{ending}"
        for name in files
        if name.endswith((".md", ".txt")) and not name.startswith(_INDEXES)
    }
    made = {}
    for name, text in files.items():
        if name not in moved:
            for old, new in moved.items():
                text = text.replace(old, new)
        own = (make(text), look) if name in moved else (text.encode("utf-8", "surrogatepass"), on_line)
        made[moved.get(name, name)] = own
    return made


def letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", html.unescape(re.sub(r"</?[a-z?][^<>]*>", " ", text)).lower())


def assert_true(finding: Finding, files: Mapping[str, tuple[bytes, TextFeatures]]) -> None:
    for evidence in finding.evidence:
        quote = letters(evidence.quote.rstrip("…"))
        if not quote or re.fullmatch(r"\([\d,]+ bytes\)", evidence.quote) or evidence.quote == evidence.path:
            continue
        data, look = files[evidence.path]
        there = letters(printable(look(data, evidence.path, evidence)))
        assert quote[:30] in there, (finding.code, finding.message, evidence)


@pytest.mark.parametrize("ending", FORMATS)
def test_every_quote_stands_where_its_finding_says(ending: str) -> None:
    fired = set()
    for rule in RULES.values():
        for sample in samples_of(rule.code, rule.name).fires:
            if any(b"\0" in data or data.startswith((b"%PDF", b"{\\rtf")) for data in sample.values()):
                continue
            texts = {name: data.decode() for name, data in sample.items() if name != "checkfirst.lock"}
            files = converted(texts, ending)
            report = check_documents(((n, d) for n, (d, _) in files.items()), config=Config(select=(rule.code,)))
            for finding in report.findings:
                assert_true(finding, files)
                fired.add(finding.code)
    # A skill is a file of one name.
    other_name = {"AGT002"} if ending != "md" else set()
    assert fired == set(RULES) - _NO_TEXT - set(_SILENT[ending].split()) - other_name


def test_an_index_that_is_a_web_page() -> None:
    entries = "# Documents\n\n- [Ledger](ledger.md): what is stored\n- [Protocol](protocol.md): how clients speak\n"
    page = as_html(entries)
    ledger = b"# Ledger\n\nThe server stores every entry once.\n"
    report = check_documents(
        {"contents.html": page, "ledger.md": ledger}.items(), config=Config(index=("contents.html",))
    )
    missing = next(f for f in report.findings if f.code == "IDX002")
    assert missing.place is not None
    assert "protocol.md" in page.decode().split("\n")[missing.place.start_line - 1]
    assert [(e.index, e.target, e.exists) for e in report.entries] == [
        ("contents.html", "ledger.md", True),
        ("contents.html", "protocol.md", False),
    ]
    lines = page.decode().split("\n")
    assert all(e.target in lines[e.place.start_line - 1] for e in report.entries)


def test_thread_and_segments_of_a_page_are_in_the_lines_of_its_source() -> None:
    said = [
        f"{name} says:\nMarch {n}, 2021 at 9:0{n} am\nI read this twice, and number {n} is wrong.\n"
        for n, name in enumerate(("Dunstable", "Marjolein V.", "Okello", "Petra"), start=1)
    ]
    text = "# On calendars\n\nThere is a small square on my screen.\n\n4 Comments\n\n" + "\n".join(said)
    page = as_html(text, depth=30)
    report = check_documents({"page.html": page}.items())
    document = report.documents[0]
    lines = page.decode().split("\n")
    assert document.thread is not None
    assert "says:" in lines[document.thread.comments[0].span.start_line - 1]
    assert lines[document.segments[0].span.start_line - 1] == "<h1>On calendars</h1>"
    assert document.segments[-1].span.end_line <= len(lines)


def test_links_of_a_book_stand_on_their_own_lines() -> None:
    chapter = "<html><body><p>One.</p><p>Two.</p><p>See <a href='https://gates.example/third'>the third</a>.</p></body></html>"
    document = read("a.epub", rich_files.book([chapter, chapter]))
    lines = document.text.split("\n")
    assert [lines[link.span.start_line - 1] for link in document.links] == ["See the third."] * 2
    assert [document.line_map.place(link.span).page for link in document.links] == [1, 2]


def test_segments_and_comments_of_a_page_end_where_their_last_block_ends() -> None:
    page = (
        b"<html><body>\n<h1>Gates</h1>\n<p>The gate\nopens at\nnoon.</p>\n\n<p>It shuts\nat one.</p>\n</body></html>\n"
    )
    document = check_documents({"gates.html": page}.items()).documents[0]
    assert [(s.role, s.span.start_line, s.span.end_line) for s in document.segments] == [
        ("title", 2, 2),
        ("prose", 3, 8),
    ]


@pytest.mark.parametrize("name", ["sarif", "github", "gitlab", "junit", "markdown", "html"])
def test_every_report_says_on_which_page_a_finding_stands(name: str) -> None:
    old = pdf([["Clock protocol"], ["Status: superseded by protocol 9"]])
    report = check_documents({"old.pdf": old}.items(), config=Config(select=("IDX010",)))
    assert "page 2" in "".join(parts_of(name, report))


def test_a_finding_on_the_set_names_the_file_of_its_quotes() -> None:
    column = samples_of("IDX009", "nothing-to-build-from").fires[0]
    report = check_documents(column.items(), config=Config(select=("IDX009",)))
    for name in ("github", "junit"):
        assert "ledger.txt" in "".join(parts_of(name, report))
    assert re.search(r"ledger\.txt</a>, lines? \d", "".join(parts_of("html", report)))
