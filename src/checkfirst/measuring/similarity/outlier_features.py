"""How each document of a set is like the others, beside how the others are like one another."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.arrays import Matrix

#: Sets up to this size are compared without the document asked about, larger ones as a whole: there one document
#: moves nothing.
_SMALL: Final = 30
#: Nearest documents whose mean likeness counts: a set of several subjects holds a few of each.
_NEAREST: Final = 3
#: Share of the others that may be less alike, for what counts as far in this set.
_LOW: Final = 0.05


def outlier_features(
    words: Matrix, places: Matrix, own: NDArray[np.int64], lengths: NDArray[np.int64], size: int
) -> Matrix:
    """A row of ``OUTLIER`` numbers for each document of a set of ``size``.

    ``words`` and ``places`` are cosines between documents (rows) and those that they are compared with (columns);
    ``own`` is each document's own column, or -1 where it has none; ``lengths`` counts words.
    """
    columns: list[Matrix] = []
    for likeness in (words, places):
        for near in _nearness(likeness, own):
            columns += [near, *_of_others(near)]
    count = len(own)
    long = np.log1p(lengths).astype(np.float32)
    columns += [np.full(count, np.log(size)), long, np.full(count, np.median(long))]
    return np.array(columns, dtype=np.float32).T


def _nearness(likeness: Matrix, own: NDArray[np.int64]) -> tuple[Matrix, Matrix, Matrix]:
    """Likeness to the nearest, to the nearest few and to all others."""
    others = likeness.copy()
    rows = (own >= 0).nonzero()[0]
    others[rows, own[rows]] = -2
    width = others.shape[1] - 1
    ranked = -np.sort(-others, axis=1)[:, :width]
    return ranked[:, 0], ranked[:, :_NEAREST].mean(axis=1), ranked.mean(axis=1)


def _of_others(near: Matrix) -> tuple[Matrix, Matrix]:
    """Median and low end of a nearness among the others."""
    count = len(near)
    if count > _SMALL:
        low = np.sort(near)[int(_LOW * (count - 1))]
        return np.full(count, np.median(near), dtype=np.float32), np.full(count, low, dtype=np.float32)
    others = np.tile(near, (count, 1))[~np.eye(count, dtype=np.bool_)].reshape(count, count - 1)
    others.sort(axis=1)
    return np.median(others, axis=1), others[:, int(_LOW * (count - 2))]
