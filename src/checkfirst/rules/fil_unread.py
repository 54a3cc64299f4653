"""FIL006, 007, 009 and 012: what is in the file could not be read, or not all of it."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.losses import LossKind
from checkfirst.model.rule import Hit, rule
from checkfirst.model.views import DocumentView
from checkfirst.reading.detect.media_types import ENDING_OF, title_of
from checkfirst.reading.formats import ARCHIVES
from checkfirst.rules.samples import DEEP_RTF, GOOD_NOTE, SCANNED_PDF
from checkfirst.safe_text import printable


def _why(view: DocumentView) -> str:
    """What the reader said of a file that it could not read."""
    said = dict(view.document.metadata).get("failure", "")
    return f": {printable(said)}" if said else ""


@rule(
    code="FIL006",
    whole=True,
    sees=DocumentView,
    severity=Severity.ERROR,
    since="0.1.0",
    fires=({"report.pdf": "%PDF-1.7\nno object, no page, no end\n"},),
    silent=({"report.md": GOOD_NOTE},),
)
def corrupt_or_encrypted(view: DocumentView) -> Iterator[Hit]:
    """The file is broken, or locked with a password: nobody can read it.

    It stands in the listing like a document; readers, agents and retrieval indexes get nothing from it.

    Fetch the file again, or save it without a password.
    """
    for loss in view.measures.lost(LossKind.DAMAGED, LossKind.ENCRYPTED):
        what = "locked with a password" if loss.kind is LossKind.ENCRYPTED else "broken"
        why = "" if loss.kind is LossKind.ENCRYPTED else _why(view)
        message = f"{title_of(view.document.source.media_type)}: {what}{why}"
        yield Hit(message=message, evidence=(loss.quote,), confidence=0.98)


@rule(
    code="FIL007",
    whole=True,
    sees=DocumentView,
    severity=Severity.WARNING,
    since="0.1.0",
    fires=({"report.rtf": DEEP_RTF},),
    silent=({"report.md": GOOD_NOTE},),
)
def limit_exceeded(view: DocumentView) -> Iterator[Hit]:
    """The file needs more time, memory or room than one document may take, so it was not read.

    Some files are made to do so: a few kilobytes that unpack to gigabytes.

    Look at where the file comes from; split it if it is honest.
    """
    for loss in view.measures.lost(LossKind.LIMIT_EXCEEDED):
        message = f"{title_of(view.document.source.media_type)}: not read{_why(view)}"
        yield Hit(message=message, evidence=(loss.quote,), confidence=0.98)


@rule(
    code="FIL009",
    whole=True,
    sees=DocumentView,
    severity=Severity.WARNING,
    since="0.1.0",
    fires=({"report.pdf": SCANNED_PDF},),
    silent=({"report.md": GOOD_NOTE},),
)
def no_text_layer(view: DocumentView) -> Iterator[Hit]:
    """Pages can be seen, and not searched, quoted or read by a program: they are pictures, or garbled, or shuffled.

    Retrieval indexes and models get an empty document, the few words around the pictures, or nonsense.

    Recognise the text (OCR), or get the file from which the PDF was made.
    """
    for loss in view.measures.lost(LossKind.NO_TEXT_LAYER):
        message = f"no text on {loss.count} of its pages: pictures alone"
        yield Hit(message=message, evidence=(loss.quote,), confidence=0.97)
    for loss in view.measures.lost(LossKind.UNMAPPED_LETTERS):
        message = (
            f"the text of {loss.count} of its pages comes out garbled: its fonts don't say which letters they hold"
        )
        yield Hit(message=message, evidence=(loss.quote,), confidence=0.95)
    for loss in view.measures.lost(LossKind.PICTURE_PAGE):
        message = f"{loss.count} of its pages are pictures without text"
        yield Hit(message=message, evidence=(loss.quote,), confidence=0.95, severity=Severity.NOTE)
    for loss in view.measures.lost(LossKind.PAGE_ORDER):
        message = "its pages seem to be out of order: their printed numbers go back"
        yield Hit(message=message, evidence=(loss.quote,), confidence=0.9, severity=Severity.NOTE)


@rule(
    code="FIL012",
    whole=True,
    sees=DocumentView,
    severity=Severity.NOTE,
    since="0.1.0",
    fires=({"notes.db": "SQLite format 3\0"},),
    silent=({"report.md": GOOD_NOTE},),
)
def format_not_read(view: DocumentView) -> Iterator[Hit]:
    """The file is of a type that this version of checkfirst can't read.

    It was looked at from outside only: nothing is known of its text.

    Open it yourself, or export it as Markdown, HTML or plain text beside it.
    """
    for loss in view.measures.lost(LossKind.FORMAT_NOT_READ):
        true = view.document.source.media_type
        message = f"{title_of(true)}: not read, so nothing is said about its content"
        if true in ARCHIVES:
            message += f"; named with {ENDING_OF[true]} at its end, its files are checked one by one"
        yield Hit(message=message, evidence=(loss.quote,), confidence=0.99)


RULES = (corrupt_or_encrypted, limit_exceeded, no_text_layer, format_not_read)
