"""Which runs of a Word document nobody sees: hidden, tiny, or in the colour of their ground, also by their styles."""

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from msgspec import Struct
from msgspec.structs import replace

from checkfirst.model.losses import Concealment
from checkfirst.reading.binary.colours import WHITE, Colour, are_alike, from_hex, of_mark, of_theme
from checkfirst.reading.binary.xml_stream import attribute, local
from checkfirst.reading.binary.zip_package import Package

#: Size of letters, in half-points, up to which they are too small to read. Not measured.
_TINY: Final = 4
#: Red, green and blue from which a colour is white; below it, words may be meant to be faint.
_WHITE: Final = 253
#: Styles that a style is based on, one upon the other, which are followed.
_BASES: Final = 10
_OFF: Final = {"0", "false", "off", "none"}


class Look(Struct, frozen=True):
    """How words look, as far as it is told; what is not told is ``None``."""

    colour: Colour | None = None
    ground: Colour | None = None
    unknown_ground: bool = False
    """Whether the ground is one that is not told here, such as that of a table."""
    size: int | None = None
    """In half-points."""
    hidden: bool | None = None

    def over(self, below: "Look") -> "Look":
        """This look where it says something, else the one below."""
        has_ground = self.ground is not None or self.unknown_ground
        return Look(
            colour=self.colour or below.colour,
            ground=self.ground if has_ground else below.ground,
            unknown_ground=self.unknown_ground if has_ground else below.unknown_ground,
            size=below.size if self.size is None else self.size,
            hidden=below.hidden if self.hidden is None else self.hidden,
        )

    @property
    def concealment(self) -> Concealment | None:
        """How words of this look are hidden; ``None`` for those that can be seen."""
        if self.hidden:
            return Concealment.HIDDEN_RUN
        if self.size is not None and self.size <= _TINY:
            return Concealment.TINY_TEXT
        if self.colour is None:
            return None
        if self.unknown_ground or self.ground is not None:
            ground = self.ground or WHITE
            return Concealment.GROUND_COLOUR if are_alike(self.colour, ground) else None
        if min(self.colour) >= _WHITE:
            return Concealment.WHITE_TEXT
        return Concealment.GROUND_COLOUR if are_alike(self.colour, WHITE) else None


PLAIN: Final = Look()


def look_of(properties: Element | None) -> Look:
    """The look that the properties of a run, a paragraph or a cell give."""
    look = PLAIN
    for sign in properties if properties is not None else ():
        name, value = local(sign), attribute(sign, "val").lower()
        if name in {"vanish", "webHidden"}:
            look = replace(look, hidden=value not in _OFF)
        elif name == "color":
            look = replace(look, colour=_colour(sign, value))
        elif name == "sz" and value.isdigit():
            look = replace(look, size=int(value[:6]))
        elif name == "shd":
            fill = from_hex(attribute(sign, "fill")) or of_theme(attribute(sign, "themeFill").lower())
            look = replace(look, ground=fill, unknown_ground=_is_unknown(sign, fill))
        elif name == "highlight" and value != "none":
            mark = of_mark(value)
            look = replace(look, ground=mark, unknown_ground=mark is None)
    return look


def _colour(sign: Element, value: str) -> Colour | None:
    """A colour; one of the theme counts only if the file gives no other, for it may be made darker."""
    told = from_hex(value)
    if told or attribute(sign, "themeShade") or attribute(sign, "themeTint"):
        return told
    return of_theme(attribute(sign, "themeColor").lower())


def _is_unknown(sign: Element, fill: Colour | None) -> bool:
    """Whether there is a ground whose colour is not known: a pattern, or one of the theme."""
    plain = attribute(sign, "val").lower() in {"clear", "nil", ""}
    return fill is None and (not plain or bool(attribute(sign, "themeFill")))


class Styles:
    """The looks of a document's styles by their ids."""

    def __init__(self, package: Package) -> None:
        self._own: dict[str, Look] = {}
        self._based: dict[str, str] = {}
        if "word/styles.xml" in package:
            for style in package.xml("word/styles.xml"):
                if local(style) == "style":
                    self._add(style)

    def _add(self, style: Element) -> None:
        name = attribute(style, "styleId")
        parts = [look_of(part) for part in style if local(part) in {"rPr", "pPr"}]
        look = PLAIN
        for part in parts:
            look = part.over(look)
        self._own[name] = look
        self._based[name] = next((attribute(part, "val") for part in style if local(part) == "basedOn"), "")

    def look(self, properties: Element | None) -> Look:
        """The look of the style that the properties of a run or a paragraph name, with those that it is based on."""
        look = PLAIN
        for style in self._line_of(properties):
            look = look.over(self._own.get(style, PLAIN))
        return look

    def _line_of(self, properties: Element | None) -> Iterator[str]:
        name = next(
            (
                attribute(p, "val")
                for p in (properties if properties is not None else ())
                if local(p) in {"rStyle", "pStyle"}
            ),
            "",
        )
        for _ in range(_BASES):
            if not name:
                return
            yield name
            name = self._based.get(name, "")
