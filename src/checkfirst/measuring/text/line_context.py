"""Features of the lines around a line, over lines with content: blank lines lost or added change little."""

from typing import Final

import numpy as np

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.text.cues import Cue
from checkfirst.measuring.text.lines import Lines

#: Rows of the shape whose neighbours' values are features too: length, words, repeats, punctuation, long, short ...
_NEIGHBOURED: Final = (0, 1, 2, 3, 7, 8, 9, 10)


def with_context(lines: Lines) -> Matrix:
    """Each line's shape beside that of its neighbours, and window means; a row a line with content."""
    own = np.ascontiguousarray(lines.shape.T)
    spaced = np.zeros((len(own), 1), dtype=np.float32)
    spaced[1:, 0] = np.diff(lines.filled) > 1
    near = own[:, list(_NEIGHBOURED)]
    cue_columns = own[:, -len(Cue) :]
    parts = [own, spaced]
    parts.extend(shifted(near, offset) for offset in (-2, -1, 1, 2))
    parts.extend(shifted(cue_columns, offset) for offset in (-1, 1))
    parts.extend((window_mean(near, 5), window_mean(near, 20), window_mean(cue_columns, 10)))
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
