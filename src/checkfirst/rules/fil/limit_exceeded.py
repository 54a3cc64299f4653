"""FIL007: the file needs more time, memory or space than one document is given."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.losses import LossKind
from checkfirst.model.rule import Hit, rule
from checkfirst.model.views import DocumentView
from checkfirst.rules.fil._unread import loss_hit, which, why


@rule(
    code="FIL007",
    sees=DocumentView,
    severity=Severity.WARNING,
    also={Severity.NOTE: "it is a very long text, of which all but the end was checked"},
    since="0.1.0",
    whole=True,
)
def limit_exceeded(view: DocumentView) -> Iterator[Hit]:
    """The file needs more time, memory or space than one document is given, so it was not read, or only in part.

    Some files are made to do so: a few kilobytes that unpack to gigabytes.

    Find out where the file comes from; split it if it can be trusted.
    """
    name = view.document.spec.title
    for loss in view.measures.lost(LossKind.LIMIT_EXCEEDED):
        yield loss_hit(loss, f"{name}: not read{why(view)}")
    for loss in view.measures.lost(LossKind.MESSAGE):
        yield loss_hit(loss, f"{name}: its last messages were not read, {loss.count:,} of them")
    for loss in view.measures.lost(LossKind.MESSAGE_PART):
        yield loss_hit(loss, f"{name}: the last texts of a message were not read, {loss.count:,} of them{which(loss)}")
    for loss in view.measures.lost(LossKind.NESTED_TOO_DEEP):
        yield loss_hit(loss, f"{name}: what is nested too deep was not read, {loss.count:,} of its parts")
    for loss in view.measures.lost(LossKind.BEYOND_LIMIT):
        yield loss_hit(loss, f"{name}: so long that not all of it was checked{which(loss)}", Severity.NOTE)
