"""FIL011: a code fence that is never closed."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.losses import LossKind
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import DocumentView


@rule(
    code="FIL011",
    sees=DocumentView,
    severity=Severity.WARNING,
    since="0.1.0",
)
def runaway_fence(view: DocumentView) -> Iterator[Hit]:
    """A code fence is opened and never closed.

    Everything after it is read as code: headings, links and requirements disappear from what a
    renderer, an index or a splitter sees.

    Close the fence where the code ends.
    """
    for loss in view.measures.lost(LossKind.FENCE_NOT_CLOSED):
        message = f"a code fence opens here and never closes: {loss.count - 1} lines are swallowed"
        trifle = Severity.NOTE if loss.count < 8 else None
        yield Hit(
            message=message,
            evidence=(loss.quote,),
            confidence=0.97,
            severity=trifle,
            data=facts(loss=loss.kind.value, count=loss.count - 1),
        )
