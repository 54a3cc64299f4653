"""FIL004: the file holds no text."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from checkfirst.model.document import Format
from checkfirst.model.finding import Severity
from checkfirst.model.losses import LossKind
from checkfirst.model.rule import Hit, rule
from checkfirst.model.views import DocumentView

#: Formats of documents that a person writes as text.
_WRITTEN = {Format.TEXT, Format.MARKDOWN, Format.RESTRUCTUREDTEXT, Format.HTML}


@rule(
    code="FIL004",
    sees=DocumentView,
    severity=Severity.ERROR,
    since="0.1.0",
    whole=True,
)
def empty(view: DocumentView) -> Iterator[Hit]:
    """The file holds no text.

    It is listed like any document, and whoever relies on it finds nothing.

    Fetch the document again, write it, or take the file out.
    """
    document = view.document
    # The name promises text, or promises nothing at all.
    promised = document.named_format in {*_WRITTEN, Format.RICH} or not PurePosixPath(document.path).suffix
    pictures = view.measures.lost(LossKind.NO_TEXT_LAYER)
    if promised and document.format in {*_WRITTEN, Format.RICH} and not document.text.strip() and not pictures:
        page = document.format is Format.HTML and document.source.size > 0
        message = "the page shows a reader no text" if page else f"no text in {document.source.size} bytes"
        yield Hit(message=message, evidence=(view.start,), confidence=0.99)
