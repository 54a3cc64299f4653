"""The section numbers that the directive ``sectnum`` of reStructuredText puts before headings."""

import re
from collections.abc import Iterable

from checkfirst import lazy_re

_SECTNUM = lazy_re.compile(r"^\.\. +(?:sectnum|section-numbering)::", re.MULTILINE)


def numbers_sections(text: str) -> bool:
    """Whether a source asks for section numbers."""
    return bool(_SECTNUM.search(text))


def section_numbers(levels: Iterable[int]) -> list[str]:
    """The number of each heading, such as "1.3.1", by its level from 1; empty for the title of the document.

    A heading of the first level that is alone and comes first is the title, and the sections begin below it (docutils,
    "DocTitle").
    """
    levels = list(levels)
    has_title = levels[:1] == [1] and levels.count(1) == 1
    counts: list[int] = []
    numbers = []
    for level in levels:
        depth = level - 1 if has_title else level
        counts = [*counts[:depth], *[0] * (depth - len(counts))]
        if depth:
            counts[-1] += 1
        numbers.append(".".join(map(str, counts)))
    return numbers
