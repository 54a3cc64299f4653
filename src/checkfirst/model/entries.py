"""Entries of indexes, and the files that do not keep what an entry promises."""

from enum import StrEnum

from msgspec import Struct

from checkfirst.model.content import Stub
from checkfirst.model.kinds import Kind
from checkfirst.model.quotes import Quote


class RawEntry(Struct, frozen=True, kw_only=True):
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
    has_parts: bool = False
    """Whether further entries stand below it in the list, so that it may be the title of a part."""
    base: str = ""
    """Folder to resolve the target from, relative to the folder of the index."""
    section: str = ""
    """The heading above it."""
    inside: str = ""
    """For the address of a page on the set's own site: its path in the set, relative to ``base``."""


class Entry(Struct, frozen=True, kw_only=True):
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
    has_parts: bool = False
    """Whether further entries stand below it in the list, so that it may be the title of a part."""
    nearest: str | None = None
    """The existing path most similar to a missing target, if one is similar enough."""
    section: str = ""
    """The heading above it."""

    @property
    def listed(self) -> str | None:
        """The path by which a document is found: the existing file, or the path where there is none."""
        return self.file or self.path


class BrokenPromise(Struct, frozen=True, kw_only=True):
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
    is_short: bool = False
    """Whether the entry is one word without a description: too few to say which subject is meant."""
    all_said: bool = False
    """Whether the file has all words of the entry and no other file is the one that was meant, so that titles alone speak
    against it."""
    copy_of: str | None = None
    """Path of the file of another entry whose text this file holds."""
    nearly: bool = False
    """Whether a few lines of that text differ."""


class Successor(Struct, frozen=True, kw_only=True):
    """What replaced a document, according to the document."""

    name: str
    """As the document calls it."""
    file: str | None
    """The file of the set that it is; ``None`` if the set lacks it."""


class Declared(Struct, frozen=True, kw_only=True):
    """The kind of a document according to its index entry or its file name."""

    path: str
    kind: Kind | None
    """``None`` for a subject without a kind, whose file is a record by its own title."""
    entry: Entry | None
    """The index entry that gives the kind; ``None`` if the file name does."""


class VersionMismatch(Struct, frozen=True, kw_only=True):
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


class Standing(StrEnum):
    """How a document stands, by a word for its status."""

    HOLDS = "in force"
    DRAFT = "a draft"
    DEAD = "no longer in force"


class Stated(Struct, frozen=True, kw_only=True):
    """How a document stands according to itself."""

    standing: Standing
    quote: Quote
    """The line that says so."""


class OtherStanding(Struct, frozen=True, kw_only=True):
    """An entry of an index, or a line of its successor, that gives a document another status than the document gives itself."""

    entry: Entry
    listed_as: Standing
    stated: Stated
    """By the document."""
    replaced: bool = False
    """Whether it is its successor that says so."""


class StubDocument(Struct, frozen=True, kw_only=True):
    """A stub, and what promises a document in its place."""

    path: str
    stub: Stub
    entry: Entry | None
    """The entry of an index that lists it."""
    related: bool
    """Whether it has a word of that entry, or the entry is too short to promise a subject."""
    alone: bool
    """Whether the set has no other document beside indexes."""
