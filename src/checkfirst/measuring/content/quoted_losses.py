"""The losses of a document, each with a quote of the line where it shows."""

from checkfirst.measuring.text.quoting import at_span
from checkfirst.model.content import QuotedLoss
from checkfirst.model.document import Document
from checkfirst.model.location import text_span
from checkfirst.model.losses import HARMLESS
from checkfirst.model.quotes import Quote


def quoted_losses(document: Document, lines: list[str]) -> tuple[QuotedLoss, ...]:
    """The losses that rules report, in their order. A loss without a line is quoted as the size of the file."""
    size = Quote(span=text_span(0), text=f"({document.source.size:,} bytes)")
    return tuple(
        QuotedLoss(
            kind=loss.kind,
            count=loss.count,
            quote=at_span(lines, loss.span) if loss.span and loss.span.start_line <= len(lines) else size,
            names=loss.names,
        )
        for loss in document.losses
        if loss.kind not in HARMLESS
    )
