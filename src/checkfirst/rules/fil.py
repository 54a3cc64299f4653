"""FIL: the text of the file is not whole."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from checkfirst.model.document import Format, Role
from checkfirst.model.finding import Severity
from checkfirst.model.losses import LossKind
from checkfirst.model.measures import TraceKind
from checkfirst.model.rule import Hit, Mention, rule
from checkfirst.model.views import DocumentView
from checkfirst.rules.samples import CUT_SENTENCE, GOOD_NOTE, LFS_POINTER, OPEN_FENCE, WHOLE_SENTENCE

_WRITTEN = {Format.TEXT, Format.MARKDOWN, Format.RESTRUCTUREDTEXT, Format.HTML}


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
    for loss in view.measures.lost(LossKind.UNDECODABLE_BYTES, LossKind.NUL_BYTES):
        what = "NUL bytes" if loss.kind is LossKind.NUL_BYTES else "bytes"
        first = f"{loss.count:,} {what} that are not text, the first on "
        yield Hit(message=(first, Mention(span=loss.quote.span)), evidence=(loss.quote,), confidence=0.98)


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
    traces = view.measures.traced(TraceKind.MOJIBAKE)
    if traces and view.document.format is not Format.CODE:
        lines = f"{len(traces)} lines are" if len(traces) > 1 else "a line is"
        message = f"{lines} garbled: decoded with the wrong encoding and saved"
        yield Hit(message=message, evidence=tuple(t.quote for t in traces[:3]), confidence=0.97)


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
    promised = document.named_format in {*_WRITTEN, Format.RICH} or not PurePosixPath(document.path).suffix
    pictures = view.measures.lost(LossKind.NO_TEXT_LAYER)
    if promised and document.format in {*_WRITTEN, Format.RICH} and not document.text.strip() and not pictures:
        page = document.format is Format.HTML and document.source.size > 0
        message = "the page shows a reader no text" if page else f"no text in {document.source.size} bytes"
        yield Hit(message=message, evidence=(view.start,), confidence=0.99)


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
    for loss in view.measures.lost(LossKind.DATA_CUT):
        yield Hit(message="breaks off before its last bracket is closed", evidence=(loss.quote,), confidence=0.97)
    for trace in view.measures.traced(TraceKind.STUB_END):
        yield Hit(message="ends at an invitation to read the rest elsewhere", evidence=(trace.quote,), confidence=0.95)
        return
    for trace in view.measures.traced(TraceKind.CUT_SENTENCE):
        yield Hit(message="breaks off in the middle of a sentence", evidence=(trace.quote,), confidence=0.95)


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
    for trace in view.measures.traced(TraceKind.POINTER):
        yield Hit(
            message="a pointer to a document that was not fetched",
            evidence=(trace.quote,),
            confidence=0.99,
            span=trace.quote.span,
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
    for trace in view.measures.traced(TraceKind.CONFLICT):
        span = trace.quote.span
        shown = any(c.start_line <= span.start_line and span.end_line <= c.end_line for c in code)
        if not (shown and view.document.format in {Format.MARKDOWN, Format.RESTRUCTUREDTEXT}):
            yield Hit(
                message="an unfinished merge: both versions stand here",
                evidence=(trace.quote,),
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
    for loss in view.measures.lost(LossKind.FENCE_NOT_CLOSED):
        message = f"a code fence opens here and never closes: {loss.count - 1} lines are swallowed"
        trifle = Severity.NOTE if loss.count < 8 else None
        yield Hit(message=message, evidence=(loss.quote,), confidence=0.97, severity=trifle)


RULES = (undecodable, mojibake, empty, truncated, pointer_file, merge_conflict, runaway_fence)
