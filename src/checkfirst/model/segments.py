"""Runs of lines with one role, kept as a number for each line until they are asked for: many readers of a document do not."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice, pairwise
from typing import Final, overload

from checkfirst import lazy_re
from checkfirst.model.document import Role, Segment
from checkfirst.model.location import TextSpan, text_span

_ROLES: Final = tuple(Role)
#: The number of each role; 0 for none.
NUMBERS: Final = {role: number for number, role in enumerate(_ROLES, start=1)}
#: A run of equal bytes other than 0.
_RUN: Final = lazy_re.compile(rb"([^\0])\1*", re.DOTALL)


class Segments(Sequence[Segment[TextSpan]]):
    """Runs of lines with the same role, in order; each heading is a segment of its own."""

    def __init__(self, codes: bytes, levels: Mapping[int, int]) -> None:
        """``codes`` has the number of the role of each line, ``levels`` the level of each heading by its line, from 0."""
        self._codes, self._levels = codes, levels

    @cached_property
    def _all(self) -> tuple[Segment[TextSpan], ...]:
        return tuple(self._made())

    def _made(self) -> Iterator[Segment[TextSpan]]:
        levels = sorted(self._levels)
        for run in _RUN.finditer(self._codes):
            start, stop = run.span()
            role = _ROLES[self._codes[start] - 1]
            inside = levels[bisect_right(levels, start) : bisect_left(levels, stop)]
            for first, end in pairwise((start, *inside, stop)):
                yield Segment(role=role, span=text_span(first, end - 1), level=self._levels.get(first))

    def lines_of(self, role: Role) -> Container[int]:
        """The lines, from 0, with a role."""
        return _Lines(self._codes, NUMBERS[role])

    def __len__(self) -> int:
        return len(self._all)

    @overload
    def __getitem__(self, index: int) -> Segment[TextSpan]: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Segment[TextSpan]]: ...
    def __getitem__(self, index: int | slice) -> Segment[TextSpan] | Sequence[Segment[TextSpan]]:
        return self._all[index]

    def __iter__(self) -> Iterator[Segment[TextSpan]]:
        return iter(self._all)

    def top(self, count: int) -> tuple[Segment[TextSpan], ...]:
        """The first few."""
        return tuple(islice(self._made(), count))

    def __eq__(self, other: object) -> bool:
        return self._all == (other._all if isinstance(other, Segments) else other)

    def __hash__(self) -> int:
        return hash(self._all)

    def __repr__(self) -> str:
        return repr(self._all)


class _Lines(Container[int]):
    """The lines with one number."""

    def __init__(self, codes: bytes, number: int) -> None:
        self._codes, self._number = codes, number

    def __contains__(self, line: object) -> bool:
        return isinstance(line, int) and 0 <= line < len(self._codes) and self._codes[line] == self._number


def top_of(segments: Sequence[Segment[TextSpan]], count: int) -> Sequence[Segment[TextSpan]]:
    """The first few segments."""
    return segments.top(count) if isinstance(segments, Segments) else segments[:count]


def lines_of(segments: Sequence[Segment[TextSpan]], role: Role) -> Container[int]:
    """The lines, from 0, of the segments with a role."""
    if isinstance(segments, Segments):
        return segments.lines_of(role)
    return frozenset(n for segment in segments if segment.role is role for n in segment.span.indices)
