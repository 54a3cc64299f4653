"""What runs of invisible characters spell: each encoding that hides a text in them, read back."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

#: Tag characters are an invisible copy of ASCII from here (The Unicode Standard, section 23.9).
_TAG_BASE: Final = 0xE0000
#: Variation selectors 1 to 16 and 17 to 256, which count the values of a byte between them.
_FIRST_SELECTOR, _LAST_OF_FIRST, _FURTHER_SELECTOR = 0xFE00, 0xFE0F, 0xE0100
#: Bits of a character, as programs that hide text write them.
_WIDTHS: Final = (8, 7, 16)
#: Share of a text that is printable from which it is one. Not measured.
_MOSTLY: Final = 0.9
#: Letters below which bits spell nothing. Not measured.
_FEWEST_LETTERS: Final = 2


def spelled_by_tags(characters: str) -> str:
    """The ASCII text that tag characters copy."""
    return "".join(chr(ord(c) - _TAG_BASE) for c in characters if _TAG_BASE + 0x20 <= ord(c) < _TAG_BASE + 0x7F)


def spelled_by_selectors(characters: str) -> str:
    """The text whose bytes variation selectors count; empty where they spell none."""
    return _text(bytes(map(_byte, characters)))


def _byte(selector: str) -> int:
    code = ord(selector)
    return code - _FIRST_SELECTOR if code <= _LAST_OF_FIRST else code - _FURTHER_SELECTOR + 16


def spelled_by_bits(characters: str) -> str:
    """The text whose bits two zero-width characters stand for; empty where they spell none.

    A third one, if there is any, stands between the letters.
    """
    kinds = [kind for kind, _ in Counter(characters).most_common(3)]
    for zero, one in ((a, b) for a in kinds for b in kinds if a != b):
        groups = _groups(characters, {zero, one})
        for width in _WIDTHS:
            if text := _of_groups(groups, one, width):
                return text
    return ""


def _groups(characters: str, bits: set[str]) -> list[str]:
    """The runs of bits between other characters."""
    return "".join(c if c in bits else " " for c in characters).split()


def _of_groups(groups: Sequence[str], one: str, width: int) -> str:
    if len(groups) == 1:
        run = groups[0]
        if len(run) % width:
            return ""
        groups = [run[n : n + width] for n in range(0, len(run), width)]
    if len(groups) < _FEWEST_LETTERS or any(len(group) > width for group in groups):
        return ""
    codes = [sum(1 << n for n, bit in enumerate(reversed(group)) if bit == one) for group in groups]
    if width == max(_WIDTHS):
        return _text("".join(map(chr, codes)).encode("utf-8", "replace"))
    return _text(bytes(codes))


def _text(data: bytes) -> str:
    """The bytes as UTF-8, if most of them are printable."""
    text = data.decode("utf-8", "replace").strip("\0\ufffd")
    shown = sum(c.isprintable() or c.isspace() for c in text) - text.count("\ufffd")
    return text if text and shown >= _MOSTLY * len(text) else ""
