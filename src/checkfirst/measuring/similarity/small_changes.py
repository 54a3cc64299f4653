"""The places in which two texts differ, if each is small: linear, and given up at the first that is not.

At a difference, the nearest place is sought from which both go on alike; the search looks a few words ahead.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from checkfirst.measuring.similarity.change_kinds import kinds_of
from checkfirst.measuring.similarity.pieces import Piece, pieces_of
from checkfirst.model.likeness import Change, ChangeKind
from checkfirst.safe_text import shortened

#: Words of each text that one difference may have, and words from which both go on alike. Not measured.
_AHEAD: Final = 8
_ALIKE: Final = 3
#: Differences of two texts that are kept; texts with more are not worked over by hand. Not measured.
_MOST: Final = 200


class Difference(NamedTuple):
    """Pieces of a text and those that another has in their place."""

    own: slice
    other: slice


class Place(NamedTuple):
    """A change with where it stands in both texts (in characters)."""

    change: Change
    after: int
    before: int


def small_changes(text: str, original: str) -> tuple[Change, ...]:
    """The changes that make ``text`` of ``original``; empty if they differ in anything else, or in nothing."""
    own, other = pieces_of(text), pieces_of(original)
    places = changes_between(text, own, original, other)
    return tuple(place.change for place in places or ())


def changes_between(
    text: str, own: list[Piece], original: str, other: list[Piece], *, to_the_end: bool = True
) -> list[Place] | None:
    """The changes from the first pieces on; ``None`` if something else differs.

    Without ``to_the_end``, ``own`` may go on where ``other`` ends.
    """
    words, others = [piece.word for piece in own], [piece.word for piece in other]
    places: list[Place] = []
    for difference in differences(words, others, to_the_end=to_the_end):
        if difference is None or len(places) >= _MOST:
            return None
        kinds = kinds_of(words[difference.own], others[difference.other])
        if not kinds:
            return None
        i, j = difference.own.start, difference.other.start
        for kind, a, b in kinds:
            mine, theirs = slice(i + a.start, i + a.stop), slice(j + b.start, j + b.stop)
            place = _place(kind, (text, own, mine), (original, other, theirs))
            # A number and the unit behind it are one change.
            if not (kind is ChangeKind.UNIT and places and places[-1].after == place.after):
                places.append(place)
    return places


def differences(own: list[str], other: list[str], *, to_the_end: bool) -> Iterator[Difference | None]:
    """The differences in their order; ``None`` as the last one if it is not small."""
    i = j = 0
    while i < len(own) and j < len(other):
        if own[i] == other[j]:
            i, j = i + 1, j + 1
            continue
        ahead = _meeting(own, other, i, j, to_the_end=to_the_end)
        if ahead is None:
            yield None
            return
        yield Difference(slice(i, i + ahead[0]), slice(j, j + ahead[1]))
        i, j = i + ahead[0], j + ahead[1]
    if j < len(other) or (to_the_end and i < len(own)):
        rest = Difference(slice(i, len(own) if to_the_end else i), slice(j, len(other)))
        yield rest if max(len(own[rest.own]), len(other[rest.other])) <= _AHEAD else None


def _meeting(own: list[str], other: list[str], i: int, j: int, *, to_the_end: bool) -> tuple[int, int] | None:
    """How many words further both go on alike, the fewest; ``None`` if none are near. The last words of a text may be fewer."""
    for total in range(1, 2 * _AHEAD + 1):
        for a in range(max(0, total - _AHEAD), min(total, _AHEAD) + 1):
            b = total - a
            mine, theirs = own[i + a : i + a + _ALIKE], other[j + b : j + b + _ALIKE]
            ends = i + a == len(own) and j + b == len(other)
            if ends or (mine and mine == theirs and (len(mine) == _ALIKE or i + a + len(mine) == len(own))):
                return a, b
            # Behind the end of the other text anything may stand: its last words are alike, or as many are in their place.
            last = len(theirs) < _ALIKE and mine[: len(theirs)] == theirs and (bool(theirs) or a == b)
            if last and not to_the_end:
                return a, b
    return None


Side = tuple[str, list[Piece], slice]


def _place(kind: ChangeKind, own: Side, other: Side) -> Place:
    if kind is ChangeKind.UNIT or (kind is ChangeKind.NEGATION and (_is_empty(own) or _is_empty(other))):
        own, other = _with_word_before(own), _with_word_before(other)
    (after, start), (before, other_start) = _shown(kind, own), _shown(kind, other)
    if kind is ChangeKind.NUMBER and before.partition(" ")[2] == after.partition(" ")[2]:
        before = before.partition(" ")[0]
    return Place(Change(kind=kind, before=before, after=after), start, other_start)


def _is_empty(side: Side) -> bool:
    return bool(side[2].start == side[2].stop)


def _with_word_before(side: Side) -> Side:
    text, pieces, at = side
    return text, pieces, slice(max(0, at.start - 1), at.stop)


def _shown(kind: ChangeKind, side: Side) -> tuple[str, int]:
    """The words of one side, with the word after a number; and where they begin."""
    text, pieces, at = side
    first, last = at.start, at.stop
    if kind is ChangeKind.NUMBER and last < len(pieces):
        last += 1
    if first >= last:
        return "", pieces[first].start if first < len(pieces) else len(text)
    start, end = pieces[first].start, pieces[last - 1].end
    return shortened(" ".join(text[start:end].split())), start
