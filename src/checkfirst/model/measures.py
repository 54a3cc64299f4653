"""Numbers and labels computed once for a document or a set; rules read nothing else."""

from dataclasses import dataclass
from enum import StrEnum

from checkfirst.model.document import Anchor, Document, Segment, Span
from checkfirst.model.kinds import Answer, Group, Kind, Purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A line, or a run of them, that carries a measure."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A run of lines that is of another group than the rest of its document."""

    group: Group
    span: Span
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class KindMeasure:
    """What the document is."""

    kind: Kind
    """``unknown`` when no kind is likely enough."""
    group: Group
    confidence: float
    """Calibrated probability of ``kind``, or of ``group`` where the kind is unknown."""
    kinds: tuple[tuple[Kind, float], ...]
    """All kinds with a probability of at least .01, likeliest first."""
    groups: tuple[tuple[Group, float], ...]
    evidence: tuple[Quote, ...]
    parts: tuple[Part, ...] = ()
    """Where the document is of more than one group, its parts; threads and furniture are not among them."""

    def probability(self, *wanted: Kind | Group) -> float:
        """Summed probability of the kinds and groups named."""
        return sum(p for k, p in self.kinds if k in wanted or k.group in wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A yes-or-no question about a document, with the lines that answer it."""

    answer: Answer
    score: float
    """Calibrated probability of yes."""
    evidence: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """One comment of a thread."""

    number: int
    author: str | None
    reply_to: int | None
    span: Span
    header: Span | None
    """The lines that name the author or the date, where they survive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """Comments or posts read back from the text."""

    span: Span
    comments: tuple[Comment, ...]
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStatistics:
    """Counts over the text."""

    lines: int
    blank_lines: int
    words: int
    characters: int
    longest_line: int
    mean_line: float
    """Characters in a line that is not blank."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A literal trace found in the text: a placeholder, a conflict marker, an opener of a shape."""

    what: str
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """How much of a document is entries that lead elsewhere."""

    share: float
    """Share of the lines with content that are list or table lines with a link."""
    linked: int
    """How many such lines there are."""
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentMeasures:
    """Everything measured about one document."""

    statistics: TextStatistics
    language: str | None
    segments: tuple[Segment, ...]
    """Role of every line, in text lines, complete and in order."""
    thread: Thread | None
    thread_quotes: tuple[Quote, ...]
    """How the first comments of the thread open."""
    scraped: Judgement
    kind: KindMeasure
    describes_system: Judgement
    marks: tuple[Mark, ...]
    """In text order."""
    listing: Listing
    first_line: Quote | None
    """The first line with content."""
    main_words: int
    """Words outside page chrome, navigation, comments and metadata."""
    chrome_lines: int

    def marked(self, *what: str) -> tuple[Mark, ...]:
        """The marks of the sorts named, in text order."""
        return tuple(mark for mark in self.marks if mark.what in what)


@dataclass(frozen=True, slots=True, kw_only=True)
class RawEntry:
    """One line of an index as written, before anyone looks for its target."""

    line: int
    title: str
    target: str
    quote: str
    firm: bool
    base: str = ""
    """Folder that targets start from, relative to the index's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of an index."""

    index: str
    """The index file's path."""
    line: int
    title: str
    target: str
    """As written."""
    path: str | None
    """The path it resolves to, relative to the root; ``None`` where it leaves the set."""
    exists: bool
    quote: str
    firm: bool = True
    """False for a link in a README, which may be no promise of a document."""
    nearest: str | None = None
    """The file most like a missing target, where one is close."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingLink:
    """A link that may lead to a file of the set."""

    target: str
    line: int
    """In the source file."""
    quote: str
    image: bool


class LinkFault(StrEnum):
    """What is wrong with a link."""

    FILE = "file"
    ANCHOR = "anchor"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenLink:
    """A link that leads nowhere, with all lines of its document that bear it."""

    source: str
    target: str
    fault: LinkFault
    path: str | None
    """The file that it should lead to, or into; ``None`` where it leaves the set."""
    nearest: str
    """A name like the one that is missing, or nothing."""
    links: tuple[OutgoingLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSummary:
    """What the set needs to know of a document once its text is gone."""

    id: str
    lines: int
    words: int
    kind: KindMeasure
    describes_system: Judgement
    first_line: Quote | None
    written: bool
    """Whether people read it as a document: not code, not data."""
    entries: tuple[RawEntry, ...] | None
    """What it lists, if it is an index."""
    links: tuple[OutgoingLink, ...] = ()
    anchors: tuple[Anchor, ...] | None = None
    """``None`` where its format gives none that could be known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetMeasures:
    """Everything measured about the set."""

    documents: tuple[DocumentSummary, ...] = ()
    indexes: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    unlisted: tuple[str, ...] = ()
    broken_links: tuple[BrokenLink, ...] = ()
    unread: int = 0
    """Documents whose format is not read, so that nobody knows what they hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """What a rule about one document sees."""

    document: Document
    measures: DocumentMeasures
    purpose: Purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class SetView:
    """What a rule about the set sees."""

    measures: SetMeasures
    purpose: Purpose
