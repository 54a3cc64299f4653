"""A document's text as it is shown beside the findings about it."""

from collections.abc import Iterator, Sequence
from typing import Final

from checkfirst.model.finding import Finding
from checkfirst.model.report import DocumentReport
from checkfirst.reporting.html.escape import safe_path
from checkfirst.reporting.html.figures import legend
from checkfirst.reporting.html.layout import Text
from checkfirst.reporting.html.text import MOST_LINES, marks_of, runs

#: Characters of a line that are shown, about as many as come (``Config.long_lines``).
_LONGEST: Final = 3_999


def beside(document: DocumentReport, findings: Sequence[Finding]) -> Iterator[str]:
    """The document's name on the first line, then all of its lines that the report has, those marked that the findings quote.

    HTML, piece by piece.
    """
    yield f"{safe_path(document.path)}\n"
    if not document.shown:
        yield '<p class="soft">No text could be read in it.</p>\n'
        return
    yield legend(document.segments)
    yield from runs(document.shown, marks_of(document, findings, Text(document.shown)), _LONGEST)
    if len(document.shown) >= MOST_LINES:
        yield f'<p class="soft">What follows line {document.shown[-1].place.start_line:,} is not shown.</p>\n'
