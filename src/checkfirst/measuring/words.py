"""One pass from text to word numbers, which every learned reading shares."""

from dataclasses import dataclass
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

#: Number of the token that ends a line, and of every word that the vocabulary lacks.
LINE_END, UNKNOWN = 1, 0
_LINE_MARK = b"\x01"


def _translation() -> bytes:
    """Lower-case letters, digits as ``0``, everything else but bytes of other scripts as a space."""
    table = bytearray(b" " * 256)
    for byte in range(256):
        character = chr(byte)
        if byte >= 128 or "a" <= character <= "z" or character == "'":
            table[byte] = byte
        elif "A" <= character <= "Z":
            table[byte] = byte + 32
        elif character.isdigit():
            table[byte] = ord("0")
        elif character == "\n":
            table[byte] = byte
    return bytes(table)


_TABLE = _translation()


@dataclass(frozen=True, slots=True)
class Words:
    """Word numbers in text order, without the line ends, and the line of each (from 0)."""

    ids: NDArray[np.int32]
    lines: NDArray[np.int32]
    line_count: int


def split_words(text: str) -> list[bytes]:
    """Words of ``text``; each line's end is a word of its own."""
    data = text.encode("utf-8", "surrogatepass").translate(_TABLE)
    return data.replace(b"\n", b" " + _LINE_MARK + b" ").split()


def number_words(text: str, vocabulary: dict[bytes, int]) -> Words:
    """Look all words up at once; words that the vocabulary lacks are ``UNKNOWN``."""
    tokens = split_words(text)
    ids = np.fromiter(map(vocabulary.get, tokens, repeat(UNKNOWN)), dtype=np.int32, count=len(tokens))
    ends = ids == LINE_END
    lines = np.cumsum(ends, dtype=np.int32)
    line_count = int(lines[-1]) + 1 if len(lines) else 1
    return Words(ids=ids[~ends], lines=lines[~ends], line_count=line_count)


def vocabulary_of(words: list[bytes]) -> dict[bytes, int]:
    """Numbers for the words, after those of ``UNKNOWN`` and ``LINE_END``."""
    return {_LINE_MARK: LINE_END, **{word: number for number, word in enumerate(words, start=2)}}
