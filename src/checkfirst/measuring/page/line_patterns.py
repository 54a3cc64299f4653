"""The role of a single line, from its cues and from patterns."""

import re
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.text.cues import Cue
from checkfirst.measuring.text.lines import Lines
from checkfirst.model.document import Role

# How these numbers were chosen is not on record, and none was measured by itself.
# `python -m benchmarks.roles` measures which lines they leave as main text.

#: Number of first non-blank lines where a byline or a date is taken for that of the document.
TOP: Final = 14
#: Most words of a line of each role.
_BYLINE_WORDS: Final = 14
_DATE_WORDS: Final = 9
_TAGS_WORDS: Final = 30
_NOTE_WORDS: Final = 40
_CAPTION_WORDS: Final = 40
_HEADING_WORDS: Final = 10
#: In the boilerplate of a page: most words of a byline, number of first non-blank lines with one, and most words of a
#: menu item.
_BOILERPLATE_BYLINE_WORDS: Final = 10
_BOILERPLATE_TOP: Final = 4 * TOP
_MENU_WORDS: Final = 4
#: The text below a heading has more words than the heading, by more than the first number, and begins within the
#: second number of lines.
_MORE_THAN_HEADING: Final = 3
_UNDER_HEADING: Final = 2
#: Fewest ``|`` of a table row.
_TABLE_BARS: Final = 3
#: Characters of indentation that make a line code.
_CODE_INDENT: Final = 4
_BULLET = lazy_re.compile(r"(?:[-*+•·‣◦▪●–—]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s+\S")
_CAPTION = lazy_re.compile(
    r"(?:figure|fig\.|table|photo(?:graph)?|image|listing|exhibit)\s*+(?:(?:\d++|[A-Z])\s*+)?[.:—–-]|(?:photo|image|credit)s?(?: credit)?:",
    re.IGNORECASE,
)
_REFERENCE = lazy_re.compile(r"\[(?:\d{1,3}|[A-Za-z][\w.+-]{1,20})\]\s+\S")
_AUTHOR_NOTE = lazy_re.compile(
    r"(?:about the author|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3} is (?:a|an|the|currently)\b.{0,80}\b(?:author|writer|editor|reporter|professor|fellow|columnist|journalist|director|consultant|engineer|contributor)\b)"
)
_CODE_LINE = lazy_re.compile(
    r"[\w.$\[\]\"']+ ?(?:[-+*/|&]?=|:=|=>|->) ?\S"
    r"|(?:(?:def|class|import|from|return|if|for|while|function|const|let|var|public|private|static|void|int|package|fn|struct)\b"
    r"|#include|[{}]|//|/\*|\*/).*[;{}():,]$"
    r"|.*[;{}]$|[$>] \w|</?\w+[^>]*>$"
)
#: Number of first characters of a line that patterns are matched against.
_MATCHED: Final = 300
_ADVERTISEMENT = lazy_re.compile(
    r"\W*(?:advertisement|advertisment|sponsored|promoted|ad choices|story continues below)\b", re.IGNORECASE
)


def boilerplate_role(lines: Lines, n: int, rank: int) -> Role:
    """The role of line ``n``, a line of boilerplate; ``rank`` is its index among the non-blank lines."""
    cues = lines.cues.get(n, ())
    text = lines.texts[n].strip()
    if Cue.TAGS in cues:
        return Role.TAGS
    if Cue.REPUBLISHED in cues:
        return Role.REPUBLICATION_NOTE
    if _ADVERTISEMENT.match(text):
        return Role.ADVERTISEMENT
    if Cue.BY in cues and rank < _BOILERPLATE_TOP and lines.word_counts[n] <= _BOILERPLATE_BYLINE_WORDS:
        return Role.BYLINE
    if _AUTHOR_NOTE.match(text[:_MATCHED]):
        return Role.AUTHOR_NOTE
    return (
        Role.NAVIGATION
        if lines.word_counts[n] <= _MENU_WORDS and not text.endswith((".", "!", "?")) and not cues
        else Role.PAGE_CHROME
    )


def main_role(lines: Lines, n: int, rank: int) -> Role:
    """The role of line ``n``, a line of main text; ``rank`` is its index among the non-blank lines."""
    cues = lines.cues.get(n, ())
    text = lines.texts[n]
    bare = text.strip()[:_MATCHED]
    words = int(lines.word_counts[n])
    if cues:
        if Cue.REPUBLISHED in cues and words <= _NOTE_WORDS:
            return Role.REPUBLICATION_NOTE
        if Cue.TAGS in cues and words <= _TAGS_WORDS:
            return Role.TAGS
        if rank < TOP and words <= _BYLINE_WORDS:
            if Cue.BY in cues:
                return Role.BYLINE
            if (Cue.DATE in cues or Cue.STAMP in cues) and words <= _DATE_WORDS:
                return Role.DATE
    if (bare[0] in "#>|[" or not bare[0].isalpha()) and (role := _opened_role(bare)):
        return role
    if text[:_CODE_INDENT].isspace() and _CODE_LINE.match(bare):
        return Role.CODE
    if _CAPTION.match(bare) and words <= _CAPTION_WORDS:
        return Role.CAPTION
    if _AUTHOR_NOTE.match(bare):
        return Role.AUTHOR_NOTE
    return Role.HEADING if _is_heading(lines, n, bare, words) else Role.PROSE


def _opened_role(bare: str) -> Role | None:
    """The role that the first characters of a line mark, as ``>`` marks a quotation."""
    if bare.startswith("#") and bare.lstrip("#").startswith(" "):
        return Role.HEADING
    if bare.startswith(">"):
        return Role.QUOTATION
    if bare.startswith("|") and bare.count("|") >= _TABLE_BARS:
        return Role.TABLE
    if _REFERENCE.match(bare):
        return Role.REFERENCE_LIST
    return Role.LIST if _BULLET.match(bare) else None


def _is_heading(lines: Lines, n: int, bare: str, words: int) -> bool:
    """Whether line ``n`` is short, does not end a sentence, follows a blank line and has a longer line below it."""
    if (
        not 1 <= words <= _HEADING_WORDS
        or bare.endswith((".", "!", ",", ";", ":", "…", "-"))
        or not (bare[0].isupper() or bare[0].isdigit())
    ):
        return False
    above = n == 0 or bool(lines.blank[n - 1])
    below = next((m for m in range(n + 1, min(n + 1 + _UNDER_HEADING, len(lines.texts))) if not lines.blank[m]), None)
    return above and below is not None and int(lines.word_counts[below]) > words + _MORE_THAN_HEADING
