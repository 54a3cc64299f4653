"""The text between openers: sums over the non-blank lines, so that any stretch of them is judged at once."""

from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.comments.marks import Mark, Part
from checkfirst.measuring.models.line_class import LineClass
from checkfirst.measuring.text.lines import Lines

#: Parts whose words are text of comments.
_SAYING: Final = {
    *(
        Part.TEXT,
        Part.NAME,
        Part.ITEM_NAME,
        Part.BY_NAME,
        Part.LINKED_NAME,
        Part.NAME_DATE,
        Part.NAME_SAYS,
        Part.NAME_SAYS_DATE,
    ),
    Part.HEADING,
}
#: Words above an opener from which it does not stand at the top of the text, and words below one at the top that are
#: those of an article, whose byline it then is.
TOP_WORDS: Final = 60
ARTICLE_BELOW: Final = 120
#: Bytes that are more than one word of any language written with spaces.
_LONGEST_WORD: Final = 18
#: Parts below which the page goes on.
_CLOSING: Final = (Part.END, Part.HEADING, Part.EDGE, Part.TITLE)
#: Costs of a heading of comments between two openers, and more of one with a total.
_HEADING_COST, _TOTAL_COST = 3.0, 5.0
#: Costs of a form for a new comment, and of links to other pages, between two openers.
_END_COST, _EDGE_COST = 7.0, 4.0
#: Fewest names in a row that are a menu.
_MENU: Final = 3
#: Added to probabilities, so that log odds are finite, and the largest absolute log odds.
_LEAST, _LARGEST = 0.02, 3.0


class Bodies(Struct, frozen=True):
    """Sums up to each rank of the non-blank lines: item ``n`` is the sum over the lines before rank ``n``."""

    marks: list[Mark]
    words: list[float]
    """Words that may be the text of a comment."""
    outside_lists: list[float]
    """Such words on lines that are no items of a list."""
    plain: list[float]
    """Words on lines that can only be text."""
    kept: list[float]
    """Log odds that words are no furniture of a page, by line class."""
    said: list[float]
    """Log odds that words are of a comment and not of main text, by line class."""
    buttons: list[float]
    headings: list[float]
    """Costs of headings of a thread."""
    titles: list[float]
    """Other headings."""
    closings: list[int]
    """Ranks of lines that end a thread."""
    menus: list[float]
    """Names that are items of a list without text between them."""
    ends: list[float]
    """Costs of what no thread has between two comments."""

    def between(self, sums: list[float], start: int, end: int) -> float:
        """The sum from rank ``start`` to ``end``, exclusive."""
        return sums[end] - sums[start] if end > start else 0.0


def measure_bodies(lines: Lines, classes: Matrix, marks: list[Mark]) -> Bodies:
    """The sums for a text. ``classes`` has a row per line, a column per ``LineClass``."""
    filled = lines.filled[: len(marks)]
    chances = classes[filled]
    comment = chances[:, LineClass.COMMENT] + chances[:, LineClass.HEADER]
    main, furniture = chances[:, LineClass.MAIN], chances[:, LineClass.FURNITURE]
    # Chinese and Japanese have no spaces between words: a word has about six bytes.
    counts = np.maximum(lines.word_counts[filled], lines.lengths[filled] // _LONGEST_WORD).astype(np.float64)
    words = np.where(_are(marks, *_SAYING), counts, 0)
    kept = np.log((comment + main + _LEAST) / (furniture + _LEAST)).clip(-_LARGEST, _LARGEST)
    said = np.log((comment + _LEAST) / (main + _LEAST)).clip(-_LARGEST, _LARGEST)
    items = np.array([mark.item for mark in marks], dtype=np.bool_)
    totals = np.array([mark.part is Part.HEADING and bool(mark.number) for mark in marks], dtype=np.bool_)
    ends = _END_COST * _are(marks, Part.END) + _EDGE_COST * _are(marks, Part.EDGE)
    return Bodies(
        marks=marks,
        words=_sums(words),
        outside_lists=_sums(np.where(items, 0, words)),
        plain=_sums(np.where(_are(marks, Part.TEXT), counts, 0)),
        kept=_sums(words * kept),
        said=_sums(words * said),
        buttons=_sums(_are(marks, Part.ACTION)),
        headings=_sums(_HEADING_COST * _are(marks, Part.HEADING) + _TOTAL_COST * totals),
        titles=_sums(_are(marks, Part.TITLE)),
        closings=_are(marks, *_CLOSING).nonzero()[0].tolist(),
        menus=_sums(_in_menu(marks)),
        ends=_sums(ends),
    )


def _in_menu(marks: list[Mark]) -> NDArray[np.bool_]:
    """Which lines are of a run of names without text between them."""
    names = _are(marks, Part.ITEM_NAME).astype(np.int64)
    # Runs of ones: where they start and end.
    steps = np.diff(names, prepend=0, append=0)
    inside = np.zeros(len(marks), dtype=np.bool_)
    for start, end in zip((steps > 0).nonzero()[0], (steps < 0).nonzero()[0], strict=True):
        inside[start:end] = end - start >= _MENU
    return inside


def _are(marks: list[Mark], *parts: Part) -> NDArray[np.bool_]:
    return np.fromiter((mark.part in parts for mark in marks), dtype=np.bool_, count=len(marks))


def _sums(values: NDArray[np.bool_] | NDArray[np.float64]) -> list[float]:
    sums: list[float] = np.concatenate(([0.0], np.cumsum(values, dtype=np.float64))).tolist()
    return sums


def body_score(bodies: Bodies, start: int, end: int, *, weak: bool, in_list: bool) -> float:
    """Support of the lines from rank ``start`` to ``end``, exclusive, as the text of one comment.

    ``weak`` says that its opener needs support, ``in_list`` that it is an item of a list, whose next items are not its
    text. The numbers are chosen by hand on half of the families of pages with comments.
    """
    words = bodies.between(bodies.outside_lists if in_list else bodies.words, start, end)
    if words < 1:
        return -2.5
    every = bodies.between(bodies.words, start, end)
    score = (
        0.3 + (0.35 * bodies.between(bodies.kept, start, end) + 0.15 * bodies.between(bodies.said, start, end)) / every
    )
    if bodies.between(bodies.plain, start, end) < 1:
        score -= 3.0 if weak else 0.8
    if words > 400:
        score -= 0.7 if words <= 900 else 1.9
    return score + (0.5 if bodies.between(bodies.buttons, start, end) else 0.0)
