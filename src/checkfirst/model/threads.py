"""Threads of reader comments or posts in a document."""

from typing import Final, Generic

from msgspec import Struct

from checkfirst.model.location import At


class Comment(Struct, Generic[At], frozen=True, kw_only=True):
    """One comment of a thread."""

    number: int
    """As the page numbers it, or one more than the comment before."""
    author: str | None
    """``None`` where the text does not name one."""
    reply_to: int | None
    """Number of the comment that it answers, where it names that comment's author."""
    span: At
    header: At | None
    """Lines with the author or the date; ``None`` where the text has none."""


#: Confidence from which a thread is spoken of, and from which the kind of a document rests on it. Of pages without
#: comments, less than 1 of 100 had a thread of this confidence (`python -m benchmarks.threads`).
SURE_THREAD_FROM: Final = 0.9


class Thread(Struct, Generic[At], frozen=True, kw_only=True):
    """Comments or posts recovered from the text of a page."""

    span: At
    comments: tuple[Comment[At], ...]
    confidence: float
    """Probability that these lines are a thread."""

    @property
    def is_sure(self) -> bool:
        """Whether it may be spoken of."""
        return self.confidence >= SURE_THREAD_FROM
