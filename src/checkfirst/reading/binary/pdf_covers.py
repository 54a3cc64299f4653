"""Text of a PDF's page that is painted over, or in the colour of what it is painted on.

Areas are looked up by bands of the page, each with a bounded number, so that the work stays linear. That something is told
here is no proof: areas may have holes, and scans lie over their recognized text.
"""

import ctypes
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from checkfirst.model.losses import Concealment
from checkfirst.reading.binary.colours import Colour, are_alike

#: Height of a band in points, bands of one area at most, and areas of a band that are remembered. Not measured.
_BAND, _BANDS, _REMEMBERED = 12, 400, 40
#: Width and height in points from which an area may cover words, and by which words may stand out of it.
_WIDE, _HIGH, _OUT = 12, 5, 1.5
#: Segments of a path that is a rectangle.
_SEGMENTS: Final = range(4, 7)
_OPAQUE: Final = 255

Box = tuple[float, ...]


class Area(NamedTuple):
    """An opaque rectangle or a picture."""

    box: Box
    colour: Colour | None
    """``None`` for a picture."""


class Words(NamedTuple):
    """A text object."""

    box: Box
    colour: Colour | None
    item: Any


Painted = Area | Words


def area_of(item: Any, box: Box, *, is_picture: bool) -> Area | None:
    """The area that an object paints; ``None`` for one that is small, transparent, or no rectangle."""
    if box[2] - box[0] < _WIDE or box[3] - box[1] < _HIGH:
        return None
    import pypdfium2.raw as pdfium

    if pdfium.FPDFPageObj_HasTransparency(item):
        return None
    if is_picture:
        return Area(box, None)
    filled, stroked = ctypes.c_int(), pdfium.FPDF_BOOL()
    if pdfium.FPDFPath_CountSegments(item) not in _SEGMENTS:
        return None
    if not pdfium.FPDFPath_GetDrawMode(item, ctypes.byref(filled), ctypes.byref(stroked)) or not filled.value:
        return None
    colour = fill_of(item)
    return Area(box, colour) if colour else None


def fill_of(item: Any) -> Colour | None:
    """The opaque colour with which an object is filled; ``None`` for another one."""
    import pypdfium2.raw as pdfium

    values = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(item, *map(ctypes.byref, values)):
        return None
    red, green, blue, alpha = (value.value for value in values)
    return (red, green, blue) if alpha == _OPAQUE else None


def unseen_words(painted: list[Painted]) -> Iterator[tuple[Concealment, Any]]:
    """The text objects, in the order in which they are painted, that can't be seen for what lies over or below them."""
    if not any(isinstance(one, Area) for one in painted):
        return
    covered = {n for n, area in _nearest(reversed(list(enumerate(painted)))) if area is not None}
    grounds = dict(_nearest(enumerate(painted)))
    for n, one in enumerate(painted):
        if isinstance(one, Area):
            continue
        ground = grounds[n]
        if n in covered:
            yield Concealment.COVERED, one.item
        elif ground and ground.colour and one.colour and are_alike(one.colour, ground.colour):
            yield Concealment.GROUND_COLOUR, one.item


def _nearest(painted: Iterable[tuple[int, Painted]]) -> Iterator[tuple[int, Area | None]]:
    """The text objects by number, each with the last area before it that holds all of it."""
    bands: defaultdict[int, deque[Area]] = defaultdict(lambda: deque(maxlen=_REMEMBERED))
    for number, one in painted:
        low, high = (int(y // _BAND) for y in (one.box[1], one.box[3]))
        if isinstance(one, Area):
            for band in range(low, min(high, low + _BANDS) + 1):
                bands[band].append(one)
        else:
            areas = bands.get((low + high) // 2, ())
            yield number, next((area for area in reversed(areas) if _holds(area.box, one.box)), None)


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer[0] <= inner[0] + _OUT
        and outer[1] <= inner[1] + _OUT
        and outer[2] >= inner[2] - _OUT
        and outer[3] >= inner[3] - _OUT
    )
