"""Pairs of documents whose sketches share hashes, found by range of hashes: memory is that of one range."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from checkfirst.corpus.ragged import Numbers, Ragged
from checkfirst.corpus.spill import Records, Spill

#: Hashes of a document that are compared with those of others, as in ``measuring/similarity/candidates``.
SKETCH: Final = 40
#: Documents with one hash of which all pairs are candidates; of more, each is paired with the first and the next.
_ALL_PAIRS: Final = 30
#: Documents whose sketches are made at a time, and pairs that are held until they are written.
_AT_ONCE, _HELD = 50_000, 1_000_000
_UPPER: Final = np.uint64(32)
_LOWER: Final = np.uint64(2**32 - 1)


def spill_sketches(hashes: Ragged, documents: Numbers, spill: Spill) -> None:
    """Keep the smallest hashes of some documents, each with the document's number below it. Raises ``OSError``."""
    for start in range(0, len(documents), _AT_ONCE):
        some = documents[start : start + _AT_ONCE]
        values, sizes = hashes.first(some, SKETCH)
        spill.add((values.astype(np.uint64) << _UPPER) | np.repeat(some, sizes).astype(np.uint64))


def spill_pairs(sketches: Spill, pairs: Spill, documents: int) -> NDArray[np.uint8]:
    """Keep the pairs of documents with a hash in common, as often as they have one: the lower number above. Raises ``OSError``.

    Gives for each of so many documents how many hashes of its sketch too many have for all pairs to be candidates.
    """
    common = np.zeros(documents, dtype=np.uint8)
    held: list[Records] = []
    for part in sketches.parts():
        shared = _shared(part)
        held.append(_pairs_of(shared))
        of, times = np.unique(_numbers_of_common(shared), return_counts=True)
        common[of.astype(np.int64)] += times.astype(np.uint8)
        # Few pairs would be written into as many files as many are.
        if sum(map(len, held)) >= _HELD:
            pairs.add(np.concatenate(held))
            held = []
    if held:
        pairs.add(np.concatenate(held))
    return common


def counted_pairs(pairs: Spill) -> Iterator[tuple[Numbers, Numbers]]:
    """The pairs of each range, a row each in ascending order, and how many hashes they share."""
    for part in pairs.parts():
        starts = np.flatnonzero(_differs(part))
        found = part[starts]
        both = np.stack((found >> _UPPER, found & _LOWER), axis=1).astype(np.int64)
        yield both, np.diff(starts, append=len(part))


def _differs(ordered: Records) -> NDArray[np.bool_]:
    """Whether each value differs from the one before it."""
    differs = np.ones(len(ordered), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=differs[1:])
    return differs


def _shared(ordered: Records) -> Records:
    """The records of hashes that several documents have; nearly all have one alone."""
    first = _differs(ordered >> _UPPER)
    shared = ~first
    shared[:-1] |= ~first[1:]
    return ordered[shared]


def _numbers_of_common(ordered: Records) -> Records:
    """The documents with a hash that too many have, as often as they have one."""
    starts = np.flatnonzero(_differs(ordered >> _UPPER))
    sizes = np.diff(starts, append=len(ordered))
    return ordered[np.repeat(sizes > _ALL_PAIRS, sizes)] & _LOWER


def _pairs_of(ordered: Records) -> Records:
    values, numbers = ordered >> _UPPER, ordered & _LOWER
    starts = np.flatnonzero(_differs(values))
    sizes = np.diff(starts, append=len(values))
    size = np.repeat(sizes, sizes)
    found = []
    for step in range(1, min(_ALL_PAIRS, int(sizes.max(initial=0)))):
        together = (values[step:] == values[:-step]) & ((size[step:] <= _ALL_PAIRS) | (step == 1))
        found.append((numbers[:-step][together] << _UPPER) | numbers[step:][together])
    leader = np.repeat(numbers[starts], sizes)
    led = (size > _ALL_PAIRS) & (leader != numbers)
    found.append((leader[led] << _UPPER) | numbers[led])
    return np.concatenate(found)
