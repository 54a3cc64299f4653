"""Traces in a text: lines that show what it is or what happened to it."""

from msgspec import Struct

from checkfirst.model.quick_enum import QuickEnum
from checkfirst.model.quotes import Quote


class TraceKind(QuickEnum):
    """What a trace in a text shows."""

    POINTER = "pointer"
    """A pointer file of Git LFS or git-annex."""
    CONFLICT = "conflict"
    """The markers of an unfinished merge."""
    MODEL_PHRASE = "model-phrase"
    """A chat model addressing its user."""
    SUPERSEDED = "superseded"
    """The document says that it is superseded or withdrawn."""
    MOVED = "moved"
    """The document says that it lies elsewhere now."""
    DEPRECATED = "deprecated"
    """What the document describes is deprecated; the document may be its current description."""
    OTHER_VERSION = "other-version"
    """The text states another version than the title."""
    ERROR_PHRASE = "error-phrase"
    """A phrase of an error, login or waiting page."""
    MACHINE_ANSWER = "machine-answer"
    """A line that shows that the document is a server's answer, by its form."""
    LIKELY_ANSWER = "likely-answer"
    """The same by words that a text may have, too: nothing in it only a server writes."""
    SEARCH_RESULTS = "search-results"
    """A line that counts the results of a search, on a page that lists them."""
    OPEN_PLACE = "open-place"
    """A place that its author left open."""
    OPEN_QUESTION = "open-question"
    """A question that its author left open; traced only if a selected rule needs it."""
    VAGUE_REQUIREMENT = "vague-requirement"
    """A requirement that nobody can test; traced only if a selected rule needs it."""
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
    PAGE_ROW = "page-row"
    """A row of the interface of a site, which tells what sort of page a document is."""
    CONSENT = "consent"
    """A dialog that asks for consent, beside a text."""
    WALL = "wall"
    """A line of a wall in front of a text: a dialog for consent, or an offer to subscribe."""
    MOJIBAKE = "mojibake"
    """Characters that were decoded with the wrong encoding."""


class Trace(Struct, frozen=True, kw_only=True):
    """A pattern that occurs in the text, with the first line where it does."""

    kind: TraceKind
    quote: Quote
