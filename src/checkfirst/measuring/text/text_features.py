"""Features of a text that all learned models share: word numbers, lines, weighted words and layout features."""

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.text.bag_of_words import BagOfWords, bags_of_words
from checkfirst.measuring.text.document_features import document_features
from checkfirst.measuring.text.lines import Lines, measure_lines
from checkfirst.measuring.text.tokens import Words, number_words
from checkfirst.measuring.text.vocabulary import Vocabulary
from checkfirst.model.document import Document


class TextFeatures(Struct, frozen=True):
    """Features of a document's text, or of some of its lines."""

    words: Words
    lines: Lines
    blocks: dict[str, BagOfWords]
    """Weighted words by the names of ``BLOCKS``."""
    layout: Matrix
    """A row of ``DOCUMENT_COLUMNS``."""
    line_numbers: NDArray[np.int64]
    """For each line of ``lines``, its index (from 0) in the document."""


def text_features(document: Document, vocabulary: Vocabulary) -> TextFeatures:
    """Features of a document's whole text."""
    words = number_words(document.text, vocabulary.table, len(vocabulary))
    lines = measure_lines(document.text, words, vocabulary.triggers)
    return TextFeatures(
        words=words,
        lines=lines,
        blocks=bags_of_words(document, lines, words, vocabulary.idf),
        layout=document_features(document, lines, words, vocabulary.lexicons),
        line_numbers=np.arange(len(lines.texts)),
    )


def features_of_lines(
    document: Document, features: TextFeatures, selected: NDArray[np.bool_], vocabulary: Vocabulary
) -> TextFeatures:
    """Features of the selected lines alone; ``features`` itself if all lines are selected.

    ``selected`` has an item per line. The markup's segments are dropped, for their line numbers no longer apply.
    """
    if selected.all():
        return features
    text = "\n".join(line for line, wanted in zip(features.lines.texts, selected.tolist(), strict=True) if wanted)
    alone = text_features(replace(document, text=text, segments=()), vocabulary)
    return replace(alone, line_numbers=selected.nonzero()[0])
