"""Every line as the first of a thread: what stands at it, before it and after it, in numbers."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.comments.headers import Header, commonest_form, find_headers
from checkfirst.measuring.models.columns import AROUND_THREAD, HEADER, HEADER_CUES
from checkfirst.measuring.models.line_class import LineClass
from checkfirst.measuring.text.cues import Cue
from checkfirst.measuring.text.line_context import shifted, window_mean
from checkfirst.measuring.text.lines import CLOSES, Lines

# How these numbers were chosen is not on record, and none was measured by itself.
# `python -m benchmarks.roles` measures what they do together.

#: Lines with content that are weighed, at most.
_MOST: Final = 20_000
#: Counts and lengths (in characters) that say no more when they are larger.
_MANY: Final = 12
_LONG: Final = 1_500
#: Log odds of a comment beyond which a line says no more, and what is added to probabilities so that they are finite.
_SUREST: Final = 3
_LEAST: Final = 1e-3


@dataclass(frozen=True, slots=True)
class StartFeatures:
    """Every line with content as the first of a thread."""

    lines: NDArray[np.int64]
    headers: list[Header]
    form: str | None
    features: Matrix
    """A row a line, a column for each of ``THREAD_START``."""


def start_features(lines: Lines, probabilities: Matrix) -> StartFeatures:
    """The features of each line as the first line of a thread."""
    filled = lines.filled[:_MOST]
    headers = find_headers(lines, probabilities)
    form = commonest_form(headers)
    place = np.searchsorted(filled, [h.first for h in headers])
    inside = [(int(p), h) for p, h in zip(place, headers, strict=True) if p < len(filled)]
    near = _by_headers(lines, filled, inside, form)
    around = _by_classes(lines, filled, probabilities)
    return StartFeatures(filled, headers, form, np.hstack((near, around)).astype(np.float32))


def _by_headers(lines: Lines, filled: NDArray[np.int64], headers: list[tuple[int, Header]], form: str | None) -> Matrix:
    """What headers stand at, before and after each line, and how much text lies between."""
    count = len(filled)
    at = np.zeros((count, len(HEADER)), dtype=np.float32)
    for place, header in headers:
        cued = [cue in header.cues for cue in HEADER_CUES]
        at[place] = [1, header.strong, header.form == form, header.last > header.first, *cued]
    starts, strong, same = at[:, 0], at[:, 1], at[:, 2]
    sizes = np.concatenate(([0], np.cumsum(lines.lengths[filled])))
    following = _next(starts)
    beyond = np.minimum(following, count - 1)
    next_same = _next(same)
    usual = _usual_gap(sizes, same.nonzero()[0])
    to_next = sizes[np.minimum(next_same, count)] - sizes[:-1]
    tail = sizes[-1] - sizes[starts.nonzero()[0][-1] + 1] if headers else sizes[-1]
    columns = [
        at,
        np.where((following < count)[:, None], at[beyond], 0),
        _few(following - np.arange(count)),
        np.log1p(np.minimum(to_next, _LONG))[:, None],
        np.clip(np.log1p(to_next) - np.log1p(usual), -_SUREST, _SUREST)[:, None],
        *(_few(_from(flags)) for flags in (starts, strong, same)),
        *(_few(_before(flags)) for flags in (starts, strong, same)),
        np.full((count, 1), tail > 0),
        np.log1p(np.minimum(sizes[:-1], _LONG))[:, None],
        np.log1p(np.minimum(sizes[-1] - sizes[:-1], _LONG))[:, None],
    ]
    return np.hstack(columns)


def _few(counts: Matrix | NDArray[np.int64]) -> Matrix:
    """Logarithms of counts as a column; past a dozen, more says no more."""
    column: Matrix = np.log1p(np.minimum(counts, _MANY))[:, None]
    return column


def _next(flags: Matrix) -> NDArray[np.int64]:
    """For each place the next flagged one after it; past the end where there is none."""
    places = np.append(flags.nonzero()[0], len(flags))
    result: NDArray[np.int64] = places[
        np.searchsorted(places, np.arange(len(flags)), side="right").clip(max=len(places) - 1)
    ]
    return result


def _usual_gap(sizes: NDArray[np.int64], places: NDArray[np.int64]) -> float:
    return float(np.median(np.diff(sizes[places]))) if len(places) > 1 else 0.0


def _from(flags: Matrix) -> Matrix:
    result: Matrix = np.cumsum(flags[::-1])[::-1]
    return result


def _before(flags: Matrix) -> Matrix:
    result: Matrix = np.cumsum(flags) - flags
    return result


def _by_classes(lines: Lines, filled: NDArray[np.int64], probabilities: Matrix) -> Matrix:
    """What the line classes say before and after, and the cues that stand around a thread."""
    p = probabilities[filled]
    count = len(filled)
    said = p[:, LineClass.COMMENT] + p[:, LineClass.HEADER]
    odds = np.log((said + _LEAST) / (p[:, LineClass.MAIN] + _LEAST)).clip(-_SUREST, _SUREST)[:, None]
    number = np.arange(1, count + 1, dtype=np.float32)[:, None]
    total = np.cumsum(odds, axis=0)
    after, before = (total[-1] - total + odds) / (count + 1 - number), (total - odds) / np.maximum(number - 1, 1)
    cued = np.zeros((count, len(AROUND_THREAD)), dtype=np.float32)
    for line, found in lines.cues.items():
        hits = [AROUND_THREAD.index(cue) for cue in found if cue in AROUND_THREAD]
        if hits and (place := int(np.searchsorted(filled, line))) < count:
            cued[place, hits] = 1
    of_count, of_action = cued[:, AROUND_THREAD.index(Cue.COUNT)], cued[:, AROUND_THREAD.index(Cue.ACTION)]
    counted_above = sum(shifted(of_count[:, None], -n) for n in (1, 2, 3))
    spaced = np.zeros((count, 1), dtype=np.float32)
    spaced[1:, 0] = np.diff(filled) > 1
    closes = lines.shape[CLOSES, :count][:, None]
    words = np.log1p(lines.word_counts[filled])[:, None]
    columns = [
        *(p, shifted(p, -1), shifted(p, 1), shifted(p, 2), window_mean(p, 4)),
        *(odds, after, before, after - before, _few(number[:, 0] - 1), _few(count - number[:, 0])),
        *(cued, counted_above, _few(_from(of_action)), _few(_before(of_action))),
        *(spaced, closes, shifted(closes, -1), words, shifted(words, -1), shifted(words, 1)),
    ]
    return np.hstack(columns)
