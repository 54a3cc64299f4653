"""A document as it was read: text, structure, links, and what reading lost."""

from dataclasses import dataclass
from enum import StrEnum


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


class Format(StrEnum):
    """How the bytes are to be read."""

    # Enum's own hash is a Python function, called for every look-up by a member.
    __hash__ = str.__hash__

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    RESTRUCTUREDTEXT = "restructuredtext"
    CODE = "code"
    DATA = "data"
    RICH = "rich"
    """A PDF, an office file, a book, a notebook, mail: its text is taken out of it."""
    BINARY = "binary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a document came from."""

    uri: str
    """Path relative to the root, with ``/``; or the caller's name for a record."""
    media_type: str
    """What the bytes are, by their content rather than by the name."""
    size: int
    """Bytes."""
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A place. Lines count from 1 and include the end; characters count from 0 and exclude it."""

    start_line: int
    end_line: int
    page: int | None = None
    cell: str | None = None
    """In a sheet, the cells of its line: ``B7``, or ``A7:D7``."""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A run of lines with one role."""

    role: Role
    span: Span
    level: int | None = None
    """Depth of a heading, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link or image, as the document has it."""

    target: str
    text: str
    line: int
    image: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A place within the document that a link can name: a heading by its text, or an explicit id."""

    text: str
    line: int
    explicit: bool = False
    """True where ``text`` is the name itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A reference definition of Markdown (``[label]: target``), and whether anything uses it."""

    label: str
    target: str
    line: int
    used: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """Something that decoding or extraction dropped or replaced."""

    what: str
    count: int
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """Text that the file holds and a reader of the rendered page does not see."""

    how: str
    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file or record, decoded and read."""

    id: str
    source: Source
    format: Format
    named_format: Format | None
    """The format that the file's name promises, where it promises one."""
    named_type: str | None
    """The media type that the file's name promises."""
    encoding: str | None
    title: str | None
    text: str
    """Line endings are ``\\n``. For HTML this is the text a reader sees."""
    line_numbers: tuple[int, ...] | None
    """For each line of ``text`` its line in the source file; ``None`` where they are the same."""
    pages: tuple[int, ...] | None
    """For each line of ``text`` its page, slide, sheet or message; ``None`` where there are none."""
    cells: tuple[str, ...] | None
    """For each line of ``text`` the cells of the sheet that it was made of; ``None`` where there are none."""
    segments: tuple[Segment, ...]
    """What the markup says; lines in no segment are left to measuring. In text lines."""
    links: tuple[Link, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    """In the order of the document, for names of headings alike are numbered."""
    definitions: tuple[Definition, ...] = ()
    losses: tuple[Loss, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    """Front matter or ``<meta>`` pairs, as written."""

    def place(self, line: int) -> tuple[int, int | None, str | None]:
        """The source file's line for a line of ``text``; its page and its cells, where there are any."""
        page = self.pages[min(line, len(self.pages)) - 1] if self.pages else None
        cell = self.cells[min(line, len(self.cells)) - 1] if self.cells else None
        return self.source_line(line), page or None, cell or None

    def source_line(self, line: int) -> int:
        """The source file's line for a line of ``text`` (both from 1)."""
        if self.line_numbers is None or not self.line_numbers:
            return line
        return self.line_numbers[min(line, len(self.line_numbers)) - 1]
