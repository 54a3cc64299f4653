"""Numbers and labels computed once for a document or a set; rules read nothing else."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic

from checkfirst.model.document import Segment
from checkfirst.model.kinds import Answer, Group, Kind
from checkfirst.model.location import At, TextSpan
from checkfirst.model.losses import LossKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A line, or a run of them, that carries a measure."""

    span: TextSpan
    text: str
    """At most 120 characters of the first line, control characters escaped."""
    path: str | None = None
    """The document, where it is another one than the measure or the finding is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Generic[At]):
    """A run of lines that is of another group than the rest of its document."""

    group: Group
    span: At
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
    parts: tuple[Part[TextSpan], ...] = ()
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
class Comment(Generic[At]):
    """One comment of a thread."""

    number: int
    author: str | None
    reply_to: int | None
    span: At
    header: At | None
    """The lines that name the author or the date, where they survive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread(Generic[At]):
    """Comments or posts read back from the text."""

    span: At
    comments: tuple[Comment[At], ...]
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStatistics:
    """Counts over the text."""

    lines: int
    blank_lines: int
    words: int
    characters: int


class TraceKind(StrEnum):
    """What can be found in a text literally."""

    # Enum's own hash is a Python function, called for every look-up by a member.
    __hash__ = str.__hash__

    POINTER = "pointer"
    """A pointer file of Git LFS or git-annex."""
    CONFLICT = "conflict"
    """The markers of an unfinished merge."""
    TEMPLATE = "template"
    """A blank that nobody filled in."""
    MODEL_PHRASE = "model-phrase"
    """A chat model's talk to its user."""
    SUPERSEDED = "superseded"
    """The document says that it no longer holds."""
    OTHER_VERSION = "other-version"
    """The text states another version than the title."""
    ERROR_PHRASE = "error-phrase"
    """Words of an error, login or waiting page."""
    STUB_END = "stub-end"
    """The last line invites to read the rest elsewhere."""
    CUT_SENTENCE = "cut-sentence"
    PLACEHOLDER = "placeholder"
    """What a page shows to programs instead of its content."""
    REPUBLISHED = "republished"
    MOJIBAKE = "mojibake"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """Something found in the text literally, and the first of its lines."""

    kind: TraceKind
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedLoss:
    """A loss of reading, with the line where it shows."""

    kind: LossKind
    count: int
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkList:
    """How much of a document is entries that lead elsewhere."""

    share: float
    """Share of the lines with content that are list or table lines with a link."""
    linked: int
    """How many such lines there are."""
    other_words: int
    """Words on all other lines, without headings and metadata."""
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignore(Generic[At]):
    """A document's own word that findings of one rule about it are known."""

    code: str
    span: At
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
    segments: tuple[Segment[TextSpan], ...]
    """Role of every line, complete and in order."""
    thread: Thread[TextSpan] | None
    thread_quotes: tuple[Quote, ...]
    """How the first comments of the thread open."""
    scraped: Judgement
    kind: KindMeasure
    describes_system: Judgement
    traces: tuple[Trace, ...]
    """In text order."""
    losses: tuple[QuotedLoss, ...]
    """In the order in which reading met them."""
    link_list: LinkList
    first_line: Quote | None
    """The first line with content."""
    first_sentence: str
    """The first sentence of its prose, or nothing."""
    fingerprint: Fingerprint
    embedding: bytes
    """Its point among subjects and forms: a direction in numbers of 16 bits."""
    chrome_lines: int

    def traced(self, *kinds: TraceKind) -> tuple[Trace, ...]:
        """The traces of these kinds, in text order."""
        return tuple(trace for trace in self.traces if trace.kind in kinds)

    def lost(self, *kinds: LossKind) -> tuple[QuotedLoss, ...]:
        """The losses of these kinds."""
        return tuple(loss for loss in self.losses if loss.kind in kinds)
