"""FIL001: the bytes are of another type than the name says."""

from collections.abc import Iterator

from checkfirst.model.document import Document, Format
from checkfirst.model.finding import Severity
from checkfirst.model.losses import LossKind
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import DocumentView

_TEXTUAL = {Format.TEXT, Format.MARKDOWN, Format.RESTRUCTUREDTEXT, Format.DATA, Format.HTML}
#: Types that are told by their form alone, so that a name that says otherwise is wrong.
_BY_FORM = {
    "application/json",
    "application/mbox",
    "application/x-ipynb+json",
    "application/x-subrip",
    "message/rfc822",
    "multipart/related",
    "text/vtt",
    "text/x-diff",
    "text/x-php",
    "text/xml",
}
#: Names that promise no form: a text may hold anything that is text, and configurations have many.
_FREE = {"text/plain", "text/troff", "text/x-ini"}
#: What does something when it is opened.
_ACTING = {Format.HTML, Format.CODE}
_PROGRAM = "application/x-executable"
_OLD_OFFICE = "application/x-ole-storage"
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
    sees=DocumentView,
    severity=Severity.ERROR,
    since="0.1.0",
    whole=True,
)
def type_mismatch(view: DocumentView) -> Iterator[Hit]:
    """The file's bytes are of another type than its name says.

    A web page saved as `.md` or a login page saved as `.pdf` is the commonest way for a fetch to
    "succeed" with the wrong thing. Whatever reads the file by its name reads it wrongly.

    Fetch the document again; if it is the right one, rename it to what it is.
    """
    document, named = view.document, view.document.named
    true, title = document.spec.media_type, document.spec.title
    ending = next(iter(document.spec.suffixes), "")
    types = facts(media_type=true, named_type=named.media_type if named else None, ending=ending)
    if named is not None and _contradicts(document, true, named.media_type):
        to = f"; if it is the right one, its name should end in {ending}" if ending else ""
        message = f"named as {named.title}, but it is {title}{to}"
        yield Hit(message=message, evidence=(view.start,), confidence=0.99, data=types)
    elif document.disguise and (document.format in _ACTING or true == _PROGRAM):
        message = f"named like {document.disguise.title}, but it is {title}"
        yield Hit(message=message, evidence=(view.start,), confidence=0.95, severity=Severity.WARNING, data=types)
    for loss in view.measures.lost(LossKind.ARCHIVE_INSIDE):
        message = f"{title}, and a ZIP archive at once: what is in it depends on who opens it"
        told = facts(media_type=true, loss=loss.kind.value)
        yield Hit(message=message, evidence=(view.start,), confidence=0.95, data=told)


def _contradicts(document: Document, true: str, named: str) -> bool:
    """Whether a file's name says what its bytes deny."""
    if (
        true == named
        or {true, named} in _SAME
        or named == "text/troff"
        or not (document.text.strip() or document.losses)
    ):
        return False
    if named == _OLD_OFFICE and document.format is Format.TEXT:
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
