"""Convert measures from lines of a text to places in the file."""

from collections.abc import Iterable

from checkfirst.model.document import Segment
from checkfirst.model.kind_measures import Part
from checkfirst.model.location import LineMap, Place, TextSpan
from checkfirst.model.measures import Ignore
from checkfirst.model.threads import Comment, Thread


def placed_segments(segments: Iterable[Segment[TextSpan]], lines: LineMap) -> tuple[Segment[Place], ...]:
    """The segments with places in the file."""
    return tuple(Segment(role=s.role, span=lines.place(s.span), level=s.level) for s in segments)


def placed_parts(parts: Iterable[Part[TextSpan]], lines: LineMap) -> tuple[Part[Place], ...]:
    """The parts with places in the file."""
    return tuple(Part(group=p.group, span=lines.place(p.span), confidence=p.confidence) for p in parts)


def placed_ignores(ignores: Iterable[Ignore[TextSpan]], lines: LineMap) -> tuple[Ignore[Place], ...]:
    """The comments that accept findings, with places in the file."""
    return tuple(Ignore(code=i.code, span=lines.place(i.span), reason=i.reason) for i in ignores)


def placed_thread(thread: Thread[TextSpan] | None, lines: LineMap) -> Thread[Place] | None:
    """The thread and its comments with places in the file."""
    if thread is None:
        return None
    comments = tuple(_placed_comment(comment, lines) for comment in thread.comments)
    return Thread(span=lines.place(thread.span), comments=comments, confidence=thread.confidence)


def _placed_comment(comment: Comment[TextSpan], lines: LineMap) -> Comment[Place]:
    return Comment(
        number=comment.number,
        author=comment.author,
        reply_to=comment.reply_to,
        span=lines.place(comment.span),
        header=lines.place(comment.header) if comment.header else None,
    )
