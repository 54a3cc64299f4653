"""The tokeniser: one pass from text to word numbers, which all learned models share."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from checkfirst import core, lazy_re
from checkfirst.core import WordTable
from checkfirst.twins import translation

#: Numbers of the token that ends a line, and of all words outside the vocabulary.
LINE_END, UNKNOWN = 1, 0
#: The token that ends a line.
LINE_MARK = b"\x01"
#: What the bytes of a picture in an address begin with.
_INLINE: Final = ";base64,"
_INLINE_BYTES = lazy_re.compile(_INLINE + r"[A-Za-z0-9+/=%]{100,}")
#: The learned models know words whose digits are all 0; messages and comparisons of titles need the digits themselves.
_TABLE, _TABLE_WITH_DIGITS = translation("0"), translation(None)
#: Share of the vocabulary, as a divisor, below which words are sorted to be counted, which is quicker. Not measured.
_FEW: Final = 8
_NO_BREAK = "\u00a0".encode()


class Words(Struct, frozen=True):
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
    data = encoded(text).replace(_NO_BREAK, b" ").translate(_TABLE_WITH_DIGITS if keep_digits else _TABLE)
    return data.replace(b"\n", b" " + LINE_MARK + b" ").split()


def encoded(text: str) -> bytes:
    """The text in UTF-8, without the bytes of inline pictures."""
    if _INLINE in text:
        text = _INLINE_BYTES.sub(_INLINE, text)
    return text.encode("utf-8", "surrogatepass")


def number_words(text: str, table: WordTable, size: int) -> Words:
    """The words of ``text`` with their numbers in ``table``, all below ``size``; others are ``UNKNOWN``."""
    of_words = core.number_words(encoded(text), table)
    ids, lines = (np.frombuffer(numbers, dtype=np.int32) for numbers in of_words[:2])
    present, often = count_known(ids, size)
    return Words(ids=ids, lines=lines, present=present, often=often, codes=np.frombuffer(of_words[2], dtype=np.uint32))


def count_known(ids: NDArray[np.int32], size: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The distinct known words among ``ids``, in ascending order, and how often each occurs.

    ``size`` is greater than every word number.
    """
    if len(ids) < size // _FEW:
        ordered = np.sort(ids)
        ordered = ordered[ordered.searchsorted(UNKNOWN, "right") :]
        changes = (ordered[1:] != ordered[:-1]).nonzero()[0] + 1
        firsts = np.concatenate(([0], changes))[: len(ordered)]
        distinct: NDArray[np.int64] = ordered[firsts].astype(np.int64)
        return distinct, np.diff(firsts, append=len(ordered))
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
