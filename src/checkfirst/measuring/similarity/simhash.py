"""Simhash: 32 bits of which few change when a document changes little (Charikar 2002, section 3)."""

from collections.abc import Iterable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from checkfirst.model.measures import Fingerprint

#: Fewest distinct words; with fewer, one line more would change many bits. Not measured.
_FEWEST: Final = 40
_BYTES: Final = 4
_BITS: Final = np.arange(32, dtype=np.uint32)
#: An odd multiplier that spreads the bits of a hash (2**32 divided by the golden ratio).
_SPREAD: Final = np.uint32(0x9E3779B1)


def simhash(fingerprint: Fingerprint | None) -> int:
    """The simhash of a document: each bit is the majority of that bit in the hashes of its distinct words.

    Of a document with few words, bits of the digest of its words: any change is another document. 0 without a fingerprint.
    """
    words = np.frombuffer(fingerprint.vocabulary if fingerprint else b"", dtype=np.uint32) * _SPREAD
    if len(words) < _FEWEST:
        return int.from_bytes(fingerprint.words_digest[:_BYTES], "big") if fingerprint else 0
    words ^= words >> np.uint32(15)
    words *= _SPREAD
    ones = ((words[:, None] >> _BITS) & np.uint32(1)).sum(axis=0)
    return _number(ones * 2 > len(words))


def has_many_words(fingerprint: Fingerprint | None) -> bool:
    """Whether a document has so many words that its simhash changes little when it does."""
    return fingerprint is not None and len(fingerprint.vocabulary) >= _FEWEST * _BYTES


def joint_simhash(simhashes: Iterable[int]) -> int:
    """The simhash of several documents: each bit is the majority of that bit in theirs."""
    values = np.array(list(simhashes) or [0], dtype=np.uint32)
    return _number(((values[:, None] >> _BITS) & np.uint32(1)).sum(axis=0) * 2 > len(values))


def _number(bits: NDArray[np.bool_]) -> int:
    """The number with these bits, the lowest first."""
    return int(sum(1 << n for n in bits.nonzero()[0].tolist()))
