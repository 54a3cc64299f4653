"""FIL011: a code fence is never closed."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.losses import LossKind
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import DocumentView

#: A fence with fewer lines from it to the end of the text, its own included, is a note; not measured.
_NOTE_BELOW = 8


@rule(
    code="FIL011",
    sees=DocumentView,
    severity=Severity.WARNING,
    also={Severity.NOTE: f"fewer than {_NOTE_BELOW - 1} lines follow the fence"},
    since="0.1.0",
)
def runaway_fence(view: DocumentView) -> Iterator[Hit]:
    """A code fence is opened and never closed.

    Everything after it is read as code: headings, links and requirements disappear from what a
    renderer, an index or a splitter sees.

    Close the fence where the code ends.
    """
    for loss in view.measures.lost(LossKind.FENCE_NOT_CLOSED):
        # The loss counts the line of the fence, too.
        swallowed = loss.count - 1
        yield Hit(
            message=f"a code fence opens here and never closes: {swallowed} lines are swallowed",
            evidence=(loss.quote,),
            confidence=0.97,
            severity=Severity.NOTE if loss.count < _NOTE_BELOW else None,
            data=facts(loss=loss.kind.value, count=swallowed),
        )
