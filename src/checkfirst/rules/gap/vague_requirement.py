"""GAP005: a requirement that nobody can test."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.traces import TraceKind
from checkfirst.model.views import DocumentView

#: Lines that are quoted.
_MOST_QUOTES = 3


@rule(
    code="GAP005",
    sees=DocumentView,
    severity=Severity.NOTE,
    since="0.2.0",
    preview=True,
    needs=(Needs.TEXT, Needs.GAPS),
)
def vague_requirement(view: DocumentView) -> Iterator[Hit]:
    """A requirement says how well, and by no measure: fast, user-friendly, as soon as possible.

    Nobody can test it, so that whoever builds it and whoever accepts it mean two things.

    Say how much, by when or how many, or what a test of it looks like.
    """
    measures = view.measures
    traces = measures.traced(TraceKind.VAGUE_REQUIREMENT)
    if traces and measures.specifies:
        count = len(traces)
        yield Hit(
            message=f"{count} requirements have no measure" if count > 1 else "a requirement has no measure",
            evidence=tuple(trace.quote for trace in traces[:_MOST_QUOTES]),
            confidence=0.8,
            data=facts(count=count),
        )
