"""What there is to know of a type of file before one is opened: its names, its reader, and what documents in it are."""

from dataclasses import dataclass
from enum import StrEnum

from checkfirst.model.location import Unit


class Format(StrEnum):
    """The family that a type belongs to; ``BINARY`` is also the format of a document that could not be read."""

    # Enum's own hash is a Python function, called for every look-up by a member.
    __hash__ = str.__hash__

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    RESTRUCTUREDTEXT = "restructuredtext"
    CODE = "code"
    DATA = "data"
    RICH = "rich"
    """A PDF, an office file, a book, a notebook, mail: its text is taken out of it."""
    BINARY = "binary"


class Trait(StrEnum):
    """What holds for every document of a type. Measures and rules ask for a trait and keep no lists of types."""

    # Enum's own hash is a Python function, called for every look-up by a member.
    __hash__ = str.__hash__

    PROSE = "prose"
    """People read it as a document: neither source code, nor data, nor a picture."""
    CODE = "code"
    DATA = "data"
    PLAIN = "plain"
    """A line of its text is a line of the file: plain text, and sources whose marks are resolved line by line."""
    MARKUP = "markup"
    """Marks in the text give its structure, and whole documents are written so; XML is markup and data at once."""
    PAGE = "page"
    """A web page by its type: what pages have in them is no sign of scraping."""
    TYPESET = "typeset"
    """A source that is typeset (LaTeX, manual pages, AsciiDoc): written by hand, so that no page was saved as one."""
    MACROS = "macros"
    """Macros print words that the text lacks, the end of its last sentence among them."""
    EXTRACTED = "extracted"
    """The text is taken out of a file that holds more than text."""
    TEXTUAL = "textual"
    """The file itself is a text, so that its type is told by words and signs, not by magic bytes."""
    ANCHORS = "anchors"
    """Its reader knows every place in it that a link can name."""
    COMMENTS = "comments"
    """Its reader leaves comments in the text."""
    TOCTREE = "toctree"
    """Sphinx's ``toctree`` directive lists documents in it."""
    INDEX = "index"
    """An index in it has an entry a line, with Markdown's links, so that one can be added."""
    SITE_SOURCE = "site-source"
    """Site generators make pages of it: a link to the page, or without an ending, leads to it."""
    LISTED = "listed"
    """A link to it from an index promises a document."""
    ARCHIVE = "archive"
    """Opened as a set inside the set."""
    ASSET = "asset"
    """A picture, a sound, a font or a program: no document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentSigns:
    """How comments are written in a language."""

    to_end: str | None = None
    """What begins a comment that runs to the end of its line."""
    enclosed: tuple[str, str] | None = None
    """What opens and closes a comment over several lines."""
    strings: tuple[str, ...] = ()
    """What opens and closes a documentation string."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatSpec:
    """One type of file. The table of all of them is in ``reading``; every list of types and endings comes from it."""

    media_type: str
    title: str
    """What people call a file of the type."""
    format: Format
    suffixes: tuple[str, ...] = ()
    """Endings of names, with the dot, in small letters; the first is how a file of the type should be called."""
    shared_suffixes: tuple[str, ...] = ()
    """Endings that promise the type and that other files bear as well: a link to ``build.log`` names no document."""
    reader: str | None = None
    """Module below ``reading`` and its function (``text.rst:read_restructured``); ``None`` for a type that is not read."""
    isolated: bool = False
    """Whether the reader takes the file's bytes and runs in a process of its own; others take the decoded text."""
    traits: frozenset[Trait] = frozenset()
    units: Unit | None = None
    """What its pages are called."""
    comments: CommentSigns | None = None
    """For source code."""
