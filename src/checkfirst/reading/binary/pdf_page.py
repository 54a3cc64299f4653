"""One page of a PDF through PDFium: its text in reading order, its links, and what nobody sees of it."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from checkfirst.model.losses import Concealment

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

#: Objects of one page that are looked at, and how deep forms are opened.
_OBJECTS, _DEPTH = 20_000, 3
#: Points below which letters are too small to be read, and letters from which small signs are no hidden text.
_TINY, _FEWEST_LETTERS = 1.2, 4
#: Letters of a page that are asked whether their font says what they are.
_ASKED: Final = 60
#: Lines read across two columns from which a page is taken to have columns, and their share of all lines.
_FEWEST_ROWS, _SHARE_OF_ROWS = 10, 0.5
#: Points between the feet of two boxes on one line, and that a column may reach over the middle of its page.
_SAME_LINE, _GUTTER = 3, 6
#: Share of the page's width that a column has at least, and how many times wider than the other it may be; narrower ones
#: are cells of a table. What they lead to on pages in two columns, ``python -m benchmarks.formats --data DIR`` prints.
_NARROWEST, _UNLIKE = 0.28, 1.3
#: Points from which tiny letters in a row are a drawn rule. Not measured.
_RULE_WIDTH = 200 * _TINY
#: Share of a page's letters that are too small, from which the whole page is shrunk; and of a text's height that what
#: lies behind it must have. Not measured.
_SHRUNK, _AS_HIGH = 0.8, 0.6
_WHITE: Final = 245
_SMALL: Final = Concealment.TOO_SMALL
_INVISIBLE: Final = {3, 7}
"""Text rendering modes that paint nothing: neither filled nor stroked, or for clipping alone (ISO 32000-1, table 106)."""


#: Left, bottom, right and top, in points.
Box = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class PageText:
    """What one page says."""

    text: str
    pictures: bool
    hidden: tuple[tuple[Concealment, str], ...]
    """How something is hidden, and its text."""
    links: tuple[tuple[str, str], ...]
    """Addresses with the words that lead to them."""
    unmapped: float
    """Share of its letters whose font does not say which letters they are; of a sample."""


def read_page(page: "PdfPage") -> PageText:
    """All that is known of a page. Raises ``PdfiumError`` where PDFium can't read it."""
    text_page = page.get_textpage()
    pictures, hidden = _objects(page, text_page)
    text = _by_columns(page, text_page) or text_page.get_text_bounded()
    for _, said in hidden:
        text = _without(text, said)
    return PageText(
        text=text,
        pictures=pictures,
        hidden=tuple(hidden),
        links=tuple(_links(page, text_page)),
        unmapped=_unmapped(text_page),
    )


def _objects(page: "PdfPage", text_page: "PdfTextPage") -> tuple[bool, list[tuple[Concealment, str]]]:
    """Whether there are pictures, and the text objects that can't be seen."""
    import pypdfium2.raw as pdfium

    left, bottom, right, top = page.get_bbox()
    found: list[tuple[Concealment, Any, Box]] = []
    pictures: list[Box] = []
    painted: list[Box] = []
    bounds = [ctypes.c_float() for _ in range(4)]
    at = [ctypes.byref(value) for value in bounds]
    colour = [ctypes.c_uint() for _ in range(4)]
    into = [ctypes.byref(value) for value in colour]
    for item, kind, inside in _each(page.raw):
        if kind == pdfium.FPDF_PAGEOBJ_FORM or not pdfium.FPDFPageObj_GetBounds(item, *at):
            continue
        # Places within a form are its own: what is painted there may lie anywhere.
        box = (left, bottom, right, top) if inside else tuple(value.value for value in bounds)
        x0, y0, x1, y1 = box
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures.append(box)
        elif kind != pdfium.FPDF_PAGEOBJ_TEXT:
            painted.append(box)
        elif pdfium.FPDFTextObj_GetTextRenderMode(item) in _INVISIBLE:
            found.append((Concealment.INVISIBLE, item, box))
        elif not inside and (x1 < left or x0 > right or y1 < bottom or y0 > top):
            found.append((Concealment.OFF_PAGE, item, box))
        elif y1 - y0 < _TINY and x1 - x0 < _RULE_WIDTH and not inside:
            found.append((_SMALL, item, box))
        elif pdfium.FPDFPageObj_GetFillColor(item, *into) and _unseen(*(value.value for value in colour)):
            found.append((Concealment.WHITE_ON_WHITE, item, box))
    # Behind the picture of a page stands what was recognised in it: that is meant to be invisible; and white letters
    # on a picture or a painted ground are seen.
    grounds = {Concealment.INVISIBLE: pictures, Concealment.WHITE_ON_WHITE: [*pictures, *painted]}
    hidden = [
        (how, item) for how, item, box in found if not any(_covers(ground, box) for ground in grounds.get(how, ()))
    ]
    told = [(how, _text_of(item, text_page)) for how, item in hidden]
    told = [(how, said) for how, said in told if sum(map(str.isalpha, said)) >= _FEWEST_LETTERS]
    # A drawing that is shrunk as a whole hides nothing.
    drawn = sum(len(said) for how, said in told if how == _SMALL) > _SHRUNK * text_page.count_chars()
    return bool(pictures), _joined([(how, said) for how, said in told if not (drawn and how == _SMALL)])


def _covers(ground: Box, text: Box) -> bool:
    """Whether the middle of a text lies on something, and that is as high as the text at least."""
    x, y = (text[0] + text[2]) / 2, (text[1] + text[3]) / 2
    tall = ground[3] - ground[1] >= _AS_HIGH * (text[3] - text[1])
    return tall and ground[0] <= x <= ground[2] and ground[1] <= y <= ground[3]


def _unseen(red: int, green: int, blue: int, alpha: int) -> bool:
    return alpha == 0 or min(red, green, blue) >= _WHITE


def _each(page: Any) -> Iterator[tuple[Any, int, bool]]:
    """Each object of a page with its type, and whether it stands in a form, whose places are its own."""
    import pypdfium2.raw as pdfium

    count = min(_OBJECTS, pdfium.FPDFPage_CountObjects(page))
    waiting = [(pdfium.FPDFPage_GetObject(page, n), 0) for n in range(count - 1, -1, -1)]
    left = _OBJECTS
    while waiting and left:
        item, depth = waiting.pop()
        left -= 1
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
            inner = min(left, pdfium.FPDFFormObj_CountObjects(item))
            waiting += [(pdfium.FPDFFormObj_GetObject(item, n), depth + 1) for n in range(inner - 1, -1, -1)]
        yield item, kind, depth > 0


def _text_of(item: Any, text_page: "PdfTextPage") -> str:
    import pypdfium2.raw as pdfium

    size = pdfium.FPDFTextObj_GetText(item, text_page.raw, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFTextObj_GetText(item, text_page.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw[: max(0, size - 2)].decode("utf-16-le", "replace")


def _joined(found: list[tuple[Concealment, str]]) -> list[tuple[Concealment, str]]:
    """Runs that are hidden in the same way, one after the other, as one text."""
    joined: list[tuple[Concealment, str]] = []
    for how, said in found:
        if joined and joined[-1][0] == how:
            joined[-1] = (how, f"{joined[-1][1]} {said.strip()}")
        else:
            joined.append((how, said.strip()))
    return joined


def _without(text: str, hidden: str) -> str:
    """The text without the words that nobody sees, wherever their lines break."""
    words = hidden.split()
    position = start = text.find(words[0])
    for word in words:
        position = text.find(word, position)
        if position < 0:
            return text
        position += len(word)
    gone = text[start:position]
    return text.replace(gone, "", 1) if gone.split() == words else text


def _links(page: "PdfPage", text_page: "PdfTextPage") -> Iterator[tuple[str, str]]:
    """Addresses that the page leads to, each with the words in its rectangle."""
    import pypdfium2.raw as pdfium

    position = ctypes.c_int(0)
    link = pdfium.FPDF_LINK()
    for _ in range(200):
        if not pdfium.FPDFLink_Enumerate(page.raw, ctypes.byref(position), ctypes.byref(link)):
            return
        action = pdfium.FPDFLink_GetAction(link)
        if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
            continue
        size = pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, None, 0)
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, buffer, size)
        box = pdfium.FS_RECTF()
        said = ""
        if pdfium.FPDFLink_GetAnnotRect(link, ctypes.byref(box)):
            said = text_page.get_text_bounded(box.left, box.bottom, box.right, box.top)
        address = buffer.value.decode("utf-8", "replace").strip()
        if address:
            yield address, " ".join(said.split())


def _unmapped(text_page: "PdfTextPage") -> float:
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFText_CountChars(text_page.raw)
    asked = range(0, count, max(1, count // _ASKED))
    wrong = sum(pdfium.FPDFText_HasUnicodeMapError(text_page.raw, n) == 1 for n in asked)
    return wrong / len(asked) if len(asked) else 0.0


def _by_columns(page: "PdfPage", text_page: "PdfTextPage") -> str | None:
    """The text of a page whose lines run across its two columns, column by column; ``None`` for any other page."""
    left, bottom, right, top = page.get_bbox()
    middle = (left + right) / 2
    boxes = [text_page.get_rect(n) for n in range(text_page.count_rects())]
    rows = [
        (one, two)
        for one, two in pairwise(boxes)
        if abs(one[1] - two[1]) < _SAME_LINE and one[2] < middle + _GUTTER and two[0] > middle - _GUTTER
    ]
    if len(rows) < _FEWEST_ROWS or 2 * len(rows) < _SHARE_OF_ROWS * len(boxes):
        return None
    widths = [sum(box[2] - box[0] for box in side) / len(rows) for side in zip(*rows, strict=True)]
    # Cells of a table are narrow, or of unlike widths; columns of text fill their half.
    if min(widths) < _NARROWEST * (right - left) or max(widths) > _UNLIKE * min(widths):
        return None
    upper, lower = max(one[3] for one, _ in rows) + 2, min(one[1] for one, _ in rows) - 2
    parts = (
        (left, upper, right, top),
        (left, lower, middle, upper),
        (middle, lower, right, upper),
        (left, bottom, right, lower),
    )
    return "\n".join(filter(None, (text_page.get_text_bounded(*part) for part in parts)))
