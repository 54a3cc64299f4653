"""Features of each line as a candidate for the first line of a thread: of headers, text and line classes around it."""

from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.comments.headers import Header, commonest_form, find_headers
from checkfirst.measuring.models.columns import AROUND_THREAD, COUNT_ABOVE, HEADER, HEADER_CUES, THREAD_RADIUS
from checkfirst.measuring.models.line_class import LineClass
from checkfirst.measuring.text.cues import Cue
from checkfirst.measuring.text.line_context import shifted, window_mean
from checkfirst.measuring.text.line_features import CLOSES
from checkfirst.measuring.text.lines import Lines

# How these numbers were chosen is not on record, and none was measured by itself.
# `python -m benchmarks.roles` measures what they do together.

#: Number of first non-blank lines that are candidates.
_MOST: Final = 20_000
#: Upper bounds of counts, and of lengths in characters; larger ones are clipped.
_MANY: Final = 12
_LONG: Final = 1_500
#: Largest absolute log odds, and differences of logarithms; larger ones are clipped.
_LARGEST_LOG: Final = 3
#: Added to probabilities, so that their logarithms are finite.
_LEAST: Final = 1e-3


class StartFeatures(Struct, frozen=True):
    """The candidates for the first line of a thread: all non-blank lines, with their features."""

    lines: NDArray[np.int64]
    """Line numbers of the candidates, from 0."""
    headers: list[Header]
    """All headers of the text."""
    form: str | None
    """The commonest form of the headers; ``None`` without headers."""
    features: Matrix
    """A row per candidate, a column for each of ``THREAD_START``."""


def start_features(lines: Lines, probabilities: Matrix) -> StartFeatures:
    """The candidates with their features. ``probabilities`` has a row per line, a column per ``LineClass``."""
    filled = lines.filled[:_MOST]
    headers = find_headers(lines, probabilities)
    form = commonest_form(headers)
    rows = np.searchsorted(filled, [h.first for h in headers])
    inside = [(int(row), h) for row, h in zip(rows, headers, strict=True) if row < len(filled)]
    by_headers = _by_headers(lines, filled, inside, form)
    by_classes = _by_classes(lines, filled, probabilities)
    return StartFeatures(filled, headers, form, np.hstack((by_headers, by_classes)).astype(np.float32))


def _by_headers(lines: Lines, filled: NDArray[np.int64], headers: list[tuple[int, Header]], form: str | None) -> Matrix:
    """Features of the headers at, before and after each candidate, and of the text between them.

    ``headers`` are pairs of a candidate's row and the header that begins there.
    """
    count = len(filled)
    header_features = np.zeros((count, len(HEADER)), dtype=np.float32)
    for row, header in headers:
        cued = [cue in header.cues for cue in HEADER_CUES]
        header_features[row] = [1, header.strong, header.form == form, header.last > header.first, *cued]
    starts, strong, same = header_features[:, 0], header_features[:, 1], header_features[:, 2]
    sizes = np.concatenate(([0], np.cumsum(lines.lengths[filled])))
    following = _next(starts)
    beyond = np.minimum(following, count - 1)
    next_same = _next(same)
    usual = _usual_gap(sizes, same.nonzero()[0])
    to_next = sizes[np.minimum(next_same, count)] - sizes[:-1]
    tail = sizes[-1] - sizes[starts.nonzero()[0][-1] + 1] if headers else sizes[-1]
    columns = [
        header_features,
        np.where((following < count)[:, None], header_features[beyond], 0),
        _few(following - np.arange(count)),
        np.log1p(np.minimum(to_next, _LONG))[:, None],
        np.clip(np.log1p(to_next) - np.log1p(usual), -_LARGEST_LOG, _LARGEST_LOG)[:, None],
        *(_few(_from(flags)) for flags in (starts, strong, same)),
        *(_few(_before(flags)) for flags in (starts, strong, same)),
        np.full((count, 1), tail > 0),
        np.log1p(np.minimum(sizes[:-1], _LONG))[:, None],
        np.log1p(np.minimum(sizes[-1] - sizes[:-1], _LONG))[:, None],
    ]
    return np.hstack(columns)


def _few(counts: Matrix | NDArray[np.int64]) -> Matrix:
    """The logarithms of counts, clipped at ``_MANY``, as a column."""
    column: Matrix = np.log1p(np.minimum(counts, _MANY))[:, None]
    return column


def _next(flags: Matrix) -> NDArray[np.int64]:
    """For each index the next flagged index after it, or the length of ``flags`` if there is none."""
    places = np.append(flags.nonzero()[0], len(flags))
    result: NDArray[np.int64] = places[
        np.searchsorted(places, np.arange(len(flags)), side="right").clip(max=len(places) - 1)
    ]
    return result


def _usual_gap(sizes: NDArray[np.int64], places: NDArray[np.int64]) -> float:
    """Median length of the text between headers, in characters; 0 for fewer than two headers."""
    return float(np.median(np.diff(sizes[places]))) if len(places) > 1 else 0.0


def _from(flags: Matrix) -> Matrix:
    """For each index the number of flags at and after it."""
    result: Matrix = np.cumsum(flags[::-1])[::-1]
    return result


def _before(flags: Matrix) -> Matrix:
    """For each index the number of flags before it."""
    result: Matrix = np.cumsum(flags) - flags
    return result


def _by_classes(lines: Lines, filled: NDArray[np.int64], probabilities: Matrix) -> Matrix:
    """Features of the line classes and cues at, before and after each candidate."""
    p = probabilities[filled]
    count = len(filled)
    comment = p[:, LineClass.COMMENT] + p[:, LineClass.HEADER]
    odds = np.log((comment + _LEAST) / (p[:, LineClass.MAIN] + _LEAST)).clip(-_LARGEST_LOG, _LARGEST_LOG)[:, None]
    number = np.arange(1, count + 1, dtype=np.float32)[:, None]
    total = np.cumsum(odds, axis=0)
    after, before = (total[-1] - total + odds) / (count + 1 - number), (total - odds) / np.maximum(number - 1, 1)
    cued = np.zeros((count, len(AROUND_THREAD)), dtype=np.float32)
    for line, found in lines.cues.items():
        hits = [AROUND_THREAD.index(cue) for cue in found if cue in AROUND_THREAD]
        if hits and (row := int(np.searchsorted(filled, line))) < count:
            cued[row, hits] = 1
    of_count, of_action = cued[:, AROUND_THREAD.index(Cue.COUNT)], cued[:, AROUND_THREAD.index(Cue.ACTION)]
    counted_above = sum(shifted(of_count[:, None], -n) for n in range(1, COUNT_ABOVE + 1))
    spaced = np.zeros((count, 1), dtype=np.float32)
    spaced[1:, 0] = np.diff(filled) > 1
    closes = lines.features[CLOSES, :count][:, None]
    words = np.log1p(lines.word_counts[filled])[:, None]
    columns = [
        *(p, shifted(p, -1), shifted(p, 1), shifted(p, 2), window_mean(p, THREAD_RADIUS)),
        *(odds, after, before, after - before, _few(number[:, 0] - 1), _few(count - number[:, 0])),
        *(cued, counted_above, _few(_from(of_action)), _few(_before(of_action))),
        *(spaced, closes, shifted(closes, -1), words, shifted(words, -1), shifted(words, 1)),
    ]
    return np.hstack(columns)
