"""Features of a line and its neighbours. Blank lines are skipped, so that adding or losing them changes little."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.text.cues import Cue
from checkfirst.measuring.text.line_features import CUE_COLUMNS, LINE_COLUMNS
from checkfirst.measuring.text.lines import Lines

#: Features whose values on neighbouring lines are features too.
_NEIGHBOURED: Final = (
    *("length", "words", "repeats", "punctuation"),
    *("25 words or more", "8 words or more", "4 words or fewer", "capitalised"),
)
_NEIGHBOURED_ROWS: Final = [LINE_COLUMNS.index(name) for name in _NEIGHBOURED]
#: Offsets of the neighbours, and lines on each side of the windows, counted in non-blank lines. The weights were
#: learned with them; not measured.
_OFFSETS: Final = (-2, -1, 1, 2)
_CUE_OFFSETS: Final = (-1, 1)
_RADII: Final = (5, 20)
_CUE_RADIUS: Final = 10


def at_offset(names: Sequence[str], offset: int) -> tuple[str, ...]:
    """Names of features of the line ``offset`` lines further down."""
    return tuple(f"{name}, {offset:+d}" for name in names)


def within(names: Sequence[str], radius: int) -> tuple[str, ...]:
    """Names of means of features over ``radius`` lines on each side."""
    return tuple(f"{name}, mean of {radius} around" for name in names)


#: Names of the columns of ``with_context``.
CONTEXT_COLUMNS: Final = (
    *LINE_COLUMNS,
    "blank line above",
    *(name for offset in _OFFSETS for name in at_offset(_NEIGHBOURED, offset)),
    *(name for offset in _CUE_OFFSETS for name in at_offset(CUE_COLUMNS, offset)),
    *(name for radius in _RADII for name in within(_NEIGHBOURED, radius)),
    *within(CUE_COLUMNS, _CUE_RADIUS),
)


def with_context(lines: Lines) -> Matrix:
    """A row per non-blank line, a column for each of ``CONTEXT_COLUMNS``."""
    own = np.ascontiguousarray(lines.features.T)
    spaced = np.zeros((len(own), 1), dtype=np.float32)
    spaced[1:, 0] = np.diff(lines.filled) > 1
    near = own[:, _NEIGHBOURED_ROWS]
    cue_columns = own[:, -len(Cue) :]
    parts = [own, spaced]
    parts.extend(shifted(near, offset) for offset in _OFFSETS)
    parts.extend(shifted(cue_columns, offset) for offset in _CUE_OFFSETS)
    parts.extend(window_mean(near, radius) for radius in _RADII)
    parts.append(window_mean(cue_columns, _CUE_RADIUS))
    return np.hstack(parts)


def shifted(rows: Matrix, offset: int) -> Matrix:
    """The rows moved so that row ``i`` is the former row ``i + offset``; zeros past the ends."""
    result = np.zeros_like(rows)
    if abs(offset) >= len(rows):
        return result
    if offset > 0:
        result[:-offset] = rows[offset:]
    else:
        result[-offset:] = rows[:offset]
    return result


def window_mean(rows: Matrix, radius: int) -> Matrix:
    """For each row the mean over the row and ``radius`` rows on each side."""
    if not len(rows):
        return rows
    sums = np.concatenate((np.zeros((1, rows.shape[1])), np.cumsum(rows, axis=0, dtype=np.float64)))
    low = np.maximum(np.arange(len(rows)) - radius, 0)
    high = np.minimum(np.arange(len(rows)) + radius + 1, len(rows))
    means: Matrix = ((sums[high] - sums[low]) / (high - low)[:, None]).astype(np.float32)
    return means
