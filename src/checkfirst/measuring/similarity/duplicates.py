"""Documents of a set that are the same, or nearly: candidates by sketches, then the true similarity of each pair.

Nothing is merged along chains: a pair is reported for what these two share.
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
#: Jaccard similarity from which two documents are near-copies, and versions of one another where both say so.
NEAR_FROM: Final = 0.7
VERSIONS_FROM: Final = 0.5
#: Shorter texts are alike by chance or by form.
_FEWEST_WORDS: Final = 30
#: Smallest hashes kept of each document to find candidates (a bottom-k sketch: Cohen and Kaplan, PODC 2007). Of two
#: documents with half of their runs in common, 40 share fewer than 4 once in a million times.
_SKETCH: Final = 40
_SHARED: Final = 4
#: A hash that more documents have finds no candidates: template text.
_TOO_MANY: Final = 60
_RANGES: Final = 16
#: Share of the set's documents, and their least number, from which a run of words is a template's.
_TEMPLATE_SHARE, _TEMPLATE_FROM = 0.1, 4


def find_duplicates(documents: tuple[DocumentSummary, ...]) -> tuple[DuplicatePair, ...]:
    """All pairs, by the path of the copy; of identical files each is paired with the first."""
    known = [d for d in documents if d.fingerprint is not None]
    same, distinct = _identical(known)
    texts = [d for d in distinct if d.fingerprint and d.fingerprint.words >= _FEWEST_WORDS]
    shingles = _own_shingles(texts)
    found = list(same)
    for a, b in sorted(_candidates(shingles)):
        if copy := _compared(texts[a], texts[b], shingles[a], shingles[b]):
            found.append(copy)
    return tuple(sorted(found, key=lambda copy: (copy.path, copy.other)))


#: Words below which a file says hardly more than its name: a pointer, an alias.
_FEWEST: Final = 6


def _identical(documents: list[DocumentSummary]) -> tuple[list[DuplicatePair], list[DocumentSummary]]:
    """Copies byte for byte, and the documents that are left when each is taken once."""
    first: dict[str, DocumentSummary] = {}
    copies = []
    for document in sorted(documents, key=lambda d: (len(d.path), d.path)):
        key = document.fingerprint.sha256 if document.fingerprint else document.path
        if key not in first:
            first[key] = document
        elif document.words >= _FEWEST:
            likeness, other = DuplicateKind.IDENTICAL, first[key].path
            copies.append(DuplicatePair(path=document.path, other=other, likeness=likeness, similarity=1.0))
    return copies, sorted(first.values(), key=lambda d: d.path)


def _own_shingles(documents: list[DocumentSummary]) -> list[Shingles]:
    """Each document's runs of words, without those of a template that many of the set are written on."""
    each = [np.frombuffer(d.fingerprint.shingles if d.fingerprint else b"", dtype=np.uint32) for d in documents]
    if len(each) <= _TEMPLATE_FROM:
        return each
    template = _in_many(each, max(_TEMPLATE_FROM, _TEMPLATE_SHARE * len(each)))
    # Many copies of one text are no template: what would leave nearly nothing is left as it is.
    cleaned = [s[~_among(s, template)] for s in each]
    return [c if len(c) >= len(s) // 2 else s for c, s in zip(cleaned, each, strict=True)]


def _in_many(each: list[Shingles], fewest: float) -> Shingles:
    """The hashes that so many documents have, rising. Counted range by range: all at once would fill the memory."""
    edges = np.linspace(0, 2**32, _RANGES + 1)[1:-1].astype(np.uint32)
    cuts = [np.concatenate(([0], np.searchsorted(s, edges), [len(s)])) for s in each]
    found = []
    for n in range(_RANGES):
        part = np.concatenate([s[c[n] : c[n + 1]] for s, c in zip(each, cuts, strict=True)])
        values, counts = np.unique(part, return_counts=True)
        found.append(values[counts >= fewest])
    return np.concatenate(found)


def _among(values: Shingles, rising: Shingles) -> NDArray[np.bool_]:
    """Which of the values are in a rising array."""
    if not len(rising):
        return np.zeros(len(values), dtype=np.bool_)
    found: NDArray[np.bool_] = rising[np.minimum(np.searchsorted(rising, values), len(rising) - 1)] == values
    return found


def _candidates(shingles: list[Shingles]) -> set[tuple[int, int]]:
    """Pairs that have enough of their smallest hashes in common."""
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
    """(older, newer) where both say their version, and their names are those of one document."""
    named_alike = without_version(a.path) == without_version(b.path)
    if not named_alike or a.version is None or b.version is None or a.version == b.version:
        return None, None
    # A date says nothing of a version's number, nor the other way round.
    if is_date(a.version) != is_date(b.version):
        return None, None
    return (a, b) if a.version < b.version else (b, a)
