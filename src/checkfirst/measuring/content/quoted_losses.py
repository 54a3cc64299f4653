"""The losses of reading, each with the line where it shows."""

from checkfirst.measuring.text.quoting import at_span
from checkfirst.model.document import Document
from checkfirst.model.location import text_span
from checkfirst.model.losses import HARMLESS
from checkfirst.model.measures import Quote, QuotedLoss


def quoted_losses(document: Document, lines: list[str]) -> tuple[QuotedLoss, ...]:
    """The losses that rules report, in the order of reading. One without a line is quoted by the file's size."""
    size = Quote(span=text_span(0), text=f"({document.source.size:,} bytes)")
    return tuple(
        QuotedLoss(
            kind=loss.kind,
            count=loss.count,
            quote=at_span(lines, loss.span) if loss.span and loss.span.start_line <= len(lines) else size,
        )
        for loss in document.losses
        if loss.kind not in HARMLESS
    )
