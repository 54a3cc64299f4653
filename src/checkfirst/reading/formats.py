"""Which reader reads which type that is no plain text; all of them run in a process of their own."""

from collections.abc import Callable
from typing import Final

from checkfirst.model.location import Unit
from checkfirst.reading.parsed import Structure

_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
_OPEN: Final = "application/vnd.oasis.opendocument."
#: Types that are opened as sets inside the set.
ARCHIVES: Final = frozenset(
    {"application/zip", "application/x-tar", "application/gzip", "application/x-bzip2", "application/x-xz"}
)
#: What the pages of a type are called.
UNITS: Final = {
    "application/pdf": Unit.PAGE,
    f"{_OFFICE}presentationml.presentation": Unit.SLIDE,
    f"{_OFFICE}spreadsheetml.sheet": Unit.SHEET,
    f"{_OPEN}presentation": Unit.SLIDE,
    f"{_OPEN}spreadsheet": Unit.SHEET,
    "application/epub+zip": Unit.CHAPTER,
    "message/rfc822": Unit.MESSAGE,
    "application/mbox": Unit.MESSAGE,
    "application/x-ipynb+json": Unit.CELL,
}
#: Name of the reader by media type.
READERS: Final[dict[str, str]] = {
    "application/pdf": "pdf",
    f"{_OFFICE}wordprocessingml.document": "docx",
    f"{_OFFICE}presentationml.presentation": "pptx",
    f"{_OFFICE}spreadsheetml.sheet": "xlsx",
    f"{_OPEN}text": "opendocument",
    f"{_OPEN}presentation": "opendocument",
    f"{_OPEN}spreadsheet": "opendocument",
    "application/epub+zip": "epub",
    "application/rtf": "rtf",
    "message/rfc822": "mail",
    "application/mbox": "mail",
    "multipart/related": "web-archive",
    "application/x-ipynb+json": "notebook",
    **dict.fromkeys(ARCHIVES, "archive"),
}


def reader_named(name: str) -> Callable[[bytes], Structure]:
    """The reader's function; each is imported when it is first needed."""
    match name:
        case "pdf":
            from checkfirst.reading.binary.pdf import read_pdf

            return read_pdf
        case "rtf":
            from checkfirst.reading.binary.rtf import read_rtf

            return read_rtf
        case "mail":
            from checkfirst.reading.binary.mail import read_mail

            return read_mail
        case "web-archive":
            from checkfirst.reading.binary.mail import read_web_archive

            return read_web_archive
        case "archive":
            from checkfirst.reading.binary.archive import read_archive

            return read_archive
        case "notebook":
            from checkfirst.reading.binary.notebook import read_notebook
            from checkfirst.reading.text.decode import decode

            return lambda data: read_notebook(decode(data).text)
        case _:
            return _packaged(name)


def _packaged(name: str) -> Callable[[bytes], Structure]:
    from checkfirst.reading.binary.docx import read_docx
    from checkfirst.reading.binary.epub import read_epub
    from checkfirst.reading.binary.odf import read_opendocument
    from checkfirst.reading.binary.pptx import read_pptx
    from checkfirst.reading.binary.xlsx import read_xlsx
    from checkfirst.reading.binary.zip_package import Package

    read = {
        "docx": read_docx,
        "pptx": read_pptx,
        "xlsx": read_xlsx,
        "opendocument": read_opendocument,
        "epub": read_epub,
    }[name]
    return lambda data: read(Package(data))
