"""Amounts of training data that the stages make."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Sizes:
    """Amounts of training data."""

    name: str
    page_remarks: int
    """Threads of made-up comments, for the line classifier."""
    renderings: int
    """Renderings of each thread, for the thread model."""
    long_threads: int
    """Threads joined from the comments of several, for the thread model."""
    remark_threads: int
    """Threads of made-up comments, for the thread model."""
    threadless: int
    """Documents without a thread, for the thread model."""
    sets: int
    """Sets for the outlier model."""
    entry_sets: int
    """Sets for the model of index entries."""


FULL: Final = Sizes("full", 500, 8, 400, 1600, 2600, 26_000, 1_500)
#: For tests of the stages in seconds; the weights are useless.
DRAFT: Final = Sizes("draft", 6, 2, 4, 8, 40, 300, 40)
