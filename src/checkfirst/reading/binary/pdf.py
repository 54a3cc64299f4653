"""PDF through PDFium: the text in reading order, page by page, without running headers and footers."""

import re
from collections import Counter
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final

from checkfirst import lazy_re
from checkfirst.model.document import Link, Role
from checkfirst.model.location import text_span
from checkfirst.model.losses import LossKind
from checkfirst.reading.binary.pdf_actions import add_actions, scripts_of
from checkfirst.reading.binary.pdf_page import PageText, read_page
from checkfirst.reading.binary.text_builder import TextBuilder
from checkfirst.reading.parsed import Damaged, Encrypted, LimitExceeded, Structure

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

# None of the numbers below is measured, unless its comment says so.
#: Pages of the longest file that is read.
PAGES: Final = 5_000
#: Lines at the top and at the bottom of a page that may be a running header or footer.
_EDGE: Final = 2
#: Pages on which a line must recur to be one, and their share of all pages.
_FEWEST_REPEATS, _REPEATED = 3, 0.4
#: Characters below which a page with pictures is a scan without text.
_BARE: Final = 16
#: Share of pages without text, or with unmapped characters, from which the file has no usable text.
_MOSTLY: Final = 0.5
#: Scanned pages from which they are reported in a file that has text.
_FEWEST_BARE: Final = 3
#: Share of characters without a Unicode mapping above which the text of a page is unusable.
_GARBLED: Final = 0.3
#: Characters of the shortest page that is examined so; labels of figures are shorter.
_FEWEST_CHARACTERS: Final = 400
#: Bookmarks that are read, and their levels.
_BOOKMARKS, _BOOKMARK_LEVELS = 5_000, 8
#: A printed page number alone on its line, and numbered pages from which their order is examined.
_PRINTED = lazy_re.compile(r"^\s*(?:page\s+|-\s*)?(\d{1,4})(?:\s*-|\s*(?:of|/)\s*\d{1,4})?\s*$", re.IGNORECASE)
_FEWEST_PRINTED: Final = 5
#: Share of pages that must have such a number, and the range of the numbers as a multiple of their count.
_NUMBERED, _GAPS = 0.6, 1.2
#: Attachments whose names are kept, and characters of a link's text by which its line is found.
_ATTACHMENTS, _LINK_TEXT = 100, 40
#: What differs between the running headers of two pages.
_NUMBER = lazy_re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
#: PDFium's character for a hyphen at the end of a line.
_SOFT_HYPHEN: Final = "\x02"
#: A word divided at the end of a line: the next line goes on with a small letter.
_BROKEN_WORD = lazy_re.compile(r"(\w)(?:[\x02\ufffe]\n?|[-\u00ad]\n)(?=[a-z])")


def read_pdf(data: bytes) -> Structure:
    """The text of a PDF. Raises ``Damaged``, ``Encrypted`` and ``LimitExceeded``."""
    document = _open(data)
    try:
        count = len(document)
        if count > PAGES:
            raise LimitExceeded(f"{count:,} pages; at most {PAGES:,} are read")
        out = TextBuilder()
        read = _pages(document, count)
        bare = sum(page is not None and page.pictures and len(page.text.strip()) < _BARE for page in read)
        lines = _without_edges(out, [_lines(page.text) if page else [] for page in read])
        with out.up_to_limit():
            _write(out, lines, read, _outline(document))
        _add_losses(out, read, count, bare)
        add_actions(out, data, scripts_of(document))
        _check_order(out, [_lines(page.text) if page else [] for page in read])
        return out.build((*_metadata(document), *_attachments(out, document)))
    finally:
        document.close()


def _open(data: bytes) -> "PdfDocument":
    """The opened file, valid as long as ``data`` is. Raises ``Damaged`` or ``Encrypted``.

    ``PdfDocument(data)`` also fails for a file that opens and has no pages, and then gives PDFium's last error as the
    reason. PDFium sets that error only when it can't open a file, so it would be the one of an earlier file.
    """
    import pypdfium2 as pdfium
    import pypdfium2.raw as raw

    handle = raw.FPDF_LoadMemDocument64(data, len(data), None)
    if not handle:
        error = raw.FPDF_GetLastError()
        if error in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
            raise Encrypted("the file is locked with a password")
        raise Damaged("not a valid PDF")
    document: PdfDocument = pdfium.PdfDocument(handle)
    if len(document) < 1:
        document.close()
        raise Damaged("it has no pages")
    return document


def _pages(document: "PdfDocument", count: int) -> list[PageText | None]:
    """The text of each page; ``None`` for one that can't be read."""
    import pypdfium2 as pdfium

    pages: list[PageText | None] = []
    for number in range(count):
        try:
            page = document[number]
            pages.append(read_page(page))
            page.close()
        except (pdfium.PdfiumError, OSError, ValueError):
            pages.append(None)
    return pages


def _lines(text: str) -> list[str]:
    text = _BROKEN_WORD.sub(r"\1", text.replace("\r\n", "\n").replace("\r", "\n"))
    return [line.rstrip() for line in text.replace(_SOFT_HYPHEN, "-").replace("\ufffe", "-").split("\n")]


def _add_losses(out: TextBuilder, pages: list[PageText | None], count: int, bare: int) -> None:
    for number, page in enumerate(pages, start=1):
        if page is None:
            out.add_loss(LossKind.PAGE_NOT_READ, name=f"page {number}")
    texts = any(page and page.text.strip() for page in pages)
    if not bare and not texts and any(page and page.drawings for page in pages):
        # One page is a drawing; more of them are a document whose letters are drawn as curves.
        out.add_loss(LossKind.DRAWN if count == 1 else LossKind.NO_TEXT_LAYER, count)
    if bare and bare >= count * _MOSTLY:
        out.add_loss(LossKind.NO_TEXT_LAYER, bare)
    elif bare >= _FEWEST_BARE:
        out.add_loss(LossKind.PICTURE_PAGE, bare)
    unmapped = sum(
        page is not None and page.unmapped > _GARBLED and len(page.text) > _FEWEST_CHARACTERS for page in pages
    )
    if unmapped and unmapped >= count * _MOSTLY:
        out.add_loss(LossKind.UNMAPPED_LETTERS, unmapped)


def _outline(document: "PdfDocument") -> dict[tuple[int, str], int]:
    """The levels of the bookmarks, by page (from 1) and normalized title."""
    import pypdfium2 as pdfium

    found: dict[tuple[int, str], int] = {}
    try:
        for bookmark in islice(document.get_toc(max_depth=_BOOKMARK_LEVELS), _BOOKMARKS):
            target = bookmark.get_dest()
            page = target.get_index() if target else None
            if page is not None:
                found[page + 1, _normalized(bookmark.get_title())] = bookmark.level + 1
    except (pdfium.PdfiumError, ValueError, OSError):
        return found
    return found


def _normalized(text: str) -> str:
    return " ".join(text.split()).casefold()


def _attachments(out: TextBuilder, document: "PdfDocument") -> list[tuple[str, str]]:
    """The names of attached files as metadata; the files are not read."""
    import pypdfium2 as pdfium

    count = max(0, document.count_attachments())
    if count:
        out.add_loss(LossKind.ATTACHMENT, count)
    names = []
    for number in range(min(count, _ATTACHMENTS)):
        try:
            names.append(("attachment", document.get_attachment(number).get_name()))
        except (pdfium.PdfiumError, ValueError, OSError):
            continue
    return names


def _check_order(out: TextBuilder, pages: list[list[str]]) -> None:
    """Add a loss with the number of descents in the printed page numbers, if most pages have one."""
    printed = [next((int(m[1]) for line in _edges(lines) if (m := _PRINTED.match(line))), None) for lines in pages]
    known = [number for number in printed if number is not None]
    # Page numbers are distinct and nearly without gaps; other numbers alone on a line are not.
    are_page_numbers = len(set(known)) == len(known) and max(known, default=0) - min(known, default=0) < _GAPS * len(
        known
    )
    descents = sum(later < earlier for earlier, later in pairwise(known))
    if are_page_numbers and descents and len(known) >= max(_FEWEST_PRINTED, _NUMBERED * len(pages)):
        out.add_loss(LossKind.PAGE_ORDER, descents)


def _without_edges(out: TextBuilder, pages: list[list[str]]) -> list[list[str]]:
    """The pages without running headers and footers: lines at their edges that recur, with any numbers in them."""
    counts: Counter[str] = Counter()
    for lines in pages:
        counts.update({_without_numbers(line) for line in _edges(lines)})
    least = max(_FEWEST_REPEATS, _REPEATED * len(pages))
    running = {line for line, count in counts.items() if count >= least and line}
    kept = []
    for lines in pages:
        filled = [n for n, line in enumerate(lines) if line.strip()]
        edge = {*filled[:_EDGE], *filled[-_EDGE:]}
        dropped = {n for n in edge if _without_numbers(lines[n]) in running}
        if dropped:
            out.add_loss(LossKind.RUNNING_HEADER, len(dropped))
        kept.append([line for n, line in enumerate(lines) if n not in dropped])
    return kept


def _edges(lines: list[str]) -> list[str]:
    """The first and the last lines of a page that are not blank."""
    filled = [line for line in lines if line.strip()]
    return [*filled[:_EDGE], *filled[-_EDGE:]]


def _without_numbers(line: str) -> str:
    return _NUMBER.sub("0", " ".join(line.split()))


def _write(
    out: TextBuilder, pages: list[list[str]], read: list[PageText | None], outline: dict[tuple[int, str], int]
) -> None:
    for number, (lines, page) in enumerate(zip(pages, read, strict=True), start=1):
        out.page = number
        first = len(out.lines) + 1
        for line in lines:
            level = outline.get((number, _normalized(line))) if outline else None
            out.add(line, Role.HEADING if level else None, level or 0)
        out.blank_line()
        for how, text in page.hidden if page else ():
            out.add_hidden(how, text)
        for address, text in page.links if page else ():
            offset = next((n for n, line in enumerate(lines) if text and text[:_LINK_TEXT] in line), 0)
            out.add_link(Link(target=address, text=text, span=text_span(first + offset - 1)))


def _metadata(document: "PdfDocument") -> tuple[tuple[str, str], ...]:
    try:
        found = document.get_metadata_dict(skip_empty=True)
    except Exception:  # a broken file may have anything in place of the dictionary
        return ()
    return tuple((str(key).lower(), " ".join(str(value).split())) for key, value in found.items() if str(value).strip())
