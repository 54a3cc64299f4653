"""FIL003: the text was decoded with the wrong encoding and saved."""

from collections.abc import Iterator

from checkfirst.model.document import Format
from checkfirst.model.finding import Severity
from checkfirst.model.formats import PDF
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.traces import TraceKind
from checkfirst.model.views import DocumentView

#: Garbled lines that are quoted.
_MOST_QUOTES = 3


@rule(
    code="FIL003",
    sees=DocumentView,
    severity=Severity.WARNING,
    also={Severity.NOTE: "it is a PDF, whose fonts may not say which letters they hold"},
    since="0.1.0",
    needs=(Needs.TEXT,),
)
def mojibake(view: DocumentView) -> Iterator[Hit]:
    """Text was decoded with the wrong encoding and then saved: `itâ€™s` for `it’s`.

    Names, quotations and numbers with units come out wrong, and searches miss them.

    Fetch the file again as UTF-8, or repair it (`ftfy FILE`) and compare.
    """
    traces = view.measures.traced(TraceKind.MOJIBAKE)
    if traces and view.document.format is not Format.CODE:
        lines = f"{len(traces)} lines are" if len(traces) > 1 else "a line is"
        message = f"{lines} garbled: decoded with the wrong encoding and saved"
        quotes = tuple(trace.quote for trace in traces[:_MOST_QUOTES])
        # What is garbled in a PDF is mostly what was taken out of it: formulas, ligatures.
        severity = Severity.NOTE if view.document.spec.media_type == PDF else None
        data = facts(count=len(traces))
        yield Hit(message=message, evidence=quotes, confidence=0.97, severity=severity, data=data)
