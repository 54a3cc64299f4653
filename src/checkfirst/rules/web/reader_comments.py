"""WEB002: a thread of readers' comments hangs below the text."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.kinds import Group
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import DocumentView
from checkfirst.rules.web._pages import is_page_like

_THREAD_FROM = 0.9


@rule(
    code="WEB002",
    sees=DocumentView,
    severity=Severity.ERROR,
    since="0.1.0",
    whole=True,
)
def reader_comments(view: DocumentView) -> Iterator[Hit]:
    """A thread of readers' comments hangs below the text.

    Strangers' opinions, jokes and links are read as part of the document.

    Cut the thread off: `checkfirst clean FILE` prints the text alone.
    """
    thread = view.measures.thread
    discussion = view.measures.kind.group is Group.DISCUSSION
    if thread is None or discussion or is_page_like(view) or thread.confidence < _THREAD_FROM:
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
        data=facts(count=count),
    )
