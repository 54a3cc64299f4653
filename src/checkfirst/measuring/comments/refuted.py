"""What looks like a comment thread and is none: threads that a document shows in code, and lists of appointments."""

import re
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.comments.marks import mark_of
from checkfirst.measuring.content.samples_in_text import sample_lines
from checkfirst.measuring.text.lines import Lines
from checkfirst.model.document import Document
from checkfirst.model.location import TextSpan
from checkfirst.model.threads import Thread

_DAY: Final = r"(?:\d{4}-\d\d-\d\d|\d{1,2}[./]\s?(?:\d{1,2}[./]?)?(?:\s?\d{2,4})?|\d{1,2}\.?\s(?=[^\W\d_]))"
#: A period: two days with a dash or a word between them. A comment is written on one day.
_PERIOD = lazy_re.compile(
    rf"{_DAY}[^\d\n]{{0,12}}(?:\s?[-–—]\s?|\s(?:to|until|bis|au|al|hasta|und|and|et)\s){_DAY}", re.IGNORECASE
)
#: The number of a comment before a name.
_NUMBER = lazy_re.compile(r"^\W*\d{1,4}[.):]\s+(?!(?:to|until|bis|au|al|hasta|und|and|et|[-–—])\s)", re.IGNORECASE)
#: Share of the comment headers with a period from which a thread is a list of appointments. Not measured.
_PERIODS_FROM: Final = 0.3


def is_refuted(thread: Thread[TextSpan], document: Document, lines: Lines) -> bool:
    """Whether most lines of a thread stand in code blocks, or many of its headers give a period."""
    inside = sample_lines(document, lines.texts)
    if inside and 2 * sum(n in inside for n in thread.span.indices) >= len(thread.span.indices):
        return True
    headers = [_without_number(lines.texts[(c.header or c.span).start_line - 1]) for c in thread.comments]
    return bool(headers) and sum(bool(_PERIOD.search(h)) for h in headers) >= _PERIODS_FROM * len(headers)


def _without_number(header: str) -> str:
    """A header without the number of its comment: before a name and a date it looks like the day that a period begins."""
    return header if mark_of(header).number is None else _NUMBER.sub("", header)
