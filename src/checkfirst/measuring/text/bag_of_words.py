"""Words of a document in three places (all of it, its opening, its headings) as weighted blocks."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.tokens import Words, few_counted
from checkfirst.model.document import Document, Role

BLOCKS: Final = ("body", "opening", "headings")
#: Words that count as the opening.
_OPENING: Final = 70
#: Words under headings that are looked at.
_HEADING_WORDS: Final = 2000


@dataclass(frozen=True, slots=True)
class BagOfWords:
    """Distinct words of one place, weighted; the weights have unit length."""

    ids: NDArray[np.int64]
    values: Matrix


def bags_of_words(document: Document, lines: Lines, words: Words, idf: Matrix) -> dict[str, BagOfWords]:
    """The weighted words of all places, which every model over them shares."""
    heading = np.zeros(len(lines.texts), dtype=np.bool_)
    for segment in document.segments:
        if segment.role is Role.HEADING:
            heading[segment.span.start_line - 1 : segment.span.end_line] = True
    headed = words.ids[heading[words.lines]][:_HEADING_WORDS]
    return {
        "body": _weighted(words.present, words.often, idf),
        "opening": _weighted(*few_counted(words.ids[:_OPENING]), idf),
        "headings": _weighted(*few_counted(headed), idf),
    }


def _weighted(present: NDArray[np.int64], often: NDArray[np.int64], idf: Matrix) -> BagOfWords:
    """Logarithmic counts times inverse document frequency, to unit length."""
    values = (1 + np.log(often)) * idf[present]
    length = float(np.sqrt(values @ values))
    return BagOfWords(ids=present, values=(values / max(length, 1e-9)).astype(np.float32))


def line_contributions(
    words: Words, line_count: int, idf: Matrix, body: Matrix, column: int, against: Matrix
) -> Matrix:
    """How much the words of each line speak for one score, over the weighted mean of those in ``against``.

    ``body`` holds the weights of the words present.
    """
    damped = np.zeros(len(idf), dtype=np.float32)
    # A word said often adds less each time, as in the document's own score.
    spoken = body[:, column] - body[:, : len(against)] @ against
    damped[words.present] = spoken * idf[words.present] * (1 + np.log(words.often)) / words.often
    result: Matrix = np.bincount(words.lines, weights=damped[words.ids], minlength=line_count).astype(np.float32)
    return result
