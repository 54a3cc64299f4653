"""Colours of Office files, as far as they tell whether words can be seen on their ground."""

import re
from typing import Final

from checkfirst import lazy_re

Colour = tuple[int, int, int]
"""Red, green and blue, from 0 to 255."""
WHITE: Final[Colour] = (255, 255, 255)
BLACK: Final[Colour] = (0, 0, 0)
#: The greatest difference of two colours, in each of red, green and blue, that nobody reads. Not measured.
_NEAR: Final = 14
_HEX: Final = lazy_re.compile(r"(?:[0-9a-f]{2})?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})", re.IGNORECASE)
#: Colours of a theme by their names (ECMA-376 part 1, sections 20.1.10.46 and 17.18.97): the ground is light, text dark.
_THEME: Final = {
    **dict.fromkeys(("bg1", "lt1", "background1", "light1"), WHITE),
    **dict.fromkeys(("tx1", "dk1", "text1", "dark1"), BLACK),
}
#: Colours by which words are marked (ECMA-376 part 1, section 17.18.40), as far as text is hidden in them.
_MARKS: Final = {"white": WHITE, "black": BLACK, "yellow": (255, 255, 0), "red": (255, 0, 0), "blue": (0, 0, 255)}


def from_hex(value: str) -> Colour | None:
    """The colour of six digits, perhaps with two for its opacity before them; ``None`` for "auto" and others."""
    match = _HEX.fullmatch(value.strip("#"))
    return (int(match[1], 16), int(match[2], 16), int(match[3], 16)) if match else None


def of_theme(name: str) -> Colour | None:
    """The colour of a theme that is the same in nearly all of them; ``None`` for another."""
    return _THEME.get(name)


def of_mark(name: str) -> Colour | None:
    """The colour of a marker; ``None`` for one that hides nothing."""
    return _MARKS.get(name)


def are_alike(one: Colour, other: Colour) -> bool:
    """Whether words of the one can't be read on the other."""
    return all(abs(a - b) <= _NEAR for a, b in zip(one, other, strict=True))
