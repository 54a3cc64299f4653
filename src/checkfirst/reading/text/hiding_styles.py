"""Styles by which words of a page are in its text and not to be seen: colours, sizes, places, masks."""

import re
from collections.abc import Mapping
from typing import Final

from checkfirst import lazy_re

_DECLARATION: Final = lazy_re.compile(r"([\w-]{2,40})\s*:\s*([^;]{1,200})")
_NUMBER: Final = lazy_re.compile(r"(-?\d{0,7}\.?\d{1,6})\s*(px|pt|em|rem|vw|vh|%|ch)?", re.IGNORECASE)
#: Names of colours that a style gives instead of numbers, as far as text is hidden in them.
_NAMED: Final = {"white": (255, 255, 255), "black": (0, 0, 0), "snow": (255, 250, 250), "ivory": (255, 255, 240)}
_HEX: Final = lazy_re.compile(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b", re.IGNORECASE)
_RGB: Final = lazy_re.compile(
    r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+([\d.]{1,6})(%?))?", re.IGNORECASE
)
#: Pixels that a text is out of sight, and below which it is a speck; the unit of a size that is relative is taken as this.
_FAR: Final = 500
_SPECK: Final = 2.0
_PIXELS: Final = {"em": 16.0, "rem": 16.0, "pt": 1.33, "vw": 10.0, "vh": 10.0, "%": 0.16, "ch": 8.0, "px": 1.0}
#: Opacity that nobody sees, and the greatest difference of two colours, in each of red, green and blue, that nobody reads.
_FAINT: Final = 0.06
_NEAR: Final = 14
Colour = tuple[int, int, int]


def declarations(style: str) -> dict[str, str]:
    """The properties of a style with their values, in lower case."""
    return {name.lower(): value.strip().lower() for name, value in _DECLARATION.findall(style)}


def is_not_displayed(style: Mapping[str, str]) -> bool:
    """Whether an element with the style takes no part in the page, as menus do until they are opened."""
    return style.get("display", "").startswith("none") or style.get("visibility", "").startswith(("hidden", "collapse"))


def trick_of(style: Mapping[str, str]) -> str | None:
    """How a style hides words that take part in the page; ``None`` for one that shows them."""
    for name, hides in (
        ("of the colour of its ground", _is_of_ground),
        ("transparent", _is_transparent),
        ("too small to read", _is_tiny),
        ("outside the page", _is_off_page),
        ("cut away", _is_cut_away),
    ):
        if hides(style):
            return name
    return None


def is_white(style: Mapping[str, str]) -> bool:
    """Whether words are white, or nearly, on a ground that the style does not tell."""
    colour = _colour(style.get("color", ""))
    return colour is not None and _ground(style) is None and not _has_ground(style) and min(colour) >= 255 - _NEAR


def _is_of_ground(style: Mapping[str, str]) -> bool:
    colour, ground = _colour(style.get("color", "")), _ground(style)
    if colour is None or ground is None:
        return False
    return all(abs(a - b) <= _NEAR for a, b in zip(colour, ground, strict=True))


def _has_ground(style: Mapping[str, str]) -> bool:
    return any(name.startswith("background") for name in style)


def _ground(style: Mapping[str, str]) -> Colour | None:
    return _colour(style.get("background-color", "") or style.get("background", ""))


def _colour(value: str) -> Colour | None:
    """Red, green and blue of a colour; ``None`` for one that is not known."""
    if match := _HEX.search(value):
        digits = match[1]
        pairs = [digits[n] * 2 for n in range(3)] if len(digits) < 6 else [digits[n : n + 2] for n in (0, 2, 4)]
        return int(pairs[0], 16), int(pairs[1], 16), int(pairs[2], 16)
    if match := _RGB.search(value):
        return int(match[1]), int(match[2]), int(match[3])
    return _NAMED.get(value.split()[0]) if value else None


def _is_transparent(style: Mapping[str, str]) -> bool:
    if _number(style.get("opacity"), 1.0) <= _FAINT:
        return True
    colour = style.get("color", "")
    match = _RGB.search(colour)
    share = float(match[4]) / (100 if match[5] else 1) if match and match[4] and match[4] != "." else 1.0
    # Words in a transparent colour over a gradient are drawn by the gradient.
    return (colour.startswith("transparent") or share <= _FAINT) and "background-clip" not in " ".join(style)


def _is_tiny(style: Mapping[str, str]) -> bool:
    return _pixels(style.get("font-size"), 16.0) < _SPECK


def _is_off_page(style: Mapping[str, str]) -> bool:
    placed = style.get("position", "").startswith(("absolute", "fixed"))
    names = ("left", "right", "top", "bottom") if placed else ()
    return any(_pixels(style.get(name), 0.0) <= -_FAR for name in (*names, "text-indent", "margin-left", "margin-top"))


def _is_cut_away(style: Mapping[str, str]) -> bool:
    clip = f"{style.get('clip', '')} {style.get('clip-path', '')}".replace(" ", "")
    masked = clip.startswith(("rect(0", "rect(1px,1px")) or any(
        mark in clip for mark in ("inset(50%", "inset(100%", "circle(0", "polygon(00)", "polygon(00,00")
    )
    scaled = re.search(r"scale[xy]?\(\s*0(?:\.0\d*)?\s*[,)]", style.get("transform", "")) is not None
    folded = style.get("overflow", "").startswith("hidden") and any(
        _pixels(style.get(name), 16.0) <= 1 for name in ("height", "width", "max-height", "max-width")
    )
    return masked or scaled or folded


def _pixels(value: str | None, otherwise: float) -> float:
    match = _NUMBER.match(value) if value else None
    if match is None:
        return otherwise
    return float(match[1]) * _PIXELS.get((match[2] or "px").lower(), 1.0)


def _number(value: str | None, otherwise: float) -> float:
    match = _NUMBER.match(value) if value else None
    return float(match[1]) / (100 if match[2] == "%" else 1) if match else otherwise
