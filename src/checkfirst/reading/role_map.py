"""Roles painted on lines, outermost block first, then read off as segments."""

import itertools
import re
from bisect import bisect_left, bisect_right

from checkfirst.model.document import Role, Segment
from checkfirst.model.location import TextSpan, text_span

_ROLES = tuple(Role)
#: A run of equal bytes that are not 0.
_RUN = re.compile(rb"([^\0])\1*", re.DOTALL)
_CODE = {role: code for code, role in enumerate(_ROLES, start=1)}


class RoleMap:
    """One role a line, 0 for none. Later paint covers earlier; headings keep their level."""

    def __init__(self, lines: int) -> None:
        self.codes = bytearray(lines)
        self.levels: dict[int, int] = {}

    def assign(self, role: Role, first: int, end: int) -> None:
        """Paint lines ``first`` to ``end`` (from 0, end excluded)."""
        end = min(end, len(self.codes))
        if first < end:
            self.codes[first:end] = bytes([_CODE[role]]) * (end - first)

    def segments(self) -> tuple[Segment[TextSpan], ...]:
        """The painted runs, in order; each heading is a segment of its own."""
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
