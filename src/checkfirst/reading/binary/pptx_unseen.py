"""Words of a slide that nobody sees: in the colour of their ground, tiny, outside the slide, or described to programs.

They may be seen after all, for a picture or a gradient may lie below them, so that they stay in the text, too.
"""

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from checkfirst.model.losses import Concealment
from checkfirst.reading.binary.colours import WHITE, Colour, are_alike, from_hex, of_theme
from checkfirst.reading.binary.text_builder import TextBuilder
from checkfirst.reading.binary.xml_stream import attribute, local
from checkfirst.reading.binary.zip_package import Package

#: Size of letters, in hundredths of a point, up to which they are too small to read. Not measured.
_TINY: Final = 200
#: The size of a slide in English Metric Units where the show does not tell it (ECMA-376 part 1, section 19.2.1.39).
_USUAL: Final = (9_144_000, 6_858_000)
#: Digits of a place that is believed.
_DIGITS: Final = 12


def add_unseen(out: TextBuilder, package: Package, name: str, slide: Element) -> None:
    """Add the words of a slide that nobody sees as hidden text."""
    ground, size = _ground(package, name, slide), _size(package)
    for shape in slide.iter():
        kind = local(shape)
        if kind == "cNvPr":
            for told in ("descr", "title"):
                out.add_hidden(Concealment.ALTERNATIVE_TEXT, attribute(shape, told))
        elif kind == "sp":
            filled = _fill(_child(shape, "spPr"))
            styled = _child(shape, "style") is not None
            on = filled if filled is not None else None if styled else ground
            for how, text in _runs(shape, on, outside=_is_outside(shape, size)):
                out.add_hidden(how, text)


def _runs(shape: Element, ground: Colour | None, *, outside: bool) -> Iterator[tuple[Concealment, str]]:
    """The words of a shape that are hidden, those of one kind together."""
    found: dict[Concealment, list[str]] = {}
    for run in shape.iter():
        if local(run) != "r":
            continue
        text = "".join(part.text or "" for part in run if local(part) == "t")
        how = Concealment.OFF_PAGE if outside else _how_hidden(_child(run, "rPr"), ground)
        if how and text.strip():
            found.setdefault(how, []).append(text)
    yield from ((how, "".join(texts)) for how, texts in found.items())


def _how_hidden(properties: Element | None, ground: Colour | None) -> Concealment | None:
    if properties is None:
        return None
    size = attribute(properties, "sz")
    if size.isdigit() and len(size) <= _DIGITS and int(size) <= _TINY:
        return Concealment.TINY_TEXT
    colour = _fill(properties)
    if colour is not None and ground is not None and are_alike(colour, ground):
        return Concealment.GROUND_COLOUR
    return None


def _child(element: Element, name: str) -> Element | None:
    return next((child for child in element if local(child) == name), None)


def _fill(properties: Element | None) -> Colour | None:
    """The one colour with which something is filled; ``None`` if it is not known."""
    fill = _child(properties, "solidFill") if properties is not None else None
    if fill is None:
        return None
    for colour in fill:
        # A colour that is made lighter or darker is not known.
        if not list(colour):
            return from_hex(attribute(colour, "val")) or of_theme(attribute(colour, "val"))
    return None


def _ground(package: Package, name: str, slide: Element) -> Colour | None:
    """The ground of a slide by itself, its layout or its master; ``None`` for a picture, a gradient or one not known."""
    for root in _with_layouts(package, name, slide):
        for background in root.iter():
            if local(background) == "bgRef":
                return next((of_theme(attribute(colour, "val")) for colour in background), None)
            if local(background) == "bgPr":
                return _fill(background)
    return WHITE


def _with_layouts(package: Package, name: str, slide: Element) -> Iterator[Element]:
    """The slide, its layout and its master, as far as they are there."""
    yield slide
    for kind in ("slideLayout", "slideMaster"):
        name = next((target for target in package.relations(name).values() if f"/{kind}" in target), "")
        if not name or name not in package:
            return
        yield package.xml(name)


def _size(package: Package) -> tuple[int, int]:
    for element in package.xml(package.main_part("ppt/presentation.xml")).iter():
        if local(element) == "sldSz":
            return _number(attribute(element, "cx")) or _USUAL[0], _number(attribute(element, "cy")) or _USUAL[1]
    return _USUAL


def _is_outside(shape: Element, size: tuple[int, int]) -> bool:
    """Whether a shape has its place outside the slide."""
    frame = next((e for e in shape.iter() if local(e) == "xfrm"), None)
    place, extent = (_child(frame, name) if frame is not None else None for name in ("off", "ext"))
    if place is None or extent is None:
        return False
    x, y = _number(attribute(place, "x")), _number(attribute(place, "y"))
    right, bottom = x + _number(attribute(extent, "cx")), y + _number(attribute(extent, "cy"))
    return x >= size[0] or y >= size[1] or right <= 0 or bottom <= 0


def _number(value: str) -> int:
    digits = value.removeprefix("-")
    return int(value) if digits.isascii() and digits.isdigit() and len(digits) <= _DIGITS else 0
