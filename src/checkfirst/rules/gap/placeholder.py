"""GAP001: a place that its author left open."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.form_names import is_form
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.traces import TraceKind
from checkfirst.model.views import DocumentView

#: Lines that are quoted.
_MOST_QUOTES = 3


@rule(
    code="GAP001",
    sees=DocumentView,
    severity=Severity.NOTE,
    since="0.2.0",
    needs=(Needs.TEXT,),
)
def placeholder(view: DocumentView) -> Iterator[Hit]:
    """The document has places that its author left open: `[NEEDS CLARIFICATION: …]`, a section that says only TBD.

    Whoever builds from it answers these questions alone, and each in another way.

    Answer them, or say that they are out of scope.
    """
    if is_form(view.document.path):
        return
    traces = view.measures.traced(TraceKind.OPEN_PLACE)
    # KND006 reports a form that nobody filled in.
    unfilled = view.measures.unfilled
    if traces and (not unfilled.is_form or unfilled.is_draft(view.measures.statistics.words)):
        places = f"{len(traces)} places are" if len(traces) > 1 else "a place is"
        yield Hit(
            message=f"{places} still open",
            evidence=tuple(trace.quote for trace in traces[:_MOST_QUOTES]),
            confidence=0.95,
            data=facts(count=len(traces)),
        )
