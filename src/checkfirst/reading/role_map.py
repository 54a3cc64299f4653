"""The roles of a text's lines, assigned block by block and converted to segments."""

import itertools
import re
from bisect import bisect_left, bisect_right

from checkfirst import lazy_re
from checkfirst.model.document import Role, Segment
from checkfirst.model.location import TextSpan, text_span

_ROLES = tuple(Role)
#: A run of equal bytes other than 0.
_RUN = lazy_re.compile(rb"([^\0])\1*", re.DOTALL)
#: The number of each role.
NUMBERS = {role: code for code, role in enumerate(_ROLES, start=1)}


class RoleMap:
    """The role of each line. Later assignments replace earlier ones, so outer blocks are assigned first.

    ``codes`` has a byte per line, 0 for no role; ``levels`` the level of each heading by its first line, from 0.
    """

    def __init__(self, lines: int | bytes) -> None:
        """``lines`` is the number of lines, or has the number of the role of each."""
        self.codes = bytearray(lines)
        self.levels: dict[int, int] = {}

    def assign(self, role: Role, first: int, end: int) -> None:
        """Assign a role to the lines from ``first`` to ``end`` (from 0, ``end`` excluded)."""
        end = min(end, len(self.codes))
        if first < end:
            self.codes[first:end] = bytes([NUMBERS[role]]) * (end - first)

    def segments(self) -> tuple[Segment[TextSpan], ...]:
        """Runs of lines with the same role, in order; each heading is a segment of its own."""
        found = []
        levels = sorted(self.levels)
        for run in _RUN.finditer(self.codes):
            inside = levels[bisect_right(levels, run.start()) : bisect_left(levels, run.end())]
            edges = [run.start(), *inside, run.end()]
            for first, end in itertools.pairwise(edges):
                span = text_span(first, end - 1)
                role = _ROLES[self.codes[first] - 1]
                found.append(Segment(role=role, span=span, level=self.levels.get(first)))
        return tuple(found)
