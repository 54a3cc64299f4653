"""WEB005: the text says that it was first published elsewhere."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.kinds import Answer, Group
from checkfirst.model.measures import TraceKind
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, rule
from checkfirst.model.views import DocumentView
from checkfirst.rules.web._pages import is_no_text


@rule(
    code="WEB005",
    sees=DocumentView,
    severity=Severity.WARNING,
    since="0.1.0",
    needs=(Needs.TEXT,),
)
def republished(view: DocumentView) -> Iterator[Hit]:
    """The text says itself that it was first published elsewhere.

    The copy may be shortened, outdated or corrected since; the original is the one to keep.

    Go to the original, and keep that with its address.
    """
    traces = view.measures.traced(TraceKind.REPUBLISHED)
    if traces and not is_no_text(view):
        article = (
            view.measures.kind.group in {Group.ARTICLE, Group.DISCUSSION} or view.measures.scraped.answer is Answer.YES
        )
        yield Hit(
            message="first published elsewhere, as it says itself",
            evidence=tuple(trace.quote for trace in traces[:2]),
            confidence=0.95 if article else 0.8,
            severity=None if article else Severity.NOTE,
        )
