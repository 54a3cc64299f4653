"""True types, whatever the name says."""

import pytest

from checkfirst.model.document import Format
from checkfirst.reading.identify import identify
from tests.reading.rich_files import LEDGER_DOCX, LEDGER_EPUB, LEDGER_ODT, LEDGER_PDF, LEDGER_XLSX, zipped

_OFFICE = "application/vnd.openxmlformats-officedocument."


@pytest.mark.parametrize("name", ["right", "notes.txt", "archive.zip", "page.html"])
@pytest.mark.parametrize(
    ("data", "media_type", "format_"),
    [
        (LEDGER_PDF, "application/pdf", Format.RICH),
        (LEDGER_DOCX, f"{_OFFICE}wordprocessingml.document", Format.RICH),
        (LEDGER_XLSX, f"{_OFFICE}spreadsheetml.sheet", Format.RICH),
        (LEDGER_ODT, "application/vnd.oasis.opendocument.text", Format.RICH),
        (LEDGER_EPUB, "application/epub+zip", Format.RICH),
        (b"{\\rtf1 x}", "application/rtf", Format.RICH),
        (zipped({"a.md": "# A"}), "application/zip", Format.BINARY),
        (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "image/svg+xml", Format.BINARY),
        (b"\x89PNG\r\n\x1a\n....", "image/png", Format.BINARY),
    ],
    ids=["pdf", "docx", "xlsx", "odt", "epub", "rtf", "zip", "svg", "png"],
)
def test_content_decides(name: str, data: bytes, media_type: str, format_: Format) -> None:
    found = identify(name, data)
    assert (found.media_type, found.format) == (media_type, format_)


@pytest.mark.parametrize(
    ("name", "media_type"),
    [("a.eml", "message/rfc822"), ("a.mbox", "application/mbox"), ("a.ipynb", "application/x-ipynb+json")],
)
def test_the_name_decides_for_text_within_text(name: str, media_type: str) -> None:
    assert identify(name, b"From: someone\n\n{}\n").media_type == media_type


def test_half_a_document_is_a_broken_one_of_its_kind() -> None:
    assert identify("a.docx", LEDGER_DOCX[:100]).media_type == f"{_OFFICE}wordprocessingml.document"
    assert identify("a.bin", LEDGER_DOCX[:100]).media_type == "application/zip"
