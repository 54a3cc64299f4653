"""WEB006: most of the text is behind a wall."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, rule
from checkfirst.model.traces import TraceKind
from checkfirst.model.views import DocumentView

#: Share of such documents that are beginnings of others. Not measured: the rule is new.
_CONFIDENCE = 0.7


@rule(
    code="WEB006",
    sees=DocumentView,
    severity=Severity.NOTE,
    since="0.2.0",
    preview=True,
    needs=(Needs.TEXT,),
    whole=True,
)
def wall(view: DocumentView) -> Iterator[Hit]:
    """Little of the document is there, and for the rest a dialog for consent or an offer to subscribe.

    The text behind the wall is missing, and what is read in its place says nothing of the subject.

    Fetch the document as somebody who may read it, or from its publisher.
    """
    traces = view.measures.traced(TraceKind.WALL)
    # A page that is nothing but a dialog is an answer in place of the document.
    if traces and not view.measures.traced(TraceKind.MACHINE_ANSWER, TraceKind.LIKELY_ANSWER):
        yield Hit(
            message="most of the text is behind a wall",
            evidence=tuple(trace.quote for trace in traces),
            confidence=_CONFIDENCE,
        )
