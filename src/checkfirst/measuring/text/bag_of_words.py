"""TF-IDF weighted words of a document in three blocks: the whole body, its opening, and its headings."""

from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from checkfirst.measuring.arrays import SMALLEST_LENGTH, Matrix
from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.tokens import Words, count_few_known
from checkfirst.model.document import Document, Role

#: Names of the blocks.
BLOCKS: Final = ("body", "opening", "headings")
#: Number of first words that are the opening. The weights were learned with it; not measured.
_OPENING: Final = 70
#: Number of first words in headings that are counted. The weights were learned with it; not measured.
_HEADING_WORDS: Final = 2000


class BagOfWords(Struct, frozen=True):
    """The distinct known words of one block with their weights."""

    ids: NDArray[np.int64]
    """Word numbers in ascending order."""
    values: Matrix
    """Weight of each word of ``ids``; as a vector they have unit length."""


def bags_of_words(document: Document, lines: Lines, words: Words, idf: Matrix) -> dict[str, BagOfWords]:
    """The weighted words of each block, which all linear models share. ``idf`` has a weight per word number."""
    heading = np.zeros(len(lines.texts), dtype=np.bool_)
    for segment in document.segments:
        if segment.role is Role.HEADING:
            heading[segment.span.start_line - 1 : segment.span.end_line] = True
    headed = words.ids[heading[words.lines]][:_HEADING_WORDS]
    return {
        "body": _weighted(words.present, words.often, idf),
        "opening": _weighted(*count_few_known(words.ids[:_OPENING]), idf),
        "headings": _weighted(*count_few_known(headed), idf),
    }


def _weighted(present: NDArray[np.int64], often: NDArray[np.int64], idf: Matrix) -> BagOfWords:
    """Logarithmic term counts times inverse document frequency, scaled to unit length."""
    values = (1 + np.log(often)) * idf[present]
    length = float(np.sqrt(values @ values))
    return BagOfWords(ids=present, values=(values / max(length, SMALLEST_LENGTH)).astype(np.float32))


def line_contributions(
    words: Words, line_count: int, idf: Matrix, body: Matrix, column: int, against: Matrix
) -> Matrix:
    """How much the words of each line add to the score in ``column`` of ``body``: an item per line.

    ``body`` has a row of model weights for each word of ``words.present`` and a column per score. ``against`` has a
    weight for each of the first scores; their weighted mean is subtracted.
    """
    damped = np.zeros(len(idf), dtype=np.float32)
    # Counts are logarithmic in the document's score, so each occurrence of a frequent word adds less.
    margin = body[:, column] - body[:, : len(against)] @ against
    damped[words.present] = margin * idf[words.present] * (1 + np.log(words.often)) / words.often
    result: Matrix = np.bincount(words.lines, weights=damped[words.ids], minlength=line_count).astype(np.float32)
    return result
