"""FIL001: the bytes are of another type than the name says."""

from collections.abc import Iterator

from checkfirst.model.document import Document, Format
from checkfirst.model.finding import Severity
from checkfirst.model.folder_names import is_page_part, is_sample, is_test_data
from checkfirst.model.formats import FormatSpec
from checkfirst.model.losses import LossKind
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.traces import TraceKind
from checkfirst.model.views import DocumentView
from checkfirst.safe_text import shortened

#: Formats of plain text, in which nobody expects a web page.
_TEXTUAL = {Format.TEXT, Format.MARKDOWN, Format.RESTRUCTUREDTEXT, Format.DATA, Format.HTML}
#: Types that a file's form proves, so that a name that says otherwise is wrong.
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
#: Types whose names promise no form: a text may hold anything, and configuration files have many forms.
_FREE_FORM = {"text/plain", "text/troff", "text/x-ini"}
#: Formats that may run something when the file is opened.
_ACTIVE = {Format.HTML, Format.CODE}
#: Characters of a page title in the message.
_TITLE = 60
_PROGRAM = "application/x-executable"
_UNKNOWN = "application/octet-stream"
_OLD_OFFICE = "application/x-ole-storage"
_NEW_OFFICE = "application/vnd.openxmlformats-officedocument."
#: The names of the elements of office programs in XML, and characters of a text in which the first one stands. Not measured.
_OFFICE_SCHEMA, _START = "schemas-microsoft-com:office", 2_000
#: Types that fit one file at once, so that neither name is wrong.
_COMPATIBLE = (
    {"application/json", "application/yaml"},
    {"application/json", "application/toml"},
    {"application/xhtml+xml", "text/xml"},
    {"application/json", "application/x-ipynb+json"},
    {"message/rfc822", "application/mbox"},
    {"message/rfc822", "multipart/related"},
    # The template of a word processor has the suffix of a diagram.
    {"text/vnd.graphviz", _OLD_OFFICE},
)


@rule(
    code="FIL001",
    sees=DocumentView,
    severity=Severity.ERROR,
    also={
        Severity.WARNING: "only the ending before the last one names another type, as in `report.pdf.html`, or the name is that of the same program's older format",
        Severity.NOTE: "its folder is that of test data, or it is a text in a folder of samples",
    },
    since="0.1.0",
    whole=True,
)
def type_mismatch(view: DocumentView) -> Iterator[Hit]:
    """The file's bytes are of another type than its name says.

    A web page saved as `.md` or a login page saved as `.pdf` is the commonest way for a fetch to
    "succeed" with the wrong content. Programs that go by the name read the file wrongly.

    Fetch the document again; if it is the right one, rename it to what it is.
    """
    document, named = view.document, view.document.named
    actual, title = document.spec.media_type, document.spec.title
    ending = next(iter(document.spec.suffixes), "")
    # FIL008 reports a pointer, which says itself what it stands for.
    if view.measures.traced(TraceKind.POINTER):
        return
    if named is not None and _contradicts(document, actual, named.media_type):
        advice = f"; if it is the right one, its name should end in {ending}" if ending else ""
        # The title of a page often says already what was fetched in the document's place.
        headed = (
            f" titled {shortened(document.title, _TITLE)!r}"
            if document.title and document.format is Format.HTML
            else ""
        )
        message = f"named as {named.title}, but it is {title}{headed}{advice}"
        severity = Severity.NOTE if _is_meant(document) else Severity.WARNING if _is_newer(document, named) else None
        page_title = shortened(document.title or "", _TITLE) if headed else None
        data = facts(**_types(document, named), page_title=page_title)
        yield Hit(message=message, evidence=(view.start,), confidence=0.99, severity=severity, data=data)
    elif document.disguise and (document.format in _ACTIVE or actual == _PROGRAM):
        message = f"named like {document.disguise.title}, but it is {title}"
        data = facts(**_types(document, document.disguise))
        yield Hit(message=message, evidence=(view.start,), confidence=0.95, severity=Severity.WARNING, data=data)
    for loss in view.measures.lost(LossKind.ARCHIVE_INSIDE):
        message = f"{title}, and a ZIP archive at once: what is in it depends on who opens it"
        data = facts(media_type=actual, loss=loss.kind.value)
        yield Hit(message=message, evidence=(view.start,), confidence=0.95, data=data)


def _types(document: Document, named: FormatSpec) -> dict[str, str]:
    """The type of the bytes and the one that the name promises, as facts of a finding."""
    return {
        "media_type": document.spec.media_type,
        "title": document.spec.title,
        "named_type": named.media_type,
        "named_title": named.title,
        "ending": next(iter(document.spec.suffixes), ""),
    }


def _is_meant(document: Document) -> bool:
    """Whether a file is wrong on purpose, or shows what a program prints; a PDF that is a page is so nowhere but in tests."""
    texts = {document.format, document.named_format} <= {*_TEXTUAL, Format.CODE}
    return is_test_data(document.path) or (texts and (is_sample(document.path) or is_page_part(document.path)))


def _is_newer(document: Document, named: FormatSpec) -> bool:
    """Whether a file has the suffix of an old format of an office program, and one of its newer formats: it opens there."""
    packed = document.format is Format.RICH and document.spec.media_type.startswith(_NEW_OFFICE)
    return named.media_type == _OLD_OFFICE and (packed or _OFFICE_SCHEMA in document.text[:_START])


def _contradicts(document: Document, actual: str, named: str) -> bool:
    """Whether the type of a file's name, ``named``, can't be that of its bytes, ``actual``."""
    if (
        actual == named
        or {actual, named} in _COMPATIBLE
        or named == "text/troff"
        or not (document.text.strip() or document.losses)
    ):
        return False
    if document.named and actual == _UNKNOWN and document.path.lower().endswith(document.named.shared_suffixes):
        # Another program's files have the suffix, too.
        return False
    if named == _OLD_OFFICE and document.format is Format.TEXT:
        # Plain texts were named .doc before Word existed; messages of other programs are named .msg.
        return False
    if actual == "text/x-php" and document.named_format is Format.HTML:
        return False
    if actual in _BY_FORM:
        return named not in _FREE_FORM and document.named_format is not Format.CODE
    if document.format is document.named_format and document.format is not Format.RICH:
        return False
    binary = not {Format.BINARY, Format.RICH}.isdisjoint({document.format, document.named_format})
    return binary or (document.format is Format.HTML and document.named_format in _TEXTUAL)
