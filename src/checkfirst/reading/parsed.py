"""What a reader returns, and the errors that it raises."""

from collections.abc import Sequence

from msgspec import Struct

from checkfirst.model.document import Anchor, Link, Segment
from checkfirst.model.location import AS_STORED, LineMap, TextSpan
from checkfirst.model.losses import Hidden, Loss, LossKind
from checkfirst.model.page_signs import PageSigns


class Structure(Struct, frozen=True, kw_only=True):
    """The text of a file and its structure, as far as the format declares it."""

    text: str
    title: str | None = None
    """The declared title, or the first heading."""
    segments: Sequence[Segment[TextSpan]] = ()
    links: tuple[Link, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    losses: tuple[Loss, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    line_map: LineMap = AS_STORED
    """The place in the file of each line of ``text``."""
    comments: tuple[TextSpan, ...] = ()
    """The comments of readers that the markup names."""
    around: tuple[TextSpan, ...] = ()
    """What the markup says surrounds the text: menus, the foot of the page, buttons, forms."""
    page_signs: PageSigns | None = None
    """What a page in HTML says of itself."""


class ReadingError(Exception):
    """A file's content can't be read. It becomes a loss of the document, of this ``kind``."""

    kind = LossKind.DAMAGED


class Damaged(ReadingError):
    """The file is broken, or not of its declared type."""


class Encrypted(ReadingError):
    """The file is locked with a password."""

    kind = LossKind.ENCRYPTED


class LimitExceeded(ReadingError):
    """The file needs more memory, time or space than one document may use."""

    kind = LossKind.LIMIT_EXCEEDED
