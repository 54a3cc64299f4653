"""What the set needs to know of each document once its text is gone, and what is measured of them all."""

from dataclasses import dataclass
from enum import StrEnum

from checkfirst.model.document import Anchor
from checkfirst.model.measures import Fingerprint, Judgement, KindMeasure, Quote


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


class Likeness(StrEnum):
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
class Copy:
    """Two documents that are the same, or nearly."""

    path: str
    """The one that is a copy, or the older one."""
    other: str
    likeness: Likeness
    similarity: float
    """Jaccard similarity of their runs of five words; 1 for the same text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A file that a text sends its reader to by name."""

    name: str
    line: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsentDocument:
    """A document that others refer to and the set lacks."""

    name: str
    references: tuple[tuple[str, Reference], ...]
    """The documents that refer to it, each with its first reference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """An entry of an index that its file does not fit."""

    entry: Entry
    missing: tuple[str, ...]
    """Words of the entry that the file does not have."""
    fitting: str | None
    """The file that fits the entry, where there is exactly one."""


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
    references: tuple[Reference, ...] = ()
    title: str | None = None
    language: str | None = None
    fingerprint: Fingerprint | None = None
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
    copies: tuple[Copy, ...] = ()
    absent: tuple[AbsentDocument, ...] = ()
    promises: tuple[Promise, ...] = ()
    """Those that are not kept."""
    unread: int = 0
    """Documents whose format is not read, so that nobody knows what they hold."""
