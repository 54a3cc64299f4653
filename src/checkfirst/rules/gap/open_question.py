"""GAP004: a specification leaves questions open."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.traces import TraceKind
from checkfirst.model.views import DocumentView

#: Lines that are quoted.
_MOST_QUOTES = 3


@rule(
    code="GAP004",
    sees=DocumentView,
    severity=Severity.NOTE,
    since="0.2.0",
    preview=True,
    needs=(Needs.TEXT, Needs.GAPS),
)
def open_question(view: DocumentView) -> Iterator[Hit]:
    """A specification leaves questions open: a section for them has some, or a sentence says that something is undecided.

    Whoever builds from it decides them alone, without knowing that there is something to decide.

    Decide them, or say what holds until they are decided.
    """
    measures = view.measures
    traces = measures.traced(TraceKind.OPEN_QUESTION)
    if traces and measures.specifies:
        count = len(traces)
        yield Hit(
            message=f"leaves {count} questions open" if count > 1 else "leaves a question open",
            evidence=tuple(trace.quote for trace in traces[:_MOST_QUOTES]),
            confidence=0.8,
            data=facts(count=count),
        )
