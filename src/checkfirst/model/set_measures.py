"""Summaries of documents, which outlive the texts, and the measures of a set that are computed from them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from checkfirst.model.document import Anchor
from checkfirst.model.kinds import Answer, Kind
from checkfirst.model.left_out import LeftOut
from checkfirst.model.location import AS_STORED, LineMap
from checkfirst.model.measures import Fingerprint, Judgement, KindMeasure, Quote, Stub


@dataclass(frozen=True, slots=True, kw_only=True)
class RawEntry:
    """One entry of an index as written, with an unresolved target."""

    quote: Quote
    """The line of the entry."""
    title: str
    target: str
    firm: bool
    """False for a link in a README, which may be no promise of a document."""
    description: str = ""
    """Text of the entry besides its title."""
    in_sentence: bool = False
    """Whether its link stands inside a sentence, whose words promise no subject."""
    base: str = ""
    """Folder to resolve the target from, relative to the folder of the index."""
    section: str = ""
    """The heading above it."""
    inside: str = ""
    """For the address of a page on the set's own site: its path in the set, relative to ``base``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of an index, with its target resolved."""

    index: str
    """The index file's path."""
    quote: Quote
    """The line of the entry."""
    title: str
    target: str
    """As written."""
    path: str | None
    """The path that the target resolves to, relative to the root; ``None`` for a target that leaves the set or that
    cannot be resolved."""
    exists: bool
    """Whether there is a file or folder for it."""
    description: str = ""
    """Text of the entry besides its title."""
    file: str | None = None
    """The file or folder for the path: that path, the source of the page, or the page of the folder."""
    firm: bool = True
    """False for a link in a README, and for the address of a page that is missing: they may be no promise of a document."""
    in_sentence: bool = False
    """Whether its link stands inside a sentence, whose words promise no subject."""
    nearest: str | None = None
    """The existing path most similar to a missing target, if one is similar enough."""
    section: str = ""
    """The heading above it."""

    @property
    def listed(self) -> str | None:
        """The path by which a document is found: the existing file, or the path where there is none."""
        return self.file or self.path


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingLink:
    """A link whose target may be a file of the set."""

    target: str
    """As written."""
    quote: Quote
    """The line with the link."""
    image: bool
    """Whether it shows an image."""
    as_reference: str = ""
    """The link as Markdown has to write it if its target is the label of a definition in the document, or an address that
    is written wrong; else empty."""


class DuplicateKind(StrEnum):
    """How the documents of a group are duplicates."""

    IDENTICAL = "identical"
    """Their bytes are equal."""
    SAME_TEXT = "same text"
    """Their texts are equal apart from white space and markup; layout or format differ."""
    SAME_WORDS = "same words"
    """Their words are equal; numbers, signs or letter case differ."""
    NEAR = "near"
    """They share most of their text."""
    VERSIONS = "versions"
    """They share most of their text, and their names or what they state of themselves show which is older."""


class Alike(StrEnum):
    """Why the documents of a group may be meant to be alike."""

    TRANSLATIONS = "translations"
    EDITIONS = "editions"
    """Each is in the folder of its own year or version, or old versions are kept on purpose."""
    SERIES = "series"
    """Their names or titles differ in numbers or dates alone, or longer names in one word."""
    LICENCES = "licences"
    TOOLS = "tools"
    """One for each of several agents or editors."""
    FOLDERS = "folders"
    """A file of the same name in each of several folders."""
    FORMATS = "formats"
    """A source and what is made from it."""


class TextDifference(StrEnum):
    """The most that two texts differ in."""

    NOTHING = "nothing"
    """They are equal apart from white space and markup."""
    CASE = "case"
    SIGNS = "signs"
    """Punctuation and other signs that belong to no number."""
    NUMBERS = "numbers"
    WORDS = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How the texts of two documents differ."""

    difference: TextDifference
    share: float
    """Jaccard similarity of their runs of five words, numbers as they are."""
    differing: int = 0
    """Number of lines of the first that the second lacks; 0 if the texts are wrapped differently."""
    lines: tuple[Quote, ...] = ()
    """The first of those lines, those that differ in numbers before others, each followed by the line of the second
    that differs from it in numbers alone, if there is one."""
    numbers: int = 0
    """How many numbers differ, if the words are the same."""
    examples: tuple[tuple[str, str], ...] = ()
    """The first of those numbers with the word that follows: in the first and in the second text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicateGroup:
    """Documents that are duplicates, near-duplicates or versions of one another."""

    paths: tuple[str, ...]
    """The original, or the newest version; then its closest copy, or the version before it; then the others."""
    likeness: DuplicateKind
    similarity: float
    """The least Jaccard similarity of runs of five words that connects the group, every digit taken for 0."""
    alike: Alike | None = None
    """Why they may be meant to be alike; ``None`` if no reason is seen."""
    likewise: tuple[tuple[str, ...], ...] = ()
    """Paths of further groups that are alike for the same reason."""
    named_as_copies: bool = False
    """Whether they are in one folder and their names differ only in what is added to the name of a copy."""
    in_doubt: bool = False
    """For versions: whether the older ones may be documents of their own."""
    comparison: Comparison | None = None
    """Of the second document (the copy) with the first; ``None`` if their texts were not compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContainedDocuments:
    """Documents whose text stands almost whole in a longer one."""

    holder: str
    """Path of the longer document."""
    paths: tuple[str, ...]
    """Paths of those that it holds, in order."""
    share: float
    """The least share of the runs of five words of one of them that the longer document has, every digit taken for 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A document that a text refers to by name rather than by a link."""

    name: str
    """File name or title, as written."""
    quote: Quote
    """The line with the reference."""
    written: bool = False
    """Whether the text says that the document is to be written: it need not be there yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsentDocument:
    """A document that several documents refer to and that the set lacks."""

    name: str
    by_title: bool
    """Whether the references use its title rather than its file name."""
    references: tuple[tuple[str, Reference], ...]
    """Path of each document that refers to it, with its first reference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenPromise:
    """An entry of an index whose file does not match its words."""

    entry: Entry
    missing: tuple[str, ...]
    """Words of the entry that the file lacks."""
    called: str
    """The file's own title; empty if it has none."""
    kind: Kind
    """The file's kind."""
    fitting: str | None
    """Path of another file that matches the entry, if there is one."""
    absent: bool
    """Whether the file has none of the words of the entry, which are many."""
    kept: float
    """Calibrated probability that the entry is about the file."""
    copy_of: str | None = None
    """Path of the file of another entry whose text this file holds, word for word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """The kind of a document according to its index entry or its file name."""

    path: str
    kind: Kind
    entry: Entry | None
    """The index entry that gives the kind; ``None`` if the file name does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionMismatch:
    """An entry of an index that names another version than its file."""

    entry: Entry
    wanted: tuple[int, ...]
    """The version in the entry."""
    found: tuple[int, ...]
    """The version in the file."""
    dated: bool
    """Whether both are dates, as (year, month, …), rather than version numbers."""
    ordinal: bool = False
    """Whether both are the number of a document in a series, as (number,)."""
    is_named: bool = False
    """Whether the file's name gives the date that the file gives, so that the entry alone is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """Whether a document belongs to its set, or is an outlier."""

    answer: Answer
    """``no`` for an outlier."""
    score: float
    """Calibrated probability that it belongs."""
    nearest: str
    """Path of the most similar document."""
    likeness: float
    """Cosine similarity of the words of the two; documents of one series have .1 to .5."""
    distinctive_words: tuple[str, ...]
    """The words of greatest TF-IDF weight that no other document of the set has; empty unless it is an outlier."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """The stated topic of a set, and the documents that are off it."""

    source: str
    """Where it is stated: the path of the index, of which title and first sentence count, or empty for ``about`` in the
    configuration."""
    missing: tuple[str, ...]
    """Paths of the documents that contain none of ``words``; empty if there are too many to mean anything."""
    words: tuple[str, ...]
    """Words of the statement that at least half of the documents contain."""


class Standing(StrEnum):
    """How a document stands, by a word for its status."""

    HOLDS = "in force"
    DRAFT = "a draft"
    DEAD = "no longer in force"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """How a document stands according to itself."""

    standing: Standing
    quote: Quote
    """The line that says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherStanding:
    """An entry of an index that gives a document another status than the document gives itself."""

    entry: Entry
    listed_as: Standing
    stated: Stated
    """By the document."""


class LinkFault(StrEnum):
    """What is wrong with a link."""

    FILE = "file"
    """There is no such file."""
    ANCHOR = "anchor"
    """The file has no such anchor."""
    OUTSIDE = "outside"
    """The file is outside the set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StubDocument:
    """A stub, and what promises a document in its place."""

    path: str
    stub: Stub
    entry: Entry | None
    """The entry of an index that lists it."""
    related: bool
    """Whether it has a word of that entry, or the entry is too short to promise a subject."""
    alone: bool
    """Whether the set has no other document beside indexes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenLink:
    """A broken target, with all links of one document that have it."""

    path: str
    """Path of the document with the links."""
    target: str
    """As written."""
    fault: LinkFault
    target_path: str | None
    """Path that the target resolves to, relative to the root; ``None`` for a target outside the set."""
    nearest: str
    """The existing name most similar to the missing one; empty if none is similar."""
    links: tuple[OutgoingLink, ...]
    in_doubt: bool = False
    """Whether it may be right as it is, or names no file: a wiki link to a page that is still to be written, a link in a
    form to be filled in, an address that is written wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSummary:
    """Everything kept of a document after its text is dropped; measures of the set are computed from it."""

    path: str
    lines: int
    words: int
    kind: KindMeasure
    describes_system: Judgement
    first_line: Quote | None
    """The first line that is not blank."""
    is_prose: bool
    """Whether it is a document that people read, as opposed to code and data."""
    entries: tuple[RawEntry, ...] | None
    """Its entries if it is an index, else ``None``."""
    stub: Stub | None = None
    links: tuple[OutgoingLink, ...] = ()
    wiki_links: tuple[OutgoingLink, ...] = ()
    """Links in double brackets, which name a page in whatever folder it is; targets are what the brackets hold."""
    names: tuple[str, ...] = ()
    """Other names that its front matter gives it."""
    line_map: LineMap = AS_STORED
    """Maps the lines of its text to its file."""
    anchors: tuple[Anchor, ...] | None = None
    """Targets in it that links can name; ``None`` where its reader does not return them."""
    includes: tuple[str, ...] = ()
    """Paths of the files that it puts into its page, as written."""
    addresses: tuple[str, ...] = ()
    """Addresses on its site that its front matter gives, without ``/`` at the ends."""
    toctree: tuple[str, ...] = ()
    """Targets in its toctrees, as written, whether it is an index or not."""
    unlisted_on_purpose: bool = False
    """Whether it says itself that no index lists it."""
    references: tuple[Reference, ...] = ()
    title: str | None = None
    first_sentence: str = ""
    """The first sentence of its prose; empty without prose."""
    language: str | None = None
    """ISO 639-1 code."""
    fingerprint: Fingerprint | None = None
    embedding: bytes = b""
    """Unit vector of 16-bit floats; empty if it was not measured."""
    stated: Stated | None = None
    """Its status according to itself."""
    version: tuple[int, ...] | None = None
    """Version number or date from its front matter or its first lines."""
    states_requirements: bool = False
    """Whether it has the form of a specification, whatever it is called."""
    is_scraped: bool = False
    """Whether it is a web page saved as text."""
    comments: int = 0
    """Number of reader comments or posts in it."""
    is_narrated: bool = False
    """Whether someone tells it: many of its sentences say I, or are about him or her."""

    @property
    def is_hidden(self) -> bool:
        """Whether it is in a dot folder: tools and people look for it there, so that no index needs to list it."""
        return any(part.startswith(".") for part in self.path.split("/"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SetMeasures:
    """Everything measured about the set. Measures that no selected rule needs are empty."""

    documents: tuple[DocumentSummary, ...] = ()
    indexes: tuple[str, ...] = ()
    """Paths of the indexes, the principal one first."""
    has_other_index: bool = False
    """Whether, in a set without a file that has the name of an index, a document links to most of the others, or the
    configuration of a site lists its pages."""
    entries: tuple[Entry, ...] = ()
    """Entries of all indexes."""
    unlisted: tuple[str, ...] = ()
    """Paths of the documents that no index lists."""
    stubs: tuple[StubDocument, ...] = ()
    broken_links: tuple[BrokenLink, ...] = ()
    duplicates: tuple[DuplicateGroup, ...] = ()
    contained: tuple[ContainedDocuments, ...] = ()
    absent_documents: tuple[AbsentDocument, ...] = ()
    fits: Mapping[str, Fit] = field(default_factory=dict)
    """By path, for documents that can be compared; empty if there are fewer than three of them."""
    language: str | None = None
    """The language of most documents."""
    topic: Topic | None = None
    """``None`` if neither the configuration nor an index states one, or too few documents can be compared."""
    broken_promises: tuple[BrokenPromise, ...] = ()
    declared: tuple[Declared, ...] = ()
    """Documents whose kind an index or their file name gives."""
    version_mismatches: tuple[VersionMismatch, ...] = ()
    other_standings: tuple[OtherStanding, ...] = ()
    changed: tuple[tuple[str, str], ...] = ()
    """Path of each document that changed after its approval, with the date and author of the approval."""
    nothing_to_build: float | None = None
    """Probability that no document is of a kind to build from; ``None`` where one may be, or can't be judged."""
    unread: int = 0
    """Number of documents in formats that are not read."""
    left_out: tuple[LeftOut, ...] = ()
    """Folders that tools made or fetched, whose files are not checked."""
