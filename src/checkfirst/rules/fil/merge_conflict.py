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

#: Merges of one document that have a finding each; the last one counts the others. Not measured.
_MOST: Final = 20
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
    in_code = {line for block in code for line in block.indices}
    found = [
        trace.quote
        for trace in view.measures.traced(TraceKind.CONFLICT)
        if not in_code.issuperset(trace.quote.span.indices)
    ]
    more = len(found) - _MOST
    for number, quote in enumerate(found[:_MOST], start=1):
        others = f", and {more:,} times more below" if more > 0 and number == _MOST else ""
        yield Hit(
            message=f"an unfinished merge{others}: both versions stand here",
            evidence=(quote,),
            confidence=0.99,
            span=quote.span,
        )
