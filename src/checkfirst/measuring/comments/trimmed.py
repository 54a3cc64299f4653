"""A sequence of openers without those at its ends that are of another kind: menus and lists above and below a thread."""

from itertools import takewhile
from typing import Final

from checkfirst.measuring.comments.bodies import TOP_WORDS, Bodies
from checkfirst.measuring.comments.headings import heading_above
from checkfirst.measuring.comments.marks import Part
from checkfirst.measuring.comments.openers import Opener, follows

#: Fewest openers with a date or a verb that show what those of a thread have.
_FEWEST: Final = 3


def trimmed(bodies: Bodies, openers: list[Opener]) -> list[Opener]:
    """The openers without names alone at the end or the start, and without a single one there of another kind."""
    kept = _without_odd(bodies, _without_byline(bodies, openers))
    kept = kept[: len(kept) - _weak_end(kept)]
    return kept[_weak_end(kept[::-1]) :]


def _without_byline(bodies: Bodies, openers: list[Opener]) -> list[Opener]:
    """Without a first opener at the top of the text, that of an article, if no other is like it in time and "by"."""
    first, rest = openers[0], openers[1:]
    if len(rest) < 2 or bodies.words[first.first] >= TOP_WORDS or heading_above(bodies, first.first):
        return openers
    unlike = all(opener.timed != first.timed and opener.named_by != first.named_by for opener in rest)
    return rest if unlike else openers


def _without_odd(bodies: Bodies, openers: list[Opener]) -> list[Opener]:
    kinds = [opener.kind for opener in openers]
    usual = max(kinds, key=kinds.count)
    if len(openers) <= 2 or kinds.count(usual) < len(kinds) - 2:
        return openers
    if kinds[-1] != usual and not follows(openers[-2], openers[-1]):
        openers = openers[:-1]
    return openers[1:] if kinds[0] != usual and heading_above(bodies, openers[0].first) is None else openers


def _weak_end(openers: list[Opener]) -> int:
    """Number of last openers that are names alone, where all others have more and no number joins them."""
    weak = list(takewhile(_is_name, reversed(openers)))
    others = openers[: len(openers) - len(weak)]
    if len(others) < _FEWEST or any(opener.weak for opener in others):
        return 0
    joined = 0
    for before, after in zip(openers[len(others) - 1 :], openers[len(others) :], strict=False):
        if not (follows(before, after) or follows(after, before)):
            break
        joined += 1
    return len(weak) - joined


def _is_name(opener: Opener) -> bool:
    """Whether it has neither date nor verb nor the address of its author."""
    return opener.weak and opener.form != Part.LINKED_NAME
