"""WEB004: the text holds a placeholder instead of content that the page shows."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, rule
from checkfirst.model.traces import TraceKind
from checkfirst.model.views import DocumentView
from checkfirst.rules.web._pages import is_not_saved_text

#: Lines that are quoted.
_MOST_QUOTES = 3


@rule(
    code="WEB004",
    sees=DocumentView,
    severity=Severity.WARNING,
    since="0.1.0",
    needs=(Needs.TEXT,),
)
def scrape_placeholder(view: DocumentView) -> Iterator[Hit]:
    """The text holds a placeholder instead of content that the page shows: `[email protected]`, "enable JavaScript".

    It proves that a program took the text from a page, and that something is missing there.

    Fetch the document from its source, or put in what the placeholder hides.
    """
    traces = view.measures.traced(TraceKind.PLACEHOLDER)
    if traces and not is_not_saved_text(view):
        yield Hit(
            message="a placeholder that a page shows to programs instead of its content",
            evidence=tuple(trace.quote for trace in traces[:_MOST_QUOTES]),
            confidence=0.96,
        )
