"""FIL006: the file is broken or locked, as a whole or in part."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.losses import LossKind
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import DocumentView
from checkfirst.rules.fil._unread import why


@rule(
    code="FIL006",
    sees=DocumentView,
    severity=Severity.ERROR,
    since="0.1.0",
    whole=True,
)
def corrupt_or_encrypted(view: DocumentView) -> Iterator[Hit]:
    """The file is broken, or locked with a password: nobody can read it.

    It stands in the listing like a document; readers, agents and retrieval indexes get nothing from it.

    Fetch the file again, or save it without a password.
    """
    for loss in view.measures.lost(LossKind.DAMAGED, LossKind.ENCRYPTED):
        what = "locked with a password" if loss.kind is LossKind.ENCRYPTED else "broken"
        said = "" if loss.kind is LossKind.ENCRYPTED else why(view)
        message = f"{view.document.type_names.true}: {what}{said}"
        yield Hit(message=message, evidence=(loss.quote,), confidence=0.98, data=facts(loss=loss.kind.value))
