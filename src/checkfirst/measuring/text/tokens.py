"""The tokeniser: one pass from text to word numbers, which all learned models share."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

#: Numbers of the token that ends a line, and of all words outside the vocabulary.
LINE_END, UNKNOWN = 1, 0
#: The token that ends a line.
LINE_MARK = b"\x01"
#: The no-break space, which separates words like any other space.
_NO_BREAK = "\u00a0".encode()
#: Bytes from here on belong to characters outside ASCII.
_NON_ASCII = 0x80
#: What the bytes of a picture in an address begin with.
_INLINE: Final = ";base64,"
_INLINE_BYTES = re.compile(_INLINE + r"[A-Za-z0-9+/=%]{100,}")
#: Added to the hashes of unknown words, so that they differ from word numbers.
_UNKNOWN_CODE = 0x8000_0000


def _translation(digit: str | None) -> bytes:
    """A byte table: letters become lower case, digits become ``digit`` or stay if it is ``None``; newlines, apostrophes
    and bytes outside ASCII stay; all else becomes a space."""
    table = bytearray(b" " * 256)
    for byte in range(256):
        character = chr(byte)
        if byte >= _NON_ASCII or "a" <= character <= "z" or character == "'":
            table[byte] = byte
        elif "A" <= character <= "Z":
            table[byte] = byte + 32
        elif character.isdigit():
            table[byte] = ord(digit or character)
        elif character == "\n":
            table[byte] = byte
    return bytes(table)


#: The learned models know words whose digits are all 0; messages and comparisons of titles need the digits themselves.
_TABLE, _TABLE_WITH_DIGITS = _translation("0"), _translation(None)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text as numbers."""

    ids: NDArray[np.int32]
    """Word numbers in text order, without line ends."""
    lines: NDArray[np.int32]
    """Line (from 0) of each word of ``ids``."""
    present: NDArray[np.int64]
    """Numbers of the distinct known words, in ascending order."""
    often: NDArray[np.int64]
    """How often each word of ``present`` occurs."""
    codes: NDArray[np.uint32]
    """For each word of ``ids`` its number, or for an unknown word a hash of at least 2**31."""


def split_words(text: str, *, keep_digits: bool = False) -> list[bytes]:
    """Words of ``text`` in UTF-8, with ``LINE_MARK`` at the end of each line but the last.

    Every digit is 0 unless ``keep_digits``; the number of words is the same. The bytes of inline pictures are no words.
    """
    if _INLINE in text:
        text = _INLINE_BYTES.sub(_INLINE, text)
    data = text.encode("utf-8", "surrogatepass")
    if _NO_BREAK in data:
        data = data.replace(_NO_BREAK, b" ")
    data = data.translate(_TABLE_WITH_DIGITS if keep_digits else _TABLE)
    return data.replace(b"\n", b" " + LINE_MARK + b" ").split()


def number_words(text: str, vocabulary: dict[bytes, int]) -> Words:
    """The words of ``text`` with their numbers in ``vocabulary``; others are ``UNKNOWN``."""
    tokens = split_words(text)
    ids = np.fromiter(map(vocabulary.get, tokens, repeat(UNKNOWN)), dtype=np.int32, count=len(tokens))
    codes = ids.astype(np.uint32)
    unknown = (ids == UNKNOWN).nonzero()[0]
    # Unlike Python's own hashes, these are the same in every run.
    codes[unknown] = [crc32(tokens[n]) | _UNKNOWN_CODE for n in unknown.tolist()]
    ends = ids == LINE_END
    inside = (~ends).nonzero()[0]
    lines = ends.cumsum(dtype=np.int32)[inside]
    ids = ids[inside]
    present, often = count_known(ids, len(vocabulary) + 1)
    return Words(ids=ids, lines=lines, present=present, often=often, codes=codes[inside])


def count_known(ids: NDArray[np.int32], size: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The distinct known words among ``ids``, in ascending order, and how often each occurs.

    ``size`` is greater than every word number.
    """
    counts = np.bincount(ids, minlength=size)
    counts[UNKNOWN] = 0
    present = counts.nonzero()[0]
    return present, counts[present]


def count_few_known(ids: NDArray[np.int32]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The same as ``count_known``, quicker for few words: it does not count over the whole vocabulary."""
    counts = Counter(ids.tolist())
    counts.pop(UNKNOWN, None)
    present = sorted(counts)
    return np.array(present, dtype=np.int64), np.array([counts[word] for word in present], dtype=np.int64)


def numbered(words: Sequence[bytes]) -> dict[bytes, int]:
    """The number of each word: in their order, after ``UNKNOWN`` and ``LINE_END``."""
    return {LINE_MARK: LINE_END, **{word: number for number, word in enumerate(words, start=2)}}
