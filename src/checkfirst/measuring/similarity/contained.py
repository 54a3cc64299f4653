"""Documents whose text stands almost whole in a longer one, found by looking up their sketches in all texts.

The number of pairs is linear in the number of documents: a sketch has a fixed size, and a hash that many documents have
belongs to a template and pairs nobody.
"""

from collections import Counter, defaultdict
from typing import Final

import numpy as np

from checkfirst.measuring.similarity import format_names, names, version_names
from checkfirst.measuring.similarity.alike import why_alike
from checkfirst.measuring.similarity.candidates import Shingles, among, containment
from checkfirst.model.kinds import Kind
from checkfirst.model.likeness import ContainedDocuments
from checkfirst.model.set_measures import DocumentSummary

#: Fewest words of a document that is looked for in others; shorter ones are notices and passages. Not measured.
_FEWEST_WORDS: Final = 60
#: Share of a document's runs of words that a longer one must have, and how much longer that one must be: texts of like
#: length are forms or versions, which DUP002 and DUP003 tell. Not measured.
_SHARE_FROM: Final = 0.6
_LONGER: Final = 1.3
#: Hashes of a sketch, and share of them that a longer text must have before the two are compared as a whole.
_SKETCH: Final = 40
_SKETCH_FROM: Final = 0.4
#: Most documents that have a hash of a sketch; one that more have is a template's.
_MOST_HOLDERS: Final = 30

Documents = list[DocumentSummary]


def contained_documents(
    texts: Documents, shingles: list[Shingles], told: set[frozenset[str]]
) -> tuple[ContainedDocuments, ...]:
    """The documents that hold others, each with what it holds; every contained document is told once.

    Of several documents that hold one, the shortest is taken. Pairs of paths in ``told`` are known as duplicates.
    """
    best: dict[int, tuple[int, int, float]] = {}
    for inner, outer in _pairs(texts, shingles):
        if frozenset((texts[inner].path, texts[outer].path)) in told or not _may_hold(texts[outer], texts[inner]):
            continue
        share = containment(shingles[inner], shingles[outer])
        if share >= _SHARE_FROM:
            best[inner] = min(
                best.get(inner, (len(shingles[outer]), outer, share)), (len(shingles[outer]), outer, share)
            )
    held: defaultdict[int, list[tuple[str, float]]] = defaultdict(list)
    for inner, (_, outer, share) in sorted(best.items()):
        held[outer].append((texts[inner].path, share))
    return tuple(
        ContainedDocuments(
            holder=texts[outer].path,
            paths=tuple(path for path, _ in parts),
            share=round(min(share for _, share in parts), 3),
        )
        for outer, parts in sorted(held.items(), key=lambda item: texts[item[0]].path)
    )


def _pairs(texts: Documents, shingles: list[Shingles]) -> list[tuple[int, int]]:
    """Pairs of a document and a longer one that has much of its sketch."""
    sketched = {
        n: s[:_SKETCH] for n, (d, s) in enumerate(zip(texts, shingles, strict=True)) if d.words >= _FEWEST_WORDS
    }
    if not sketched or len(texts) == 1:
        return []
    looked_up = np.unique(np.concatenate(list(sketched.values())))
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for number, some in enumerate(shingles):
        for value in some[among(some, looked_up)].tolist():
            holders[value].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for inner, sketch in sketched.items():
        for value in sketch.tolist():
            having = holders[value]
            if 1 < len(having) <= _MOST_HOLDERS:
                shared.update((inner, n) for n in having if len(shingles[n]) >= _LONGER * len(shingles[inner]))
    return sorted(pair for pair, count in shared.items() if count >= _SKETCH_FROM * len(sketched[pair[0]]))


def _may_hold(outer: DocumentSummary, inner: DocumentSummary) -> bool:
    """Whether it says something that a document of prose holds another: neither is an index or a list of changes, made
    from the other, one of its series, a translation, or kept in the folder of a version of its own."""
    pair = (outer, inner)
    if not all(d.is_prose and d.entries is None and d.kind.kind is not Kind.CHANGELOG for d in pair):
        return False
    if version_names.is_kept(inner.path) or version_names.is_kept(outer.path):
        return False
    marks = (version_names.editions, names.tool, format_names.is_built, lambda path: names.language_code(path)[1])
    return all(len({mark(d.path) for d in pair}) == 1 for mark in marks) and why_alike(pair, same_text=False) is None
