"""Acronyms of a document."""

from typing import Final

from msgspec import Struct

from checkfirst.model.quotes import Quote


class UsedAcronym(Struct, frozen=True):
    """An acronym that sentences of a document use."""

    name: str
    lines: int
    """Number of lines that use it."""
    quote: Quote
    """The first of them."""


class Acronyms(Struct, frozen=True):
    """What a document has to do with acronyms."""

    used: tuple[UsedAcronym, ...] = ()
    """Those that it uses and says nothing of, in the order of their first lines; only of a document that specifies."""
    told: frozenset[str] = frozenset()
    """Those that it says something of, in a place of its own or in other words."""
    elsewhere: bool = False
    """Whether it says that its terms are explained in another document."""


class UndefinedAcronym(Struct, frozen=True, kw_only=True):
    """An acronym that no document of the set explains."""

    path: str
    """The document of which most lines use it."""
    used: UsedAcronym


#: Of a document of which they were not looked for.
NO_ACRONYMS: Final = Acronyms()
