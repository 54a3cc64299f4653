"""Links and references between documents, and the broken ones among them."""

from enum import StrEnum

from msgspec import Struct

from checkfirst.model.quick_enum import QuickEnum
from checkfirst.model.quotes import Quote


class OutgoingLink(Struct, frozen=True, kw_only=True):
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


class Reference(Struct, frozen=True, kw_only=True):
    """A document that a text refers to by name rather than by a link."""

    name: str
    """File name or title, as written."""
    quote: Quote
    """The line with the reference."""
    written: bool = False
    """Whether the text says that the document is to be written: it need not be there yet."""


class AbsentDocument(Struct, frozen=True, kw_only=True):
    """A document that several documents refer to and that the set lacks."""

    name: str
    by_title: bool
    """Whether the references use its title rather than its file name."""
    references: tuple[tuple[str, Reference], ...]
    """Path of each document that refers to it, with its first reference."""


class LinkFault(StrEnum):
    """What is wrong with a link."""

    FILE = "file"
    """There is no such file."""
    ANCHOR = "anchor"
    """The file has no such anchor."""
    OUTSIDE = "outside"
    """The file is outside the set."""


class BrokenLink(Struct, frozen=True, kw_only=True):
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
    form to be filled in or on a page that is not published, an address that is written wrong."""
    form: str = ""
    """How it is written, if most links of this form fail in the set, so that the site may resolve them; else empty."""


class Naming(QuickEnum):
    """How a text names a file without a link."""

    IMPORTED = "imported"
    """With ``@``: its text stands in the place of the line."""
    OF_SKILL = "of-skill"
    """In a folder that skills keep beside their file."""
    NAMED = "named"
    """By its path."""
    TICKED = "ticked"
    """In an item of a plan that is ticked: its work is done."""


class PathReference(Struct, frozen=True, kw_only=True):
    """A file that a text names without a link."""

    name: str
    how: Naming
    quote: Quote
    near: str = ""
    """The line and the one before it, which may name the folder where the file lies."""


class MissingPath(Struct, frozen=True, kw_only=True):
    """A file that a document names and that is not there."""

    path: str
    """Path of the document."""
    reference: PathReference
    target_path: str
    """Where it was looked for first, relative to the root."""
