"""Shingles without templates, and candidate pairs of near-duplicates from bottom-k sketches."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations, pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from checkfirst.model.set_measures import DocumentSummary

Shingles = NDArray[np.uint32]
#: Size of the bottom-k sketch of each document (Cohen and Kaplan, PODC 2007), and hashes that the sketches of a
#: candidate pair share. With 40 hashes, two documents that share half of their runs have fewer than 4 in common once in
#: a million times.
_SKETCH: Final = 40
_SHARED: Final = 4
#: Most documents with a hash of which all pairs are candidates; of more, each is paired with the first and the next
#: one, which keeps the number of pairs linear. Not measured.
_ALL_PAIRS: Final = 30
#: Ranges of hashes that are counted one after another, to bound the memory.
_RANGES: Final = 16
#: Share of a set's documents, and their least number, with a run of words that belongs to a template. Not measured.
_TEMPLATE_SHARE, _TEMPLATE_FROM = 0.1, 4


def shingles_without_templates(documents: list[DocumentSummary]) -> list[Shingles]:
    """The shingles of each document, without those that many documents share because they follow one template."""
    each = [np.frombuffer(d.fingerprint.shingles if d.fingerprint else b"", dtype=np.uint32) for d in documents]
    if len(each) <= _TEMPLATE_FROM:
        return each
    template = _in_many(each, max(_TEMPLATE_FROM, _TEMPLATE_SHARE * len(each)))
    # Many copies of one text are no template, so a document that would lose most of its shingles keeps them all.
    cleaned = [s[~among(s, template)] for s in each]
    return [c if len(c) >= len(s) // 2 else s for c, s in zip(cleaned, each, strict=True)]


def candidates(shingles: list[Shingles]) -> list[tuple[int, int]]:
    """Pairs of documents whose sketches share enough hashes, those that share most first."""
    having: dict[int, list[int]] = defaultdict(list)
    for number, some in enumerate(shingles):
        for value in some[:_SKETCH].tolist():
            having[value].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in having.values():
        if len(numbers) > 1:
            shared.update(_pairs(numbers))
    found = {pair: count for pair, count in shared.items() if count >= min(_SHARED, *(len(shingles[n]) for n in pair))}
    return sorted(found, key=lambda pair: (-found[pair], pair))


def jaccard(a: Shingles, b: Shingles) -> float:
    """Share of the shingles of both that each of them has."""
    common = in_common(a, b)
    return common / max(1, len(a) + len(b) - common)


def containment(a: Shingles, b: Shingles) -> float:
    """Share of the shingles of the shorter one that the other has, too."""
    return in_common(a, b) / max(1, min(len(a), len(b)))


def _pairs(numbers: list[int]) -> Iterable[tuple[int, int]]:
    if len(numbers) <= _ALL_PAIRS:
        return combinations(numbers, 2)
    return {*pairwise(numbers), *((numbers[0], other) for other in numbers[1:])}


def in_common(a: Shingles, b: Shingles) -> int:
    """The number of hashes that both have; in each array they ascend and are distinct."""
    shorter, longer = (a, b) if len(a) <= len(b) else (b, a)
    return int(np.count_nonzero(among(shorter, longer)))


def _in_many(each: list[Shingles], fewest: float) -> Shingles:
    """The hashes that at least ``fewest`` documents have, in ascending order."""
    edges = np.linspace(0, 2**32, _RANGES + 1)[1:-1].astype(np.uint32)
    cuts = [np.concatenate(([0], np.searchsorted(s, edges), [len(s)])) for s in each]
    found = []
    for n in range(_RANGES):
        part = np.concatenate([s[c[n] : c[n + 1]] for s, c in zip(each, cuts, strict=True)])
        values, counts = np.unique(part, return_counts=True)
        found.append(values[counts >= fewest])
    return np.concatenate(found)


def among(values: Shingles, ascending: Shingles) -> NDArray[np.bool_]:
    """True for the values that are in an array in ascending order."""
    if not len(ascending):
        return np.zeros(len(values), dtype=np.bool_)
    index = np.minimum(np.searchsorted(ascending, values), len(ascending) - 1)
    found: NDArray[np.bool_] = ascending[index] == values
    return found
