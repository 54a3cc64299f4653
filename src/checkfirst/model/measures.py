"""Numbers and labels that are computed once for each document; with those of the set they are all that rules read."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Generic

from checkfirst.model.document import Segment
from checkfirst.model.kinds import Answer, Group, Kind
from checkfirst.model.location import At, TextSpan
from checkfirst.model.losses import LossKind

#: Share of sentences with an I, a he or a she from which a text is told by someone: half of the articles among the
#: labelled documents have more than .15, and 9 in 10 of the specifications, references and tutorials less than .1.
_NARRATED_FROM = 0.12


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Lines that support a measure."""

    span: TextSpan
    text: str
    """At most 120 characters of the first line, control characters escaped."""
    path: str | None = None
    """Path of the quoted document, if it is not the document that the measure or finding is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Generic[At]):
    """Consecutive lines of one group, in a document of several groups."""

    group: Group
    span: At
    confidence: float
    """Mean probability of the group over the part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindMeasure:
    """The kind of a document."""

    kind: Kind
    """``unknown`` where no kind is probable enough."""
    group: Group
    confidence: float
    """Calibrated probability of ``kind``, or of ``group`` where the kind is unknown."""
    kinds: tuple[tuple[Kind, float], ...]
    """All kinds with a probability of at least .01, the most probable first."""
    groups: tuple[tuple[Group, float], ...]
    """Likewise for groups."""
    evidence: tuple[Quote, ...]
    """Lines whose words speak most for the kind."""
    parts: tuple[Part[TextSpan], ...] = ()
    """Parts of a document of several groups, comment threads and page chrome left out; empty for one group."""

    def probability(self, *wanted: Kind | Group) -> float:
        """Summed probability of the given kinds and groups, to four digits like each of them."""
        return round(sum(p for k, p in self.kinds if k in wanted or k.group in wanted), 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Answer to a yes-or-no question about a document, with the lines that support it."""

    answer: Answer
    score: float
    """Calibrated probability of ``yes``."""
    evidence: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment(Generic[At]):
    """One comment of a thread."""

    number: int
    """As the page numbers it, or one more than the comment before."""
    author: str | None
    """``None`` where the text does not name one."""
    reply_to: int | None
    """Number of the comment that it answers, where it names that comment's author."""
    span: At
    header: At | None
    """Lines with the author or the date; ``None`` where the text has none."""


#: Confidence from which a thread is spoken of, and from which the kind of a document rests on it. Of pages without
#: comments, less than 1 of 100 had a thread of this confidence (`python -m benchmarks.threads`).
SURE_THREAD_FROM: Final = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread(Generic[At]):
    """Comments or posts recovered from the text of a page."""

    span: At
    comments: tuple[Comment[At], ...]
    confidence: float
    """Probability that these lines are a thread."""

    @property
    def is_sure(self) -> bool:
        """Whether it may be spoken of."""
        return self.confidence >= SURE_THREAD_FROM


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStatistics:
    """Counts over the text."""

    lines: int
    blank_lines: int
    words: int


class TraceKind(StrEnum):
    """What a trace in a text shows."""

    # Enum's own hash is a slow Python function that runs at every dictionary look-up of a member.
    __hash__ = str.__hash__

    POINTER = "pointer"
    """A pointer file of Git LFS or git-annex."""
    CONFLICT = "conflict"
    """The markers of an unfinished merge."""
    MODEL_PHRASE = "model-phrase"
    """A chat model addressing its user."""
    SUPERSEDED = "superseded"
    """The document says that it is superseded or withdrawn."""
    OTHER_VERSION = "other-version"
    """The text states another version than the title."""
    ERROR_PHRASE = "error-phrase"
    """A phrase of an error, login or waiting page."""
    MACHINE_ANSWER = "machine-answer"
    """A line that shows that the document is a server's answer, by its form."""
    OPEN_PLACE = "open-place"
    """A place that its author left open."""
    STUB_END = "stub-end"
    """The last line links to the rest of the text."""
    CUT_SENTENCE = "cut-sentence"
    """The text ends in the middle of a sentence."""
    OPEN_END = "open-end"
    """A last sentence without its full stop, which may be complete all the same."""
    PLACEHOLDER = "placeholder"
    """Text that a page shows to programs instead of its content."""
    REPUBLISHED = "republished"
    """The page says that its text first appeared elsewhere."""
    PAGE_FRAME = "page-frame"
    """A line of the menu above or the foot below the text of a saved page."""
    CONSENT = "consent"
    """A dialog that asks for consent, beside a text."""
    WALL = "wall"
    """A line of a wall in front of a text: a dialog for consent, or an offer to subscribe."""
    MOJIBAKE = "mojibake"
    """Characters that were decoded with the wrong encoding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A pattern that occurs in the text, with the first line where it does."""

    kind: TraceKind
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedLoss:
    """A loss, with the line where it shows."""

    kind: LossKind
    count: int
    quote: Quote
    names: tuple[str, ...] = ()
    """The first of the lost items, such as ``page 3``; see ``Loss.names``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirements:
    """How many sentences of a document state requirements; nothing is counted in one that describes a system."""

    sentences: int = 0
    obligations: int = 0
    """Sentences that say what must, may or must not be."""
    rules: int = 0
    """Those, and sentences that give an interface, an identifier or a quantity."""
    personal: int = 0
    """Sentences that someone speaks or that tell of persons; they count among none of the above."""
    narrated: int = 0
    """Those of them in which someone says I, or that tell of him or her."""

    stated: bool = False
    """Whether the document has the form of a specification, whatever it is called."""

    @property
    def is_narrated(self) -> bool:
        """Whether someone tells the text: the share of sentences with an I, a he or a she is that of a narrator."""
        return self.narrated >= _NARRATED_FROM * self.sentences > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfilled:
    """How much of a document is blanks of a form and instructions to its author."""

    lines: int = 0
    """Lines that are a blank, or a label with a blank, or a marked instruction."""
    ruled: int = 0
    """Those of them that have a line to write on, as forms on paper do."""
    sentences: int = 0
    """Those of them that are sentences with open slots."""
    instructions: int = 0
    """Other lines that tell an author what to write."""
    content_lines: int = 0
    """Lines with content that are neither headings nor code."""
    empty_sections: int = 0
    """Sections without any line but such."""
    sections: int = 0
    quotes: tuple[Quote, ...] = ()
    """The first of the lines."""

    @property
    def share(self) -> float:
        """Share of the lines with content that are blanks or instructions; 0 for a document without content."""
        return (self.lines + self.instructions) / self.content_lines if self.content_lines else 0.0


class StubReason(StrEnum):
    """What a file holds in place of a document."""

    # Enum's own hash is a slow Python function that runs at every dictionary look-up of a member.
    __hash__ = str.__hash__

    PATH = "path"
    """The path of another file, as a symbolic link holds it."""
    NO_TEXT = "no-text"
    """A title, and nothing below it."""
    UNWRITTEN = "unwritten"
    """It says that the text is still to be written."""
    NO_SENTENCE = "no-sentence"
    """A few words, none of them a sentence."""
    ANSWER = "answer"
    """The body of an interface's error answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stub:
    """Why a file is too short to be a document."""

    reason: StubReason
    quote: Quote
    said: str = ""
    """Its words, without titles and addresses."""


class DamageKind(StrEnum):
    """What makes a text unreadable."""

    # Enum's own hash is a slow Python function that runs at every dictionary look-up of a member.
    __hash__ = str.__hash__

    GLYPH_NUMBERS = "glyph-numbers"
    """Numbers of glyphs in place of letters, as ``(cid:12)``."""
    PRIVATE_LETTERS = "private-letters"
    """Letters that only the font of their file knows."""
    SHIFTED = "shifted"
    """All letters are moved by one number."""
    LETTERS_APART = "letters-apart"
    """A space between any two letters."""
    ENCODED = "encoded"
    """Bytes in base64 or hexadecimal digits."""
    DATA_ADDRESSES = "data-addresses"
    """Pictures in base64 take more room than the words."""
    PACKED_CODE = "packed-code"
    """Code without line breaks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """Why a text can't be read, with the first line that shows it."""

    kind: DamageKind
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatterFault:
    """Why front matter can't be read."""

    reason: str
    """In the words of its parser."""
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkList:
    """How much of a document is a list of links."""

    share: float
    """Share of the non-blank lines that are list or table lines with a link."""
    linked: int
    """Number of those lines."""
    other_words: int
    """Words on all other lines, headings and metadata left out."""
    alone: int = 0
    """Lines that are nothing but a link or an address, in lists or not."""
    content_lines: int = 0
    """Lines with words that are neither headings nor front matter."""
    quotes: tuple[Quote, ...] = ()
    """The first of those lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignore(Generic[At]):
    """A comment in a document that accepts the findings of one rule about it."""

    code: str
    span: At
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentMeasures:
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

    def traced(self, *kinds: TraceKind) -> tuple[Trace, ...]:
        """The traces of these kinds, in text order."""
        return tuple(trace for trace in self.traces if trace.kind in kinds)

    def lost(self, *kinds: LossKind) -> tuple[QuotedLoss, ...]:
        """The losses of these kinds."""
        return tuple(loss for loss in self.losses if loss.kind in kinds)
