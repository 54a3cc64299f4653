"""PDF through PDFium: text in the file's reading order, page by page, without what every page repeats."""

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from checkfirst.reading.interface import Damaged, Encrypted, LimitExceeded, Structure
from checkfirst.reading.sheet_of_lines import Writer

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

#: Pages that are read of one file.
PAGES: Final = 5_000
#: Lines at the top and at the foot of a page that may be its running header or footer.
_EDGE: Final = 2
#: Pages on which a line must stand to be one, and their share.
_FEWEST_REPEATS, _REPEATED = 3, 0.4
#: Characters on a page below which it has no text to speak of.
_BARE: Final = 16
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
#: PDFium's sign for a hyphen at the end of a line.
_SOFT_HYPHEN: Final = "\x02"
#: Where the file itself says nothing, a small letter after a hyphen at a line's end goes on with the word.
_UNMAPPED = re.compile(r"[\ufffd\ue000-\uf8ff\x00-\x01\x03-\x08]")
_BROKEN_WORD = re.compile(r"(\w)(?:[\x02\ufffe]\n?|[-\u00ad]\n)(?=[a-z])")


def read_pdf(data: bytes) -> Structure:
    """The text of a PDF. Raises ``Damaged``, ``Encrypted`` and ``LimitExceeded``."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise Encrypted("the file is locked with a password") from None
        raise Damaged(str(error)) from None
    try:
        count = len(document)
        if count > PAGES:
            raise LimitExceeded(f"{count:,} pages; at most {PAGES:,} are read")
        pages, bare, failed = _pages(document, count)
        out = Writer()
        _write(out, _without_edges(out, pages))
        if failed:
            out.lose("page-not-read", failed)
        if bare and bare >= count * 0.5:
            out.lose("no-text-layer", bare)
        return out.structure(_metadata(document))
    finally:
        document.close()


def _pages(document: "PdfDocument", count: int) -> tuple[list[list[str]], int, int]:
    """Lines of each page; how many pages are pictures alone; how many can't be read."""
    import pypdfium2 as pdfium

    pages: list[list[str]] = []
    bare = failed = 0
    for number in range(count):
        try:
            page = document[number]
            text = page.get_textpage().get_text_bounded()
            pictures = any(True for _ in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_IMAGE], max_depth=2))
            page.close()
        except (pdfium.PdfiumError, OSError, ValueError):
            failed += 1
            pages.append([])
            continue
        bare += pictures and len(text.strip()) < _BARE
        text = _BROKEN_WORD.sub(r"\1", text.replace("\r\n", "\n").replace("\r", "\n"))
        pages.append([line.rstrip() for line in text.replace(_SOFT_HYPHEN, "-").replace("\ufffe", "-").split("\n")])
    return pages, bare, failed


def _without_edges(out: Writer, pages: list[list[str]]) -> list[list[str]]:
    """The pages without running headers and footers: lines at their edges that are alike but for numbers."""
    counts: Counter[str] = Counter()
    for lines in pages:
        counts.update({_form(line) for line in _edges(lines)})
    least = max(_FEWEST_REPEATS, _REPEATED * len(pages))
    running = {form for form, count in counts.items() if count >= least and form}
    kept = []
    for lines in pages:
        filled = [n for n, line in enumerate(lines) if line.strip()]
        edge = {*filled[:_EDGE], *filled[-_EDGE:]}
        gone = {n for n in edge if _form(lines[n]) in running}
        if gone:
            out.lose("running-header", len(gone))
        kept.append([line for n, line in enumerate(lines) if n not in gone])
    return kept


def _edges(lines: list[str]) -> list[str]:
    filled = [line for line in lines if line.strip()]
    return [*filled[:_EDGE], *filled[-_EDGE:]]


def _form(line: str) -> str:
    return _NUMBER.sub("0", " ".join(line.split()))


def _write(out: Writer, pages: list[list[str]]) -> None:
    unmapped = total = 0
    for number, lines in enumerate(pages, start=1):
        out.page = number
        for line in lines:
            out.add(line)
            unmapped += len(_UNMAPPED.findall(line))
            total += len(line)
        out.gap()
    if total and unmapped > 0.05 * total:
        out.lose("unmapped-letters", unmapped)


def _metadata(document: "PdfDocument") -> tuple[tuple[str, str], ...]:
    try:
        found = document.get_metadata_dict(skip_empty=True)
    except Exception:  # the dictionary may be anything in a broken file
        return ()
    return tuple((str(key).lower(), " ".join(str(value).split())) for key, value in found.items() if str(value).strip())
