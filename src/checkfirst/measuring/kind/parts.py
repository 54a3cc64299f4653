"""Parts of a document that are of different groups: minutes with a design in them, an essay followed by a contract.

The document is cut into windows of lines, each window is classified like a document, and neighbouring windows of one
group are joined to a part.
"""

import itertools
from typing import Final

import numpy as np
from msgspec.structs import replace

from checkfirst.measuring.arrays import SMALLEST_LENGTH, Matrix
from checkfirst.measuring.kind.kind import kind_probabilities
from checkfirst.measuring.models.linear import Scores, score
from checkfirst.measuring.models.networks import softmax
from checkfirst.measuring.models.weights import Weights
from checkfirst.measuring.text.text_features import TextFeatures, text_features
from checkfirst.model.document import Document
from checkfirst.model.kind_measures import KindMeasure, Part
from checkfirst.model.kinds import Group
from checkfirst.model.location import TextSpan, text_span

#: Fewest words of a document that is cut into windows. Not measured.
_FEWEST_WORDS: Final = 400
#: Fewest words of a window. Not measured.
_WINDOW: Final = 220
#: Weight of each neighbour's probabilities relative to a window's own. Not measured.
_NEIGHBOUR: Final = 0.4
#: Logarithmic term counts by count, clipped at 63.
_LOG_COUNTS: Final = np.concatenate(([0], 1 + np.log(np.arange(1, 64)))).astype(np.float32)
#: Fewest words of a part, and least mean probability of its group. Not measured.
_PART_WORDS: Final = 200
_PART_FROM: Final = 0.55
#: Edges of two windows: one window alone has no parts.
_FEWEST_EDGES: Final = 3


def with_parts(
    measure: KindMeasure, document: Document, features: TextFeatures, scores: Scores, weights: Weights
) -> KindMeasure:
    """The measure, with parts if the document has parts of more than one group.

    First only the words of the windows are scored, which is fast and rules out nearly all documents of one kind. The
    windows of the other documents are then classified with all features.
    """
    if len(features.words.ids) < _FEWEST_WORDS or not measure.groups:
        return measure
    edges = _windows(features)
    if len(edges) < _FEWEST_EDGES or not _may_differ(features, scores, weights, edges):
        return measure
    chances = _group_chances(document, features, weights, edges)
    parts = _parts(features, edges, weights.kind.groups, chances)
    return replace(measure, parts=parts) if len({part.group for part in parts}) > 1 else measure


def _may_differ(features: TextFeatures, scores: Scores, weights: Weights, edges: list[int]) -> bool:
    """Whether the words of the windows alone speak for more than one group."""
    ids = features.words.ids
    known = ids.nonzero()[0]
    of_lines = np.repeat(np.arange(len(edges) - 1), np.diff(edges))
    window = of_lines[features.words.lines[known]]
    present = features.words.present
    columns = np.empty(len(weights.vocabulary), dtype=np.int64)
    columns[present] = np.arange(len(present))
    column = columns[ids[known]]
    counts = np.bincount(window * len(present) + column, minlength=(len(edges) - 1) * len(present))
    values = _LOG_COUNTS[np.minimum(counts, len(_LOG_COUNTS) - 1)].reshape(-1, len(present))
    values *= weights.vocabulary.idf[present]
    values /= np.maximum(np.sqrt(np.einsum("ij,ij->i", values, values)), SMALLEST_LENGTH)[:, None]
    kinds = len(weights.kind.names)
    logits: Matrix = (
        (values @ scores.body[:, :kinds] + weights.document.bias[:kinds]) / weights.kind.temperature
    ).astype(np.float32)
    groups = _smoothed(softmax(logits) @ weights.kind.group_of)
    return len(set(groups.argmax(axis=1).tolist())) > 1


def _smoothed(probabilities: Matrix) -> Matrix:
    """Probabilities of each window (row), averaged with those of its neighbours."""
    around = np.zeros_like(probabilities)
    around[1:] += probabilities[:-1]
    around[:-1] += probabilities[1:]
    smooth = probabilities + _NEIGHBOUR * around
    result: Matrix = smooth / smooth.sum(axis=1, keepdims=True)
    return result


def _windows(features: TextFeatures) -> list[int]:
    """First lines of the windows, and the number of lines. Windows start after blank lines and have ``_WINDOW`` words
    or more."""
    total = np.concatenate(([0], np.cumsum(features.lines.word_counts)))
    edges = [0]
    for line in ((features.lines.blank[:-1] & ~features.lines.blank[1:]).nonzero()[0] + 1).tolist():
        if total[line] - total[edges[-1]] >= _WINDOW:
            edges.append(line)
    if len(edges) > 1 and total[-1] - total[edges[-1]] < _WINDOW:
        edges.pop()
    return [*edges, len(features.lines.texts)]


def _group_chances(document: Document, features: TextFeatures, weights: Weights, edges: list[int]) -> Matrix:
    """Probability of each group (column) for each window (row), from all features, smoothed over neighbours."""
    rows = []
    for first, end in itertools.pairwise(edges):
        alone = text_features(_window(document, features, first, end), weights.vocabulary)
        rows.append(kind_probabilities(score(alone.blocks, alone.layout, weights).kinds, weights))
    return _smoothed(np.array(rows) @ weights.kind.group_of)


def _window(document: Document, features: TextFeatures, first: int, end: int) -> Document:
    """The lines ``first`` to ``end`` (excluded) of the main text as a document, with the segments inside them."""
    offset = int(features.line_numbers[first])
    inside = range(offset + 1, int(features.line_numbers[end - 1]) + 2)
    segments = tuple(
        replace(s, span=text_span(s.span.start_line - 1 - offset, s.span.end_line - 1 - offset))
        for s in document.segments
        if s.span.start_line in inside and s.span.end_line in inside and len(inside) == end - first
    )
    return replace(document, text="\n".join(features.lines.texts[first:end]), segments=segments, links=())


def _parts(
    features: TextFeatures, edges: list[int], groups: tuple[Group, ...], chances: Matrix
) -> tuple[Part[TextSpan], ...]:
    """Runs of windows of one group that have enough words and a high enough mean probability."""
    best = chances.argmax(axis=1)
    total = np.concatenate(([0], np.cumsum(features.lines.word_counts)))
    found, first = [], 0
    for n in range(1, len(best) + 1):
        if n < len(best) and best[n] == best[first]:
            continue
        start, end = edges[first], edges[n]
        chance = float(chances[first:n, best[first]].mean())
        if total[end] - total[start] >= _PART_WORDS and chance >= _PART_FROM:
            span = text_span(int(features.line_numbers[start]), int(features.line_numbers[end - 1]))
            found.append(Part(group=groups[best[first]], span=span, confidence=round(chance, 4)))
        first = n
    return tuple(found)
