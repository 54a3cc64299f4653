"""WEB: what scraping a page leaves behind."""

from collections.abc import Iterator

from checkfirst.model.document import Format
from checkfirst.model.finding import Severity
from checkfirst.model.kinds import Answer, Group, Kind
from checkfirst.model.location import text_span
from checkfirst.model.measures import TraceKind
from checkfirst.model.rule import Hit, rule
from checkfirst.model.views import DocumentView
from checkfirst.rules.samples import OPINION, SAVED_PAGE, SPECIFICATION

_NOT_PAGES = {Format.HTML, Format.CODE, Format.DATA, Format.BINARY}
#: Kinds whose own form looks like a page's furniture or thread to a reader of lines.
_LIKE_PAGES = (Group.DATA, Kind.TRANSCRIPT, Kind.EMAIL, Kind.CHANGELOG, Kind.MEETING_NOTES)
_THREAD_FROM = 0.9
_ALL_FURNITURE = 0.95


def _is_page_like(view: DocumentView) -> bool:
    return (
        view.document.source.media_type == "text/troff"
        or view.document.format in _NOT_PAGES
        or view.measures.kind.probability(*_LIKE_PAGES) >= 0.5
    )


@rule(
    code="WEB001",
    whole=True,
    sees=DocumentView,
    severity=Severity.ERROR,
    since="0.1.0",
    fires=({"ledger.txt": SAVED_PAGE},),
    silent=({"ledger.md": SPECIFICATION},),
)
def scraped_page(view: DocumentView) -> Iterator[Hit]:
    """A web page saved as text, with what stood around the article: menus, tags, share buttons, comments.

    The page may be about the subject, but it is not the document that was meant, and its surroundings
    are read as if they were content.

    Fetch the document from its source; to keep the page's text alone, `checkfirst clean FILE`.
    """
    scraped = view.measures.scraped
    if scraped.answer is not Answer.YES or _is_page_like(view) or not scraped.evidence:
        return
    if view.measures.chrome_lines > _ALL_FURNITURE * view.measures.statistics.lines:
        # Furniture alone is a list of something else: names, tags, numbers.
        return
    technical = view.measures.kind.probability(Group.TECHNICAL) >= 0.5
    lines = view.measures.chrome_lines
    count = f": {lines} lines are the page's furniture" if lines > 1 else ""
    yield Hit(
        message=f"a web page saved as text{count}",
        evidence=scraped.evidence[:5],
        confidence=round(scraped.score, 2),
        span=text_span(0, max(0, view.measures.statistics.lines - 1)),
        severity=Severity.WARNING if technical else None,
    )


@rule(
    code="WEB002",
    whole=True,
    sees=DocumentView,
    severity=Severity.ERROR,
    since="0.1.0",
    fires=({"ledger.txt": SAVED_PAGE},),
    silent=({"ledger.md": SPECIFICATION}, {"column.txt": OPINION}),
)
def reader_comments(view: DocumentView) -> Iterator[Hit]:
    """A thread of readers' comments hangs below the text.

    Strangers' opinions, jokes and links are read as part of the document.

    Cut the thread off: `checkfirst clean FILE` prints the text alone.
    """
    thread = view.measures.thread
    discussion = view.measures.kind.group is Group.DISCUSSION
    if thread is None or discussion or _is_page_like(view) or thread.confidence < _THREAD_FROM:
        return
    opened = [c.header or c.span for c in thread.comments[:3]]
    quotes = tuple(q for q in view.measures.thread_quotes if any(o.start_line == q.span.start_line for o in opened))
    count = len(thread.comments)
    sure = view.measures.kind.probability(Group.TECHNICAL) < 0.5 and count >= 2
    yield Hit(
        message=f"a thread of {count} reader comment{'s' if count > 1 else ''}",
        evidence=quotes or view.measures.thread_quotes[:1],
        confidence=round(thread.confidence, 2),
        span=thread.span,
        severity=None if sure else Severity.WARNING,
    )


@rule(
    code="WEB003",
    whole=True,
    sees=DocumentView,
    severity=Severity.NOTE,
    since="0.1.0",
    fires=(),
    silent=({"ledger.md": SPECIFICATION},),
    preview=True,
)
def page_chrome(view: DocumentView) -> Iterator[Hit]:
    """Some lines seem to be a page's furniture, though the document as a whole is not a saved page.

    Menus and notices among the text are noise to a reader and to an index.

    Look at the lines; if they are furniture, take them out.
    """
    scraped = view.measures.scraped
    if (
        scraped.answer is Answer.UNKNOWN
        and view.measures.chrome_lines >= 6
        and not _is_page_like(view)
        and scraped.evidence
    ):
        message = f"{view.measures.chrome_lines} lines look like a web page's furniture"
        yield Hit(message=message, evidence=scraped.evidence[:3], confidence=0.7)


@rule(
    code="WEB004",
    sees=DocumentView,
    severity=Severity.WARNING,
    since="0.1.0",
    fires=({"contact.txt": "Write to the maintainers.\nMail: [email\u00a0protected]\nThey answer within a week.\n"},),
    silent=({"contact.txt": "Write to the maintainers.\nMail: team@example.org\nThey answer within a week.\n"},),
)
def scrape_placeholder(view: DocumentView) -> Iterator[Hit]:
    """A placeholder stands where the page would have shown something: `[email protected]`, "enable JavaScript".

    It proves that the text was taken from a page by a program, and that something is missing there.

    Fetch the document from its source, or put in what the placeholder hides.
    """
    traces = view.measures.traced(TraceKind.PLACEHOLDER)
    if traces and view.document.format not in _NOT_PAGES and view.document.source.media_type != "text/troff":
        yield Hit(
            message="a placeholder that a page shows to programs instead of its content",
            evidence=tuple(trace.quote for trace in traces[:3]),
            confidence=0.96,
        )


@rule(
    code="WEB005",
    sees=DocumentView,
    severity=Severity.WARNING,
    since="0.1.0",
    fires=(
        {
            "column.txt": OPINION.replace(
                "\n\n", "\n\n(Republished from The Harbour Review by permission of the author)\n\n", 1
            )
        },
    ),
    silent=({"ledger.md": SPECIFICATION},),
)
def republished(view: DocumentView) -> Iterator[Hit]:
    """The text says itself that it was first published elsewhere.

    The copy may be shortened, outdated or corrected since; the original is the one to keep.

    Go to the original, and keep that with its address.
    """
    traces = view.measures.traced(TraceKind.REPUBLISHED)
    if traces and view.document.format not in _NOT_PAGES and view.document.source.media_type != "text/troff":
        article = (
            view.measures.kind.group in {Group.ARTICLE, Group.DISCUSSION} or view.measures.scraped.answer is Answer.YES
        )
        yield Hit(
            message="first published elsewhere, as it says itself",
            evidence=tuple(trace.quote for trace in traces[:2]),
            confidence=0.95 if article else 0.8,
            severity=None if article else Severity.NOTE,
        )


RULES = (scraped_page, reader_comments, page_chrome, scrape_placeholder, republished)
