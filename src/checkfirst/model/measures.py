"""Numbers and labels that are computed once for each document; with those of the set they are all that rules read."""

from typing import Generic

from msgspec import Struct

from checkfirst.model.content import Damage, FrontMatterFault, LinkList, QuotedLoss, Requirements, Stub, Unfilled
from checkfirst.model.dangers import Danger, DangerKind
from checkfirst.model.document import Segment
from checkfirst.model.kind_measures import Judgement, KindMeasure
from checkfirst.model.kinds import Answer, Kind
from checkfirst.model.location import At, TextSpan
from checkfirst.model.losses import LossKind
from checkfirst.model.quotes import Quote
from checkfirst.model.threads import Thread
from checkfirst.model.traces import Trace, TraceKind


class TextStatistics(Struct, frozen=True, kw_only=True):
    """Counts over the text."""

    lines: int
    blank_lines: int
    words: int


class Ignore(Struct, Generic[At], frozen=True, kw_only=True):
    """A comment in a document that accepts the findings of one rule about it."""

    code: str
    span: At
    reason: str


class Fingerprint(Struct, frozen=True, kw_only=True):
    """Hashes of a document's words, by which copies are found after the text is dropped."""

    sha256: str
    """Digest of the file's bytes."""
    words: int
    """Number of words."""
    shingles: bytes
    """Hashes of all runs of five words: distinct 32-bit integers in ascending order."""
    vocabulary: bytes
    """Codes of the distinct words: 32-bit integers in ascending order."""
    counts: bytes
    """How often each word of ``vocabulary`` occurs, as 8-bit integers; 255 stands for 255 or more."""
    text_digest: bytes = b""
    """Digest of the text without white space and markup: equal for the same text in another layout."""
    words_digest: bytes = b""
    """Digest of the words alone, every number as 0: equal for texts that differ in numbers, signs or case."""


class DocumentMeasures(Struct, frozen=True, kw_only=True):
    """Everything measured about one document."""

    statistics: TextStatistics
    language: str | None
    segments: tuple[Segment[TextSpan], ...]
    """Consecutive segments that cover every line."""
    thread: Thread[TextSpan] | None
    thread_quotes: tuple[Quote, ...]
    """First lines of the first comments of the thread."""
    scraped: Judgement
    """Whether the text was saved from a web page."""
    kind: KindMeasure
    describes_system: Judgement
    traces: tuple[Trace, ...]
    """In text order."""
    losses: tuple[QuotedLoss, ...]
    """In the order in which the reader reported them."""
    link_list: LinkList
    unfilled: Unfilled
    stub: Stub | None
    """``None`` for a document that may be complete."""
    states_status: bool
    """Whether it has a field or a heading for its own status, as documents of a register do."""
    damage: Damage | None
    front_matter_fault: FrontMatterFault | None
    requirements: Requirements
    first_line: Quote | None
    """The first line that is not blank."""
    first_sentence: str
    """The first sentence of its prose; empty without prose."""
    fingerprint: Fingerprint
    embedding: bytes
    """Unit vector of 16-bit floats; those of documents of similar topic and form have a high cosine."""
    chrome_lines: int
    """Lines of navigation, page chrome and advertisements."""
    dangers: tuple[Danger, ...] = ()
    """By kind, those of a kind in text order; empty if no selected rule needs them."""

    def traced(self, *kinds: TraceKind) -> tuple[Trace, ...]:
        """The traces of these kinds, in text order."""
        return tuple(trace for trace in self.traces if trace.kind in kinds)

    @property
    def specifies(self) -> bool:
        """Whether the document says what something must do: by its kind, its requirements, or the system that it describes."""
        return (
            self.kind.kind is Kind.SPECIFICATION
            or self.requirements.stated
            or self.describes_system.answer is Answer.YES
        )

    def dangerous(self, kind: DangerKind) -> tuple[Danger, ...]:
        """The dangers of this kind."""
        return tuple(danger for danger in self.dangers if danger.kind is kind)

    def lost(self, *kinds: LossKind) -> tuple[QuotedLoss, ...]:
        """The losses of these kinds."""
        return tuple(loss for loss in self.losses if loss.kind in kinds)
