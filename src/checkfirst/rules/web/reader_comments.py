"""WEB002: a thread of reader comments follows the text."""

from collections.abc import Iterator

from checkfirst.model.document import Format
from checkfirst.model.finding import Severity
from checkfirst.model.kinds import Group
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import DocumentView
from checkfirst.rules.web._pages import TECHNICAL_FROM, is_like_page, is_not_saved_text

#: Comments from which a thread is an error; not measured.
_ERROR_COMMENTS = 2
#: Share of the comments whose author must be known for an error; not measured.
_AUTHORS = 0.5
#: Comments whose first lines are quoted.
_MOST_QUOTES = 3


@rule(
    code="WEB002",
    sees=DocumentView,
    severity=Severity.ERROR,
    also={
        Severity.WARNING: f"there are fewer than {_ERROR_COMMENTS} comments, most of their authors are not known, or the text is probably technical"
    },
    since="0.1.0",
    needs=(Needs.TEXT,),
    whole=True,
)
def reader_comments(view: DocumentView) -> Iterator[Hit]:
    """A thread of reader comments follows the text.

    Strangers' opinions, jokes and links are read as part of the document.

    Cut the thread off: `checkfirst clean FILE` prints the text alone.
    """
    thread = view.measures.thread
    discussion = view.measures.kind.group is Group.DISCUSSION
    if thread is None or discussion or not thread.is_sure or is_like_page(view):
        return
    # The thread of a page in HTML is read as part of it just as well.
    if is_not_saved_text(view) and view.document.format is not Format.HTML:
        return
    starts = {(comment.header or comment.span).start_line for comment in thread.comments[:_MOST_QUOTES]}
    quotes = tuple(quote for quote in view.measures.thread_quotes if quote.span.start_line in starts)
    count = len(thread.comments)
    technical = view.measures.kind.probability(Group.TECHNICAL) >= TECHNICAL_FROM
    # Dates without authors may be those of a list of references.
    known = sum(comment.author is not None for comment in thread.comments) >= _AUTHORS * count
    sure = not technical and known and count >= _ERROR_COMMENTS
    yield Hit(
        message=f"a thread of {count} reader comment{'s' if count > 1 else ''}",
        evidence=quotes or view.measures.thread_quotes[:1],
        confidence=round(thread.confidence, 2),
        span=thread.span,
        severity=None if sure else Severity.WARNING,
        data=facts(count=count),
    )
