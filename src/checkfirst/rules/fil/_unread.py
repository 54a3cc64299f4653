"""Shared by the rules on files that could not be read."""

from checkfirst.model.content import QuotedLoss
from checkfirst.model.finding import Severity
from checkfirst.model.losses import MOST_NAMED
from checkfirst.model.rule import Hit, facts
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


def loss_hit(loss: QuotedLoss, message: str, severity: Severity | None = None) -> Hit:
    """The hit on what was lost."""
    data = facts(loss=loss.kind.value, count=loss.count, names=loss.names)
    return Hit(message=message, evidence=(loss.quote,), confidence=0.98, severity=severity, data=data)
