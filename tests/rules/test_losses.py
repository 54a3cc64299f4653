"""Everything that a reader can report as lost is told by a rule, or listed as harmless with the reason."""

import io
import zipfile
from collections.abc import Callable

import pytest

from checkfirst import check_documents
from checkfirst.model.finding import Severity
from checkfirst.model.losses import HARMLESS, LossKind
from checkfirst.model.report import Verdict
from checkfirst.reading.read import read
from checkfirst.rules.samples import samples_of
from tests.reading.binary.rich_files import (
    LEDGER_DOCX,
    LEDGER_EPUB,
    LEDGER_ODT,
    LEDGER_PDF,
    LEDGER_PPTX,
    LEDGER_XLSX,
    book,
    docx,
    paragraph,
    pdf,
    pdf_of,
    run,
    workbook,
    zipped,
)

PAGE = "<html><body><h1>Part</h1><p>The server stores every entry once.</p></body></html>"
WORDS = "60 760 Td (The server stores every entry once, and it keeps each for seven years.) Tj"
SCAN = "ET q 600 0 0 800 0 0 cm /Scan Do Q BT"
IMAGE = "<< /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\nX\nendstream"
HELVETICA = b"/Resources << /Font << /F1 3 0 R >> >>"


def without(package: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return zipped({each: archive.read(each) for each in archive.namelist() if each != name})


def locked_book() -> bytes:
    locked = '<encryption><CipherData><CipherReference URI="OPS/part1.xhtml"/></CipherData></encryption>'
    with zipfile.ZipFile(io.BytesIO(book([PAGE]))) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    return zipped({**members, "META-INF/encryption.xml": locked})


def scanned(pictures: int, pages: int) -> bytes:
    """Pages with words, and after them pages that are pictures."""
    shown = [*[WORDS] * (pages - pictures), *[SCAN] * pictures]
    fonts = f"/Resources << /Font << /F1 3 0 R >> /XObject << /Scan {4 + 2 * pages} 0 R >> >>"
    return pdf_of(shown, page=fonts, more=(IMAGE,)).replace(HELVETICA, b"")


def unmapped() -> bytes:
    """A page in a font whose names of letters only its maker knows."""
    codes = range(128, 228)
    rows = ["".join(f"{code:02x}" for code in codes[n : n + 50]) for n in range(20)]
    named = " ".join(f"/own{code}" for code in codes)
    fonts = (
        "<< /Type /Font /Subtype /Type1 /BaseFont /Own /FirstChar 128 /LastChar 227 /FontDescriptor 7 0 R"
        f" /Encoding << /Type /Encoding /Differences [128 {named}] >> >>",
        "<< /Type /FontDescriptor /FontName /Own /Flags 4 >>",
    )
    shown = "60 760 Td " + " ".join(f"<{row}> Tj 0 -14 Td" for row in rows)
    return pdf_of([shown], page="/Resources << /Font << /F1 6 0 R >> >>", more=fonts).replace(HELVETICA, b"")


def mailbox(count: int) -> bytes:
    return b"From a@example.com 10:00\nSubject: Limits\n\nTen.\n\n" * count


def long_mail(count: int) -> bytes:
    part = b"--x\nContent-Type: text/plain\n\nThe limit is ten.\n"
    return b"Subject: Limits\nFrom: a@b.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n" + (
        part * count + b"--x--\n"
    )


def nested(levels: int) -> bytes:
    """Two paragraphs, the second below so many content controls."""
    inside = paragraph(run("It closes the ledger."))
    return docx(
        paragraph(run("The server stores every entry once."))
        + "<w:sdt><w:sdtContent>" * levels
        + inside
        + "</w:sdtContent></w:sdt>" * levels
    )


def nested_sections(levels: int) -> bytes:
    with zipfile.ZipFile(io.BytesIO(LEDGER_ODT)) as archive:
        content = archive.read("content.xml").decode()
    deep = "<t:section>" * levels + "<t:p>It closes the ledger.</t:p>" + "</t:section>" * levels
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content.replace("</o:text>", deep + "</o:text>"),
        }
    )


def with_notes() -> bytes:
    related = '<Relationships><Relationship Id="r1" Target="footnotes.xml"/></Relationships>'
    notes = f"<footnotes>{paragraph(run('Seven years, since the last audit.'))}</footnotes>".replace("w:", "")
    return docx(
        paragraph(run("The server keeps every entry.")),
        **{"word/_rels/document.xml.rels": related, "word/footnotes.xml": notes},
    )


TOLD: dict[LossKind, tuple[str, str, Callable[[], bytes]]] = {
    LossKind.NUL_BYTES: ("FIL002", "a.txt", lambda: b"The queue keeps\0 every message.\n"),
    LossKind.UNDECODABLE_BYTES: (
        "FIL002",
        "a.txt",
        lambda: "Die Größe, 東京 und \udcff\n".encode(errors="surrogateescape"),
    ),
    LossKind.FORMAT_NOT_READ: ("FIL012", "a.db", lambda: b"SQLite format 3\0"),
    LossKind.DAMAGED: ("FIL006", "a.pdf", lambda: b"%PDF-1.7\nno object, no page, no end\n"),
    LossKind.ENCRYPTED: ("FIL006", "a.epub", locked_book),
    LossKind.LIMIT_EXCEEDED: ("FIL007", "a.rtf", lambda: samples_of("FIL007", "limit-exceeded").fires[0]["report.rtf"]),
    LossKind.ARCHIVE_INSIDE: ("FIL001", "a.pdf", lambda: LEDGER_PDF + zipped({"a.txt": "words"})),
    LossKind.NO_TEXT_LAYER: ("FIL009", "a.pdf", lambda: scanned(3, 4)),
    LossKind.PICTURE_PAGE: ("FIL009", "a.pdf", lambda: scanned(3, 8)),
    LossKind.UNMAPPED_LETTERS: ("FIL009", "a.pdf", unmapped),
    LossKind.PAGE_ORDER: ("FIL009", "a.pdf", lambda: pdf([[f"Part {n}.", f"- {n} -"] for n in (1, 2, 5, 3, 4, 6)])),
    LossKind.PAGE_NOT_READ: ("FIL006", "a.pdf", lambda: LEDGER_PDF.replace(b"[4 0 R 6 0 R", b"[4 0 R 99 0 R")),
    LossKind.MISSING_SHEET: (
        "FIL006",
        "a.xlsx",
        lambda: without(workbook([[(1, "rows")], [(1, "columns")]]), "xl/worksheets/sheet2.xml"),
    ),
    LossKind.MISSING_SLIDE: ("FIL006", "a.pptx", lambda: without(LEDGER_PPTX, "ppt/slides/slide1.xml")),
    LossKind.MISSING_PART: ("FIL006", "a.docx", lambda: without(with_notes(), "word/footnotes.xml")),
    LossKind.MISSING_CELL_TEXT: ("FIL006", "a.xlsx", lambda: without(LEDGER_XLSX, "xl/sharedStrings.xml")),
    LossKind.MISSING_CHAPTER: ("FIL006", "a.epub", lambda: without(book([PAGE, PAGE]), "OPS/part2.xhtml")),
    LossKind.MESSAGE: ("FIL007", "a.mbox", lambda: mailbox(20_003)),
    LossKind.MESSAGE_PART: ("FIL007", "a.eml", lambda: long_mail(250)),
    LossKind.BEYOND_LIMIT: ("FIL007", "a.txt", lambda: b"a\n" * 200_003),
    LossKind.NESTED_TOO_DEEP: ("FIL007", "a.docx", lambda: nested(25)),
    LossKind.STRUCTURE_NOT_PARSED: ("FIL006", "a.html", lambda: b"<html><body>" + b"<div>" * 5_000 + b"The limits."),
    LossKind.FENCE_NOT_CLOSED: ("FIL011", "a.md", lambda: b"# Setup\n\n```sh\nferry login\n\nThe client reads it.\n"),
    LossKind.PAGE_TEMPLATE: ("FIL004", "list.html", lambda: b"<select id=tides></select>"),
    LossKind.REDIRECT: (
        "FIL004",
        "old.html",
        lambda: b"<html><head><meta http-equiv=refresh content='0; url=new.html'></head></html>",
    ),
    LossKind.DRAWN: ("FIL004", "tide.html", lambda: b"<html><body><canvas id='tide'></canvas></body></html>"),
    LossKind.VIEWER: ("FIL004", "api.html", lambda: b"<html><body><redoc spec-url='tides.yaml'></redoc></body></html>"),
    LossKind.DATA_CUT: ("FIL005", "a.json", lambda: b'{"paths": {"/entries": {"get": {"summary": "All entries",'),
}


def test_every_loss_is_told_or_harmless() -> None:
    assert set(TOLD) | set(HARMLESS) == set(LossKind)
    assert not set(TOLD) & set(HARMLESS)
    assert all(HARMLESS.values())


@pytest.mark.parametrize("kind", TOLD)
def test_a_rule_tells_the_loss(kind: LossKind) -> None:
    code, name, made = TOLD[kind]
    report = check_documents([(name, made())])
    assert kind in {lost for lost, _ in report.documents[0].losses}
    assert code in {f.code for f in report.findings if dict(f.data).get("loss") == kind.value}


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (LossKind.MISSING_SHEET, "a spreadsheet: part of it could not be read: 1 of its sheets (sheet 'Sheet 2')"),
        (LossKind.MISSING_SLIDE, "a slide show: part of it could not be read: 1 of its slides (slide 2)"),
        (LossKind.MISSING_PART, "a Word document: part of it could not be read: 1 of its parts (footnotes.xml)"),
        (
            LossKind.MISSING_CELL_TEXT,
            "a spreadsheet: part of it could not be read: 2 of its cells (sheet 'Limits', sheet 'Old')",
        ),
        (LossKind.MISSING_CHAPTER, "an EPUB book: part of it could not be read: 1 of its chapters (chapter 2)"),
        (LossKind.PAGE_NOT_READ, "a PDF: part of it could not be read: 1 of its pages (page 2)"),
    ],
)
def test_a_file_with_a_part_missing_is_not_ready(kind: LossKind, said: str) -> None:
    _, name, made = TOLD[kind]
    report = check_documents([(name, made())], purpose="retrieve")
    found = next(f for f in report.findings if f.code == "FIL006")
    assert (found.message, found.severity, report.verdict) == (said, Severity.ERROR, Verdict.CHECK_FIRST)


def test_a_page_without_structure_is_a_note_and_one_without_text_has_its_own_rule() -> None:
    deep = check_documents([("a.html", TOLD[LossKind.STRUCTURE_NOT_PARSED][2]())])
    assert [f.severity for f in deep.findings if f.code == "FIL006"] == [Severity.NOTE]
    bare = check_documents([("a.html", b"<!doctype html><html><body><img src=a.png></body></html>")])
    assert {"FIL004"} == {f.code for f in bare.findings if f.code.startswith("FIL")}


def names_of(data: bytes, name: str) -> object:
    return next(dict(f.data)["names"] for f in check_documents([(name, data)]).findings if f.code == "FIL006")


def test_the_first_missing_sheets_are_named_and_printed_safely() -> None:
    rows = [[(1, "rows")]] * 8
    data = workbook(rows)
    for n in range(2, 9):
        data = without(data, f"xl/worksheets/sheet{n}.xml")
    assert names_of(data, "a.xlsx") == tuple(f"sheet 'Sheet {n}'" for n in range(2, 7))
    found = next(f for f in check_documents([("a.xlsx", data)]).findings if f.code == "FIL006")
    assert found.message.endswith(
        "7 of its sheets (sheet 'Sheet 2', sheet 'Sheet 3', sheet 'Sheet 4', sheet 'Sheet 5', sheet 'Sheet 6', …)"
    )
    with zipfile.ZipFile(io.BytesIO(without(workbook(rows), "xl/worksheets/sheet2.xml"))) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["xl/workbook.xml"] = members["xl/workbook.xml"].replace(b"Sheet 2", b"&#x202e;" + b"Q" * 500)
    found = next(f for f in check_documents([("a.xlsx", zipped({**members}))]).findings if f.code == "FIL006")
    assert "\u202e" not in found.message
    assert len(found.message) < 200


def test_slides_after_a_missing_one_keep_their_numbers() -> None:
    report = check_documents([("a.pptx", without(LEDGER_PPTX, "ppt/slides/slide2.xml"))])
    assert {s.span.page for s in report.documents[0].segments if s.span.page} == {2}
    assert names_of(without(LEDGER_PPTX, "ppt/slides/slide2.xml"), "a.pptx") == ("slide 1",)


@pytest.mark.parametrize(("name", "made"), [("a.docx", nested(25)), ("a.odt", nested_sections(70))])
def test_text_that_is_nested_too_deep_is_told(name: str, made: bytes) -> None:
    report = check_documents([(name, made)])
    assert (LossKind.NESTED_TOO_DEEP, 1) in report.documents[0].losses
    assert [f.code for f in report.findings if dict(f.data).get("loss") == "nested-too-deep"] == ["FIL007"]


def test_text_that_is_not_nested_too_deep_is_read() -> None:
    for name, whole in (("a.docx", nested(10)), ("a.odt", nested_sections(10))):
        assert "It closes the ledger." in read(name, whole).text
        assert not check_documents([(name, whole)]).documents[0].losses


#: Packages, and members without which they are not whole.
NEEDED = {
    "a.docx": (with_notes(), ("word/document.xml", "word/footnotes.xml")),
    "b.docx": (LEDGER_DOCX, ("word/document.xml",)),
    "a.pptx": (
        LEDGER_PPTX,
        ("ppt/presentation.xml", "ppt/_rels/presentation.xml.rels", "ppt/slides/slide1.xml", "ppt/slides/slide2.xml"),
    ),
    "a.xlsx": (
        LEDGER_XLSX,
        ("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"),
    ),
    "a.odt": (LEDGER_ODT, ("content.xml",)),
    "a.epub": (LEDGER_EPUB, ("META-INF/container.xml", "OPS/book.opf", "OPS/one.xhtml", "OPS/two.xhtml")),
}


@pytest.mark.parametrize(("name", "member"), [(n, m) for n, (_, members) in NEEDED.items() for m in members])
def test_a_package_without_one_member_is_not_taken_for_whole(name: str, member: str) -> None:
    def about_the_file(data: bytes) -> set[str]:
        return {f.code for f in check_documents([(name, data)]).findings if f.code.startswith("FIL")}

    package = NEEDED[name][0]
    assert about_the_file(package) == set()
    assert about_the_file(without(package, member)) & {"FIL001", "FIL006", "FIL012"}
