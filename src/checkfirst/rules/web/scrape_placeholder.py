"""WEB004: a placeholder stands where the page would have shown something."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.measures import TraceKind
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, rule
from checkfirst.model.views import DocumentView
from checkfirst.rules.web._pages import is_no_text


@rule(
    code="WEB004",
    sees=DocumentView,
    severity=Severity.WARNING,
    since="0.1.0",
    needs=(Needs.TEXT,),
)
def scrape_placeholder(view: DocumentView) -> Iterator[Hit]:
    """A placeholder stands where the page would have shown something: `[email protected]`, "enable JavaScript".

    It proves that the text was taken from a page by a program, and that something is missing there.

    Fetch the document from its source, or put in what the placeholder hides.
    """
    traces = view.measures.traced(TraceKind.PLACEHOLDER)
    if traces and not is_no_text(view):
        yield Hit(
            message="a placeholder that a page shows to programs instead of its content",
            evidence=tuple(trace.quote for trace in traces[:3]),
            confidence=0.96,
        )
