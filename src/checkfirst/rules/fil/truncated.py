"""FIL005: the text breaks off."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.formats import PDF
from checkfirst.model.losses import LossKind
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.traces import TraceKind
from checkfirst.model.views import DocumentView

#: Of five such notes on sets first read by fresh eyes none was right: people leave out the last full stop.
_OPEN = 0.3


@rule(
    code="FIL005",
    sees=DocumentView,
    severity=Severity.WARNING,
    also={
        Severity.NOTE: "the only sign is that its last sentence has no end, or if it is a PDF, whose last words may be those of a drawing"
    },
    since="0.1.0",
    needs=(Needs.TEXT,),
)
def truncated(view: DocumentView) -> Iterator[Hit]:
    """The text breaks off: in the middle of a sentence, or at a "read more" or a paywall.

    Readers can't tell what is missing, so nobody asks for it.

    Fetch the whole document.
    """
    for loss in view.measures.lost(LossKind.DATA_CUT):
        yield Hit(
            message="breaks off before its last bracket is closed",
            evidence=(loss.quote,),
            confidence=0.97,
            data=facts(loss=loss.kind.value),
        )
    if stubs := view.measures.traced(TraceKind.STUB_END):
        message = "breaks off at an invitation to read the rest elsewhere"
        yield Hit(message=message, evidence=(stubs[0].quote,), confidence=0.95)
        return
    for trace in view.measures.traced(TraceKind.CUT_SENTENCE):
        # The last words that are read of a page may be those of a drawing or of its foot.
        severity = Severity.NOTE if view.document.spec.media_type == PDF else None
        message = "breaks off in the middle of a sentence"
        yield Hit(message=message, evidence=(trace.quote,), confidence=0.95, severity=severity)
    for trace in view.measures.traced(TraceKind.OPEN_END):
        message = "its last sentence has no end, where all others have one"
        yield Hit(message=message, evidence=(trace.quote,), confidence=_OPEN, severity=Severity.NOTE)
