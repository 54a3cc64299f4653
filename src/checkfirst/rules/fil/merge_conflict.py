"""FIL010: the text holds the markers of an unfinished merge."""

from collections.abc import Iterator

from checkfirst.model.document import Format, Role
from checkfirst.model.finding import Severity
from checkfirst.model.measures import TraceKind
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, rule
from checkfirst.model.views import DocumentView


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
    # A code block of these formats may show the markers as an example.
    code = [s.span for s in view.measures.segments if s.role is Role.CODE]
    for trace in view.measures.traced(TraceKind.CONFLICT):
        span = trace.quote.span
        is_code = any(block.start_line <= span.start_line and span.end_line <= block.end_line for block in code)
        if not (is_code and view.document.format in {Format.MARKDOWN, Format.RESTRUCTUREDTEXT}):
            yield Hit(
                message="an unfinished merge: both versions stand here",
                evidence=(trace.quote,),
                confidence=0.99,
                span=span,
            )
