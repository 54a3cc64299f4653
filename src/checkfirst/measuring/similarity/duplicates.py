"""Duplicates and near-duplicates: candidate pairs from bottom-k sketches, then the exact similarity of each pair.

Pairs are not merged transitively: each pair is reported for what its two documents share.
"""

from collections import Counter, defaultdict
from itertools import combinations
from typing import Final

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.content.versions import is_date, without_version
from checkfirst.measuring.similarity.shingles import RUN
from checkfirst.model.set_measures import DocumentSummary, DuplicateKind, DuplicatePair

Shingles = NDArray[np.uint32]
#: Jaccard similarity from which two documents are near-duplicates, and from which documents with version numbers are
#: versions of one another. `python -m benchmarks.copies` measures the first.
NEAR_FROM: Final = 0.7
VERSIONS_FROM: Final = 0.5
#: Fewest words of a near-duplicate; shorter texts may be similar by chance. Not measured.
_FEWEST_WORDS: Final = 30
#: Fewest words of an identical copy; shorter files are mostly pointers and aliases. Not measured.
_FEWEST_IDENTICAL: Final = 6
#: Size of the bottom-k sketch of each document (Cohen and Kaplan, PODC 2007), and hashes that the sketches of a
#: candidate pair share. With 40 hashes, two documents that share half of their runs have fewer than 4 in common once in
#: a million times.
_SKETCH: Final = 40
_SHARED: Final = 4
#: Most documents with a hash that makes them candidates; more of them share the text of a template. Not measured.
_TOO_MANY: Final = 60
#: Ranges of hashes that are counted one after another, to bound the memory.
_RANGES: Final = 16
#: Share of a set's documents, and their least number, with a run of words that belongs to a template. Not measured.
_TEMPLATE_SHARE, _TEMPLATE_FROM = 0.1, 4


def find_duplicates(documents: tuple[DocumentSummary, ...]) -> tuple[DuplicatePair, ...]:
    """All pairs of duplicates, sorted by the path of the copy. Identical files are all paired with the first of
    them."""
    known = [d for d in documents if d.fingerprint is not None]
    identical, distinct = _identical(known)
    texts = [d for d in distinct if d.fingerprint and d.fingerprint.words >= _FEWEST_WORDS]
    shingles = _shingles_without_templates(texts)
    pairs = list(identical)
    for a, b in sorted(_candidates(shingles)):
        if pair := _compared(texts[a], texts[b], shingles[a], shingles[b]):
            pairs.append(pair)
    return tuple(sorted(pairs, key=lambda pair: (pair.path, pair.other)))


def _identical(documents: list[DocumentSummary]) -> tuple[list[DuplicatePair], list[DocumentSummary]]:
    """Pairs of identical files, and one document of each content."""
    first: dict[str, DocumentSummary] = {}
    copies = []
    for document in sorted(documents, key=lambda d: (len(d.path), d.path)):
        key = document.fingerprint.sha256 if document.fingerprint else document.path
        if key not in first:
            first[key] = document
        elif document.words >= _FEWEST_IDENTICAL:
            likeness, other = DuplicateKind.IDENTICAL, first[key].path
            copies.append(DuplicatePair(path=document.path, other=other, likeness=likeness, similarity=1.0))
    return copies, sorted(first.values(), key=lambda d: d.path)


def _shingles_without_templates(documents: list[DocumentSummary]) -> list[Shingles]:
    """The shingles of each document, without those that many documents share because they follow one template."""
    each = [np.frombuffer(d.fingerprint.shingles if d.fingerprint else b"", dtype=np.uint32) for d in documents]
    if len(each) <= _TEMPLATE_FROM:
        return each
    template = _in_many(each, max(_TEMPLATE_FROM, _TEMPLATE_SHARE * len(each)))
    # Many copies of one text are no template, so a document that would lose most of its shingles keeps them all.
    cleaned = [s[~_among(s, template)] for s in each]
    return [c if len(c) >= len(s) // 2 else s for c, s in zip(cleaned, each, strict=True)]


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


def _among(values: Shingles, ascending: Shingles) -> NDArray[np.bool_]:
    """True for the values that are in an array in ascending order."""
    if not len(ascending):
        return np.zeros(len(values), dtype=np.bool_)
    index = np.minimum(np.searchsorted(ascending, values), len(ascending) - 1)
    found: NDArray[np.bool_] = ascending[index] == values
    return found


def _candidates(shingles: list[Shingles]) -> set[tuple[int, int]]:
    """Pairs of documents whose sketches share enough hashes."""
    having: dict[int, list[int]] = defaultdict(list)
    for number, some in enumerate(shingles):
        for value in some[:_SKETCH].tolist():
            having[value].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in having.values():
        if 1 < len(numbers) <= _TOO_MANY:
            shared.update(combinations(numbers, 2))
    return {pair for pair, count in shared.items() if count >= min(_SHARED, *(len(shingles[n]) for n in pair))}


def _compared(a: DocumentSummary, b: DocumentSummary, of_a: Shingles, of_b: Shingles) -> DuplicatePair | None:
    """The pair, if its Jaccard similarity is high enough for versions or near-duplicates."""
    common = len(np.intersect1d(of_a, of_b, assume_unique=True))
    similarity = common / max(1, len(of_a) + len(of_b) - common)
    if similarity < VERSIONS_FROM:
        return None
    older, newer = _by_age(a, b)
    if older is not None and newer is not None:
        return DuplicatePair(
            path=older.path, other=newer.path, likeness=DuplicateKind.VERSIONS, similarity=round(similarity, 3)
        )
    if similarity < NEAR_FROM:
        return None
    longer = abs((a.fingerprint.words if a.fingerprint else 0) - (b.fingerprint.words if b.fingerprint else 0))
    same = similarity == 1.0 and longer <= RUN
    first, second = sorted((a.path, b.path), key=lambda path: (len(path), path))
    likeness = DuplicateKind.SAME_TEXT if same else DuplicateKind.NEAR
    return DuplicatePair(path=second, other=first, likeness=likeness, similarity=round(similarity, 3))


def _by_age(a: DocumentSummary, b: DocumentSummary) -> tuple[DocumentSummary | None, DocumentSummary | None]:
    """(older, newer) if both have a version and the same name apart from it; else ``(None, None)``."""
    named_alike = without_version(a.path) == without_version(b.path)
    if not named_alike or a.version is None or b.version is None or a.version == b.version:
        return None, None
    # Dates and version numbers can't be compared.
    if is_date(a.version) != is_date(b.version):
        return None, None
    return (a, b) if a.version < b.version else (b, a)
