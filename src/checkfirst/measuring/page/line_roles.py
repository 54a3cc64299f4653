"""The role of every line, from the markup where it says, else from class, cues and form."""

import itertools
import re
from typing import Final

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.page.main_text import furniture_lines
from checkfirst.measuring.text.cues import Cue
from checkfirst.measuring.text.lines import Lines
from checkfirst.model.document import Document, Role, Segment
from checkfirst.model.kinds import Answer
from checkfirst.model.location import TextSpan, text_span
from checkfirst.model.measures import Thread

# How these numbers were chosen is not on record, and none was measured by itself.
# `python -m benchmarks.roles` measures which lines they leave as main text.

#: Lines with content from the top within which a by-line or a date is the document's own.
_TOP: Final = 14
#: A paragraph line of at most so many words may be a caption, a date or a note on the author.
_SHORT_PARAGRAPH: Final = 12
#: Most words of a line with a cue, or of a form, that has each role.
_BYLINE_WORDS: Final = 14
_DATE_WORDS: Final = 9
_TAGS_WORDS: Final = 30
_NOTE_WORDS: Final = 40
_CAPTION_WORDS: Final = 40
_HEADING_WORDS: Final = 10
#: Among furniture: most words of a by-line, how many times further down it may stand, and most words of a menu item.
_FURNITURE_BYLINE_WORDS: Final = 10
_FURNITURE_TOP: Final = 4 * _TOP
_MENU_WORDS: Final = 4
#: Words that the line under a heading has more than it, at least, and lines within which it follows.
_MORE_THAN_HEADING: Final = 3
_UNDER_HEADING: Final = 2
#: Bars of a table's row.
_TABLE_BARS: Final = 3
#: Words of a title; below the furniture at the top, where short lines are menu items, it has more than a few.
_TITLE_WORDS: Final = 20
_FEWEST_TITLE_WORDS: Final = 4
#: Words of the first line of text under a title, and lines between the two at most.
_TEXT_WORDS: Final = 25
_ABOVE_TEXT: Final = 5
_ROLES: Final = tuple(Role)
_BEFORE_TITLE: Final = {
    *(Role.METADATA, Role.NAVIGATION, Role.PAGE_CHROME, Role.DATE, Role.BYLINE, Role.TAGS, Role.ADVERTISEMENT),
}
_NUMBER: Final = {role: number for number, role in enumerate(_ROLES)}
_BULLET = re.compile(r"(?:[-*+•·‣◦▪●–—]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s+\S")
_CAPTION = re.compile(
    r"(?:figure|fig\.|table|photo(?:graph)?|image|listing|exhibit)\s*(?:\d+|[A-Z])?\s*[.:—–-]|(?:photo|image|credit)s?(?: credit)?:",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"\[(?:\d{1,3}|[A-Za-z][\w.+-]{1,20})\]\s+\S")
_AUTHOR_NOTE = re.compile(
    r"(?:about the author|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3} is (?:a|an|the|currently)\b.{0,80}\b(?:author|writer|editor|reporter|professor|fellow|columnist|journalist|director|consultant|engineer|contributor)\b)"
)
_CODE_LINE = re.compile(
    r"[\w.$\[\]\"']+ ?(?:[-+*/|&]?=|:=|=>|->) ?\S"
    r"|(?:(?:def|class|import|from|return|if|for|while|function|const|let|var|public|private|static|void|int|package|fn|struct)\b"
    r"|#include|[{}]|//|/\*|\*/).*[;{}():,]$"
    r"|.*[;{}]$|[$>] \w|</?\w+[^>]*>$"
)
#: Patterns look at this much of a line.
_LOOKED_AT: Final = 300
_ADVERTISEMENT = re.compile(
    r"\W*(?:advertisement|advertisment|sponsored|promoted|ad choices|story continues below)\b", re.IGNORECASE
)


def assign_roles(
    document: Document, lines: Lines, classes: Matrix, thread: Thread[TextSpan] | None, scraped: Answer
) -> tuple[Segment[TextSpan], ...]:
    """Segments that cover every line once, in text lines."""
    count = len(lines.texts)
    roles = np.full(count, _NUMBER[Role.PROSE], dtype=np.int16)
    levels: dict[int, int] = {}
    marked = np.zeros(count, dtype=np.bool_)
    for segment in document.segments:
        first, end = segment.span.start_line - 1, segment.span.end_line
        roles[first:end] = _NUMBER[segment.role]
        marked[first:end] = True
        if segment.level is not None:
            levels[first] = segment.level
    furniture = furniture_lines(lines, classes) & (scraped is not Answer.NO)
    filled = lines.filled
    rank = np.cumsum(~lines.blank) - 1
    for n in filled[_undecided(lines, roles, marked)[filled] | furniture[filled]].tolist():
        role = _furniture_role(lines, n, int(rank[n])) if furniture[n] else _main_role(lines, n, int(rank[n]))
        roles[n] = _NUMBER[role]
        levels.pop(n, None)
    _mark_title(lines, roles, filled, furniture, levels)
    if thread is not None:
        _mark_thread(roles, thread, furniture, levels)
    _fill_blanks(roles, lines.blank, levels)
    return _runs(roles, levels)


def _undecided(lines: Lines, roles: NDArray[np.int16], marked: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Lines that the markup says nothing of, and paragraphs so short or so high that they may be more than prose."""
    alone = np.concatenate(([True], lines.blank[:-1])) & np.concatenate((lines.blank[1:], [True]))
    short = alone & (lines.word_counts <= _SHORT_PARAGRAPH)
    short[lines.filled[:_TOP]] = True
    short[list(lines.cues)] = True
    result: NDArray[np.bool_] = ~marked | ((roles == _NUMBER[Role.PROSE]) & short)
    return result


def _furniture_role(lines: Lines, n: int, rank: int) -> Role:
    cues = lines.cues.get(n, ())
    text = lines.texts[n].strip()
    if Cue.TAGS in cues:
        return Role.TAGS
    if Cue.REPUBLISHED in cues:
        return Role.REPUBLICATION_NOTE
    if _ADVERTISEMENT.match(text):
        return Role.ADVERTISEMENT
    if Cue.BY in cues and rank < _FURNITURE_TOP and lines.word_counts[n] <= _FURNITURE_BYLINE_WORDS:
        return Role.BYLINE
    if _AUTHOR_NOTE.match(text[:_LOOKED_AT]):
        return Role.AUTHOR_NOTE
    return (
        Role.NAVIGATION
        if lines.word_counts[n] <= _MENU_WORDS and not text.endswith((".", "!", "?")) and not cues
        else Role.PAGE_CHROME
    )


def _main_role(lines: Lines, n: int, rank: int) -> Role:
    cues = lines.cues.get(n, ())
    text = lines.texts[n]
    bare = text.strip()[:_LOOKED_AT]
    words = int(lines.word_counts[n])
    if cues:
        if Cue.REPUBLISHED in cues and words <= _NOTE_WORDS:
            return Role.REPUBLICATION_NOTE
        if Cue.TAGS in cues and words <= _TAGS_WORDS:
            return Role.TAGS
        if rank < _TOP and words <= _BYLINE_WORDS:
            if Cue.BY in cues:
                return Role.BYLINE
            if (Cue.DATE in cues or Cue.STAMP in cues) and words <= _DATE_WORDS:
                return Role.DATE
    if (bare[0] in "#>|[" or not bare[0].isalpha()) and (role := _opened_role(bare)):
        return role
    if text[:4].isspace() and not text[:4].strip() and _CODE_LINE.match(bare):
        return Role.CODE
    if _CAPTION.match(bare) and words <= _CAPTION_WORDS:
        return Role.CAPTION
    if _AUTHOR_NOTE.match(bare):
        return Role.AUTHOR_NOTE
    return Role.HEADING if _is_heading(lines, n, bare, words) else Role.PROSE


def _opened_role(bare: str) -> Role | None:
    """The role that a line's first characters give away."""
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
    """A short line that ends no sentence, starts a block and has text under it."""
    if (
        not 1 <= words <= _HEADING_WORDS
        or bare.endswith((".", "!", ",", ";", ":", "…", "-"))
        or not (bare[0].isupper() or bare[0].isdigit())
    ):
        return False
    above = n == 0 or bool(lines.blank[n - 1])
    below = next((m for m in range(n + 1, min(n + 1 + _UNDER_HEADING, len(lines.texts))) if not lines.blank[m]), None)
    return above and below is not None and int(lines.word_counts[below]) > words + _MORE_THAN_HEADING


def _mark_title(
    lines: Lines,
    roles: NDArray[np.int16],
    filled: NDArray[np.int64],
    furniture: NDArray[np.bool_],
    levels: dict[int, int],
) -> None:
    """The first heading, a short first line, or on a page the short line above where its text begins."""
    for n in filled[:_TOP].tolist():
        role = _ROLES[roles[n]]
        if role is Role.HEADING or (
            role is Role.PROSE and 1 <= lines.word_counts[n] <= _TITLE_WORDS and _ends_openly(lines.texts[n])
        ):
            roles[n] = _NUMBER[Role.TITLE]
            levels.pop(n, None)
            return
        if role not in _BEFORE_TITLE:
            break
    if not furniture.any():
        return
    begins = next(
        (k for k, n in enumerate(filled.tolist()) if lines.word_counts[n] >= _TEXT_WORDS and not furniture[n]), 0
    )
    for n in reversed(filled[max(0, begins - _ABOVE_TEXT) : begins].tolist()):
        cues = lines.cues.get(n, ())
        if Cue.BY in cues or Cue.DATE in cues or Cue.STAMP in cues:
            roles[n] = _NUMBER[Role.BYLINE if Cue.BY in cues else Role.DATE]
        elif _FEWEST_TITLE_WORDS <= lines.word_counts[n] <= _TITLE_WORDS and _ends_openly(lines.texts[n]) and not cues:
            roles[n] = _NUMBER[Role.TITLE]
            return


def _ends_openly(text: str) -> bool:
    return not text.rstrip().endswith((".", ",", ";", ":"))


def _mark_thread(
    roles: NDArray[np.int16], thread: Thread[TextSpan], furniture: NDArray[np.bool_], levels: dict[int, int]
) -> None:
    inside = slice(thread.span.start_line - 1, thread.span.end_line)
    roles[inside] = np.where(furniture[inside], _NUMBER[Role.PAGE_CHROME], _NUMBER[Role.COMMENT])
    for comment in thread.comments:
        if comment.header:
            roles[comment.header.start_line - 1 : comment.header.end_line] = _NUMBER[Role.COMMENT_HEADER]
    for line in [n for n in levels if inside.start <= n < inside.stop]:
        del levels[line]


def _fill_blanks(roles: NDArray[np.int16], blank: NDArray[np.bool_], levels: dict[int, int]) -> None:
    """Blank lines go with the line above; those at the top with the first line."""
    filled = (~blank).nonzero()[0]
    if len(filled):
        source = np.maximum(np.searchsorted(filled, np.arange(len(roles)), side="right") - 1, 0)
        roles[:] = np.where(blank, roles[filled[source]], roles)


def _runs(roles: NDArray[np.int16], levels: dict[int, int]) -> tuple[Segment[TextSpan], ...]:
    starts = {0, *((roles[1:] != roles[:-1]).nonzero()[0] + 1).tolist(), *levels}
    edges = [*sorted(starts), len(roles)]
    return tuple(
        Segment(role=_ROLES[roles[first]], span=text_span(first, end - 1), level=levels.get(first))
        for first, end in itertools.pairwise(edges)
        if first < end
    )
