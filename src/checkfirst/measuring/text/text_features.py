"""The first look at a text, which every reading of it stands on: words, lines, wording and shape."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.text.bag_of_words import BagOfWords, bags_of_words
from checkfirst.measuring.text.document_features import document_features
from checkfirst.measuring.text.lines import Lines, measure_lines
from checkfirst.measuring.text.tokens import Words, number_words
from checkfirst.measuring.text.vocabulary import Vocabulary
from checkfirst.model.document import Document


@dataclass(frozen=True, slots=True)
class TextFeatures:
    """A text in numbers."""

    words: Words
    lines: Lines
    blocks: dict[str, BagOfWords]
    shape: Matrix
    numbers: NDArray[np.int64]
    """The document's line (from 0) for each line looked at."""


def text_features(document: Document, vocabulary: Vocabulary) -> TextFeatures:
    """The whole text as it is."""
    words = number_words(document.text, vocabulary.numbers)
    lines = measure_lines(document.text, words, vocabulary.triggers)
    return TextFeatures(
        words=words,
        lines=lines,
        blocks=bags_of_words(document, lines, words, vocabulary.idf),
        shape=document_features(document, lines, words, vocabulary.lexicons),
        numbers=np.arange(len(lines.texts)),
    )


def features_of_lines(
    document: Document, features: TextFeatures, kept: NDArray[np.bool_], vocabulary: Vocabulary
) -> TextFeatures:
    """Some lines of a text as if nothing else had stood around them."""
    if kept.all():
        return features
    text = "\n".join(line for line, keep in zip(features.lines.texts, kept.tolist(), strict=True) if keep)
    alone = text_features(replace(document, text=text, segments=()), vocabulary)
    return replace(alone, numbers=kept.nonzero()[0])
