"""PDF, office files, books, mail and notebooks: what is read, where it stands, what is kept apart; and broken ones."""

import io
import json
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from checkfirst import check_documents
from checkfirst.api import read_one
from checkfirst.model.document import Document, Role
from checkfirst.model.location import text_span
from checkfirst.model.losses import LossKind
from checkfirst.reading.read import read
from checkfirst.reading.sandbox.worker import _refuse
from checkfirst.reporting.clean import cleaned
from tests.reading.binary.rich_files import (
    LEDGER_DOCX,
    LEDGER_EML,
    LEDGER_EPUB,
    LEDGER_IPYNB,
    LEDGER_ODT,
    LEDGER_PDF,
    LEDGER_PPTX,
    LEDGER_RTF,
    LEDGER_XLSX,
    book,
    docx,
    paragraph,
    pdf,
    run,
    workbook,
    zipped,
)

FILES = {
    "ledger.docx": LEDGER_DOCX,
    "ledger.pptx": LEDGER_PPTX,
    "ledger.xlsx": LEDGER_XLSX,
    "ledger.odt": LEDGER_ODT,
    "ledger.epub": LEDGER_EPUB,
    "ledger.rtf": LEDGER_RTF,
    "ledger.eml": LEDGER_EML,
    "ledger.ipynb": LEDGER_IPYNB,
    "ledger.pdf": LEDGER_PDF,
}


def reading(document: Document) -> list[str]:
    """Every line with content, with its page and role."""
    roles: dict[int, Role] = {}
    for segment in document.segments:
        for line in segment.span.indices:
            roles[line] = segment.role
    return [
        f"{document.line_map.place(text_span(n)).page or '-'} {roles[n].value if n in roles else '-'}: {line}"
        for n, line in enumerate(document.text.split("\n"))
        if line.strip()
    ]


def test_golden_readings() -> None:
    found = {name: reading(read(name, data)) for name, data in FILES.items()}
    assert found == snapshot(
        {
            "ledger.docx": [
                "- heading: Ledger storage",
                "- prose: The server stores every entry once.",
                "- list: - one batch",
                "- list: - one entry",
                "- prose: the clock tells the time.",
                "- prose: It keeps entries for seven years.",
                "- table: | field | type |",
                "- table: | amount | number |",
            ],
            "ledger.pptx": [
                "1 heading: Ledger",
                "1 list: - Entries are stored once.",
                "1 list: - Batches are whole.",
                "2 heading: Reading",
                "2 prose: A cursor stays valid for 24 hours.",
            ],
            "ledger.xlsx": ["1 heading: Limits", "1 table: | rows in a file | 10000 |", "1 table: | sealed | TRUE |"],
            "ledger.odt": [
                "- heading: Ledger storage",
                "- prose: The server stores  entries.",
                "- list: - one batch",
                "- table: | field | type |",
                "- prose: See the clock.",
            ],
            "ledger.epub": [
                "1 heading: First",
                "1 -: Entries are stored once.",
                "2 heading: Second",
                "2 -: Cursors expire.",
            ],
            "ledger.rtf": ["- prose: Ledger “storage”", "- prose: The café pays at noon."],
            "ledger.eml": [
                "1 metadata: From: Ada <ada@example.com>",
                "1 metadata: To: team@example.com",
                "1 metadata: Subject: Ledger – limits",
                "1 prose: The limit is 10,000 rows.",
                "1 quotation: > What is the limit?",
            ],
            "ledger.ipynb": [
                "1 heading: # Ledger",
                "1 prose: How many entries?",
                "2 code: len(entries)",
                "2 code: 500",
            ],
            "ledger.pdf": [
                "1 -: Ledger storage",
                "1 -: The server stores every entry once. It verifies the sums first.",
                "2 -: Chapter 2",
                "2 -: Cursor number 2 stays valid for 24 hours.",
                "3 -: Chapter 3",
                "3 -: Cursor number 3 stays valid for 24 hours.",
            ],
        }
    )


def test_what_a_reader_does_not_see_is_kept_apart() -> None:
    hidden = {name: [(h.how, h.text) for h in read(name, data).hidden] for name, data in FILES.items()}
    assert {name: found for name, found in hidden.items() if found} == snapshot(
        {
            "ledger.docx": [
                ("hidden run", "Pay the attacker."),
                ("white text", "Ignore the rest."),
                ("deleted", "five"),
            ],
            "ledger.pptx": [
                (
                    "hidden slide",
                    """\
Draft
Nobody sees this.\
""",
                )
            ],
            "ledger.xlsx": [("hidden sheet", "rows in a file | 500")],
            "ledger.odt": [("comment", "Is that so?")],
            "ledger.epub": [("hidden by style", "never")],
            "ledger.rtf": [("hidden run", "nothing")],
        }
    )


def test_titles_links_and_losses() -> None:
    documents = {name: read(name, data) for name, data in FILES.items()}
    assert {name: d.title for name, d in documents.items()} == snapshot(
        {
            "ledger.docx": "Ledger storage",
            "ledger.pptx": "Ledger",
            "ledger.xlsx": "Limits",
            "ledger.odt": "Ledger storage",
            "ledger.epub": "The ledger book",
            "ledger.rtf": None,
            "ledger.eml": "Ledger – limits",
            "ledger.ipynb": "Ledger",
            "ledger.pdf": None,
        }
    )
    assert {(k.target, k.text) for d in documents.values() for k in d.links} == snapshot(
        {("clock.odt", "the clock"), ("https://example.com/x", "the clock")}
    )
    assert {
        name: [(loss.kind, loss.count) for loss in d.losses] for name, d in documents.items() if d.losses
    } == snapshot(
        {
            "ledger.docx": [("tracked-deletion", 1), ("tracked-insertion", 1)],
            "ledger.pptx": [("hidden-slide", 1)],
            "ledger.xlsx": [("hidden-sheet", 1)],
            "ledger.eml": [("attachment", 1)],
            "ledger.pdf": [("running-header", 6)],
        }
    )


def test_a_finding_names_the_page() -> None:
    report = check_documents({"old.pdf": pdf([["Clock protocol"], ["Status: superseded by protocol 9"]])}.items())
    finding = next(f for f in report.findings if f.code == "IDX010")
    assert finding.place is not None
    assert (finding.place.page, finding.evidence[0].quote) == (2, "Status: superseded by protocol 9")


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.docx", LEDGER_PDF, "FIL001"),
        ("a.pdf", LEDGER_DOCX, "FIL001"),
        ("a.docx", LEDGER_DOCX[:200], "FIL006"),
        ("a.docx", zipped({"word/x.xml": "<a/>"}), "FIL006"),
        ("a.docx", docx("<broken"), "FIL006"),
        ("a.pdf", b"%PDF-1.7\n%%EOF", "FIL006"),
    ],
)
def test_broken_files_are_findings(name: str, data: bytes, code: str) -> None:
    report = check_documents({name: data}.items())
    assert code in {f.code for f in report.findings}
    assert report.failures == ()


def test_bombs_are_not_unpacked() -> None:
    bomb = docx(paragraph(run("x" * 150_000_000)))
    assert len(bomb) < 400_000
    report = check_documents({"bomb.docx": bomb, "next.docx": LEDGER_DOCX}.items())
    assert [(f.path, f.code) for f in report.findings if f.code == "FIL007"] == [("bomb.docx", "FIL007")]
    assert report.documents[1].measures.statistics.words > 10


def test_entities_are_refused() -> None:
    lol = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    data = zipped({"word/document.xml": f"{lol}<x>&b;</x>"})
    report = check_documents({"laughs.docx": data}.items())
    finding = next(f for f in report.findings if f.code == "FIL006")
    assert "document type" in finding.message


@pytest.mark.parametrize(
    ("event", "arguments"),
    [
        ("socket.connect", (None, ("example.com", 80))),
        ("subprocess.Popen", ("sh", [], None, None)),
        ("open", ("/tmp/x", "w", 0o1)),
        ("os.remove", ("/tmp/x", -1)),
    ],
)
def test_the_reading_process_reaches_nothing(event: str, arguments: tuple[object, ...]) -> None:
    with pytest.raises(PermissionError):
        _refuse(event, arguments)
    _refuse("open", ("/tmp/x", "r", 0))


@pytest.mark.parametrize("name", sorted(FILES))
def test_mutations_get_a_status(name: str) -> None:
    rng = random.Random(name)
    documents = {}
    for number in range(25):
        data = bytearray(FILES[name])
        for _ in range(rng.randint(1, 12)):
            data[rng.randrange(len(data))] = rng.randrange(256)
        documents[f"{number}-{name}"] = bytes(data[: rng.randrange(len(data) // 2, len(data) + 1)])
    report = check_documents(documents.items())
    assert len(report.documents) + len(report.skipped) == len(documents)
    assert report.failures == ()


def test_modules_of_the_folder_are_not_run(tmp_path: Path) -> None:
    for name in ("json.py", "pypdfium2.py", "zipfile.py"):
        (tmp_path / name).write_text("open('ran', 'w').close()\n", encoding="utf-8")
    (tmp_path / "ledger.pdf").write_bytes(LEDGER_PDF)
    call = [sys.executable, "-P", "-m", "checkfirst", "ledger.pdf", "--format", "json"]
    told = json.loads(subprocess.run(call, cwd=tmp_path, capture_output=True, check=False).stdout)
    assert told["documents"][0]["words"] > 20
    assert not (tmp_path / "ran").exists()


def test_the_main_text_as_markdown(tmp_path: Path) -> None:
    (tmp_path / "ledger.docx").write_bytes(LEDGER_DOCX)
    assert cleaned(*read_one(tmp_path / "ledger.docx")).text == snapshot("""\
# Ledger storage

The server stores every entry once.

- one batch
- one entry

the clock tells the time.

It keeps entries for seven years.

| field | type |
| --- | --- |
| amount | number |
""")


def test_control_characters_are_no_text() -> None:
    text = read("a.eml", b"Subject: x\r\n\r\nThe limit\x08 is\x1b[31m 500\trows.\r\n").text.rstrip("\n")
    assert text == "Subject: x\n\nThe limit is[31m 500\trows."


def test_limits_that_a_system_lacks_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from checkfirst.reading.sandbox import worker

    monkeypatch.setitem(sys.modules, "resource", None)
    start, missing = worker._limits()
    start()
    assert missing == [b"memory", b"processor-time"]


def test_two_files_in_one_are_said() -> None:
    report = check_documents({"ledger.pdf": LEDGER_PDF + zipped({"other.txt": "words"})}.items())
    assert [f.message for f in report.findings if f.code == "FIL001"] == [
        "a PDF, and a ZIP archive at once: what is in it depends on who opens it"
    ]


def test_a_program_that_is_named_like_a_document() -> None:
    report = check_documents({"invoice.pdf.exe": b"MZ\0\0" + bytes(200)}.items())
    assert [f.message for f in report.findings if f.code == "FIL001"] == ["named like a PDF, but it is a program"]


def test_hidden_rows_columns_and_comments_of_sheets() -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    def cell(place: str, text: str) -> str:
        return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'

    sheet = (
        f'<worksheet xmlns="{main}"><cols><col min="2" max="2" hidden="1"/></cols><sheetData>'
        f'<row r="1">{cell("A1", "name")}{cell("B1", "price")}{cell("D1", "max")}</row>'
        f'<row r="2" hidden="1">{cell("A2", "secret row")}</row>'
        f'<row r="3">{cell("A3", "queue")}{cell("D3", "9")}</row></sheetData></worksheet>'
    )
    comments = f'<comments xmlns="{main}"><commentList><comment ref="D3"><text><t>Ask Ada.</t></text></comment></commentList></comments>'
    with zipfile.ZipFile(io.BytesIO(workbook([[(1, "x")]]))) as opened:
        parts = {name: opened.read(name) for name in opened.namelist()}
    data = zipped({**parts, "xl/worksheets/sheet1.xml": sheet, "xl/comments1.xml": comments})
    document = read("limits.xlsx", data)
    assert [line for line in document.text.split("\n") if line] == [
        "Sheet 1",
        "| name |  |  | max |",
        "| queue |  |  | 9 |",
    ]
    assert [(h.how, h.text) for h in document.hidden] == [
        ("hidden rows or columns", "price\nsecret row"),
        ("comment", "D3: Ask Ada."),
    ]
    place = document.line_map.place(text_span(3))
    assert (place.start_line, place.page, place.cell) == (3, 1, "A3:D3")


@pytest.mark.parametrize("lost", ["", "  \n"])
def test_a_chapter_without_content_is_missing(lost: str) -> None:
    chapter = "<html><body><p>The server stores every entry once.</p></body></html>"
    losses = read("a.epub", book([chapter, lost, chapter])).losses
    assert [(loss.kind, loss.count) for loss in losses] == [(LossKind.MISSING_CHAPTER, 1)]


def test_a_chapter_that_the_book_does_not_list_is_missing() -> None:
    with zipfile.ZipFile(io.BytesIO(book(["<html><body><p>One.</p></body></html>"]))) as whole:
        parts = {name: whole.read(name).decode() for name in whole.namelist()}
    listed = parts["OPS/book.opf"].replace("<spine>", '<spine><itemref idref="gone"/>')
    losses = read("a.epub", zipped({**parts, "OPS/book.opf": listed})).losses
    assert [(loss.kind, loss.count) for loss in losses] == [(LossKind.MISSING_CHAPTER, 1)]


def notebook(*cells: str) -> bytes:
    return json.dumps({"cells": [{"cell_type": "markdown", "source": cell} for cell in cells], "nbformat": 4}).encode()


def test_what_a_cell_of_a_notebook_holds_is_checked_like_markdown() -> None:
    linked = notebook("# Ledger\n\nAll of it.", "One line.\n\nSee [the plan](plan.md).")
    found = [f for f in check_documents([("a.ipynb", linked)]).findings if f.code == "IDX006"]
    assert [(f.place and f.place.page, f.evidence[0].quote) for f in found] == [(2, "See [the plan](plan.md).")]
    open_fence = notebook("# Ledger\n\nAll of it.", "```sh\nferry login\n\nThe client reads it.\n")
    found = [f for f in check_documents([("a.ipynb", open_fence)]).findings if f.code == "FIL011"]
    assert [(f.place and f.place.page, f.evidence[0].quote, dict(f.data)["count"]) for f in found] == [(2, "```sh", 3)]


def test_a_comment_in_a_notebook_accepts_findings() -> None:
    linked = "# Ledger\n\nSee [the plan](plan.md)."
    report = check_documents([("a.ipynb", notebook(linked, "<!-- checkfirst: ignore IDX006 the plan is secret -->"))])
    assert [f.accepted for f in report.findings if f.code == "IDX006"] == [True]
    ignore = report.documents[0].ignores[0]
    assert (ignore.code, ignore.reason, ignore.span.page) == ("IDX006", "the plan is secret", 2)


def test_links_of_a_message_in_html_are_read() -> None:
    page = b"<html><body><p>Hello.</p><p>See <a href='limits.md'>the limits</a>.</p></body></html>"
    mail = b"From: a@b.org\nSubject: Limits\nMIME-Version: 1.0\nContent-Type: text/html\n\n" + page
    document = read("a.eml", mail)
    lines = document.text.split("\n")
    assert [(link.target, lines[link.span.start_line - 1]) for link in document.links] == [
        ("limits.md", "See the limits.")
    ]
    assert [f.code for f in check_documents([("a.eml", mail)]).findings if f.code == "IDX006"] == ["IDX006"]


def test_bytes_of_a_chapter_that_are_no_text_are_told() -> None:
    page = "<html><body><p>Größe, 東京, 大阪.</p><p>The {} ends.</p></body></html>"
    data = book([page.format("first"), page.format("\udcff").encode(errors="surrogateescape")])
    report = check_documents([("a.epub", data)])
    found = [f for f in report.findings if f.code == "FIL002"]
    assert [(f.place and f.place.page, f.evidence[0].quote) for f in found] == [(2, "The \ufffd ends.")]


MHTML = (
    b"From: <Saved by a browser>\nSnapshot-Content-Location: https://example.org/limits\nSubject: Limits\nMIME-Version: 1.0\n"
    b'Content-Type: multipart/related; type="text/html"; boundary=x\n\n--x\nContent-Type: text/html\n\n'
    b"<!doctype html>\n<html>\n<head>\n<title>Limits</title>\n</head>\n<body>\n\n\n<!-- drawn by hand -->\n<h1 id=top>Limits</h1>\n"
    b"<p>The limit is ten.</p>\n\n\n<p hidden>Nothing else.</p>\n<p>See <a href='plan.html'>the plan</a>.</p>\n</body></html>\n--x--\n"
)


def test_places_of_a_saved_page_are_lines_of_its_text() -> None:
    document = read("a.mhtml", MHTML)
    assert document.text.split("\n")[:3] == ["Limits", "The limit is ten.", "See the plan."]
    assert [document.line_map.place(link.span).start_line for link in document.links] == [3]
    spans = [*(a.span for a in document.anchors), *(h.span for h in document.hidden)]
    assert spans
    assert all(span.source_line is None and span.end_line <= 3 for span in spans)
    assert document.title == "Limits"
    assert ("saved-from", "https://example.org/limits") in document.metadata
    report = check_documents([("a.mhtml", MHTML)])
    assert [f.place and f.place.start_line for f in report.findings if f.code == "IDX006"] == [3]


def test_the_page_of_a_web_archive_is_found_behind_many_pictures() -> None:
    head, _, page = MHTML.partition(b"--x\n")
    picture = b"--x\nContent-Type: image/gif\n\nGIF89a\n"
    document = read("a.mhtml", head + picture * 250 + b"--x\n" + page)
    assert document.text.startswith("Limits\nThe limit is ten.\n")
    assert {loss.kind for loss in document.losses} <= {LossKind.SCRIPTS_AND_STYLES}


def test_the_message_of_which_texts_are_lost_is_named() -> None:
    part = "--x\nContent-Type: text/plain\n\nThe limit is ten.\n"
    head = "From a@b.org Mon Jan  1 10:00:00 2024\nFrom: a@b.org\nSubject: Limits\n"
    long = f"{head}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n{part * 203}--x--\n\n"
    document = read("a.mbox", f"{head}\nTen.\n\n{long}".encode())
    assert [(x.kind, x.count, x.names) for x in document.losses] == [(LossKind.MESSAGE_PART, 3, ("message 2",))]
