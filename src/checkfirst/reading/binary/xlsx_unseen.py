"""Cells of a workbook that show nothing: in the colour of their ground, or with a format for no values."""

from collections.abc import Sized
from typing import Final
from xml.etree.ElementTree import Element

from checkfirst.reading.binary.colours import BLACK, WHITE, Colour, are_alike, from_hex, of_theme
from checkfirst.reading.binary.xml_stream import attribute, local
from checkfirst.reading.binary.zip_package import Package

#: Colours of a theme by number, and of the old palette (ECMA-376 part 1, sections 18.8.3 and 18.8.27).
_THEME: Final = {"0": of_theme("lt1"), "1": of_theme("dk1")}
_INDEXED: Final = {"0": BLACK, "1": WHITE, "8": BLACK, "9": WHITE, "64": BLACK, "65": WHITE}
#: A format for numbers that shows neither numbers nor text.
_NOTHING: Final = ";;;"
#: Digits of a number that is believed.
_DIGITS: Final = 6


def unseen_formats(package: Package) -> frozenset[str]:
    """The numbers of the cell formats that show nothing, as cells have them; a table or a rule may colour them after all."""
    name = "xl/styles.xml"
    root = package.xml(name) if name in package else None
    if root is None:
        return frozenset()
    lists = {local(part): list(part) for part in root}
    empty = {
        attribute(e, "numFmtId") for e in lists.get("numFmts", []) if attribute(e, "formatCode").strip() == _NOTHING
    }
    fonts = [_colour(font, "color") for font in lists.get("fonts", [])] or [None]
    fills = [_filled(fill) for fill in lists.get("fills", [])] or [WHITE]
    found = set()
    for number, form in enumerate(lists.get("cellXfs", [])):
        colour, ground = fonts[_number(form, "fontId", fonts)], fills[_number(form, "fillId", fills)]
        unseen = colour is not None and ground is not None and are_alike(colour, ground)
        if unseen or attribute(form, "numFmtId") in empty:
            found.add(str(number))
    return frozenset(found)


def _number(form: Element, name: str, among: Sized) -> int:
    """The number of a font or fill of a format; that of the usual one if there is none such."""
    number = attribute(form, name)
    return int(number) if number.isdigit() and len(number) <= _DIGITS and int(number) < len(among) else 0


def _filled(fill: Element) -> Colour | None:
    """The ground of a fill; ``None`` if it is not known. Without a fill, it is the white of the sheet."""
    pattern = next(iter(fill), None)
    if pattern is None or local(pattern) != "patternFill":
        return None
    kind = attribute(pattern, "patternType")
    if kind in {"", "none"}:
        return WHITE
    return _colour(pattern, "fgColor") if kind == "solid" else None


def _colour(element: Element, name: str) -> Colour | None:
    """The colour that an element has in a child; ``None`` for one that is not told, or made lighter or darker."""
    child = next((e for e in element if local(e) == name), None)
    if child is None or attribute(child, "tint") not in {"", "0"}:
        return None
    return (
        from_hex(attribute(child, "rgb"))
        or _THEME.get(attribute(child, "theme"))
        or _INDEXED.get(attribute(child, "indexed"))
    )
