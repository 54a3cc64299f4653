"""Cosines between documents of a set once their texts are gone: by their words, and by their places."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.models.columns import AXES
from checkfirst.model.set_measures import DocumentSummary

#: Numbers from here on are words that the vocabulary lacks.
_UNKNOWN_FROM: Final = 0x8000_0000


def weighted_words(document: DocumentSummary, idf: Matrix) -> tuple[NDArray[np.uint32], Matrix]:
    """A document's words, rising, and their weights: logarithmic counts times rarity, to unit length.

    Words that the vocabulary lacks, often names, are as rare as its rarest.
    """
    if document.fingerprint is None:
        return np.zeros(0, dtype=np.uint32), np.zeros(0, dtype=np.float32)
    codes = np.frombuffer(document.fingerprint.vocabulary, dtype=np.uint32)
    counts = np.frombuffer(document.fingerprint.counts, dtype=np.uint8)
    known = codes < _UNKNOWN_FROM
    rarity = np.full(len(codes), idf.max(), dtype=np.float32)
    rarity[known] = idf[codes[known]]
    values = (1 + np.log(counts.astype(np.float32))) * rarity
    return codes, values / max(float(np.sqrt(values @ values)), 1e-9)


def word_cosines(documents: list[DocumentSummary], compared: list[int], idf: Matrix) -> Matrix:
    """Likeness of wording of each document (a row) to those numbered in ``compared`` (a column each)."""
    each = [weighted_words(document, idf) for document in documents]
    codes = np.concatenate([each[n][0] for n in compared])
    columns = np.repeat(np.arange(len(compared)), [len(each[n][0]) for n in compared])
    values = np.concatenate([each[n][1] for n in compared])
    order = np.argsort(codes, kind="stable")
    codes, columns, values = codes[order], columns[order], values[order]
    cosines = np.zeros((len(documents), len(compared)), dtype=np.float32)
    for row, (own, weight) in enumerate(each):
        starts = np.searchsorted(codes, own, side="left")
        sizes = np.searchsorted(codes, own, side="right") - starts
        # All postings of all its words, one after another.
        at = np.repeat(starts - np.concatenate(([0], np.cumsum(sizes)[:-1])), sizes) + np.arange(sizes.sum())
        shared = np.repeat(weight, sizes) * values[at]
        cosines[row] = np.bincount(columns[at], weights=shared, minlength=len(compared))
    return cosines


def embedding_cosines(documents: list[DocumentSummary], compared: list[int]) -> Matrix:
    """Likeness of subject and form, in the same arrangement."""
    points = np.array([np.frombuffer(d.embedding, dtype=np.float16) for d in documents], dtype=np.float32)
    points = points.reshape(len(documents), AXES)
    cosines: Matrix = points @ points[compared].T
    return cosines
