"""Summaries of documents, which outlive the texts, and the measures of a set that are computed from them."""

from collections.abc import Mapping

from msgspec import Struct, field

from checkfirst.model.acronyms import NO_ACRONYMS, Acronyms, UndefinedAcronym
from checkfirst.model.content import DanglingReference, Stub, Textless
from checkfirst.model.document import Anchor
from checkfirst.model.entries import (
    BrokenPromise,
    Declared,
    Entry,
    OtherStanding,
    RawEntry,
    Stated,
    StubDocument,
    Successor,
    VersionMismatch,
)
from checkfirst.model.fit import Fit, Topic
from checkfirst.model.kind_measures import Judgement, KindMeasure
from checkfirst.model.kinds import Answer
from checkfirst.model.left_out import LeftOut
from checkfirst.model.likeness import AlteredCopy, ContainedDocuments, DuplicateGroup
from checkfirst.model.links import AbsentDocument, BrokenLink, MissingPath, OutgoingLink, PathReference, Reference
from checkfirst.model.location import AS_STORED, LineMap
from checkfirst.model.measures import Fingerprint
from checkfirst.model.quantities import ConflictingValues, Quantity
from checkfirst.model.quotes import Quote
from checkfirst.model.traces import Trace


class DocumentSummary(Struct, frozen=True, kw_only=True):
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
    size: int = 0
    """Bytes of the file."""
    stub: Stub | None = None
    textless: Textless | None = None
    """``None`` if it shows a reader some text."""
    links: tuple[OutgoingLink, ...] = ()
    wiki_links: tuple[OutgoingLink, ...] = ()
    """Links in double brackets, which name a page in whatever folder it is; targets are what the brackets hold."""
    names: tuple[str, ...] = ()
    """Other names that its front matter gives it."""
    line_map: LineMap = AS_STORED
    """Maps the lines of its text to its file."""
    anchors: tuple[Anchor, ...] | None = None
    """Targets in it that links can name; ``None`` where its reader does not return them."""
    layout_ids: tuple[str, ...] = ()
    """The ids in it if it is a layout or another part of pages: the pages around which it is put have them, too."""
    includes: tuple[str, ...] = ()
    """Paths of the files that it puts into its page, as written."""
    addresses: tuple[str, ...] = ()
    """Addresses on its site that its front matter gives, without ``/`` at the ends."""
    labels: tuple[str, ...] = ()
    """Labels that other pages of a project may link to by name alone (MyST, reStructuredText)."""
    toctree: tuple[str, ...] = ()
    """Targets in its toctrees, as written, whether it is an index or not."""
    unlisted_on_purpose: bool = False
    """Whether it says itself that no index lists it."""
    is_draft: bool = False
    """Whether it says itself that it is not published."""
    references: tuple[Reference, ...] = ()
    named_paths: tuple[PathReference, ...] = ()
    """Files that it names without a link, if it instructs an agent or is a plan."""
    quantities: tuple[Quantity, ...] = ()
    dangling: tuple[DanglingReference, ...] = ()
    """References to parts that it does not have."""
    title: str | None = None
    first_sentence: str = ""
    """The first sentence of its prose; empty without prose."""
    language: str | None = None
    """ISO 639-1 code."""
    fingerprint: Fingerprint | None = None
    embedding: bytes = b""
    """Unit vector of 16-bit floats; empty if it was not measured."""
    acronyms: Acronyms = NO_ACRONYMS
    stated: Stated | None = None
    """Its status according to itself."""
    states_status: bool = False
    """Whether it has a field or a heading for its own status, whatever that says."""
    ended: Trace | None = None
    """Where it says that it no longer holds or was moved."""
    other_version: Quote | None = None
    """Where its text states another version than its title."""
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
    def specifies(self) -> bool:
        """Whether it describes a system or has the form of a specification."""
        return self.describes_system.answer is Answer.YES or self.states_requirements

    @property
    def is_hidden(self) -> bool:
        """Whether it is in a dot folder: tools and people look for it there, so that no index needs to list it."""
        return any(part.startswith(".") for part in self.path.split("/"))


class SetMeasures(Struct, frozen=True, kw_only=True):
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
    said_beside: frozenset[str] = frozenset()
    """Paths of the empty texts of which a folder or a program beside them holds what they stand for."""
    broken_links: tuple[BrokenLink, ...] = ()
    duplicates: tuple[DuplicateGroup, ...] = ()
    contained: tuple[ContainedDocuments, ...] = ()
    altered_copies: tuple[AlteredCopy, ...] = ()
    absent_documents: tuple[AbsentDocument, ...] = ()
    missing_paths: tuple[MissingPath, ...] = ()
    conflicting_values: tuple[ConflictingValues, ...] = ()
    undefined_acronyms: tuple[UndefinedAcronym, ...] = ()
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
    successors: Mapping[str, Successor] = field(default_factory=dict)
    """What replaced a document that no longer holds, by the path of that document, if it says so."""
    registers: frozenset[str] = frozenset()
    """Folders whose documents say how they stand, and which keep those that no longer hold; empty for the root."""
    changed: tuple[tuple[str, str], ...] = ()
    """Path of each document that changed after its approval, with the date and author of the approval."""
    nothing_to_build: float | None = None
    """Probability that no document is of a kind to build from; ``None`` where one may be, or can't be judged."""
    unsettled: tuple[str, ...] = ()
    """What was not compared to its end because it is too much, one line each."""
    unread: int = 0
    """Number of documents in formats that are not read."""
    left_out: tuple[LeftOut, ...] = ()
    """Folders that tools made or fetched, whose files are not checked."""

    @property
    def by_path(self) -> dict[str, DocumentSummary]:
        """The documents by their paths, computed each time."""
        return {document.path: document for document in self.documents}
