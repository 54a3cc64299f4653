"""The first look at a text, which every reading of it stands on: words, lines, wording and shape."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.text.bag_of_words import Block, blocks_of
from checkfirst.measuring.text.document_features import document_shape
from checkfirst.measuring.text.lines import Lines, measure_lines
from checkfirst.measuring.text.tokens import Words, number_words
from checkfirst.measuring.text.vocabulary import Vocabulary
from checkfirst.model.document import Document


@dataclass(frozen=True, slots=True)
class Look:
    """A text in numbers."""

    words: Words
    lines: Lines
    blocks: dict[str, Block]
    shape: Matrix
    numbers: NDArray[np.int64]
    """The document's line (from 0) for each line looked at."""


def first_look(document: Document, vocabulary: Vocabulary) -> Look:
    """The whole text as it is."""
    words = number_words(document.text, vocabulary.numbers)
    lines = measure_lines(document.text, words, vocabulary.triggers)
    return Look(
        words=words,
        lines=lines,
        blocks=blocks_of(document, lines, words, vocabulary.idf),
        shape=document_shape(document, lines, words, vocabulary.lexicons),
        numbers=np.arange(len(lines.texts)),
    )


def look_at_some(document: Document, look: Look, kept: NDArray[np.bool_], vocabulary: Vocabulary) -> Look:
    """Some lines of a text as if nothing else had stood around them."""
    if kept.all():
        return look
    text = "\n".join(line for line, keep in zip(look.lines.texts, kept.tolist(), strict=True) if keep)
    alone = first_look(replace(document, text=text, segments=()), vocabulary)
    return replace(alone, numbers=kept.nonzero()[0])
