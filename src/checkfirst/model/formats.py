"""Properties of a type of file: its names and suffixes, its reader, and the traits of documents of the type."""

from typing import Final

from msgspec import Struct

from checkfirst.model.location import Unit
from checkfirst.model.quick_enum import QuickEnum

#: The media type of PDF, of whose letters and pages not all may have come out.
PDF: Final = "application/pdf"


class Format(QuickEnum):
    """A family of file types. ``BINARY`` is also the format of a document that could not be read."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    RESTRUCTUREDTEXT = "restructuredtext"
    CODE = "code"
    DATA = "data"
    RICH = "rich"
    """Text is extracted from it: PDF, office files, books, notebooks, mail."""
    BINARY = "binary"


class Trait(QuickEnum):
    """A property of every document of a type. Measures and rules test for traits instead of keeping lists of types."""

    PROSE = "prose"
    """A document that people read, as opposed to source code, data and pictures."""
    CODE = "code"
    DATA = "data"
    PLAIN = "plain"
    """Each line of the text is a line of the file: plain text, and markup that is resolved line by line."""
    MARKUP = "markup"
    """Markup in the text gives its structure. XML is both markup and data."""
    PAGE = "page"
    """A web page: menus and buttons in it are no sign of scraping."""
    TYPESET = "typeset"
    """Laid out on pages, slides or sheets, or the source of a typesetting system. Line roles were learned on flattened web
    pages and say nothing about it."""
    MACROS = "macros"
    """Macros may print words that the text lacks, so its last sentence may only seem to be cut off."""
    COMMANDS = "commands"
    """Lines with commands alone are blank in the text."""
    EXTRACTED = "extracted"
    """The text is extracted from a file that also holds other things."""
    TEXTUAL = "textual"
    """The file is text: its type is detected from words and characters, not from magic bytes."""
    ANCHORS = "anchors"
    """Its reader returns every target that the fragment of a link can name."""
    COMMENTS = "comments"
    """Its reader keeps comments in the text."""
    TOCTREE = "toctree"
    """May list documents with Sphinx's ``toctree`` directive."""
    INDEX = "index"
    """As an index it has one entry a line, written as a Markdown link, so that entries can be added."""
    SITE_SOURCE = "site-source"
    """Site generators turn it into a page: links may name that page, or the file without its suffix."""
    LISTED = "listed"
    """An index that links to such a file promises a document."""
    ARCHIVE = "archive"
    """Its members are checked as documents of the set."""
    ASSET = "asset"
    """A picture, sound, font or program; never read as a document."""


class CommentSigns(Struct, frozen=True, kw_only=True):
    """Comment syntax of a programming language."""

    to_end: str | None = None
    """Opens a comment that runs to the end of its line."""
    enclosed: tuple[str, str] | None = None
    """Open and close a comment over several lines."""
    strings: tuple[str, ...] = ()
    """Delimiters of documentation strings."""


class FormatSpec(Struct, frozen=True, kw_only=True):
    """One type of file. All lists of types and suffixes are derived from the table of these in ``reading``."""

    media_type: str
    title: str
    """Name of the type in messages."""
    format: Format
    suffixes: tuple[str, ...] = ()
    """File name suffixes, with the dot, in lower case; the preferred one is first."""
    shared_suffixes: tuple[str, ...] = ()
    """Suffixes that files of other types have too: a link to ``build.log`` promises no document."""
    names: tuple[str, ...] = ()
    """Whole file names, in lower case, that declare the type without a suffix, or whatever their suffix is."""
    reader: str | None = None
    """Module below ``reading`` and function in it, as ``text.rst:read_restructured``; of a type that a plug-in brings, the
    module's full name. ``None`` if the type is not read."""
    isolated: bool = False
    """True for a reader that takes bytes and runs in its own process; false for one that takes the decoded text."""
    traits: frozenset[Trait] = frozenset()
    units: Unit | None = None
    """What the type calls its pages."""
    comments: CommentSigns | None = None
    """Comment syntax, for source code."""
