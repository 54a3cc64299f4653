"""Features of outliers: the similarity of each document to the others, and of the others to one another."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.arrays import Matrix

# How these numbers were chosen is not on record. The weights were learned with them, so that a change needs a new
# training.

#: Largest set in which the statistics of the others leave out the document itself; in larger sets it hardly counts.
_SMALL: Final = 30
#: Number of nearest documents whose mean similarity is a feature: a set of several topics has a few documents of each.
_NEAREST: Final = 3
#: Quantile of the others' similarities that stands for their low end.
_LOW: Final = 0.05
#: Similarity that replaces a document's similarity to itself; less than any cosine.
_ITSELF: Final = -2


def outlier_features(
    words: Matrix, embeddings: Matrix, own: NDArray[np.int64], lengths: NDArray[np.int64], size: int
) -> Matrix:
    """A row of ``OUTLIER`` features for each document of a set of ``size`` documents.

    ``words`` and ``embeddings`` are cosine similarities between all documents (rows) and the compared ones (columns).
    ``own`` is the column of each document itself, or -1 if it has none. ``lengths`` are numbers of words.
    """
    columns: list[Matrix] = []
    for cosines in (words, embeddings):
        for near in _nearness(cosines, own):
            columns += [near, *_of_others(near)]
    count = len(own)
    long = np.log1p(lengths).astype(np.float32)
    columns += [np.full(count, np.log(size)), long, np.full(count, np.median(long))]
    return np.array(columns, dtype=np.float32).T


def _nearness(cosines: Matrix, own: NDArray[np.int64]) -> tuple[Matrix, Matrix, Matrix]:
    """Similarity of each document to the nearest other, and its mean over the nearest few and over all others."""
    others = cosines.copy()
    rows = (own >= 0).nonzero()[0]
    others[rows, own[rows]] = _ITSELF
    width = others.shape[1] - 1
    ranked = -np.sort(-others, axis=1)[:, :width]
    return ranked[:, 0], ranked[:, :_NEAREST].mean(axis=1), ranked.mean(axis=1)


def _of_others(near: Matrix) -> tuple[Matrix, Matrix]:
    """Median and low end of ``near`` among the other documents, for each document."""
    count = len(near)
    if count > _SMALL:
        low = np.sort(near)[int(_LOW * (count - 1))]
        return np.full(count, np.median(near), dtype=np.float32), np.full(count, low, dtype=np.float32)
    others = np.tile(near, (count, 1))[~np.eye(count, dtype=np.bool_)].reshape(count, count - 1)
    others.sort(axis=1)
    return np.median(others, axis=1), others[:, int(_LOW * (count - 2))]
