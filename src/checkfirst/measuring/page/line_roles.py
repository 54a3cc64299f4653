"""The role of every line: from the markup if it gives one, else from line classes, cues and patterns."""

import itertools
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.page.line_patterns import TOP, boilerplate_role, main_role
from checkfirst.measuring.page.main_text import boilerplate_lines
from checkfirst.measuring.text.cues import Cue
from checkfirst.measuring.text.lines import Lines
from checkfirst.model.document import Document, Role, Segment
from checkfirst.model.kinds import Answer
from checkfirst.model.location import TextSpan, text_span
from checkfirst.model.threads import Thread

# How these numbers were chosen is not on record, and none was measured by itself.
# `python -m benchmarks.roles` measures which lines they leave as main text.

#: Most words of a one-line paragraph of the markup that may still be a caption, a date or a note on the author.
_SHORT_PARAGRAPH: Final = 12
#: Most words of a title; and fewest of one below boilerplate, where shorter lines are menu items.
_TITLE_WORDS: Final = 20
_FEWEST_TITLE_WORDS: Final = 4
#: Fewest words of the first line of an article, and number of non-blank lines above it that may be the title.
_TEXT_WORDS: Final = 25
_ABOVE_TEXT: Final = 5
#: Roles by the numbers that arrays of roles hold.
_ROLES: Final = tuple(Role)
#: Roles of lines that may precede the title.
_BEFORE_TITLE: Final = {
    *(Role.METADATA, Role.NAVIGATION, Role.PAGE_CHROME, Role.DATE, Role.BYLINE, Role.TAGS, Role.ADVERTISEMENT),
}
_NUMBER: Final = {role: number for number, role in enumerate(_ROLES)}


def assign_roles(
    document: Document,
    lines: Lines,
    classes: Matrix,
    thread: Thread[TextSpan] | None,
    scraped: Answer,
    known: Mapping[int, bool] = MappingProxyType({}),
) -> tuple[Segment[TextSpan], ...]:
    """Consecutive segments that cover every line. ``classes`` has a row per line, a column per ``LineClass``; ``known``
    says of some lines, by their form, whether they are boilerplate."""
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
    boilerplate = boilerplate_lines(lines, classes) & (scraped is not Answer.NO)
    boilerplate[list(known)] = list(known.values())
    filled = lines.filled
    rank = np.cumsum(~lines.blank) - 1
    for n in filled[_undecided(lines, roles, marked)[filled] | boilerplate[filled]].tolist():
        role = boilerplate_role(lines, n, int(rank[n])) if boilerplate[n] else main_role(lines, n, int(rank[n]))
        roles[n] = _NUMBER[role]
        levels.pop(n, None)
    _mark_title(lines, roles, filled, boilerplate, levels)
    if thread is not None:
        _mark_thread(roles, thread, boilerplate, levels)
    _fill_blanks(roles, lines.blank)
    return _runs(roles, levels)


def _undecided(lines: Lines, roles: NDArray[np.int16], marked: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """True for lines without a role from the markup, and for lines of paragraphs that may have a more exact role.

    These are one-line paragraphs that are short, lines near the top, and lines with cues.
    """
    alone = np.concatenate(([True], lines.blank[:-1])) & np.concatenate((lines.blank[1:], [True]))
    short = alone & (lines.word_counts <= _SHORT_PARAGRAPH)
    short[lines.filled[:TOP]] = True
    short[list(lines.cues)] = True
    result: NDArray[np.bool_] = ~marked | ((roles == _NUMBER[Role.PROSE]) & short)
    return result


def _mark_title(
    lines: Lines,
    roles: NDArray[np.int16],
    filled: NDArray[np.int64],
    boilerplate: NDArray[np.bool_],
    levels: dict[int, int],
) -> None:
    """Mark the title: the first heading, a short first line, or on a web page a short line just above the article."""
    for n in filled[:TOP].tolist():
        role = _ROLES[roles[n]]
        if role is Role.HEADING or (
            role is Role.PROSE and 1 <= lines.word_counts[n] <= _TITLE_WORDS and _ends_openly(lines.texts[n])
        ):
            roles[n] = _NUMBER[Role.TITLE]
            levels.pop(n, None)
            return
        if role not in _BEFORE_TITLE:
            break
    if not boilerplate.any():
        return
    article = next(
        (k for k, n in enumerate(filled.tolist()) if lines.word_counts[n] >= _TEXT_WORDS and not boilerplate[n]), 0
    )
    for n in reversed(filled[max(0, article - _ABOVE_TEXT) : article].tolist()):
        cues = lines.cues.get(n, ())
        if Cue.BY in cues or Cue.DATE in cues or Cue.STAMP in cues:
            roles[n] = _NUMBER[Role.BYLINE if Cue.BY in cues else Role.DATE]
        elif _FEWEST_TITLE_WORDS <= lines.word_counts[n] <= _TITLE_WORDS and _ends_openly(lines.texts[n]) and not cues:
            roles[n] = _NUMBER[Role.TITLE]
            return


def _ends_openly(text: str) -> bool:
    return not text.rstrip().endswith((".", ",", ";", ":"))


def _mark_thread(
    roles: NDArray[np.int16], thread: Thread[TextSpan], boilerplate: NDArray[np.bool_], levels: dict[int, int]
) -> None:
    inside = slice(thread.span.start_line - 1, thread.span.end_line)
    roles[inside] = np.where(boilerplate[inside], _NUMBER[Role.PAGE_CHROME], _NUMBER[Role.COMMENT])
    for comment in thread.comments:
        if comment.header:
            roles[comment.header.start_line - 1 : comment.header.end_line] = _NUMBER[Role.COMMENT_HEADER]
    for line in [n for n in levels if inside.start <= n < inside.stop]:
        del levels[line]


def _fill_blanks(roles: NDArray[np.int16], blank: NDArray[np.bool_]) -> None:
    """Give blank lines the role of the line above, or at the top that of the first non-blank line."""
    filled = (~blank).nonzero()[0]
    if len(filled):
        source = np.maximum(np.searchsorted(filled, np.arange(len(roles)), side="right") - 1, 0)
        roles[:] = np.where(blank, roles[filled[source]], roles)


def _runs(roles: NDArray[np.int16], levels: dict[int, int]) -> tuple[Segment[TextSpan], ...]:
    """A segment for each run of lines of one role; each line of ``levels`` starts a new one."""
    starts = {0, *((roles[1:] != roles[:-1]).nonzero()[0] + 1).tolist(), *levels}
    edges = [*sorted(starts), len(roles)]
    return tuple(
        Segment(role=_ROLES[roles[first]], span=text_span(first, end - 1), level=levels.get(first))
        for first, end in itertools.pairwise(edges)
        if first < end
    )
