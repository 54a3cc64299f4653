"""One pass from text to word numbers, which every learned reading shares."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

#: Number of the token that ends a line, and of every word that the vocabulary lacks.
LINE_END, UNKNOWN = 1, 0
_LINE_MARK = b"\x01"
#: A space that does not break parts words like any other.
_NO_BREAK = "\u00a0".encode()


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
    present: NDArray[np.int64]
    """Numbers of the known words that occur, rising."""
    often: NDArray[np.int64]
    """How often each of them does."""
    codes: NDArray[np.uint32]
    """A number for each word in text order, for those that the vocabulary lacks too."""


def split_words(text: str) -> list[bytes]:
    """Words of ``text``; each line's end is a word of its own."""
    data = text.encode("utf-8", "surrogatepass")
    if _NO_BREAK in data:
        data = data.replace(_NO_BREAK, b" ")
    data = data.translate(_TABLE)
    return data.replace(b"\n", b" " + _LINE_MARK + b" ").split()


def number_words(text: str, vocabulary: dict[bytes, int]) -> Words:
    """Look all words up at once; words that the vocabulary lacks are ``UNKNOWN``."""
    tokens = split_words(text)
    ids = np.fromiter(map(vocabulary.get, tokens, repeat(UNKNOWN)), dtype=np.int32, count=len(tokens))
    codes = ids.astype(np.uint32)
    unknown = (ids == UNKNOWN).nonzero()[0]
    # The upper half of the numbers is theirs; the same in every run, unlike Python's own hashes.
    codes[unknown] = [crc32(tokens[n]) | 0x8000_0000 for n in unknown.tolist()]
    ends = ids == LINE_END
    inside = (~ends).nonzero()[0]
    lines = ends.cumsum(dtype=np.int32)[inside]
    ids = ids[inside]
    present, often = counted(ids, len(vocabulary) + 1)
    return Words(ids=ids, lines=lines, present=present, often=often, codes=codes[inside])


def counted(ids: NDArray[np.int32], size: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The known words among ``ids`` and how often each occurs; ``size`` is past the largest number."""
    counts = np.bincount(ids, minlength=size)
    counts[UNKNOWN] = 0
    present = counts.nonzero()[0]
    return present, counts[present]


def few_counted(ids: NDArray[np.int32]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The same for a handful of words, which need no count over the whole vocabulary."""
    counts = Counter(ids.tolist())
    counts.pop(UNKNOWN, None)
    present = sorted(counts)
    return np.array(present, dtype=np.int64), np.array([counts[word] for word in present], dtype=np.int64)


def numbered(words: Sequence[bytes]) -> dict[bytes, int]:
    """Numbers for the words, after those of ``UNKNOWN`` and ``LINE_END``."""
    return {_LINE_MARK: LINE_END, **{word: number for number, word in enumerate(words, start=2)}}
