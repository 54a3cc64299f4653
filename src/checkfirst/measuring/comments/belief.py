"""How sure it is that a sequence of openers is a thread of reader comments.

Points for what speaks for it, turned into a probability. All numbers are chosen by hand on half of the families of
pages with and without comments; `python -m benchmarks.threads` measures what they do together.
"""

import itertools
from math import exp
from typing import Final

from checkfirst.measuring.comments.averages import mean
from checkfirst.measuring.comments.bodies import ARTICLE_BELOW, TOP_WORDS, Bodies
from checkfirst.measuring.comments.marks import Part
from checkfirst.measuring.comments.openers import Opener
from checkfirst.measuring.comments.sequence import Sequence, step_score

#: Points at which a thread is as likely as not, and points for one unit of log odds: 0.9 from 5.0 points.
_EVEN, _UNIT = 2.3, 1.23
#: Points of a thread that is in doubt.
_DOUBTFUL: Final = 4.0
#: Points of a single opener near the end of the text.
_LAST_WORD: Final = 1.0
#: Points of names below links to the pages before and after, and lines above that are searched for those.
_NAVIGATED, _NAVIGATED_WITHIN = 3.5, 5
#: Openers of which further ones add nothing.
_MANY: Final = 8
#: Non-blank lines below the last comment that are searched for the form for a new one.
_CLOSED_WITHIN: Final = 6
#: Words between openers from which a button among them is not that of a comment.
_LONGEST: Final = 600
#: Words of one comment that are those of an article.
_LONG: Final = 250


def confidence_of(bodies: Bodies, sequence: Sequence) -> float:
    """Probability that the openers are those of reader comments."""
    return 1 / (1 + exp((_EVEN - points_of(bodies, sequence)) / _UNIT))


def points_of(bodies: Bodies, sequence: Sequence) -> float:
    """Points for the forms of the openers, what stands around them, and the text between them."""
    openers = sequence.openers
    count = len(openers)
    linked = any(opener.form == Part.LINKED_NAME for opener in openers)
    points = mean(_form_points(opener, linked=linked) for opener in openers) + 0.2 * min(count, _MANY)
    points += _around(bodies, sequence) + _text_points(bodies, sequence)
    names = [opener.name.casefold() for opener in openers if opener.name]
    # One name above all is that of a column or of the author of a change log, unless a heading says how many comments.
    if len(names) > 1 and len(set(names)) == 1 and sequence.declared != len(names):
        points -= 2.0
    # Names alone, of items of a list or with addresses, are those of menus, too.
    if sequence.heading is None and 2 * sum(opener.weak for opener in openers) > count:
        points += _NAVIGATED * (count > 1 and _is_below_navigation(bodies, openers[0]))
        points = min(points, _DOUBTFUL)
    if count > 1:
        points += 0.5 * _within(mean(_steps(bodies, openers)), 1.5)
    else:
        points -= 0.5
        points += _LAST_WORD * _is_last_word(bodies, sequence)
    return points


def _is_below_navigation(bodies: Bodies, opener: Opener) -> bool:
    """Whether only the titles of other pages stand between links to them and an opener."""
    titles = 0
    for mark in reversed(bodies.marks[max(0, opener.first - _NAVIGATED_WITHIN) : opener.first]):
        if mark.part is Part.EDGE:
            return titles > 0
        if mark.part not in (Part.NAME, Part.TEXT, Part.SIGN) or mark.item:
            return False
        titles += mark.part is not Part.SIGN
    return False


def _is_last_word(bodies: Bodies, sequence: Sequence) -> bool:
    """Whether a single opener with a name and a time, or a verb, has few words below it, the last ones of a longer text."""
    opener = sequence.openers[0]
    # A date without a year, and a score in place of one, are those of comments, too.
    signed = opener.name is not None and (opener.says or opener.timed or (opener.dated and opener.day is None))
    words = bodies.between(bodies.words, opener.last + 1, len(bodies.marks))
    return signed and sequence.heading is None and 0 < words <= ARTICLE_BELOW < bodies.words[opener.first]


def _form_points(opener: Opener, *, linked: bool) -> float:
    """Points of one form; names without an address stand beside ``linked`` ones."""
    if opener.says:
        return 3.0 if opener.dated else 1.5
    if opener.dated and opener.name:
        return 2.0 if opener.timed else 0.3
    if opener.dated:
        return 1.0 if opener.timed else -0.3
    if linked and opener.form == Part.ITEM_NAME:
        return 0.5
    return 1.6 if opener.form == Part.LINKED_NAME else -2.5


def _around(bodies: Bodies, sequence: Sequence) -> float:
    """Points for heading, declared total, buttons below comments, and the form for a new comment."""
    openers, count = sequence.openers, len(sequence.openers)
    points = 0.0 if sequence.heading is None else 2.0
    if sequence.declared:
        off = abs(count - sequence.declared) / sequence.declared
        points += 1.5 if not off else 1.0 if off <= 0.2 else 0.0 if count < sequence.declared else -0.7
    ends = [*(opener.first for opener in openers[1:]), sequence.end]
    pressed = sum(
        bodies.between(bodies.buttons, opener.last + 1, end) > 0
        and bodies.between(bodies.words, opener.last + 1, end) < _LONGEST
        for opener, end in zip(openers, ends, strict=True)
    )
    below = bodies.marks[sequence.end : sequence.end + _CLOSED_WITHIN]
    return points + 2.0 * pressed / count + 1.0 * any(mark.part is Part.END for mark in below)


def _text_points(bodies: Bodies, sequence: Sequence) -> float:
    """Points for text that is no furniture and no article. A first line with an article below it is a byline."""
    first, end = sequence.openers[0].first, sequence.end
    words = max(1.0, bodies.between(bodies.words, first, end))
    points = 0.5 * _within(bodies.between(bodies.said, first, end) / words, 2.0)
    points += 0.5 * _within(bodies.between(bodies.kept, first, end) / words, 1.5)
    if bodies.words[first] < TOP_WORDS and (
        len(sequence.openers) == 1 or words > ARTICLE_BELOW * len(sequence.openers)
    ):
        points -= 3.0
    if len(sequence.openers) == 1 and words > _LONG:
        points -= 2.0
    return points


def _steps(bodies: Bodies, openers: list[Opener]) -> list[float]:
    return [step_score(bodies, a, b) for a, b in itertools.pairwise(openers)]


def _within(value: float, most: float) -> float:
    return max(-2.0, min(most, value))
