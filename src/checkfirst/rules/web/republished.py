"""WEB005: the text says that it was first published elsewhere."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.kinds import Answer, Group
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, rule
from checkfirst.model.traces import TraceKind
from checkfirst.model.views import DocumentView
from checkfirst.rules.web._pages import is_not_saved_text

#: Lines that are quoted.
_MOST_QUOTES = 2


@rule(
    code="WEB005",
    sees=DocumentView,
    severity=Severity.WARNING,
    since="0.1.0",
    needs=(Needs.TEXT,),
)
def republished(view: DocumentView) -> Iterator[Hit]:
    """The text itself says that it was first published elsewhere.

    The copy may be shortened, and the original may have been corrected since.

    Go to the original, and keep that with its address.
    """
    traces = view.measures.traced(TraceKind.REPUBLISHED)
    if not traces or is_not_saved_text(view):
        return
    # Other documents may speak of publication elsewhere: of what they specify, or of another text.
    if view.measures.kind.group in {Group.ARTICLE, Group.DISCUSSION} or view.measures.scraped.answer is Answer.YES:
        yield Hit(
            message="first published elsewhere, as it says itself",
            evidence=tuple(trace.quote for trace in traces[:_MOST_QUOTES]),
            confidence=0.95,
        )
