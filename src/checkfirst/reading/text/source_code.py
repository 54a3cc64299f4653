"""Source code: comments and documentation strings are prose, other lines code."""

from typing import Final

from checkfirst import lazy_re
from checkfirst.model.document import Role
from checkfirst.model.formats import CommentSigns
from checkfirst.reading.parsed import Structure
from checkfirst.reading.role_map import RoleMap

#: A line that begins with a string in triple quotes, as in Python, or in Elixir after an attribute.
_OPENS_STRING: Final = lazy_re.compile(r"^\s*(?:@(?:moduledoc|doc)\s+)?[rRuUbB]{0,2}(\"\"\"|''')")


def read_code(text: str, signs: CommentSigns) -> Structure:
    """The text as it is. ``signs`` are the comment delimiters of its language."""
    lines = text.split("\n")
    role_map = RoleMap(len(lines))
    to_end, enclosed, quotes = signs.to_end, signs.enclosed, signs.strings
    closes: str | None = None
    for number, line in enumerate(lines):
        stripped = line.strip()
        if not stripped:
            continue
        role = Role.PROSE
        if closes is not None:
            closes = None if closes in line else closes
        elif enclosed and stripped.startswith(enclosed[0]):
            closes = None if enclosed[1] in stripped[len(enclosed[0]) :] else enclosed[1]
        elif quotes and (match := _OPENS_STRING.match(line)) and match[1] in quotes:
            closes = None if match[1] in line[match.end() :] else match[1]
        elif not (to_end and stripped.lower().startswith(to_end)) or stripped.startswith("#!"):
            role = Role.CODE
        role_map.assign(role, number, number + 1)
    return Structure(text=text, segments=role_map.segments())
