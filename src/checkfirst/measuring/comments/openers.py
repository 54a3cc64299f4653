"""Openers: the lines that head a comment, joined from marks on neighbouring lines."""

from typing import Final

from msgspec import Struct

from checkfirst.measuring.comments.marks import NAMES, Mark, Part

#: Parts that may stand between the parts of one opener, most signs and numbers of them, and most of all.
_BETWEEN: Final = {Part.SIGN, Part.POINTS, Part.NUMBER}
_MOST_BETWEEN, _MOST_OF_ALL = 3, 9
#: Names are alike in a form, whether items of a list or not.
_ONE_NAME: Final = str.maketrans(
    {
        Part.ITEM_NAME.value: Part.NAME.value,
        Part.BY_NAME.value: Part.NAME.value,
        Part.TITLE.value: Part.NAME.value,
        Part.LINKED_NAME.value: Part.NAME.value,
        Part.TEXT.value: Part.NAME.value,
    }
)
#: Parts whose opener takes a date below it.
_CONSUMING: Final = {Part.NAME_SAYS, Part.SAYS, Part.NAME_SAYS_DATE, Part.NAME_DATE}
_SAYING: Final = frozenset({Part.SAYS.value, Part.NAME_SAYS.value, Part.NAME_SAYS_DATE.value})
_DATED: Final = frozenset({Part.DATE.value, Part.NAME_DATE.value, Part.NAME_SAYS_DATE.value})


class Opener(Struct, frozen=True):
    """Neighbouring lines that may head a comment."""

    first: int
    """Rank of its first line among the non-blank lines."""
    last: int
    anchor: int
    """Rank of the line that makes it one."""
    form: str
    """Letters of its parts, in order (``marks.Part``)."""
    name: str | None
    number: int | None
    day: int | None
    timed: bool
    named_by: bool
    """Whether the name follows "by"."""

    says: bool
    """Whether it has a verb of saying."""
    dated: bool
    """Whether it has a date."""
    kind: str
    """The form without its name."""

    @property
    def weak(self) -> bool:
        """Whether it has neither date nor verb."""
        return not (self.says or self.dated)

    @property
    def may_be_below(self) -> bool:
        """Whether openers of this form may stand below their comments."""
        return self.dated and not self.says


def follows(opener: Opener, after: Opener) -> bool:
    """Whether the number of an opener is the next one."""
    return opener.number is not None and after.number == opener.number + 1


def find_openers(marks: list[Mark]) -> list[Opener]:
    """All openers in order of their anchors; those of one anchor are alternatives, of which a thread has at most one."""
    found: list[Opener] = []
    taken = -1
    for rank, mark in enumerate(marks):
        if rank <= taken:
            continue
        made = _openers_at(marks, rank, mark)
        found += made
        if mark.part in _CONSUMING and made:
            taken = made[0].last
    return found


def _openers_at(marks: list[Mark], rank: int, mark: Mark) -> list[Opener]:
    if mark.part in (Part.NAME_SAYS, Part.NAME_SAYS_DATE, Part.NAME_DATE):
        return [_opener(marks, rank, rank, _last(marks, rank))]
    if mark.part is Part.SAYS:
        last = _last(marks, rank)
        # With a date below the verb, whatever stands above it is the name.
        above = _near(marks, rank, -1, NAMES if last == rank else {*NAMES, Part.TEXT})
        return [] if above is None else [_opener(marks, rank, above, _last(marks, rank))]
    if mark.part is Part.DATE and not _is_of_points(marks, rank):
        return _at_date(marks, rank)
    if mark.part is Part.NAME and rank and marks[rank - 1].part is Part.ADDRESS:
        return [_opener(marks, rank, rank - 1, rank)]
    if mark.part in (Part.LINKED_NAME, Part.ITEM_NAME, Part.NUMBER, Part.MENTION, Part.BY_NAME):
        return [_opener(marks, rank, rank, rank)]
    return []


def _is_of_points(marks: list[Mark], rank: int) -> bool:
    """Whether a date stands below a single line of points; a forum prints more of an author."""
    above = [mark.part is Part.POINTS for mark in marks[max(0, rank - 2) : rank]]
    return above[-1:] == [True] and above != [True, True]


def _at_date(marks: list[Mark], rank: int) -> list[Opener]:
    """A date with the name above it, the name below it, and alone."""
    last = _last(marks, rank)
    found = [_opener(marks, rank, rank, last)]
    above, below = _near(marks, rank, -1, {*NAMES, Part.TITLE}), _near(marks, last, 1, NAMES)
    stamp = marks[rank].stamp
    # Above a time of day, the title of a page that answers may be the name.
    answers = stamp is not None and stamp.timed and last == rank
    if above is not None and marks[above].name is None and not (answers and marks[above].part is Part.TITLE):
        above = None
    if above is not None:
        found.append(_opener(marks, rank, _first_name(marks, above, rank), last))
    if below is not None:
        found.append(_opener(marks, rank, rank, below))
    return found


def _first_name(marks: list[Mark], above: int, date: int) -> int:
    """The first of the lines above a date that may be names, where a forum prints a rank and more below the name."""
    if not any(mark.part is Part.POINTS for mark in marks[above + 1 : date]):
        return above
    for n in range(above - 1, max(0, above - _MOST_BETWEEN) - 1, -1):
        if marks[n].part in NAMES:
            above = n
        elif marks[n].part is not Part.SIGN:
            break
    return above


def _near(marks: list[Mark], rank: int, step: int, parts: set[Part]) -> int | None:
    """The nearest line of one of the parts, with only signs and what a forum prints of an author between."""
    signs = 0
    for _ in range(_MOST_OF_ALL + 1):
        rank += step
        if not 0 <= rank < len(marks):
            return None
        if marks[rank].part in parts:
            return rank
        signs += marks[rank].part is not Part.POINTS
        if marks[rank].part not in _BETWEEN or signs > _MOST_BETWEEN:
            return None
    return None


def _last(marks: list[Mark], rank: int) -> int:
    """The last line of an opener: a date below a verb, a verb below a date."""
    wanted = {Part.SAYS} if marks[rank].stamp else {Part.DATE}
    below = _near(marks, rank, 1, wanted)
    return rank if below is None else below


def _opener(marks: list[Mark], anchor: int, first: int, last: int) -> Opener:
    inside = [m for m in marks[first : last + 1] if m.part not in _BETWEEN] or [marks[anchor]]
    number = next((m.number for m in marks[first : last + 1] if m.number is not None), None)
    above = _near(marks, first, -1, {Part.NUMBER})
    below = _near(marks, last, 1, {Part.NUMBER})
    if number is None and above is not None:
        number, first = marks[above].number, above
    elif number is None and below is not None:
        number, last = marks[below].number, below
    stamp = next((m.stamp for m in inside if m.stamp), None)
    letters = "".join(m.part.value for m in inside)
    form = (
        Part.LINKED_NAME.value
        if inside[0].part is Part.ADDRESS
        else letters.translate(_ONE_NAME)
        if len(inside) > 1
        else letters
    )
    return Opener(
        first=first,
        last=last,
        anchor=anchor,
        form=form,
        name=next((m.name for m in inside if m.name), None),
        number=number,
        day=stamp.day if stamp else None,
        timed=stamp.timed if stamp else False,
        named_by=any(m.named_by for m in inside),
        says=not _SAYING.isdisjoint(form),
        dated=not _DATED.isdisjoint(form),
        kind=form.replace(Part.NAME.value, "").replace(Part.LINKED_NAME.value, Part.ITEM_NAME.value),
    )
