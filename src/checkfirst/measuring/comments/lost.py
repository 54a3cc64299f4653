"""Comments whose opener was lost in part or whole: the numbers of those around them say how many they are."""

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from checkfirst.measuring.comments.marks import Mark, Part
from checkfirst.measuring.comments.openers import Opener


class Head(Struct, frozen=True, kw_only=True):
    """Where a comment begins, by ranks among the non-blank lines."""

    first: int
    last: int | None
    """The last line of its header; ``None`` where nothing of that is left."""
    number: int | None
    name: str | None


def heads_of(openers: list[Opener], marks: list[Mark]) -> list[Head]:
    """A head for each opener, and for each comment that their numbers say stands between two of them.

    Such a comment begins at a date that stands alone. Where there is none, the lines between two openers are told apart
    only if there are as many as comments.
    """
    heads = []
    for opener, following in pairwise(openers):
        heads.append(head_of(opener))
        heads.extend(_between(opener, following, marks))
    return [*heads, head_of(openers[-1])]


def head_of(opener: Opener) -> Head:
    """The head that an opener is."""
    return Head(first=opener.first, last=opener.last, number=opener.number, name=opener.name)


def _between(opener: Opener, following: Opener, marks: list[Mark]) -> Iterator[Head]:
    if opener.number is None or following.number is None:
        return
    lost = following.number - opener.number - 1
    body = range(opener.last + 1, following.first)
    dates = [n for n in body if marks[n].part is Part.DATE]
    if 0 < len(dates) <= lost:
        for order, n in enumerate(dates, 1):
            # With fewer dates than comments, which of the numbers is whose can't be told.
            number = opener.number + order if len(dates) == lost else None
            yield Head(first=n, last=n, number=number, name=None)
    elif lost > 0 and len(body) == lost + 1:
        for order, n in enumerate(body[1:], 1):
            yield Head(first=n, last=None, number=opener.number + order, name=None)
