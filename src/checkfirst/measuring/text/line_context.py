"""Features of the lines around a line, over lines with content: blank lines lost or added change little."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.text.cues import Cue
from checkfirst.measuring.text.lines import CUE_COLUMNS, LINE_COLUMNS, Lines

#: Features of the shape whose values on neighbouring lines are features too.
_NEIGHBOURED: Final = (
    *("length", "words", "repeats", "punctuation"),
    *("25 words or more", "8 words or more", "4 words or fewer", "capitalised"),
)
_NEIGHBOURED_ROWS: Final = [LINE_COLUMNS.index(name) for name in _NEIGHBOURED]
#: Lines with content away from the line, for shapes and for cues; lines to each side of windows.
_OFFSETS: Final = (-2, -1, 1, 2)
_CUE_OFFSETS: Final = (-1, 1)
_RADII: Final = (5, 20)
_CUE_RADIUS: Final = 10


def at_offset(names: Sequence[str], offset: int) -> tuple[str, ...]:
    """Names of features taken so many lines further down."""
    return tuple(f"{name}, {offset:+d}" for name in names)


def within(names: Sequence[str], radius: int) -> tuple[str, ...]:
    """Names of means of features over so many lines to each side."""
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
    """Each line's shape beside that of its neighbours, and window means.

    A row a line with content, a column for each of ``CONTEXT_COLUMNS``.
    """
    own = np.ascontiguousarray(lines.shape.T)
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
    """Row ``i`` holds what row ``i + offset`` held; zeros past the ends."""
    result = np.zeros_like(rows)
    if abs(offset) >= len(rows):
        return result
    if offset > 0:
        result[:-offset] = rows[offset:]
    else:
        result[-offset:] = rows[:offset]
    return result


def window_mean(rows: Matrix, radius: int) -> Matrix:
    """Mean over ``radius`` rows on each side and the row itself."""
    if not len(rows):
        return rows
    sums = np.concatenate((np.zeros((1, rows.shape[1])), np.cumsum(rows, axis=0, dtype=np.float64)))
    low = np.maximum(np.arange(len(rows)) - radius, 0)
    high = np.minimum(np.arange(len(rows)) + radius + 1, len(rows))
    means: Matrix = ((sums[high] - sums[low]) / (high - low)[:, None]).astype(np.float32)
    return means
