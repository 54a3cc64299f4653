"""One page of a PDF through PDFium: its text in reading order, its links, and its invisible text."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from checkfirst.model.losses import Concealment
from checkfirst.reading.binary.colours import Colour
from checkfirst.reading.binary.pdf_covers import Painted, Words, area_of, unseen_words

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

# None of the numbers below is measured, unless its comment says so.
#: Objects of one page that are examined, levels of nested forms, and links.
_OBJECTS, _DEPTH, _LINKS = 20_000, 3, 200
#: Height of letters, in points, below which they can't be read, and letters of the shortest hidden text.
_TINY, _FEWEST_LETTERS = 1.2, 4
#: Characters of a page whose Unicode mapping is examined, evenly spread.
_SAMPLE: Final = 60
#: Lines that run across two columns from which a page has columns, and their share of all lines.
_FEWEST_ROWS, _SHARE_OF_ROWS = 10, 0.5
#: Points by which the bottoms of two boxes on one line differ at most, by which a column may cross the middle of the
#: page, and that are added above and below the columns.
_SAME_LINE, _GUTTER, _MARGIN = 3, 6, 2
#: Share of the page's width that a column has at least, and by which factor columns differ at most; others are cells of
#: a table. ``python -m benchmarks.formats --data DIR`` prints the effect on pages with two columns.
_NARROWEST, _UNLIKE = 0.28, 1.3
#: Points from which a row of tiny letters is a drawn rule.
_RULE_WIDTH = 200 * _TINY
#: Share of a page's letters that are too small, above which the whole page is a shrunk drawing.
_SHRUNK = 0.8
#: Share of a text's height that an object behind it must have to be its background.
_AS_HIGH = 0.6
#: The least value of red, green and blue (of 255) that counts as white.
_WHITE: Final = 245
#: Text rendering modes that paint nothing: neither filled nor stroked, or for clipping alone (ISO 32000-1, table 106).
_INVISIBLE: Final = {3, 7}


#: Left, bottom, right and top, in points.
Box = tuple[float, ...]


class PageText(Struct, frozen=True):
    """The text of one page."""

    text: str
    """The visible text, in reading order."""
    pictures: bool
    """Whether the page has pictures."""
    drawings: bool
    """Whether it has lines, curves or areas."""
    hidden: tuple[tuple[Concealment, str], ...]
    """Invisible texts, and how each is hidden."""
    links: tuple[tuple[str, str], ...]
    """Addresses, each with the text of its link."""
    unmapped: float
    """Share of characters whose font has no Unicode mapping for them, of a sample."""


@dataclass(slots=True)
class _Objects:
    """Bounding boxes of what a page paints, and the text objects that may be invisible."""

    pictures: list[Box] = field(default_factory=list)
    drawings: list[Box] = field(default_factory=list)
    suspects: list[tuple[Concealment, Any, Box]] = field(default_factory=list)
    painted: list[Painted] = field(default_factory=list)
    """The areas, and the texts that are no suspects, in the order in which they are painted."""


def read_page(page: "PdfPage") -> PageText:
    """The text of a page. Raises ``PdfiumError`` if PDFium can't read it."""
    text_page = page.get_textpage()
    objects = _objects(page)
    hidden = _hidden_texts(objects, text_page)
    text = _by_columns(page, text_page) or text_page.get_text_bounded()
    for _, hidden_text in hidden:
        text = _without(text, hidden_text)
    # What lies over or below words may have holes: they stay in the text.
    covered = _joined([(how, _text_of(item, text_page)) for how, item in unseen_words(objects.painted)])
    return PageText(
        text=text,
        pictures=bool(objects.pictures),
        drawings=bool(objects.drawings),
        hidden=(*hidden, *covered),
        links=tuple(_links(page, text_page)),
        unmapped=_unmapped(text_page),
    )


def _objects(page: "PdfPage") -> _Objects:
    """The objects of a page."""
    import pypdfium2.raw as pdfium

    page_box: Box = tuple(page.get_bbox())
    bounds = [ctypes.c_float() for _ in range(4)]
    bounds_pointers = [ctypes.byref(value) for value in bounds]
    objects, texts = _Objects(), _TextObjects(page_box)
    for item, kind, in_form in _each_object(page.raw):
        if kind == pdfium.FPDF_PAGEOBJ_FORM or not pdfium.FPDFPageObj_GetBounds(item, *bounds_pointers):
            continue
        # Coordinates in a form are its own: what it paints may lie anywhere on the page.
        box = page_box if in_form else tuple(value.value for value in bounds)
        if kind != pdfium.FPDF_PAGEOBJ_TEXT:
            is_picture = kind == pdfium.FPDF_PAGEOBJ_IMAGE
            (objects.pictures if is_picture else objects.drawings).append(box)
            if not in_form and (area := area_of(item, box, is_picture=is_picture)):
                objects.painted.append(area)
        elif how := texts.concealment(item, box, in_form=in_form):
            objects.suspects.append((how, item, box))
        elif not in_form:
            objects.painted.append(Words(box, texts.colour, item))
    return objects


class _TextObjects:
    """Asks PDFium whether text objects of a page may be hidden; the memory for the answers is used again."""

    def __init__(self, page_box: Box) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium = pdfium
        self._page_box = page_box
        self.colour: Colour | None = None
        """The colour of the text object that was asked for last, if it may be seen."""
        self._colour = [ctypes.c_uint() for _ in range(4)]
        self._colour_pointers = [ctypes.byref(value) for value in self._colour]

    def concealment(self, item: Any, box: Box, *, in_form: bool) -> Concealment | None:
        """How a text object may be hidden; ``None`` for a visible one."""
        left, bottom, right, top = self._page_box
        x0, y0, x1, y1 = box
        self.colour = None
        if self._pdfium.FPDFTextObj_GetTextRenderMode(item) in _INVISIBLE:
            return Concealment.INVISIBLE
        if not in_form and (x1 < left or x0 > right or y1 < bottom or y0 > top):
            return Concealment.OFF_PAGE
        if not in_form and y1 - y0 < _TINY and x1 - x0 < _RULE_WIDTH:
            return Concealment.TOO_SMALL
        if self._pdfium.FPDFPageObj_GetFillColor(item, *self._colour_pointers):
            red, green, blue, alpha = (value.value for value in self._colour)
            if alpha == 0 or min(red, green, blue) >= _WHITE:
                return Concealment.WHITE_ON_WHITE
            self.colour = (red, green, blue)
        return None


def _hidden_texts(objects: _Objects, text_page: "PdfTextPage") -> list[tuple[Concealment, str]]:
    """The invisible texts of a page, and how each is hidden."""
    # The recognized text of a scan lies invisible on its picture, where it is meant to be; and white letters on a
    # picture or a drawing can be seen.
    backgrounds = {
        Concealment.INVISIBLE: objects.pictures,
        Concealment.WHITE_ON_WHITE: [*objects.pictures, *objects.drawings],
    }
    found = [
        (how, _text_of(item, text_page))
        for how, item, box in objects.suspects
        if not any(_is_behind(background, box) for background in backgrounds.get(how, ()))
    ]
    found = [(how, text) for how, text in found if sum(map(str.isalpha, text)) >= _FEWEST_LETTERS]
    # A drawing that is shrunk as a whole hides nothing.
    tiny = sum(len(text) for how, text in found if how is Concealment.TOO_SMALL)
    if tiny > _SHRUNK * text_page.count_chars():
        found = [(how, text) for how, text in found if how is not Concealment.TOO_SMALL]
    return _joined(found)


def _is_behind(background: Box, text: Box) -> bool:
    """Whether the middle of a text lies on an object that is about as high as the text or higher."""
    x, y = (text[0] + text[2]) / 2, (text[1] + text[3]) / 2
    high = background[3] - background[1] >= _AS_HIGH * (text[3] - text[1])
    return high and background[0] <= x <= background[2] and background[1] <= y <= background[3]


def _each_object(page: Any) -> Iterator[tuple[Any, int, bool]]:
    """The objects of a page with their types, and whether each is in a form, which has its own coordinates."""
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
    """The texts, with successive ones that are hidden in the same way joined."""
    joined: list[tuple[Concealment, str]] = []
    for how, text in found:
        if joined and joined[-1][0] == how:
            joined[-1] = (how, f"{joined[-1][1]} {text.strip()}")
        else:
            joined.append((how, text.strip()))
    return joined


def _without(text: str, hidden: str) -> str:
    """The text without the first occurrence of the hidden words, which may have other line breaks."""
    words = hidden.split()
    position = start = text.find(words[0])
    for word in words:
        position = text.find(word, position)
        if position < 0:
            return text
        position += len(word)
    found = text[start:position]
    return text.replace(found, "", 1) if found.split() == words else text


def _links(page: "PdfPage", text_page: "PdfTextPage") -> Iterator[tuple[str, str]]:
    """The web addresses of a page's links, each with the text in the link's rectangle."""
    import pypdfium2.raw as pdfium

    position = ctypes.c_int(0)
    link = pdfium.FPDF_LINK()
    for _ in range(_LINKS):
        if not pdfium.FPDFLink_Enumerate(page.raw, ctypes.byref(position), ctypes.byref(link)):
            return
        action = pdfium.FPDFLink_GetAction(link)
        if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
            continue
        size = pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, None, 0)
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, buffer, size)
        box = pdfium.FS_RECTF()
        text = ""
        if pdfium.FPDFLink_GetAnnotRect(link, ctypes.byref(box)):
            text = text_page.get_text_bounded(box.left, box.bottom, box.right, box.top)
        address = buffer.value.decode("utf-8", "replace").strip()
        if address:
            yield address, " ".join(text.split())


def _unmapped(text_page: "PdfTextPage") -> float:
    """The share of sampled characters without a Unicode mapping."""
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFText_CountChars(text_page.raw)
    sample = range(0, count, max(1, count // _SAMPLE))
    unmapped = sum(pdfium.FPDFText_HasUnicodeMapError(text_page.raw, n) == 1 for n in sample)
    return unmapped / len(sample) if len(sample) else 0.0


def _by_columns(page: "PdfPage", text_page: "PdfTextPage") -> str | None:
    """The text of a page with two columns that PDFium reads across, column by column; ``None`` for any other page."""
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
    # Columns of text are wide and of equal width; cells of a table often are not.
    if min(widths) < _NARROWEST * (right - left) or max(widths) > _UNLIKE * min(widths):
        return None
    upper, lower = max(one[3] for one, _ in rows) + _MARGIN, min(one[1] for one, _ in rows) - _MARGIN
    parts = (
        (left, upper, right, top),
        (left, lower, middle, upper),
        (middle, lower, right, upper),
        (left, bottom, right, lower),
    )
    return "\n".join(filter(None, (text_page.get_text_bounded(*part) for part in parts)))
