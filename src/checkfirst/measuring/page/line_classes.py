"""The line classifier: the probability of each ``LineClass`` for each line.

It makes two passes with small neural networks. The features of the second pass include the first pass's probabilities
of the neighbouring lines (stacked sequential learning: Cohen and Carvalho, IJCAI 2005).
"""

from typing import Final

import numpy as np
from msgspec.structs import replace

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.models.columns import FIRST_OFFSETS, FIRST_RADIUS, SECOND_OFFSETS, SECOND_RADII
from checkfirst.measuring.models.line_class import LineClass
from checkfirst.measuring.models.networks import class_probabilities
from checkfirst.measuring.models.views import LineClassifier
from checkfirst.measuring.text.line_context import shifted, window_mean, with_context
from checkfirst.measuring.text.line_features import LINE_COLUMNS
from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.tokens import Words

# How these numbers were chosen is not on record. The weights were learned with them, so that a change needs a new
# training.

#: Largest absolute sum of word scores; larger sums are clipped.
_LARGEST_SUM: Final = 12
#: Lower bound of probabilities, so that their logarithms are finite.
_LEAST: Final = 1e-4
#: Characters subtracted from the length of each line before the run of lines with the largest sum is found. Lines of
#: boilerplate are mostly shorter, lines of main text longer.
_LINE_COSTS: Final = (30, 60)
#: Number of first non-blank lines that are classified; later ones count as main text.
_MOST_LINES: Final = 30_000
#: Lines after them on which their features depend, or more.
_REACH: Final = 1_000


def word_scores(words: Words, scores: Matrix, line_count: int) -> Matrix:
    """Sums and means of word scores: a row per line, a column per class for the sum, then one per class for the mean.

    ``scores`` has a row per word number and a column per class.
    """
    summed = np.stack(
        [np.bincount(words.lines, weights=scores[words.ids, c], minlength=line_count) for c in range(scores.shape[1])],
        axis=1,
    )
    counts = np.maximum(np.bincount(words.lines, minlength=line_count), 1)[:, None]
    return np.hstack((np.clip(summed, -_LARGEST_SUM, _LARGEST_SUM), summed / counts)).astype(np.float32)


def first_features(lines: Lines, scored: Matrix) -> Matrix:
    """Features of the first pass: a row per non-blank line, a column for each of ``FIRST_PASS``.

    ``scored`` are the word scores of all lines.
    """
    scored = scored[lines.filled]
    around = [shifted(scored, offset) for offset in FIRST_OFFSETS]
    return np.hstack((with_context(lines), scored, *around, window_mean(scored, FIRST_RADIUS)))


def second_features(first: Matrix, probabilities: Matrix) -> Matrix:
    """Features of the second pass: a row per non-blank line, a column for each of ``SECOND_PASS``.

    ``first`` are the features of the first pass, and ``probabilities`` its result.
    """
    logits = np.log(np.clip(probabilities, _LEAST, 1))
    around = [shifted(logits, offset) for offset in SECOND_OFFSETS]
    means = [window_mean(probabilities, radius) for radius in SECOND_RADII]
    total = np.cumsum(probabilities, axis=0)
    count = np.arange(1, len(probabilities) + 1, dtype=np.float32)[:, None]
    before = total / count
    after = (total[-1:] - total + probabilities) / (count[-1] - count + 1) if len(total) else total
    lengths = np.expm1(first[:, 0])
    odds = logits[:, LineClass.MAIN] - np.log(np.clip(1 - probabilities[:, LineClass.MAIN], _LEAST, 1))
    runs = np.stack([heaviest_run(odds), *(heaviest_run(lengths - cost) for cost in _LINE_COSTS)], axis=1)
    line_features = first[:, : len(LINE_COLUMNS)]
    return np.hstack((line_features, logits, *around, *means, before, after, runs)).astype(np.float32)


def heaviest_run(weights: Matrix) -> Matrix:
    """1 for the items of the consecutive run with the largest sum, else 0; all 0 if no run has a positive sum."""
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
    """Class probabilities of a text of which every line is main text: a row per line, a column per class."""
    result = np.zeros((len(lines.texts), len(LineClass)), dtype=np.float32)
    result[:, LineClass.MAIN] = 1
    return result


def _beginning(lines: Lines, words: Words, model: LineClassifier) -> tuple[Lines, Matrix]:
    """The lines that are classified and a few more, which their neighbourhoods reach, with their word scores."""
    most = _MOST_LINES + _REACH
    if len(lines.filled) > most:
        lines = replace(lines, filled=lines.filled[:most], features=lines.features[:, :most])
    count = int(lines.filled[-1]) + 1
    last = int(np.searchsorted(words.lines, count))
    words = replace(words, lines=words.lines[:last], ids=words.ids[:last])
    return lines, word_scores(words, model.words, count)


def line_probabilities(lines: Lines, words: Words, model: LineClassifier) -> Matrix:
    """Class probabilities: a row per line, a column per class. Blank lines have those of the line before."""
    result = all_main(lines)
    filled = lines.filled
    if not len(filled):
        return result
    first = first_features(*_beginning(lines, words, model))[:_MOST_LINES]
    probabilities = class_probabilities(first, model.first)
    probabilities = class_probabilities(second_features(first, probabilities), model.second)
    result[filled[: len(probabilities)]] = probabilities
    blank = lines.blank.nonzero()[0]
    before = np.searchsorted(filled, blank) - 1
    result[blank[before >= 0]] = result[filled[before[before >= 0]]]
    return result
