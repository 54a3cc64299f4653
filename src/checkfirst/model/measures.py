"""Numbers and labels computed once for a document or a set; rules read nothing else."""

from dataclasses import dataclass

from checkfirst.model.document import Segment, Span
from checkfirst.model.kinds import Answer, Group, Kind


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
class Ignore:
    """A document's own word that findings of one rule about it are known."""

    code: str
    line: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What is kept of a document's words to find its copies."""

    sha256: str
    words: int
    shingles: bytes
    """Runs of five words as rising 32-bit numbers, each once."""
    vocabulary: bytes
    """The words themselves, likewise."""
    counts: bytes
    """How often each of them occurs, in 8 bits; 255 is that or more."""


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
    opening: str
    """The first sentence of its prose, or nothing."""
    fingerprint: Fingerprint
    place: bytes
    """Its point among subjects and forms: a direction in numbers of 16 bits."""
    main_words: int
    """Words outside page chrome, navigation, comments and metadata."""
    chrome_lines: int

    def marked(self, *what: str) -> tuple[Mark, ...]:
        """The marks of the sorts named, in text order."""
        return tuple(mark for mark in self.marks if mark.what in what)
