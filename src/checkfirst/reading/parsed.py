"""What every reader of one format gives back."""

from dataclasses import dataclass

from checkfirst.model.document import Anchor, Link, Segment
from checkfirst.model.location import AS_STORED, LineMap, TextSpan
from checkfirst.model.losses import Hidden, Loss, LossKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """What the markup of a text says."""

    text: str
    title: str | None = None
    segments: tuple[Segment[TextSpan], ...] = ()
    links: tuple[Link, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    losses: tuple[Loss, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    line_map: LineMap = AS_STORED
    """Where the lines of ``text`` stand in the file."""


class ReadingError(Exception):
    """A file's content can't be read; what it says becomes a loss of the document."""

    kind = LossKind.DAMAGED


class Damaged(ReadingError):
    """The file is broken, or not what its type says."""


class Encrypted(ReadingError):
    """The file is locked with a password."""

    kind = LossKind.ENCRYPTED


class LimitExceeded(ReadingError):
    """The file needs more than is allowed for one document."""

    kind = LossKind.LIMIT_EXCEEDED
