"""Which signs each line of a text has: most lines need not be searched for what begins with a sign that they lack."""

from functools import lru_cache
from string import punctuation
from typing import Final

import numpy as np
from numpy.typing import NDArray

from checkfirst.core import line_bits

#: Bits of the lines of a text.
LineSigns = NDArray[np.uint64]
_PUNCTUATION: Final = {sign: 1 << n for n, sign in enumerate(punctuation)}
#: Bits of a digit, of a capital and of a small letter of ASCII, of white space, of control characters, of characters
#: outside ASCII, and of Greek, Cyrillic or Armenian letters among these. The other bits are those of ASCII's punctuation,
#: one each.
DIGIT, CAPITAL, SMALL, SPACE, CONTROL, NON_ASCII, LIKE_LATIN = (
    1 << n for n in range(len(punctuation), len(punctuation) + 7)
)
#: The first bytes in UTF-8 of U+0380 to U+05BF.
_OF_LIKE_LATIN: Final = range(0xCE, 0xD7)


def bits_of(signs: str) -> int:
    """The bits of signs of ASCII's punctuation."""
    return sum({_PUNCTUATION[sign] for sign in signs})


def _bit(byte: int) -> int:
    character = chr(byte)
    if not character.isascii():
        return NON_ASCII | LIKE_LATIN if byte in _OF_LIKE_LATIN else NON_ASCII
    if character in _PUNCTUATION:
        return _PUNCTUATION[character]
    if character.isalnum():
        return DIGIT if character.isdigit() else CAPITAL if character.isupper() else SMALL
    return SPACE if character.isspace() else CONTROL


_BITS: Final = np.array([_bit(byte) for byte in range(256)], dtype=np.uint64).tobytes()


@lru_cache(maxsize=2)
def signs_of(text: str) -> LineSigns:
    """The bits of each line. Those of the last texts are kept, for several searches begin with them."""
    return np.frombuffer(line_bits(text.encode("utf-8", "surrogatepass"), _BITS), dtype=np.uint64)


def having(signs: LineSigns, bits: int) -> NDArray[np.bool_]:
    """Whether a line has one of the bits; an item a line."""
    found: NDArray[np.bool_] = (signs & np.uint64(bits)) != 0
    return found
