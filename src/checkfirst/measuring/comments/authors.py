"""Whom a comment answers, from its first line."""

import re

_ADDRESSED = re.compile(r"^\W{0,3}@(\w[\w.\- ]{1,30}?)(?=[\s:,.]|$)")


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
