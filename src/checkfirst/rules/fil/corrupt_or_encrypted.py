"""FIL006: the file is broken or locked, as a whole or in part."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.folder_names import is_test_data
from checkfirst.model.losses import LossKind
from checkfirst.model.rule import Hit, rule
from checkfirst.model.views import DocumentView
from checkfirst.rules.fil._unread import loss_hit, which, why

#: The message's word for the parts that could not be read.
_PARTS = {
    LossKind.PAGE_NOT_READ: "pages",
    LossKind.MISSING_SLIDE: "slides",
    LossKind.MISSING_SHEET: "sheets",
    LossKind.MISSING_CHAPTER: "chapters",
    LossKind.MISSING_PART: "parts",
    LossKind.MISSING_CELL_TEXT: "cells",
}


@rule(
    code="FIL006",
    sees=DocumentView,
    severity=Severity.ERROR,
    also={
        Severity.NOTE: "its text is kept, and only headings, links and tables are lost, or its folder is that of what programs are tested on"
    },
    since="0.1.0",
    whole=True,
)
def corrupt_or_encrypted(view: DocumentView) -> Iterator[Hit]:
    """The file, or a part of it, is broken or locked with a password: nobody can read it.

    It is listed like any document, but readers, agents and retrieval indexes get nothing from it, or not all of it.

    Fetch the file again, or save it without a password.
    """
    name, text = view.document.spec.title, view.document.text.strip()
    # Such a file may be broken on purpose.
    severity = Severity.NOTE if is_test_data(view.document.path) else Severity.ERROR
    for loss in view.measures.lost(LossKind.DAMAGED, LossKind.ENCRYPTED):
        state = "locked with a password" if loss.kind is LossKind.ENCRYPTED else f"broken{why(view)}"
        yield loss_hit(loss, f"{name}: {state}", severity)
    for loss in view.measures.lost(*_PARTS):
        extent = "part of it could not be read" if text else "nothing of it could be read"
        yield loss_hit(loss, f"{name}: {extent}: {loss.count:,} of its {_PARTS[loss.kind]}{which(loss)}", severity)
    # FIL004 reports a page without any text.
    for loss in view.measures.lost(LossKind.STRUCTURE_NOT_PARSED) if text else ():
        yield loss_hit(
            loss, f"{name}: its text is kept, but headings, links and tables could not be told", Severity.NOTE
        )
