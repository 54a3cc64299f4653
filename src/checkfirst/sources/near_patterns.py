"""Patterns in the syntax of ``.gitignore``, matched in time in proportion to a path however many stars they have.

A star takes as little as what follows it allows, and never more later on: where the shortest way fails, each longer one
does. So a pattern is tried once along a path, and not once for each way of sharing the path out among its stars.
"""

from typing import Any, Final

from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

from checkfirst import lazy_re

#: What pathspec makes of a star, and of two stars as a folder, above other folders and between them.
_STAR: Final = "[^/]*"
_STARS: Final = lazy_re.compile(r"(?:\[\^/\]\*){2,}")
_ANY_ABOVE: Final = "^(?:.+/)?"
_ANY_BETWEEN: Final = "(?:/.+)?/"


class NearPattern(GitIgnoreSpecPattern):
    """A pattern whose stars never take back what they left."""

    __slots__ = ()

    @classmethod
    def pattern_to_regex(cls, pattern: Any) -> Any:
        """The regular expression of a pattern, and whether it ignores what it matches."""
        made, includes = super().pattern_to_regex(pattern)
        return (_near(made) if isinstance(made, str) else made), includes


def _near(expression: str) -> str:
    """The regular expression with all stars as near as what follows allows, but for the last one of its kind."""
    *before, last = (_near_in_names(part) for part in _STARS.sub(_STAR, expression).split(_ANY_BETWEEN))
    if not before:
        return last
    first, *between = before
    if first.startswith(_ANY_ABOVE):
        first = f"^(?>(?:.+?/)??{first.removeprefix(_ANY_ABOVE)}(?=/))"
    return first + "".join(f"(?>(?:/.+?)??/{part}(?=/))" for part in between) + _ANY_BETWEEN + last


def _near_in_names(part: str) -> str:
    """Names that follow one another, in each of which the last star alone may take more than the least."""
    if part.count(_STAR) < len(("first", "last")):
        return part
    # The slash of a star separates no names.
    names = part.replace("[^/]", "\0").split("/")
    return "/".join(map(_near_in_name, names)).replace("\0", "[^/]")


def _near_in_name(name: str) -> str:
    first, *between = name.split("\0*")
    if not between:
        return name
    return first + "".join(f"(?>\0*?{piece})" for piece in between[:-1]) + "\0*" + between[-1]
