"""Whom a comment answers, from its first line."""

from checkfirst import lazy_re

_ADDRESSED = lazy_re.compile(r"^\W{0,3}@(\w[\w.\- ]{1,30}?)(?=[\s:,.]|$)")
_AT_START = lazy_re.compile(r"^\W{0,3}(?:[^\W\d_]{2,8}\s)?([^\W\d_]{3,20})(?:\s?[,:!]|\s[-–—]\s|\.\s)")
_AT_END = lazy_re.compile(r",\s([^\W\d_]{3,20})[.:!?]*\s*$")


def reply_to(body: list[str], authors: dict[str, int]) -> int | None:
    """Number of the comment that a comment with the lines ``body`` answers, if it starts with ``@`` and an author.

    ``authors`` has the latest comment of each author, by name in lower case.
    """
    opening = next((line.strip() for line in body if line.strip()), "")
    match = _ADDRESSED.match(opening)
    if not match:
        return None
    name = match[1].lower()
    return next((n for author, n in reversed(authors.items()) if author == name or author.split()[0] == name), None)


def addressed(line: str, names: frozenset[str]) -> bool:
    """Whether a line is said to one of some people: it has one of ``names`` at its start, after one word of greeting at
    most, or at its end, set apart from the rest by a sign."""
    return any(match[1] in names for match in (_AT_START.match(line), _AT_END.search(line)) if match)


def first_names(names: list[str]) -> frozenset[str]:
    """What people with these names are called: their first names, if they are written as names."""
    return frozenset(word for name in names if (word := name.split()[0].strip("@.,"))[:1].isupper() and len(word) > 2)
