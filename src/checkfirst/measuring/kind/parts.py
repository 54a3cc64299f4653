"""A document of two kinds seen as two: minutes with a design in them, an essay with a contract behind it.

Windows of lines are looked at like documents of their own; neighbours that say the same are one part.
"""

import itertools
from dataclasses import replace
from typing import Final

import numpy as np

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.kind.kind import kind_probabilities
from checkfirst.measuring.models.linear import Scores, score
from checkfirst.measuring.models.networks import softmax
from checkfirst.measuring.models.weights import Weights
from checkfirst.measuring.text.text_features import TextFeatures, text_features
from checkfirst.model.document import Document
from checkfirst.model.kinds import Group
from checkfirst.model.location import TextSpan, text_span
from checkfirst.model.measures import KindMeasure, Part

#: A document of fewer words is not taken apart.
_FEWEST_WORDS: Final = 400
#: Words of a window, and those that a part must have; how much its neighbours count.
_WINDOW: Final = 220
_NEIGHBOUR: Final = 0.4
#: What a word that occurs so often counts for; more often than that counts no more.
_DAMPED: Final = np.concatenate(([0], 1 + np.log(np.arange(1, 64)))).astype(np.float32)
_PART_WORDS: Final = 200
#: Mean probability of its group that a part must have.
_PART_FROM: Final = 0.55


def with_parts(
    measure: KindMeasure, document: Document, features: TextFeatures, scores: Scores, weights: Weights
) -> KindMeasure:
    """The measure with its parts, where the document has parts of more than one group.

    The windows' words alone tell nearly all documents of one kind from those of two; only the others are
    looked at window by window.
    """
    if len(features.words.ids) < _FEWEST_WORDS or not measure.groups:
        return measure
    edges = _windows(features)
    if len(edges) < 3 or not _may_differ(features, scores, weights, edges):
        return measure
    chances = _group_chances(document, features, weights, edges)
    parts = _parts(features, edges, weights.kind.groups, chances)
    return replace(measure, parts=parts) if len({part.group for part in parts}) > 1 else measure


def _may_differ(features: TextFeatures, scores: Scores, weights: Weights, edges: list[int]) -> bool:
    """Whether the words of the windows, by themselves, speak for more than one group."""
    ids = features.words.ids
    known = ids.nonzero()[0]
    window = np.searchsorted(edges, features.words.lines[known], side="right") - 1
    present = features.words.present
    place = np.searchsorted(present, ids[known])
    counts = np.bincount(window * len(present) + place, minlength=(len(edges) - 1) * len(present))
    values = _DAMPED[np.minimum(counts, len(_DAMPED) - 1)].reshape(-1, len(present)) * weights.vocabulary.idf[present]
    values /= np.maximum(np.sqrt(np.einsum("ij,ij->i", values, values)), 1e-9)[:, None]
    kinds = len(weights.kind.names)
    said: Matrix = (
        (values @ scores.body[:, :kinds] + weights.document.bias[:kinds]) / weights.kind.temperature
    ).astype(np.float32)
    totals = _smoothed(softmax(said) @ weights.kind.group_of)
    return len(set(totals.argmax(axis=1).tolist())) > 1


def _smoothed(own: Matrix) -> Matrix:
    """Each window's probabilities with some of its neighbours'."""
    around = np.zeros_like(own)
    around[1:] += own[:-1]
    around[:-1] += own[1:]
    smooth = own + _NEIGHBOUR * around
    result: Matrix = smooth / smooth.sum(axis=1, keepdims=True)
    return result


def _windows(features: TextFeatures) -> list[int]:
    """Lines at which windows begin, with the end: at blank lines, a window's worth of words apart."""
    total = np.concatenate(([0], np.cumsum(features.lines.word_counts)))
    edges = [0]
    for line in ((features.lines.blank[:-1] & ~features.lines.blank[1:]).nonzero()[0] + 1).tolist():
        if total[line] - total[edges[-1]] >= _WINDOW:
            edges.append(line)
    if len(edges) > 1 and total[-1] - total[edges[-1]] < _WINDOW:
        edges.pop()
    return [*edges, len(features.lines.texts)]


def _group_chances(document: Document, features: TextFeatures, weights: Weights, edges: list[int]) -> Matrix:
    """Probability of each group for each window, looked at like a document, smoothed over its neighbours."""
    rows = []
    for first, end in itertools.pairwise(edges):
        alone = text_features(_window(document, features, first, end), weights.vocabulary)
        rows.append(kind_probabilities(score(alone.blocks, alone.shape, weights).kinds, weights))
    return _smoothed(np.array(rows) @ weights.kind.group_of)


def _window(document: Document, features: TextFeatures, first: int, end: int) -> Document:
    """Some lines as a document, with the segments that lie in them."""
    moved = int(features.numbers[first])
    inside = range(moved + 1, int(features.numbers[end - 1]) + 2)
    segments = tuple(
        replace(s, span=text_span(s.span.start_line - 1 - moved, s.span.end_line - 1 - moved))
        for s in document.segments
        if s.span.start_line in inside and s.span.end_line in inside and len(inside) == end - first
    )
    return replace(document, text="\n".join(features.lines.texts[first:end]), segments=segments, links=())


def _parts(
    features: TextFeatures, edges: list[int], groups: tuple[Group, ...], chances: Matrix
) -> tuple[Part[TextSpan], ...]:
    """Runs of windows of one group that are long and sure enough."""
    best = chances.argmax(axis=1)
    total = np.concatenate(([0], np.cumsum(features.lines.word_counts)))
    found, first = [], 0
    for n in range(1, len(best) + 1):
        if n < len(best) and best[n] == best[first]:
            continue
        start, end = edges[first], edges[n]
        chance = float(chances[first:n, best[first]].mean())
        if total[end] - total[start] >= _PART_WORDS and chance >= _PART_FROM:
            span = text_span(int(features.numbers[start]), int(features.numbers[end - 1]))
            found.append(Part(group=groups[best[first]], span=span, confidence=round(chance, 4)))
        first = n
    return tuple(found)
