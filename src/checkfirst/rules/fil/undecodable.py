"""FIL002: some bytes are not text."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.losses import LossKind
from checkfirst.model.rule import Hit, Mention, facts, rule
from checkfirst.model.views import DocumentView


@rule(
    code="FIL002",
    sees=DocumentView,
    severity=Severity.WARNING,
    since="0.1.0",
)
def undecodable(view: DocumentView) -> Iterator[Hit]:
    """Some bytes of the file are not text in any encoding that fits the rest.

    Their content is lost to every reader; often the file was cut, joined or damaged on the way.

    Fetch the file again, or save it as UTF-8 from where it can still be read.
    """
    for loss in view.measures.lost(LossKind.UNDECODABLE_BYTES, LossKind.NUL_BYTES):
        what = "NUL bytes" if loss.kind is LossKind.NUL_BYTES else "bytes"
        first = f"{loss.count:,} {what} that are not text, the first on "
        yield Hit(
            message=(first, Mention(span=loss.quote.span)),
            evidence=(loss.quote,),
            confidence=0.98,
            data=facts(loss=loss.kind.value, count=loss.count),
        )
