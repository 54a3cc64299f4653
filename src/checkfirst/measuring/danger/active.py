"""Programs inside a document: macros, controls, actions of a PDF, attached files."""

from collections.abc import Iterator
from typing import Final

from checkfirst.model.dangers import Danger, DangerKind
from checkfirst.model.document import Document
from checkfirst.model.folder_names import is_sample, is_test_data
from checkfirst.model.location import text_span
from checkfirst.model.losses import LossKind
from checkfirst.model.quotes import Quote

#: What each is called, and whether it can act without its reader's doing.
_ACTIVE: Final = {
    LossKind.MACROS: ("macros", True),
    LossKind.SCRIPT_ACTION: ("a script that the PDF runs", True),
    LossKind.LAUNCH_ACTION: ("an action of the PDF that starts a program", True),
    LossKind.FORM_SCRIPT: ("scripts of the fields of a form", False),
    LossKind.PICTURE_SCRIPT: ("a script that a browser runs", False),
    LossKind.CONTROL: ("controls (ActiveX)", False),
    LossKind.ATTACHMENT: ("attached files", False),
}
_PDF: Final = "application/pdf"


def find_active(document: Document) -> Iterator[Danger]:
    """What readers of files know to be a program; attachments of PDFs alone, for those of a message are in plain sight."""
    is_test = is_sample(document.path) or is_test_data(document.path)
    for loss in document.losses:
        how, grave = _ACTIVE.get(loss.kind, ("", False))
        if not how or (loss.kind is LossKind.ATTACHMENT and document.source.media_type != _PDF):
            continue
        yield Danger(
            kind=DangerKind.ACTIVE,
            how=how,
            text=", ".join(loss.names),
            quote=Quote(span=loss.span or text_span(0), text=f"({document.source.size:,} bytes)"),
            grave=grave and not is_test,
        )
