"""Words of a document in three places (all of it, its opening, its headings) as weighted blocks."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.lines import Lines, Matrix
from checkfirst.measuring.weights import Weights
from checkfirst.measuring.words import UNKNOWN, Words
from checkfirst.model.document import Document, Role

BLOCKS: Final = ("body", "opening", "headings")
#: Words that count as the opening.
_OPENING: Final = 70
#: Words of a long document that are looked at: the first two thirds and the last third of this.
_MOST: Final = 30_000


@dataclass(frozen=True, slots=True)
class Block:
    """Distinct words of one place, weighted; the weights have unit length."""

    ids: NDArray[np.int64]
    values: Matrix


def wording(document: Document, lines: Lines, words: Words) -> dict[str, NDArray[np.int32]]:
    """Word numbers in each place."""
    ids = words.ids
    heading = np.zeros(len(lines.texts), dtype=np.bool_)
    for segment in document.segments:
        if segment.role is Role.HEADING:
            heading[segment.span.start_line - 1 : segment.span.end_line] = True
    body = ids if len(ids) <= _MOST else np.concatenate((ids[: _MOST * 2 // 3], ids[-_MOST // 3 :]))
    return {"body": body, "opening": ids[:_OPENING], "headings": ids[heading[words.lines]][:2000]}


def block(ids: NDArray[np.int32], idf: Matrix) -> Block:
    """Logarithmic counts times inverse document frequency, to unit length."""
    counts = np.bincount(ids, minlength=len(idf))
    counts[UNKNOWN] = 0
    present = np.flatnonzero(counts)
    values = (1 + np.log(counts[present])) * idf[present]
    length = float(np.sqrt((values**2).sum()))
    return Block(ids=present, values=(values / max(length, 1e-9)).astype(np.float32))


def blocks_of(places: dict[str, NDArray[np.int32]], weights: Weights) -> dict[str, Block]:
    """The weighted words of all places, which every model over them shares."""
    idf = weights["idf"]
    return {place: block(places[place], idf) for place in BLOCKS}


def wording_scores(blocks: dict[str, Block], weights: Weights, name: str) -> Matrix:
    """Scores of the classes from the words of all places."""
    total = weights[f"{name}/bias"].copy()
    for place, found in blocks.items():
        total += found.values @ weights[f"{name}/{place}"][found.ids]
    return total


def line_contributions(
    words: Words, line_count: int, weights: Weights, name: str, column: int, against: Matrix
) -> Matrix:
    """How much the words of each line speak for one class, over the weighted mean of all classes."""
    matrix = weights[f"{name}/body"]
    counts = np.bincount(words.ids, minlength=len(matrix))
    counts[UNKNOWN] = 0
    present = np.flatnonzero(counts)
    rows, often = matrix[present], counts[present]
    damped = np.zeros(len(matrix))
    # A word said often adds less each time, as in the document's own score.
    damped[present] = (rows[:, column] - rows @ against) * weights["idf"][present] * (1 + np.log(often)) / often
    result: Matrix = np.bincount(words.lines, weights=damped[words.ids], minlength=line_count).astype(np.float32)
    return result
