"""Programs inside Office files and PDFs are told; documents without them, and texts about them, are not."""

import zlib

import pytest

from checkfirst import check_documents
from checkfirst.config import Config
from tests.reading.binary.rich_files import (
    LEDGER_DOCX,
    LEDGER_ODT,
    LEDGER_PDF,
    LEDGER_PPTX,
    LEDGER_XLSX,
    docx,
    paragraph,
    pdf,
    pdf_of,
    run,
    with_members,
)

WORDS = "60 760 Td (The gates open at noon.) Tj"


def told(data: bytes, name: str) -> list[tuple[str, str]]:
    report = check_documents([(name, data)], config=Config(select=("SAF007",)))
    assert not report.failures
    return [(f.code, f.severity.value) for f in report.findings]


@pytest.mark.parametrize(
    ("data", "name", "member"),
    [
        (LEDGER_DOCX, "a.docm", "word/vbaProject.bin"),
        (LEDGER_XLSX, "a.xlsx", "xl/vbaProject.bin"),
        (LEDGER_XLSX, "a.xlsm", "xl/macrosheets/sheet1.xml"),
        (LEDGER_PPTX, "a.pptm", "ppt/vbaProject.bin"),
        (LEDGER_ODT, "a.odt", "Basic/Standard/Module1.xml"),
        (LEDGER_ODT, "a.odt", "Scripts/python/gate.py"),
    ],
)
def test_macros(data: bytes, name: str, member: str) -> None:
    assert told(with_members(data, {member: "x"}), name) == [("SAF007", "warning")]
    assert told(data, name) == []


@pytest.mark.parametrize(
    ("data", "member", "findings"),
    [
        (LEDGER_DOCX, "word/activeX/activeX1.bin", [("SAF007", "note")]),
        (LEDGER_ODT, "Basic/Standard/script-lb.xml", []),
        (LEDGER_ODT, "Basic/script-lc.xml", []),
        (LEDGER_DOCX, "word/embeddings/Microsoft_Excel_Sheet1.xlsx", []),
        (LEDGER_DOCX, "word/media/vbaProject.bin.png", []),
    ],
)
def test_other_members(data: bytes, member: str, findings: list[tuple[str, str]]) -> None:
    assert told(with_members(data, {member: "x"}), "a.odt" if data is LEDGER_ODT else "a.docx") == findings


def packed(content: bytes) -> str:
    """An object stream that holds an action as object 90."""
    body = zlib.compress(b"90 0 " + content)
    head = f"<< /Type /ObjStm /N 1 /First 5 /Filter /FlateDecode /Length {len(body)} >>"
    return f"{head}\nstream\n{body.decode('latin-1')}\nendstream"


@pytest.mark.parametrize(
    "data",
    [
        pdf_of([WORDS], catalog="/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"),
        pdf_of([WORDS], catalog="/OpenAction << /S/Launch /F (gate.exe) >>"),
        pdf_of([WORDS], catalog="/AA << /WC << /S /J#61vaScript /JS 9 0 R >> >>"),
        pdf_of([WORDS], page="/AA << /O << /Type /Action /S\n/JavaScript /JS (this.exportDataObject\\(\\)) >> >>"),
        pdf_of([WORDS], catalog="/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (1) >>] >> >>"),
        pdf_of([WORDS], page="/AA << /F << /S /JavaScript /JS (AFDate_Format\\(1\\);app.launchURL\\(1\\)) >> >>"),
        pdf_of([WORDS], more=(packed(b"<< /S /JavaScript /JS (app.launchURL) >>"),)),
    ],
)
def test_actions_of_a_pdf(data: bytes) -> None:
    assert told(data, "a.pdf") == [("SAF007", "warning")]


def test_scripts_of_a_form_are_a_note() -> None:
    script = '<< /S /JavaScript /JS (AFNumber_Format\\(2, 0, 0, 0, "", true\\);) >>'
    assert told(pdf_of([WORDS], page=f"/AA << /F {script} >>"), "a.pdf") == [("SAF007", "note")]


def test_a_file_attached_to_a_pdf_is_a_note() -> None:
    file = "<< /Type /Filespec /F (gate.xml) /EF << /F 7 0 R >> >>"
    stream = "<< /Type /EmbeddedFile /Length 3 >>\nstream\n<a>\nendstream"
    data = pdf_of(
        [WORDS], catalog=f"/Names << /EmbeddedFiles << /Names [(gate.xml) {file}] >> >>", more=("null", stream)
    )
    assert told(data, "a.pdf") == [("SAF007", "note")]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (LEDGER_PDF, "a.pdf"),
        (pdf([["An action has /S /JavaScript or /S /Launch beside /OpenAction."]]), "a.pdf"),
        (pdf_of([WORDS], catalog="/OpenAction [4 0 R /FitH 700]"), "a.pdf"),
        (pdf_of([WORDS], catalog="/OpenAction << /S /GoTo /D [4 0 R /Fit] >>"), "a.pdf"),
        (docx(paragraph(run("Macros lie in word/vbaProject.bin."))), "a.docx"),
        (b"<html><body><p>The gates open.</p><script>open()</script></body></html>", "a.html"),
    ],
)
def test_documents_without_programs(data: bytes, name: str) -> None:
    assert told(data, name) == []


@pytest.mark.parametrize("name", ["a.doc", "a.xls", "a.ppt"])
def test_macros_of_older_files(name: str) -> None:
    start = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1_000)
    assert told(start + "_VBA_PROJECT".encode("utf-16-le") + bytes(1_000), name) == [("SAF007", "warning")]
    assert told(start + b"_VBA_PROJECT" + bytes(1_000), name) == []


def test_test_data_is_a_note() -> None:
    data = with_members(LEDGER_DOCX, {"word/vbaProject.bin": "x"})
    assert told(data, "tests/fixtures/a.docm") == [("SAF007", "note")]
