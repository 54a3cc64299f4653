"""The likeliest sequences of openers in a text, by dynamic programming over all of them (Viterbi).

An opener is worth what its form is worth, a step from one to the next what the text between them, their forms, numbers
and dates are worth, and a start what stands above it. All numbers are chosen by hand on half of the families of pages
with comments; `python -m benchmarks.threads` measures what they do together.
"""

from bisect import bisect_left, bisect_right
from typing import Final

from msgspec import Struct

from checkfirst.measuring.comments.bodies import ARTICLE_BELOW, TOP_WORDS, Bodies, body_score
from checkfirst.measuring.comments.headings import heading_above
from checkfirst.measuring.comments.marks import Part
from checkfirst.measuring.comments.openers import Opener, follows
from checkfirst.measuring.comments.trimmed import trimmed

#: Number of openers before one that may precede it in a sequence; it bounds the time.
_LOOK_BACK: Final = 16
#: Forms that begin with a name.
_NAME_FIRST: Final = (Part.NAME, Part.NAME_SAYS, Part.NAME_SAYS_DATE)
#: Names of authors with and without an address stand in one thread.
_LINKED: Final = {Part.LINKED_NAME.value, Part.ITEM_NAME.value}
#: Cost of a menu after a name without date and verb.
_MENU_COST: Final = 6.0
#: Upper bound of ``step_score``.
_BEST_STEP: Final = 4.7
#: Most sequences that are returned, and most last openers that are tried for one.
_MOST: Final = 8
_MOST_TRIED: Final = 200
#: Most headings within a sequence below which another may begin.
_MOST_TAILS: Final = 4


class Sequence(Struct, frozen=True):
    """Openers of one thread, in text order."""

    openers: list[Opener]
    score: float
    heading: int | None
    """Rank of the heading just above."""
    declared: int | None
    """The number of comments that the heading gives."""
    end: int
    """Rank after the last line that may be of the last comment."""


def find_sequences(bodies: Bodies, openers: list[Opener]) -> list[Sequence]:
    """Sequences without common openers, best first."""
    best, before, first, length = _decode(bodies, openers)
    totals = [
        value + _end_score(bodies, opener) + _agreement(bodies, openers[start], count)
        for value, opener, start, count in zip(best, openers, first, length, strict=True)
    ]
    found: list[Sequence] = []
    used: set[int] = set()
    for last in sorted(range(len(openers)), key=lambda n: -totals[n])[:_MOST_TRIED]:
        members, at = [], last
        while at >= 0 and at not in used:
            members.append(at)
            at = before[at]
        if not members or (at >= 0 and not _is_announced(bodies, openers[members[-1]])):
            continue
        used.update(members)
        found += _with_tails(bodies, [openers[n] for n in reversed(members)], totals[last])
        if len(found) >= _MOST:
            break
    return found


def _is_announced(bodies: Bodies, opener: Opener) -> bool:
    """Whether a heading above an opener gives a number of comments."""
    heading = heading_above(bodies, opener.first)
    return heading is not None and bool(heading[1])


def _with_tails(bodies: Bodies, openers: list[Opener], score: float) -> list[Sequence]:
    """The sequence, and what of it stands below each heading within that gives a number of comments: a list of other
    pages with their dates may stand above a thread."""
    above = [heading_above(bodies, opener.first) for opener in openers]
    headed = [n for n in range(1, len(openers)) if (h := above[n]) and h[1] and h[0] > openers[n - 1].last]
    return [_sequence(bodies, openers[n:], score) for n in (0, *headed[:_MOST_TAILS])]


def _decode(bodies: Bodies, openers: list[Opener]) -> tuple[list[float], list[int], list[int], list[int]]:
    """For each opener as the last of a sequence: the best score, the opener before it, the first one, their number."""
    best: list[float] = []
    before: list[int] = []
    first: list[int] = []
    length: list[int] = []
    for number, opener in enumerate(openers):
        worth = _worth(opener)
        top, chosen = _start_score(bodies, opener), -1
        for other in range(number - 1, max(0, number - _LOOK_BACK) - 1, -1):
            start, end = openers[other].last + 1, opener.first
            # The best step can't win any more: for speed.
            if start > end or best[other] + _BEST_STEP - bodies.ends[end] + bodies.ends[start] <= top:
                continue
            score = best[other] + step_score(bodies, openers[other], opener)
            if score > top:
                top, chosen = score, other
        best.append(top + worth)
        before.append(chosen)
        first.append(first[chosen] if chosen >= 0 else number)
        length.append(length[chosen] + 1 if chosen >= 0 else 1)
    return best, before, first, length


def _worth(opener: Opener) -> float:
    """What an opener is worth by its form alone."""
    numbered = 0.3 if opener.number is not None and not opener.weak else 0.0
    # A name is likelier above its date than below it.
    numbered += 0.2 * (opener.form[0] in _NAME_FIRST)
    if opener.says:
        return numbered + (2.5 if opener.dated else 1.0)
    if opener.dated and opener.name:
        return numbered + (1.3 if opener.timed else 0.4)
    if opener.form == Part.LINKED_NAME:
        return 0.3
    return numbered + (-1.2 if opener.weak else 0.3 if opener.timed else -0.3)


def step_score(bodies: Bodies, opener: Opener, after: Opener) -> float:
    """What it is worth that ``after`` opens the next comment after ``opener``."""
    start, end = opener.last + 1, after.first
    score = body_score(bodies, start, end, weak=opener.weak, in_list=bodies.marks[opener.anchor].item)
    score -= min(9.0, bodies.between(bodies.ends, start, end))
    score -= 3.0 * (bodies.between(bodies.titles, start, end) > 0)
    score -= min(9.0, bodies.between(bodies.headings, start, end))
    if opener.weak:
        score -= _MENU_COST * (bodies.between(bodies.menus, start, after.last + 1) > 0)
    if bodies.words[opener.first] < TOP_WORDS and bodies.between(bodies.words, start, end) > ARTICLE_BELOW:
        score -= 4.0
    return score + _form_score(opener, after) + _order_score(opener, after)


def _form_score(opener: Opener, after: Opener) -> float:
    """Openers of one thread have one form; the name may be lost in some, and numbers hold others together."""
    if opener.form == after.form or {opener.form, after.form} == _LINKED:
        return 0.8 if opener.timed == after.timed else 0.3
    if opener.kind == after.kind or follows(opener, after):
        return -0.3
    if opener.weak != after.weak:
        return -6.0
    return -2.5 if opener.says != after.says else -1.5


def _order_score(opener: Opener, after: Opener) -> float:
    """Numbers rise by one, and days follow one another; answers stand between comments with earlier ones."""
    score = 0.0
    if opener.number is not None and after.number is not None:
        rise = after.number - opener.number
        score += 1.2 if rise == 1 else 0.2 if 1 < rise <= 4 else -0.4
    if opener.day is not None and after.day is not None:
        days = after.day - opener.day
        score += 0.3 if 0 <= days < 400 else -0.1 if abs(days) < 60 else -0.5
    return score


def _start_score(bodies: Bodies, opener: Opener) -> float:
    """What it is worth that an opener is the first: a heading of comments above it, and an article above that."""
    above = bodies.words[opener.first]
    score = 0.0 if above > 80 else -2.0 if above < 25 else -0.5
    heading = heading_above(bodies, opener.first)
    return score + (0.0 if heading is None else 2.5 if heading[1] is None else 4.0)


def _agreement(bodies: Bodies, first: Opener, count: int) -> float:
    """What it is worth that a sequence has as many openers as its heading says."""
    heading = heading_above(bodies, first.first)
    if heading is None or not heading[1]:
        return 0.0
    off = abs(count - heading[1])
    return 4.0 if not off else 2.0 if off <= 0.2 * heading[1] else 0.0


def end_of(bodies: Bodies, opener: Opener) -> int:
    """Rank after the last line that may be of the comment of a last opener: below it the page goes on."""
    n = bisect_left(bodies.closings, opener.last + 1)
    end = bodies.closings[n] if n < len(bodies.closings) else len(bodies.marks)
    # The first line with more menu above it than the opener has.
    menu = bisect_right(bodies.menus, bodies.menus[opener.last + 1]) - 1
    return min(end, menu) if opener.weak and menu < len(bodies.marks) else end


def _end_score(bodies: Bodies, opener: Opener) -> float:
    """What it is worth that an opener is the last one."""
    end = end_of(bodies, opener)
    if opener.weak and bodies.between(bodies.plain, opener.last + 1, min(end, opener.last + 4)) < 1:
        return -4.0
    if bodies.between(bodies.words, opener.last + 1, end) < 1:
        return -0.3 if opener.may_be_below else -1.0
    return 0.5 if end < len(bodies.marks) else 0.0


def _sequence(bodies: Bodies, openers: list[Opener], score: float) -> Sequence:
    kept = trimmed(bodies, openers)
    rank, declared = heading_above(bodies, kept[0].first) or (None, None)
    return Sequence(kept, score, rank, declared, end_of(bodies, kept[-1]))
