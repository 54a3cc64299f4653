"""FIL: the file itself is not whole, or not what its name says."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from checkfirst.model.document import Document, Format, Role, Span
from checkfirst.model.finding import Severity
from checkfirst.model.measures import Quote
from checkfirst.model.rule import Hit, rule
from checkfirst.model.views import DocumentView
from checkfirst.printing import printable
from checkfirst.reading.formats import ARCHIVES
from checkfirst.reading.identify import disguised_as
from checkfirst.reading.type_names import ENDING_OF, OLE, RICH_TEXT, title_of
from checkfirst.rules.samples import (
    CUT_SENTENCE,
    DEEP_RTF,
    GOOD_NOTE,
    LFS_POINTER,
    OPEN_FENCE,
    PAGE_SOURCE,
    SCANNED_PDF,
    WHOLE_SENTENCE,
)

_WRITTEN = {Format.TEXT, Format.MARKDOWN, Format.RESTRUCTUREDTEXT, Format.HTML}
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


def _start(view: DocumentView) -> Quote:
    first = view.measures.first_line
    return first or Quote(span=Span(start_line=1, end_line=1), text=f"({view.document.source.size:,} bytes)")


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
        yield Hit(message=message, evidence=(_start(view),), confidence=0.99)
    elif (disguised := disguised_as(document.id)) and (document.format in _ACTING or true == _PROGRAM):
        message = f"named like {title_of(disguised)}, but it is {title_of(true)}"
        yield Hit(message=message, evidence=(_start(view),), confidence=0.95, severity=Severity.WARNING)
    for _ in view.measures.marked("archive-inside"):
        message = f"{title_of(true)}, and a ZIP archive at once: what is in it depends on who opens it"
        yield Hit(message=message, evidence=(_start(view),), confidence=0.95)


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


@rule(
    code="FIL002",
    sees=DocumentView,
    severity=Severity.WARNING,
    since="0.1.0",
    fires=({"notes.txt": "The queue keeps\0 every message\0 for seven days.\n"},),
    silent=("Der Größe nach geordnet: naïve café, 東京.\n",),
)
def undecodable(view: DocumentView) -> Iterator[Hit]:
    """Some bytes of the file are not text in any encoding that fits the rest.

    What stood there is lost to every reader; often the file was cut, joined or damaged on the way.

    Fetch the file again, or save it as UTF-8 from where it can still be read.
    """
    for mark in view.measures.marked("undecodable-bytes", "nul-bytes"):
        loss = next(loss for loss in view.document.losses if loss.what == mark.what)
        what = "NUL bytes" if mark.what == "nul-bytes" else "bytes"
        message = f"{loss.count:,} {what} that are not text, the first on line {loss.line}"
        yield Hit(message=message, evidence=(mark.quote,), confidence=0.98)


@rule(
    code="FIL003",
    sees=DocumentView,
    severity=Severity.WARNING,
    since="0.1.0",
    fires=("The cafÃ© keeps itâ€™s menu â€œonlineâ€\x9d and the rÃ©sumÃ©s in a drawer.\n",),
    silent=(
        "The café keeps its menu “online” and the résumés in a drawer.\n",
        {"repair.py": 'GARBLED = "The cafÃ© keeps itâ€™s menu â€œonlineâ€\\x9d and the rÃ©sumÃ©s in a drawer."\n'},
    ),
)
def mojibake(view: DocumentView) -> Iterator[Hit]:
    """Text was decoded with the wrong encoding once and saved so: `itâ€™s` for `it’s`.

    Names, quotations and numbers with units come out wrong, and searches miss them.

    Fetch the file again as UTF-8, or repair it (`ftfy FILE`) and compare.
    """
    marks = view.measures.marked("mojibake")
    if marks and view.document.format is not Format.CODE:
        lines = f"{len(marks)} lines are" if len(marks) > 1 else "a line is"
        message = f"{lines} garbled: decoded with the wrong encoding and saved"
        yield Hit(message=message, evidence=tuple(m.quote for m in marks[:3]), confidence=0.97)


@rule(
    code="FIL004",
    whole=True,
    sees=DocumentView,
    severity=Severity.ERROR,
    since="0.1.0",
    fires=({"wire-format.md": ""}, {"wire-format.md": "\n \n\t\n"}),
    silent=({"note.md": GOOD_NOTE}, {"package/__init__.py": ""}, {"package/py.typed": ""}),
)
def empty(view: DocumentView) -> Iterator[Hit]:
    """The file holds no text.

    It stands in the listing like a document, and whoever counts on it finds nothing.

    Fetch the document again, write it, or take the file out.
    """
    document = view.document
    promised = document.named_format in {*_WRITTEN, Format.RICH} or not PurePosixPath(document.id).suffix
    pictures = view.measures.marked("no-text-layer")
    if promised and document.format in {*_WRITTEN, Format.RICH} and not document.text.strip() and not pictures:
        page = document.format is Format.HTML and document.source.size > 0
        message = "the page shows a reader no text" if page else f"no text in {document.source.size} bytes"
        yield Hit(message=message, evidence=(_start(view),), confidence=0.99)


@rule(
    code="FIL005",
    sees=DocumentView,
    severity=Severity.WARNING,
    since="0.1.0",
    fires=({"retries.md": CUT_SENTENCE}, {"retries.json": '{"paths": {"/entries": {"get": {"summary": "All entries",'}),
    silent=({"retries.md": WHOLE_SENTENCE}, {"retries.json": '{"paths": {}}\n// a note\n'}),
)
def truncated(view: DocumentView) -> Iterator[Hit]:
    """The text breaks off: in the middle of a sentence, or at a "read more" or a pay wall.

    What is missing is what nobody will know to ask for.

    Fetch the whole document.
    """
    for mark in view.measures.marked("data-cut"):
        yield Hit(message="breaks off before its last bracket is closed", evidence=(mark.quote,), confidence=0.97)
    for mark in view.measures.marked("stub-end"):
        yield Hit(message="ends at an invitation to read the rest elsewhere", evidence=(mark.quote,), confidence=0.95)
        return
    for mark in view.measures.marked("cut-sentence"):
        yield Hit(message="breaks off in the middle of a sentence", evidence=(mark.quote,), confidence=0.95)


@rule(
    code="FIL008",
    sees=DocumentView,
    severity=Severity.ERROR,
    since="0.1.0",
    fires=(LFS_POINTER,),
    silent=("How Git LFS pointer files look: three lines, with a version, an oid and a size.\n",),
)
def pointer_file(view: DocumentView) -> Iterator[Hit]:
    """The file is a pointer that Git LFS or git-annex left in the document's place.

    The document itself was never fetched; only its checksum is here.

    Fetch the content: `git lfs pull`, or `git annex get FILE`.
    """
    for mark in view.measures.marked("pointer"):
        yield Hit(
            message="a pointer to a document that was not fetched",
            evidence=(mark.quote,),
            confidence=0.99,
            span=mark.quote.span,
        )


@rule(
    code="FIL010",
    sees=DocumentView,
    severity=Severity.ERROR,
    since="0.1.0",
    fires=(
        "Retries\n\n<<<<<<< HEAD\nA client retries five times.\n=======\nA client retries three times.\n>>>>>>> main\n",
    ),
    silent=("Retries\n=======\n\nA client retries three times.\n",),
)
def merge_conflict(view: DocumentView) -> Iterator[Hit]:
    """The markers of a merge that was never finished are in the text.

    Both versions of the passage are there, and a reader can't tell which one holds.

    Decide which side is right, and take the markers and the other side out.
    """
    code = [s.span for s in view.measures.segments if s.role is Role.CODE]
    for mark in view.measures.marked("conflict"):
        span = mark.quote.span
        shown = any(c.start_line <= span.start_line and span.end_line <= c.end_line for c in code)
        if not (shown and view.document.format in {Format.MARKDOWN, Format.RESTRUCTUREDTEXT}):
            yield Hit(
                message="an unfinished merge: both versions stand here",
                evidence=(mark.quote,),
                confidence=0.99,
                span=span,
            )


@rule(
    code="FIL011",
    sees=DocumentView,
    severity=Severity.WARNING,
    since="0.1.0",
    fires=({"setup.md": OPEN_FENCE},),
    silent=({"setup.md": OPEN_FENCE + "```\n"},),
)
def runaway_fence(view: DocumentView) -> Iterator[Hit]:
    """A code fence is opened and never closed.

    Everything after it is read as code: headings, links and requirements disappear from what a
    renderer, an index or a splitter sees.

    Close the fence where the code ends.
    """
    for mark in view.measures.marked("fence-not-closed"):
        loss = next(loss for loss in view.document.losses if loss.what == mark.what)
        message = f"a code fence opens here and never closes: {loss.count - 1} lines are swallowed"
        trifle = Severity.NOTE if loss.count < 8 else None
        yield Hit(message=message, evidence=(mark.quote,), confidence=0.97, severity=trifle)


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
    for mark in view.measures.marked("damaged", "encrypted"):
        what = "locked with a password" if mark.what == "encrypted" else "broken"
        why = "" if mark.what == "encrypted" else _why(view)
        message = f"{title_of(view.document.source.media_type)}: {what}{why}"
        yield Hit(message=message, evidence=(mark.quote,), confidence=0.98)


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
    for mark in view.measures.marked("limit-exceeded"):
        message = f"{title_of(view.document.source.media_type)}: not read{_why(view)}"
        yield Hit(message=message, evidence=(mark.quote,), confidence=0.98)


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
    for mark in view.measures.marked("no-text-layer"):
        count = next(loss.count for loss in view.document.losses if loss.what == mark.what)
        message = f"no text on {count} of its pages: pictures alone"
        yield Hit(message=message, evidence=(mark.quote,), confidence=0.97)
    for mark in view.measures.marked("unmapped-letters"):
        count = next(loss.count for loss in view.document.losses if loss.what == mark.what)
        message = f"the text of {count} of its pages comes out garbled: its fonts don't say which letters they hold"
        yield Hit(message=message, evidence=(mark.quote,), confidence=0.95)
    for mark in view.measures.marked("picture-page"):
        count = next(loss.count for loss in view.document.losses if loss.what == mark.what)
        message = f"{count} of its pages are pictures without text"
        yield Hit(message=message, evidence=(mark.quote,), confidence=0.95, severity=Severity.NOTE)
    for mark in view.measures.marked("page-order"):
        message = "its pages seem to be out of order: their printed numbers go back"
        yield Hit(message=message, evidence=(mark.quote,), confidence=0.9, severity=Severity.NOTE)


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
    for mark in view.measures.marked("format-not-read"):
        true = view.document.source.media_type
        message = f"{title_of(true)}: not read, so nothing is said about its content"
        if true in ARCHIVES:
            message += f"; named with {ENDING_OF[true]} at its end, its files are checked one by one"
        yield Hit(message=message, evidence=(mark.quote,), confidence=0.99)


RULES = (
    type_mismatch,
    undecodable,
    mojibake,
    empty,
    truncated,
    pointer_file,
    merge_conflict,
    runaway_fence,
    corrupt_or_encrypted,
    limit_exceeded,
    no_text_layer,
    format_not_read,
)
