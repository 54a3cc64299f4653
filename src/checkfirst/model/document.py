"""A document as its reader returns it: text, structure, links, and what was lost in reading."""

from collections.abc import Sequence
from typing import Generic

from msgspec import Struct

from checkfirst.model.formats import Format as Format
from checkfirst.model.formats import FormatSpec, Trait
from checkfirst.model.location import At, LineMap, TextSpan
from checkfirst.model.losses import Hidden, Loss
from checkfirst.model.page_signs import PageSigns
from checkfirst.model.quick_enum import QuickEnum


class Role(QuickEnum):
    """What a line is for in its document. Every line has exactly one role."""

    TITLE = "title"
    BYLINE = "byline"
    DATE = "date"
    HEADING = "heading"
    PROSE = "prose"
    LIST = "list"
    TABLE = "table"
    CODE = "code"
    QUOTATION = "quotation"
    CAPTION = "caption"
    REFERENCE_LIST = "reference-list"
    METADATA = "metadata"
    NAVIGATION = "navigation"
    PAGE_CHROME = "page-chrome"
    TAGS = "tags"
    REPUBLICATION_NOTE = "republication-note"
    AUTHOR_NOTE = "author-note"
    COMMENT_HEADER = "comment-header"
    COMMENT = "comment"
    ADVERTISEMENT = "advertisement"


class Source(Struct, frozen=True, kw_only=True):
    """A document's bytes."""

    media_type: str
    """The type of the bytes, detected from their content and not from the file's name."""
    size: int
    """Bytes."""
    sha256: str


class Segment(Struct, Generic[At], frozen=True, kw_only=True):
    """A run of lines with one role."""

    role: Role
    span: At
    level: int | None = None
    """Depth of a heading, from 1."""


class Link(Struct, frozen=True, kw_only=True):
    """A link or image, as written in the document."""

    target: str
    text: str
    span: TextSpan
    image: bool = False


class Anchor(Struct, frozen=True, kw_only=True):
    """A target within the document that the fragment of a link can name: a heading or an explicit id."""

    text: str
    span: TextSpan
    explicit: bool = False
    """True where ``text`` is the id itself, false where it is the text of a heading."""
    variants: tuple[str, ...] = ()
    """Other texts that some generators make the name of a heading from: with the descriptions of its pictures."""
    folded: bool = False
    """True for the title of a block that unfolds, which has a name on some sites alone."""


class Document(Struct, frozen=True, kw_only=True):
    """One file or record, decoded and parsed."""

    path: str
    """Path relative to the root, with ``/``; or the caller's name for a record."""
    source: Source
    spec: FormatSpec
    """The type that was detected from its content."""
    named: FormatSpec | None
    """The type of the file name's suffix; ``None`` for a suffix of no known type."""
    disguise: FormatSpec | None
    """The PDF or office type of the suffix before the last one, as in ``report.pdf.txt``; ``None`` without one."""
    format: Format
    """The family of its type; ``BINARY`` where the file could not be read."""
    encoding: str | None
    title: str | None
    text: str
    """Line endings are ``\\n``. For HTML this is the text that a browser shows."""
    line_map: LineMap
    """Maps the lines of ``text`` to lines, pages and cells of the file."""
    segments: Sequence[Segment[TextSpan]]
    """Roles that the markup gives. Lines outside all segments get their roles when the document is measured."""
    links: tuple[Link, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    """In document order: sites number equal headings in that order."""
    losses: tuple[Loss, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    """Front matter or ``<meta>`` pairs, as written."""
    comments: tuple[TextSpan, ...] = ()
    """The comments of readers that the markup names, in text order; none lies in another."""
    around: tuple[TextSpan, ...] = ()
    """What the markup says surrounds the text: menus, the foot of the page, buttons, forms."""
    page_signs: PageSigns | None = None
    """What a page in HTML says of itself; ``None`` where it says nothing of the sort."""

    @property
    def traits(self) -> frozenset[Trait]:
        """The traits of its type; none where the file could not be read."""
        return frozenset() if self.format is Format.BINARY else self.spec.traits

    @property
    def named_format(self) -> Format | None:
        """The family of the type of the file name's suffix."""
        return self.named.format if self.named else None
