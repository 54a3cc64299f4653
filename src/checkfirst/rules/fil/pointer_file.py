"""FIL008: the file is a pointer to a document that was not fetched."""

import mimetypes
from collections.abc import Iterator
from typing import Final

from checkfirst.model.document import Document
from checkfirst.model.finding import Severity
from checkfirst.model.formats import Trait
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, rule
from checkfirst.model.traces import TraceKind
from checkfirst.model.views import DocumentView

#: Traits of the types that hold text for people to read.
_DOCUMENT = {Trait.PROSE, Trait.LISTED, Trait.ARCHIVE}
#: Media types, before the slash, of what is seen or heard.
_MEDIA: Final = {"audio", "video", "image", "font", "model"}


@rule(
    code="FIL008",
    sees=DocumentView,
    severity=Severity.ERROR,
    also={Severity.NOTE: "its name is not that of a document: a picture, a recording, a model, data"},
    since="0.1.0",
    needs=(Needs.TEXT,),
)
def pointer_file(view: DocumentView) -> Iterator[Hit]:
    """The file is a pointer that Git LFS or git-annex left in the document's place.

    The document itself was never fetched; only its checksum is here.

    Fetch the content: `git lfs pull`, or `git annex get FILE`.
    """
    for trace in view.measures.traced(TraceKind.POINTER):
        yield Hit(
            message="a pointer to a document that was not fetched",
            evidence=(trace.quote,),
            confidence=0.99,
            span=trace.quote.span,
            severity=None if _is_document(view.document) else Severity.NOTE,
        )


def _is_document(document: Document) -> bool:
    """Whether a name may be that of a document; one without a suffix may stand for any."""
    if document.named is not None and _DOCUMENT.isdisjoint(document.named.traits):
        return False
    # Without the lists of the machine, which differ.
    guessed = mimetypes.MimeTypes().guess_type(document.path)[0] or ""
    return guessed.partition("/")[0] not in _MEDIA
