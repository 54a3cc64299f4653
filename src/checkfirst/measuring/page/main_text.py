"""Which lines belong to the document itself, once threads and page furniture are set aside."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.models.line_class import LineClass
from checkfirst.measuring.text.lines import Lines
from checkfirst.model.kinds import Answer
from checkfirst.model.location import TextSpan
from checkfirst.model.measures import Thread

# How these numbers were chosen is not on record, and none was measured by itself.
# `python -m benchmarks.roles` measures what they do together.

#: Words above a thread from which it is a thread *under* something.
ARTICLE_WORDS: Final = 80
#: Chance of being main text from which a line of a saved page is. Below one half: what is lost is
#: lost for good, while a line of furniture too many does little harm.
MAIN_FROM: Final = 0.35
#: And chance of being furniture that such a line must have besides.
_FURNITURE_FROM: Final = 0.5


def furniture_lines(lines: Lines, classes: Matrix) -> NDArray[np.bool_]:
    """Lines with content that are likelier the page's than the document's."""
    result: NDArray[np.bool_] = (
        (classes[:, LineClass.MAIN] < MAIN_FROM) & (classes[:, LineClass.FURNITURE] > _FURNITURE_FROM) & ~lines.blank
    )
    return result


def main_text_lines(
    lines: Lines, classes: Matrix, thread: Thread[TextSpan] | None, scraped: Answer
) -> NDArray[np.bool_]:
    """True for the lines that say what the document is.

    A thread that stands below an article is left out, and the furniture of a page that surely is
    one, unless hardly anything would remain.
    """
    kept = np.ones(len(lines.texts), dtype=np.bool_)
    if thread is not None:
        above = int(lines.word_counts[: thread.span.start_line - 1].sum())
        if above >= ARTICLE_WORDS:
            kept[thread.span.start_line - 1 : thread.span.end_line] = False
    if scraped is Answer.YES:
        inner = kept & ~furniture_lines(lines, classes)
        if int(lines.word_counts[inner].sum()) >= ARTICLE_WORDS:
            return inner
    return kept
