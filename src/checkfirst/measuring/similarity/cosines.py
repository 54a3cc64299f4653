"""Cosine similarities between the documents of a set: of their words, from fingerprints, and of their embeddings."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.arrays import SMALLEST_LENGTH, Matrix
from checkfirst.measuring.models.columns import AXES
from checkfirst.model.set_measures import DocumentSummary

#: Codes from here on are hashes of words outside the vocabulary: see ``tokens.Words.codes``.
_UNKNOWN_FROM: Final = 0x8000_0000


def weighted_words(document: DocumentSummary, idf: Matrix) -> tuple[NDArray[np.uint32], Matrix]:
    """Codes of a document's words in ascending order, and their TF-IDF weights, scaled to unit length.

    Words outside the vocabulary, often names, have the IDF of its rarest word.
    """
    if document.fingerprint is None:
        return np.zeros(0, dtype=np.uint32), np.zeros(0, dtype=np.float32)
    codes = np.frombuffer(document.fingerprint.vocabulary, dtype=np.uint32)
    counts = np.frombuffer(document.fingerprint.counts, dtype=np.uint8)
    known = codes < _UNKNOWN_FROM
    word_idf = np.full(len(codes), idf.max(), dtype=np.float32)
    word_idf[known] = idf[codes[known]]
    values = (1 + np.log(counts.astype(np.float32))) * word_idf
    return codes, values / max(float(np.sqrt(values @ values)), SMALLEST_LENGTH)


def word_cosines(documents: list[DocumentSummary], compared: list[int], idf: Matrix) -> Matrix:
    """Cosine similarity of the words of each document (row) and of each document numbered in ``compared`` (column)."""
    each = [weighted_words(document, idf) for document in documents]
    codes = np.concatenate([each[n][0] for n in compared])
    columns = np.repeat(np.arange(len(compared)), [len(each[n][0]) for n in compared])
    values = np.concatenate([each[n][1] for n in compared])
    order = np.argsort(codes, kind="stable")
    codes, columns, values = codes[order], columns[order], values[order]
    cosines = np.zeros((len(documents), len(compared)), dtype=np.float32)
    for row, (own_codes, weight) in enumerate(each):
        starts = np.searchsorted(codes, own_codes, side="left")
        sizes = np.searchsorted(codes, own_codes, side="right") - starts
        # Indices of the postings of all its words, one word after another.
        postings = np.repeat(starts - np.concatenate(([0], np.cumsum(sizes)[:-1])), sizes) + np.arange(sizes.sum())
        products = np.repeat(weight, sizes) * values[postings]
        cosines[row] = np.bincount(columns[postings], weights=products, minlength=len(compared))
    return cosines


def embedding_cosines(documents: list[DocumentSummary], compared: list[int]) -> Matrix:
    """Cosine similarity of embeddings, with rows and columns as in ``word_cosines``."""
    vectors = np.array([np.frombuffer(d.embedding, dtype=np.float16) for d in documents], dtype=np.float32)
    vectors = vectors.reshape(len(documents), AXES)
    cosines: Matrix = vectors @ vectors[compared].T
    return cosines
