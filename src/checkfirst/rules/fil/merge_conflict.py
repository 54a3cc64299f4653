"""FIL010: the text holds the markers of an unfinished merge."""

from collections.abc import Iterator
from typing import Final

from checkfirst.model.document import Format, Role
from checkfirst.model.finding import Severity
from checkfirst.model.formats import Trait
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, rule
from checkfirst.model.traces import TraceKind
from checkfirst.model.views import DocumentView

_WRITTEN: Final = {Format.MARKDOWN, Format.RESTRUCTUREDTEXT}


@rule(
    code="FIL010",
    sees=DocumentView,
    severity=Severity.ERROR,
    since="0.1.0",
    needs=(Needs.TEXT,),
)
def merge_conflict(view: DocumentView) -> Iterator[Hit]:
    """The markers of a merge that was never finished are in the text.

    Both versions of the passage are there, and a reader can't tell which one holds.

    Decide which side is right, and take the markers and the other side out.
    """
    # A code block may show the markers as an example; in source code and flattened pages the role says less.
    document = view.document
    segments = view.measures.segments if document.format in _WRITTEN else document.segments
    is_prose = Trait.PROSE in document.traits
    code = [s.span for s in segments if is_prose and s.role is Role.CODE]
    for trace in view.measures.traced(TraceKind.CONFLICT):
        span = trace.quote.span
        is_code = any(block.start_line <= span.start_line and span.end_line <= block.end_line for block in code)
        if not is_code:
            yield Hit(
                message="an unfinished merge: both versions stand here",
                evidence=(trace.quote,),
                confidence=0.99,
                span=span,
            )
