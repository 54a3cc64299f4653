"""A document as it was read: text, structure, links, and what reading lost."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic

from checkfirst.model.formats import Format as Format
from checkfirst.model.formats import FormatSpec, Trait
from checkfirst.model.location import At, LineMap, TextSpan
from checkfirst.model.losses import Hidden, Loss


class Role(StrEnum):
    """What a run of lines does in its document. Every line has exactly one."""

    # Enum's own hash is a Python function, called for every look-up by a member.
    __hash__ = str.__hash__

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document's bytes."""

    media_type: str
    """What the bytes are, by their content rather than by the name."""
    size: int
    """Bytes."""
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment(Generic[At]):
    """A run of lines with one role."""

    role: Role
    span: At
    level: int | None = None
    """Depth of a heading, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link or image, as the document has it."""

    target: str
    text: str
    span: TextSpan
    image: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A place within the document that a link can name: a heading by its text, or an explicit id."""

    text: str
    span: TextSpan
    explicit: bool = False
    """True where ``text`` is the name itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file or record, decoded and read."""

    path: str
    """Path relative to the root, with ``/``; or the caller's name for a record."""
    source: Source
    spec: FormatSpec
    """What is known of its type."""
    named: FormatSpec | None
    """The type that the file's name promises, where it promises one."""
    disguise: FormatSpec | None
    """The PDF or office type that the last ending but one promises."""
    format: Format
    """The family of its type; ``BINARY`` where the file could not be read."""
    encoding: str | None
    title: str | None
    text: str
    """Line endings are ``\\n``. For HTML this is the text a reader sees."""
    line_map: LineMap
    """Where the lines of ``text`` stand in the file."""
    segments: tuple[Segment[TextSpan], ...]
    """What the markup says; lines in no segment are left to measuring."""
    links: tuple[Link, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    """In the order of the document, for names of headings alike are numbered."""
    losses: tuple[Loss, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    """Front matter or ``<meta>`` pairs, as written."""

    @property
    def traits(self) -> frozenset[Trait]:
        """The traits of its type; none where the file could not be read."""
        return frozenset() if self.format is Format.BINARY else self.spec.traits

    @property
    def named_format(self) -> Format | None:
        """The family of the type that the file's name promises."""
        return self.named.format if self.named else None

    @property
    def named_type(self) -> str | None:
        """The media type that the file's name promises."""
        return self.named.media_type if self.named else None
