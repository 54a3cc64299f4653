"""Fingerprints: hashes of a document's words, by which copies are found after its text is dropped."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.similarity.exact_text import text_digest, words_digest
from checkfirst.measuring.text.tokens import Words
from checkfirst.model.document import Document
from checkfirst.model.formats import Trait
from checkfirst.model.measures import Fingerprint

#: Words in a run, as is usual for near-duplicates of prose (Broder 1997; Lee and others, ACL 2022, section 4).
RUN: Final = 5
#: Odd multipliers that spread the bits of a hash (those of SplitMix64 and of MurmurHash3).
_MULTIPLIER: Final = np.uint64(0x9E3779B97F4A7C15)
_MIX: Final = np.uint64(0xFF51AFD7ED558CCD)
#: Largest count of a word that is stored.
_MOST_COUNT: Final = 255


def fingerprint(document: Document, words: Words) -> Fingerprint:
    """The fingerprint of a document.

    Its shingles do not depend on markup, line breaks, letter case and the values of numbers.
    """
    count = len(words.codes)
    codes_in_order = np.sort(words.codes)
    firsts = _firsts(codes_in_order).nonzero()[0]
    counts = np.diff(firsts, append=count)
    return Fingerprint(
        sha256=document.source.sha256,
        words=count,
        shingles=shingles_of(words).tobytes(),
        vocabulary=codes_in_order[firsts].tobytes(),
        counts=np.minimum(counts, _MOST_COUNT).astype(np.uint8).tobytes(),
        text_digest=text_digest(document.text, prose=Trait.PROSE in document.traits),
        words_digest=words_digest(document.text),
    )


def shingles_of(words: Words) -> NDArray[np.uint32]:
    """The distinct hashes of all runs of ``RUN`` words, in ascending order."""
    codes = words.codes.astype(np.uint64)
    hashed = np.zeros(max(0, len(codes) - RUN + 1), dtype=np.uint64)
    for offset in range(RUN if len(hashed) else 0):
        hashed *= _MULTIPLIER
        hashed += codes[offset : offset + len(hashed)]
    hashed ^= hashed >> np.uint64(33)
    hashed *= _MIX
    return _each_once((hashed >> np.uint64(32)).astype(np.uint32))


def _each_once(values: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """The distinct values in ascending order; ``values`` is sorted in place."""
    values.sort()
    return values[_firsts(values)]


def _firsts(ordered: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Whether each value differs from the one before it."""
    firsts = np.ones(len(ordered), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=firsts[1:])
    return firsts
