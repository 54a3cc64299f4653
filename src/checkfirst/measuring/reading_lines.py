"""Which lines belong to the document itself, once a thread that hangs below it is set aside."""

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.lines import Lines, Matrix
from checkfirst.measuring.thread import find_thread
from checkfirst.measuring.weights import Weights
from checkfirst.model.measures import Thread

#: Words above a thread from which it is a thread *under* something.
ARTICLE_WORDS = 80


def kept_lines(lines: Lines, roles: Matrix, weights: Weights) -> NDArray[np.bool_]:
    """True for the lines that say what the document is."""
    return without_thread(lines, find_thread(lines, roles, weights))


def without_thread(lines: Lines, thread: Thread | None) -> NDArray[np.bool_]:
    """All lines but those of a thread that stands below an article."""
    kept = np.ones(len(lines.texts), dtype=np.bool_)
    if thread is None:
        return kept
    above = int(lines.word_counts[: thread.span.start_line - 1].sum())
    if above >= ARTICLE_WORDS:
        kept[thread.span.start_line - 1 : thread.span.end_line] = False
    return kept
