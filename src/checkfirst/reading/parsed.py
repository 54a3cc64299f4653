"""What every reader of one format gives back."""

from dataclasses import dataclass

from checkfirst.model.document import Anchor, Definition, Hidden, Link, Loss, Segment


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """What the markup of a text says."""

    text: str
    title: str | None = None
    segments: tuple[Segment, ...] = ()
    links: tuple[Link, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    definitions: tuple[Definition, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    losses: tuple[Loss, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    line_numbers: tuple[int, ...] | None = None
    cells: tuple[str, ...] | None = None
    """For each line of ``text`` the cells that it was made of."""
    pages: tuple[int, ...] | None = None
    """For each line of ``text`` the page, slide or sheet that it stands on."""


class ReadingError(Exception):
    """A file's content can't be read; what it says becomes a loss of the document."""

    what = "damaged"


class Damaged(ReadingError):
    """The file is broken, or not what its type says."""


class Encrypted(ReadingError):
    """The file is locked with a password."""

    what = "encrypted"


class LimitExceeded(ReadingError):
    """The file needs more than is allowed for one document."""

    what = "limit-exceeded"
