"""How likely each line is main text, page furniture, a comment or a comment's header.

Two passes of a small network over line features, the second over the first one's answers for
the lines around (stacked sequential learning: Cohen and Carvalho, IJCAI 2005), so that a line
is judged in its sequence.
"""

from typing import Final

import numpy as np

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.models.columns import FIRST_OFFSETS, FIRST_RADIUS, SECOND_OFFSETS, SECOND_RADII
from checkfirst.measuring.models.line_class import LineClass
from checkfirst.measuring.models.networks import class_probabilities
from checkfirst.measuring.models.views import LineClassifier
from checkfirst.measuring.text.line_context import shifted, window_mean, with_context
from checkfirst.measuring.text.lines import LINE_COLUMNS, Lines
from checkfirst.measuring.text.tokens import Words

# How these numbers were chosen is not on record. The weights were learned with them: to change one is to learn anew.

#: Sums of word scores beyond which a line says no more.
_SUREST: Final = 12
#: Probabilities below this count as this much, so that their logarithms are finite.
_LEAST: Final = 1e-4
#: Characters that a line costs in the heaviest runs of lines: furniture is shorter.
_LINE_COSTS: Final = (30, 60)
#: Lines with content that are judged; what comes after has the judgement of plain main text.
_MOST_LINES: Final = 30_000


def word_scores(words: Words, scores: Matrix, line_count: int) -> Matrix:
    """Sum and mean of the words' scores for each class, a row a line."""
    summed = np.stack(
        [np.bincount(words.lines, weights=scores[words.ids, c], minlength=line_count) for c in range(scores.shape[1])],
        axis=1,
    )
    counts = np.maximum(np.bincount(words.lines, minlength=line_count), 1)[:, None]
    return np.hstack((np.clip(summed, -_SUREST, _SUREST), summed / counts)).astype(np.float32)


def first_features(lines: Lines, scored: Matrix) -> Matrix:
    """Input of the first pass: shape and word scores of the line and its neighbours (``FIRST_PASS``)."""
    own = scored[lines.filled]
    around = [shifted(own, offset) for offset in FIRST_OFFSETS]
    return np.hstack((with_context(lines), own, *around, window_mean(own, FIRST_RADIUS)))


def second_features(first: Matrix, probabilities: Matrix) -> Matrix:
    """Input of the second pass: the line's own shape, and the first one's answers all around it (``SECOND_PASS``)."""
    logits = np.log(np.clip(probabilities, _LEAST, 1))
    around = [shifted(logits, offset) for offset in SECOND_OFFSETS]
    means = [window_mean(probabilities, radius) for radius in SECOND_RADII]
    total = np.cumsum(probabilities, axis=0)
    count = np.arange(1, len(probabilities) + 1, dtype=np.float32)[:, None]
    before = total / count
    after = (total[-1:] - total + probabilities) / (count[-1] - count + 1) if len(total) else total
    lengths = np.expm1(first[:, 0])
    odds = logits[:, LineClass.MAIN] - np.log(np.clip(1 - probabilities[:, LineClass.MAIN], _LEAST, 1))
    masses = np.stack([heaviest_run(odds), *(heaviest_run(lengths - cost) for cost in _LINE_COSTS)], axis=1)
    own = first[:, : len(LINE_COLUMNS)]
    return np.hstack((own, logits, *around, *means, before, after, masses)).astype(np.float32)


def heaviest_run(weights: Matrix) -> Matrix:
    """1 for the rows of the run with the largest sum, 0 for the rest (all 0 where no sum is positive)."""
    inside = np.zeros(len(weights), dtype=np.float32)
    if len(weights):
        sums = np.concatenate(([0.0], np.cumsum(weights, dtype=np.float64)))
        lowest = np.minimum.accumulate(sums[:-1])
        end = int(np.argmax(sums[1:] - lowest)) + 1
        start = int(np.argmin(sums[:end]))
        if sums[end] > sums[start]:
            inside[start:end] = 1
    return inside


def all_main(lines: Lines) -> Matrix:
    """The judgement of a text that is plainly all main text."""
    result = np.zeros((len(lines.texts), len(LineClass)), dtype=np.float32)
    result[:, LineClass.MAIN] = 1
    return result


def line_probabilities(lines: Lines, words: Words, model: LineClassifier) -> Matrix:
    """Probability of each class for each line, blank lines too (as the line before)."""
    result = all_main(lines)
    filled = lines.filled
    if not len(filled):
        return result
    first = first_features(lines, word_scores(words, model.words, len(lines.texts)))[:_MOST_LINES]
    probabilities = class_probabilities(first, model.first)
    probabilities = class_probabilities(second_features(first, probabilities), model.second)
    result[filled[: len(probabilities)]] = probabilities
    blank = lines.blank.nonzero()[0]
    before = np.searchsorted(filled, blank) - 1
    result[blank[before >= 0]] = result[filled[before[before >= 0]]]
    return result
