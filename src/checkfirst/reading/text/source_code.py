"""Source code: comments and documentation strings apart from what runs, by the signs of each family of languages."""

import re
from typing import Final

from checkfirst.model.document import Role
from checkfirst.reading.parsed import Structure
from checkfirst.reading.role_map import Canvas

_HASH: Final = ("#", None)
_SLASH: Final = ("//", ("/*", "*/"))
#: What begins a comment to the line's end, and what encloses one over lines, by type.
_COMMENTS: Final[dict[str, tuple[str | None, tuple[str, str] | None]]] = {
    **dict.fromkeys(("text/x-python", "text/x-ruby", "text/x-perl", "text/x-sh", "text/x-r"), _HASH),
    **dict.fromkeys(("text/x-julia", "text/x-elixir", "text/x-tcl", "text/x-cmake"), _HASH),
    "text/x-powershell": ("#", ("<#", "#>")),
    "text/x-sql": ("--", ("/*", "*/")),
    "text/x-lua": ("--", ("--[[", "]]")),
    "text/x-haskell": ("--", ("{-", "-}")),
    "text/x-erlang": ("%", None),
    "text/x-batch": ("rem ", None),
    "text/css": (None, ("/*", "*/")),
    "text/x-vue": ("//", ("<!--", "-->")),
}
_STRINGS: Final = {"text/x-python": ('"""', "'''"), "text/x-elixir": ('"""',), "text/x-julia": ('"""',)}
_OPENS_STRING: Final = re.compile(r"^\s*(?:@(?:moduledoc|doc)\s+)?[rRuUbB]{0,2}(\"\"\"|''')")


def read_code(text: str, media_type: str) -> Structure:
    """The text as it is; whole lines of comment and documentation are prose, the others code."""
    lines = text.split("\n")
    canvas = Canvas(len(lines))
    to_end, enclosed = _COMMENTS.get(media_type, _SLASH)
    quotes = _STRINGS.get(media_type, ())
    closes: str | None = None
    for number, line in enumerate(lines):
        said = line.strip()
        if not said:
            continue
        role = Role.PROSE
        if closes is not None:
            closes = None if closes in line else closes
        elif enclosed and said.startswith(enclosed[0]):
            closes = None if enclosed[1] in said[len(enclosed[0]) :] else enclosed[1]
        elif quotes and (match := _OPENS_STRING.match(line)) and match[1] in quotes:
            closes = None if match[1] in line[match.end() :] else match[1]
        elif not (to_end and said.lower().startswith(to_end)) or said.startswith("#!"):
            role = Role.CODE
        canvas.paint(role, number, number + 1)
    return Structure(text=text, segments=canvas.segments())
