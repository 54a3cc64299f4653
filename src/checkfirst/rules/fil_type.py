"""FIL001: the bytes are of another type than the name says."""

from collections.abc import Iterator

from checkfirst.model.document import Document, Format
from checkfirst.model.finding import Severity
from checkfirst.model.losses import LossKind
from checkfirst.model.rule import Hit, rule
from checkfirst.model.views import DocumentView
from checkfirst.reading.detect.identify import disguised_as
from checkfirst.reading.detect.media_types import ENDING_OF, OLE, RICH_TEXT, title_of
from checkfirst.rules.samples import GOOD_NOTE, PAGE_SOURCE

_TEXTUAL = {Format.TEXT, Format.MARKDOWN, Format.RESTRUCTUREDTEXT, Format.DATA, Format.HTML}
#: Types that are told by their form alone, so that a name that says otherwise is wrong.
_BY_FORM = {
    *RICH_TEXT,
    "application/json",
    "text/x-diff",
    "text/x-php",
    "text/xml",
    "text/vtt",
    "application/x-subrip",
}
#: Names that promise no form: a text may hold anything that is text, and configurations have many.
_FREE = {"text/plain", "text/troff", "text/x-ini"}
#: What does something when it is opened.
_ACTING = {Format.HTML, Format.CODE}
_PROGRAM = "application/x-executable"
_SAME = (
    {"application/json", "application/yaml"},
    {"application/json", "application/toml"},
    {"application/xhtml+xml", "text/xml"},
    {"application/json", "application/x-ipynb+json"},
    {"message/rfc822", "application/mbox"},
    {"message/rfc822", "multipart/related"},
)


@rule(
    code="FIL001",
    whole=True,
    sees=DocumentView,
    severity=Severity.ERROR,
    since="0.1.0",
    fires=(
        {"protocol.md": PAGE_SOURCE},
        {"report.pdf": "Not a PDF at all, only a line of text.\n"},
        {"retries.md": '{"error": {"code": 404, "message": "no such document"}}\n'},
        {"report.pdf.html": PAGE_SOURCE},
    ),
    silent=(
        {"page.html": PAGE_SOURCE},
        {"protocol.md": GOOD_NOTE},
        {"answer.txt": '{"error": {"code": 404, "message": "no such document"}}\n'},
    ),
)
def type_mismatch(view: DocumentView) -> Iterator[Hit]:
    """The file's bytes are of another type than its name says.

    A web page saved as `.md` or a login page saved as `.pdf` is the commonest way for a fetch to
    "succeed" with the wrong thing. Whatever reads the file by its name reads it wrongly.

    Fetch the document again; if it is the right one, rename it to what it is.
    """
    document = view.document
    true, named = document.source.media_type, document.named_type
    if named is not None and _contradicts(document, true, named):
        to = f"; if it is the right one, its name should end in {ENDING_OF[true]}" if true in ENDING_OF else ""
        message = f"named as {title_of(named)}, but it is {title_of(true)}{to}"
        yield Hit(message=message, evidence=(view.start,), confidence=0.99)
    elif (disguised := disguised_as(document.path)) and (document.format in _ACTING or true == _PROGRAM):
        message = f"named like {title_of(disguised)}, but it is {title_of(true)}"
        yield Hit(message=message, evidence=(view.start,), confidence=0.95, severity=Severity.WARNING)
    for _ in view.measures.lost(LossKind.ARCHIVE_INSIDE):
        message = f"{title_of(true)}, and a ZIP archive at once: what is in it depends on who opens it"
        yield Hit(message=message, evidence=(view.start,), confidence=0.95)


def _contradicts(document: Document, true: str, named: str) -> bool:
    """Whether a file's name says what its bytes deny."""
    if (
        true == named
        or {true, named} in _SAME
        or named == "text/troff"
        or not (document.text.strip() or document.losses)
    ):
        return False
    if named == OLE and document.format is Format.TEXT:
        # Texts were called .doc before Word was; messages of other programs are called .msg.
        return False
    if true == "text/x-php" and document.named_format is Format.HTML:
        return False
    if true in _BY_FORM:
        return named not in _FREE and document.named_format is not Format.CODE
    if document.format is document.named_format and document.format is not Format.RICH:
        return False
    binary = not {Format.BINARY, Format.RICH}.isdisjoint({document.format, document.named_format})
    return binary or (document.format is Format.HTML and document.named_format in _TEXTUAL)


RULES = (type_mismatch,)
