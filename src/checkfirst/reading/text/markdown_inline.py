"""Markup within a line of Markdown: links, pictures, emphasis and code; and the words of a heading."""

from typing import Final

from checkfirst import lazy_re

#: A link and a picture whose addresses have no brackets; the text is in the first group.
LINK: Final = lazy_re.compile(r"\[([^\[\]]*+)\]\([^()]*+\)")
PICTURE: Final = lazy_re.compile(r"!\[([^\[\]]*+)\]\([^()]*+\)")
#: A link or a picture whose address may have brackets of its own.
LINK_OR_PICTURE: Final = lazy_re.compile(r"!?\[([^\[\]]*+)\]\((?:[^()]|\([^()]*+\))*+\)")
#: The same, or one whose address stands elsewhere: ``[text][name]``, ``[text]``.
ANY_LINK: Final = lazy_re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])?")
#: Links, pictures, and the signs of emphasis and code.
_MARKS: Final = lazy_re.compile(rf"{LINK_OR_PICTURE.pattern}|[*_`]+")
#: The number signs before a heading.
_HEADING_START: Final = lazy_re.compile(r"\s{0,3}#{1,6}\s++")
#: Characters from which markup is removed; the rest is dropped. Not measured.
_MOST: Final = 2_000


def plain(markup: str) -> str:
    """A line of Markdown without its inline marks and link targets."""
    start = markup[:_MOST]
    # Most texts of links have no marks.
    has_mark = "*" in start or "_" in start or "`" in start or "[" in start
    return " ".join((_MARKS.sub(lambda m: m[1] or "", start) if has_mark else start).split())


def heading_text(markup: str) -> str:
    """The words of a heading without the signs around it: before and behind it, or its underline."""
    opening = _HEADING_START.match(markup)
    text = markup[opening.end() if opening else 0 :].rstrip()
    above, _, last = text.rpartition("\n")
    if last.strip() and (not last.strip().strip("=") or not last.strip().strip("-")):
        return above.rstrip()
    closed = text.rstrip("#")
    return closed.rstrip() if closed[-1:].isspace() else text
