"""A page of the house's wiki: text whose first line ``!! Title`` is its title."""

from checkfirst.model.formats import Format, FormatSpec, Trait
from checkfirst.reading.parsed import Structure

#: The row as it would stand in checkfirst's own table; the reader is named in full.
WIKI = FormatSpec(
    media_type="text/x-house-wiki",
    title="a page of the house's wiki",
    format=Format.TEXT,
    suffixes=(".housewiki",),
    reader="checkfirst_house.wiki:read_wiki",
    traits=frozenset({Trait.PROSE, Trait.TEXTUAL, Trait.PLAIN}),
)


def read_wiki(text: str) -> Structure:
    """The text as it is, with its title."""
    first = text.partition("\n")[0].strip()
    return Structure(text=text, title=first.removeprefix("!!").strip() if first.startswith("!!") else None)
