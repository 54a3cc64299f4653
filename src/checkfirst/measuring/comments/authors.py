"""Number, author and addressee of a comment, from its header and its first line."""

import re
from typing import Final

from checkfirst.measuring.comments.headers import Header
from checkfirst.measuring.text.cues import Cue
from checkfirst.measuring.text.lines import Lines

#: Most words of an author's name on a line of its own. Not measured by itself; `python -m benchmarks.roles` measures
#: threads as a whole.
NAME_WORDS: Final = 5
_SAYS = re.compile(
    r"^\W{0,4}(?:\d{1,4}[.):]?\s+)?(\S.{0,60}?)\s+(?:says|said|wrote|writes|commented|replied|responded|added|adds)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby:? +([^|»(\d]{2,40}?)(?: +(?:on|at|»)\b|[|»(\d,]|$)", re.IGNORECASE)
_BEFORE_DATE = re.compile(
    r"^\W{0,4}(?:\d{1,4}[.):]\s+)?(?!on\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*\.? ?\d)([^\d|•·,]{2,40}?)[\s|•·,–-]*(?:\bon\b|\bat\b)?\s*(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*[,.]? )?"
    r"(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^\W{0,3}#?(\d{1,4})(?:[.):]\s|\s)")
_ADDRESSED = re.compile(r"^\W{0,3}@(\w[\w.\- ]{1,30}?)(?=[\s:,.]|$)")


def number_and_author(lines: Lines, header: Header) -> tuple[int | None, str | None]:
    """Number and author in a header; ``None`` for what it lacks."""
    number, author = None, None
    for line in range(header.first, header.last + 1):
        text = lines.texts[line].strip()
        numbered = _NUMBER.match(text)
        if numbered and Cue.STAMP not in lines.cues.get(line, ()):
            number = number or int(numbered[1])
        if author is None:
            match = _SAYS.match(text) or _BY.search(text) or _BEFORE_DATE.match(text)
            if match:
                author = match[1].strip(" ,|•·-–")
            elif (
                text
                and lines.word_counts[line] <= NAME_WORDS
                and not set(lines.cues.get(line, ())) & {Cue.STAMP, Cue.DATE, Cue.ACTION}
            ):
                author = text.strip(" ,:|•·-–")
    return number, author or None


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
