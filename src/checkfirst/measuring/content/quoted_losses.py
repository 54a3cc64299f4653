"""The losses of a document, each with a quote of the line where it shows."""

from checkfirst.measuring.text.quoting import at_span
from checkfirst.model.content import QuotedLoss
from checkfirst.model.document import Document
from checkfirst.model.formats import Trait
from checkfirst.model.index_names import INDEX_NAMES, LINES_READ
from checkfirst.model.location import text_span
from checkfirst.model.losses import HARMLESS, Loss, LossKind
from checkfirst.model.quotes import Quote
from checkfirst.path_parts import name_of


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
        for loss in (*document.losses, *_unread_entries(document, len(lines)))
        if loss.kind not in HARMLESS
    )


def _unread_entries(document: Document, lines: int) -> tuple[Loss, ...]:
    """The loss of the lines beyond those that are searched for entries, in an index that lists files line by line."""
    more, known = lines - LINES_READ, INDEX_NAMES.get(name_of(document.path).lower())
    if more <= 0 or known is None or not (known.navigation or Trait.PLAIN in document.traits):
        return ()
    return (Loss(kind=LossKind.BEYOND_LIMIT, count=1, names=(f"{more:,} lines of entries",)),)
