"""How much each stage draws and renders."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Sizes:
    """Numbers of what is made to learn from."""

    name: str
    page_remarks: int
    """Threads of our own remarks, to learn line classes from."""
    renderings: int
    """Renderings of each thread, to learn from where threads start."""
    long_threads: int
    remark_threads: int
    threadless: int
    """Documents without a thread."""
    sets: int
    """Sets to learn outliers from."""
    entry_sets: int
    """Sets to learn from whether a file fits an entry."""


FULL: Final = Sizes("full", 500, 8, 400, 1600, 2600, 26_000, 1_500)
#: To try the stages in seconds; the weights are of no use.
DRAFT: Final = Sizes("draft", 6, 2, 4, 8, 40, 300, 40)
