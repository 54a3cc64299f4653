"""Shared by the rules on files that could not be read."""

from checkfirst.model.content import QuotedLoss
from checkfirst.model.losses import MOST_NAMED
from checkfirst.model.views import DocumentView
from checkfirst.safe_text import printable


def why(view: DocumentView) -> str:
    """The reader's reason for not reading the file, after a colon; an empty text where it gave none."""
    reason = dict(view.document.metadata).get("failure", "")
    return f": {printable(reason)}" if reason else ""


def which(loss: QuotedLoss) -> str:
    """The names of what was lost, in brackets; an empty text where none is known."""
    more = ", …" if len(loss.names) == MOST_NAMED < loss.count else ""
    return f" ({', '.join(map(printable, loss.names))}{more})" if loss.names else ""
