"""Lists of a project's contributors that a program keeps in a document, between two comments.

Their links and pictures are no entries of an index, and their places (``#code-name``) only carry a tooltip.
"""

import re
from typing import Final

from checkfirst import lazy_re
from checkfirst.model.document import Document

#: The comment at an end of such a list: all-contributors, contributors-readme-action and the like.
_MARK = lazy_re.compile(
    r"<!--(?=[^<>]{0,200}(?:contributors?|sponsors?|backers?)\b)[^<>]{0,200}\b(start|end)\b", re.IGNORECASE
)
#: Characters of a document that are searched. Not measured.
_MOST: Final = 2_000_000


def generated_lines(document: Document) -> frozenset[int]:
    """The lines of the text, from 1, that such lists have."""
    text = document.text[:_MOST]
    if "<!--" not in text:
        return frozenset()
    lines: set[int] = set()
    first = 0
    for mark in _MARK.finditer(text):
        number = text.count("\n", 0, mark.start()) + 1
        if mark[1].lower() == "start":
            first = number
        elif first:
            lines.update(range(first, number + 1))
            first = 0
    return frozenset(lines)
