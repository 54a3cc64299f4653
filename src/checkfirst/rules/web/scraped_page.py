"""WEB001: the document is a web page saved as text, with what surrounded the article."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.kind_measures import PageForm
from checkfirst.model.kinds import Answer, Group, with_article
from checkfirst.model.location import text_span
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.traces import Trace, TraceKind
from checkfirst.model.views import DocumentView
from checkfirst.rules.web._pages import TECHNICAL_FROM, is_not_saved_text, is_skipped
from checkfirst.rules.web._published import published_page

#: A text with a larger share of page chrome is a list of something else: names, tags, numbers. Not measured.
_MOST_CHROME = 0.95
#: Lines of page chrome below which a page is a guess; not measured.
_FEWEST_CHROME = 2
#: Lines that are quoted.
_MOST_QUOTES = 5
#: Share of the labelled documents with a frame that are saved pages, rounded down.
_FRAMED = 0.95

#: Confidence in a page whose rows say what it is. Not measured.
_ROWS = 0.9
#: Words of a line, on average, below which a text is a list of words and no page; not measured.
_WORDS_A_LINE = 2


@rule(
    code="WEB001",
    sees=DocumentView,
    severity=Severity.ERROR,
    also={
        Severity.WARNING: "the text is probably technical: documentation is often read on web pages; or if rows of a site's interface "
        "alone tell that it is a page, or the markup of one in HTML",
        Severity.NOTE: "only the menu above the text and the foot below it show that it is a page, or if no line of page chrome does; or if a page in HTML says what it is and nothing around its text does",
    },
    since="0.1.0",
    needs=(Needs.TEXT,),
    whole=True,
)
def scraped_page(view: DocumentView) -> Iterator[Hit]:
    """The document is a web page saved as text, with its surroundings: menus, tags, share buttons, comments.

    The page may be about the subject, but it is not the document that was meant, and its surroundings
    are read as if they were content.

    Fetch the document from its source; to keep the page's text alone, `checkfirst clean FILE`.
    """
    scraped = view.measures.scraped
    frame = view.measures.traced(TraceKind.PAGE_FRAME)
    rows = view.measures.traced(TraceKind.PAGE_ROW)
    form = view.measures.kind.form
    if rows and form and (scraped.answer is not Answer.YES or is_skipped(view)):
        yield _with_rows(view, form, rows)
        return
    if published := published_page(view):
        yield published
        return
    if frame and scraped.answer is not Answer.YES and not is_not_saved_text(view):
        yield _framed(view, frame)
    if scraped.answer is not Answer.YES or is_skipped(view) or not scraped.evidence:
        return
    lines = view.measures.chrome_lines
    counted = view.measures.statistics
    if lines > _MOST_CHROME * counted.lines or counted.words < _WORDS_A_LINE * (counted.lines - counted.blank_lines):
        return
    # What no line of its own shows is a guess, however sure the model is.
    guessed = lines < _FEWEST_CHROME and not view.measures.thread and not frame
    technical = view.measures.kind.probability(Group.TECHNICAL) >= TECHNICAL_FROM
    count = f": {lines} lines are page chrome (menus, tags, buttons)" if lines > 1 else ""
    yield Hit(
        message=f"{with_article(form) if rows and form else 'a web page'} saved as text{count}",
        evidence=scraped.evidence[:_MOST_QUOTES],
        confidence=round(scraped.score, 2),
        span=text_span(0, max(0, view.measures.statistics.lines - 1)),
        severity=Severity.NOTE if guessed else Severity.WARNING if technical else None,
        data=facts(count=lines),
    )


def _with_rows(view: DocumentView, form: PageForm, rows: tuple[Trace, ...]) -> Hit:
    """A page with rows of its site's interface."""
    return Hit(
        message=f"a saved {form}: rows of the site's interface are in the text",
        evidence=tuple(trace.quote for trace in rows[:_MOST_QUOTES]),
        confidence=_ROWS,
        span=text_span(0, max(0, view.measures.statistics.lines - 1)),
        severity=Severity.WARNING,
        data=facts(count=view.measures.chrome_lines),
    )


def _framed(view: DocumentView, frame: tuple[Trace, ...]) -> Hit:
    """A page whose words say nothing of it: documentation and encyclopedias with their menus."""
    lines = view.measures.chrome_lines
    return Hit(
        message=f"a web page saved as text: {lines} lines of menus and notices are around it",
        evidence=tuple(trace.quote for trace in frame[:_MOST_QUOTES]),
        confidence=_FRAMED,
        span=text_span(0, max(0, view.measures.statistics.lines - 1)),
        severity=Severity.NOTE,
        data=facts(count=lines),
    )
