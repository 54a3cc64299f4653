"""The main text of a document: its lines without comment threads and page boilerplate."""

import re
from typing import Final

import numpy as np
from numpy.typing import NDArray

from checkfirst import lazy_re
from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.models.line_class import LineClass
from checkfirst.measuring.text.lines import Lines
from checkfirst.model.kinds import Answer
from checkfirst.model.location import TextSpan
from checkfirst.model.threads import Thread

# How these numbers were chosen is not on record, and none was measured by itself.
# `python -m benchmarks.roles` measures what they do together.

#: Words of the shortest text that counts as an article; a thread below fewer words is the document itself.
ARTICLE_WORDS: Final = 80
#: A line of a saved page is boilerplate if its probability of main text is below this and its probability of
#: boilerplate above the other. The first is low, because a lost line of the article does more harm than a line of
#: boilerplate that stays.
MAIN_FROM: Final = 0.35
_BOILERPLATE_FROM: Final = 0.5


#: The beginning of an ingredient: an amount with its unit. Lists of them look like menus.
_AMOUNT = lazy_re.compile(
    r"^\W{0,4}(?:\d[\d.,/–-]*|[½¼¾⅓⅔])\s?(?:[kcdm]?g|[cdm]?l|oz|lbs?|ounces?|pounds?|cups?|tbsps?|tsps?|(?:table|tea)spoons?|pinch"
    r"(?:es)?|cloves?|[ET]L|Prisen?|Tassen?|Zehen?|cucharad(?:it)?as?|tazas?|cuillères?|tasses?|pincées?|cucchiai[on]?)\b\.?\s+\w",
    re.IGNORECASE,
)


def boilerplate_lines(lines: Lines, classes: Matrix) -> NDArray[np.bool_]:
    """True for the non-blank lines that are boilerplate, given the class probabilities of each line."""
    result: NDArray[np.bool_] = (
        (classes[:, LineClass.MAIN] < MAIN_FROM) & (classes[:, LineClass.FURNITURE] > _BOILERPLATE_FROM) & ~lines.blank
    )
    for n in result.nonzero()[0].tolist():
        result[n] = not _AMOUNT.match(lines.texts[n])
    return result


def main_text_lines(
    lines: Lines, classes: Matrix, thread: Thread[TextSpan] | None, scraped: Answer
) -> NDArray[np.bool_]:
    """True for the lines of main text.

    A thread is left out if it follows an article. Boilerplate is left out of a text that is a saved page (``scraped``
    is yes), unless less than an article would remain.
    """
    main = np.ones(len(lines.texts), dtype=np.bool_)
    if thread is not None:
        above = int(lines.word_counts[: thread.span.start_line - 1].sum())
        if above >= ARTICLE_WORDS:
            main[thread.span.start_line - 1 : thread.span.end_line] = False
    if scraped is Answer.YES:
        without_boilerplate = main & ~boilerplate_lines(lines, classes)
        if int(lines.word_counts[without_boilerplate].sum()) >= ARTICLE_WORDS:
            return without_boilerplate
    return main
