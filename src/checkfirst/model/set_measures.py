"""What the set needs to know of each document once its text is gone, and what is measured of them all."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from checkfirst.model.document import Anchor
from checkfirst.model.kinds import Answer, Kind
from checkfirst.model.location import AS_STORED, LineMap
from checkfirst.model.measures import Fingerprint, Judgement, KindMeasure, Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class RawEntry:
    """One line of an index as written, before anyone looks for its target."""

    quote: Quote
    """Its line."""
    title: str
    target: str
    firm: bool
    description: str = ""
    """What the entry says beside its title."""
    base: str = ""
    """Folder that targets start from, relative to the index's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of an index."""

    index: str
    """The index file's path."""
    quote: Quote
    """Its line."""
    title: str
    target: str
    """As written."""
    path: str | None
    """The path it resolves to, relative to the root; ``None`` where it leaves the set or can't be told."""
    exists: bool
    description: str = ""
    file: str | None = None
    """The file or folder that is there under the path: itself, the source of a page, or the page of a folder."""
    firm: bool = True
    """False for a link in a README, which may be no promise of a document."""
    nearest: str | None = None
    """The file most like a missing target, where one is close."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingLink:
    """A link that may lead to a file of the set."""

    target: str
    quote: Quote
    """The line on which it stands."""
    image: bool


class DuplicateKind(StrEnum):
    """How two documents are the same."""

    IDENTICAL = "identical"
    """The same bytes."""
    SAME_TEXT = "same text"
    """The same words in another layout or format."""
    NEAR = "near"
    """Most of the text is the same."""
    VERSIONS = "versions"
    """Most of the text is the same, and names or dates say which is the older one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicatePair:
    """Two documents that are the same, or nearly."""

    path: str
    """The one that is a copy, or the older one."""
    other: str
    likeness: DuplicateKind
    similarity: float
    """Jaccard similarity of their runs of five words; 1 for the same text."""
    differing: int = 0
    """Lines of ``path`` that the other lacks; 0 where they can't be told line by line."""
    lines: tuple[Quote, ...] = ()
    """The first of those."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A file that a text sends its reader to by name."""

    name: str
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsentDocument:
    """A document that others refer to and the set lacks."""

    name: str
    by_title: bool
    """Whether they refer to it by its title rather than by the name of its file."""
    references: tuple[tuple[str, Reference], ...]
    """The documents that refer to it, each with its first reference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenPromise:
    """An entry of an index that its file does not fit."""

    entry: Entry
    missing: tuple[str, ...]
    """Words of the entry that the file does not have."""
    called: str
    """The file's own title, or nothing."""
    fitting: str | None
    """The file that fits the entry, where there is one."""
    kept: float
    """Calibrated probability that the file is the one that the entry means."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """What an index, or a file's own name, says that a document is."""

    path: str
    kind: Kind
    entry: Entry | None
    """``None`` where the name says it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionMismatch:
    """An entry that names another version than its file says it is."""

    entry: Entry
    wanted: tuple[int, ...]
    found: tuple[int, ...]
    dated: bool
    """Whether both are dates, year first, rather than numbers of versions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """Whether a document belongs with the others of its set."""

    answer: Answer
    score: float
    """Calibrated probability that it does."""
    nearest: str
    """The document most like it."""
    likeness: float
    """Cosine of their words; documents of one series have .1 to .5."""
    distinctive_words: tuple[str, ...]
    """Words that it says most and no other document of the set has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What a set is said to be about."""

    said: str
    """The words of the configuration or of the index."""
    source: str
    """The index's path, or nothing for the configuration."""
    missing: tuple[str, ...]
    """Documents in which none of its words stands, where nearly all others have some."""
    words: tuple[str, ...]
    """The words that documents of the set have in common with it."""


class LinkFault(StrEnum):
    """What is wrong with a link."""

    FILE = "file"
    ANCHOR = "anchor"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenLink:
    """A link that leads nowhere, with all lines of its document that bear it."""

    path: str
    """The document that bears it."""
    target: str
    """As written."""
    fault: LinkFault
    target_path: str | None
    """The file that it should lead to, or into; ``None`` where it leaves the set."""
    nearest: str
    """A name like the one that is missing, or nothing."""
    links: tuple[OutgoingLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSummary:
    """What the set needs to know of a document once its text is gone."""

    path: str
    lines: int
    words: int
    kind: KindMeasure
    describes_system: Judgement
    first_line: Quote | None
    is_prose: bool
    """Whether people read it as a document: not code, not data."""
    entries: tuple[RawEntry, ...] | None
    """What it lists, if it is an index."""
    links: tuple[OutgoingLink, ...] = ()
    line_map: LineMap = AS_STORED
    """Where the lines of its text stand in its file."""
    anchors: tuple[Anchor, ...] | None = None
    """``None`` where its format gives none that could be known."""
    references: tuple[Reference, ...] = ()
    title: str | None = None
    first_sentence: str = ""
    """The first sentence of its prose."""
    language: str | None = None
    fingerprint: Fingerprint | None = None
    embedding: bytes = b""
    """Its point among subjects and forms."""
    version: tuple[int, ...] | None = None
    """Its version or date, where its front matter or its first lines give one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetMeasures:
    """Everything measured about the set."""

    documents: tuple[DocumentSummary, ...] = ()
    indexes: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    unlisted: tuple[str, ...] = ()
    broken_links: tuple[BrokenLink, ...] = ()
    duplicates: tuple[DuplicatePair, ...] = ()
    absent_documents: tuple[AbsentDocument, ...] = ()
    fits: Mapping[str, Fit] = field(default_factory=dict)
    """By path, for the documents that can be compared; none in sets of fewer than three."""
    language: str | None = None
    """The commonest of the texts."""
    topic: Topic | None = None
    """What the set is about, where its index or the configuration says so."""
    broken_promises: tuple[BrokenPromise, ...] = ()
    """Those that are not kept."""
    declared: tuple[Declared, ...] = ()
    """Documents whose kind is said beforehand."""
    version_mismatches: tuple[VersionMismatch, ...] = ()
    changed: tuple[tuple[str, str], ...] = ()
    """Documents that are not what somebody approved any more, each with when and by whom that was."""
    unread: int = 0
    """Documents whose format is not read, so that nobody knows what they hold."""
