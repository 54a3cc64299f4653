"""Roles painted on lines, outermost block first, then read off as segments."""

from checkfirst.model.document import Role, Segment, Span

ROLES = tuple(Role)
_NUMBER = {role: number for number, role in enumerate(ROLES, start=1)}


class Canvas:
    """One role a line, 0 for none. Later paint covers earlier; headings keep their level."""

    def __init__(self, lines: int) -> None:
        self.lines = bytearray(lines)
        self.levels: dict[int, int] = {}

    def paint(self, role: Role, first: int, end: int) -> None:
        """Paint lines ``first`` to ``end`` (from 0, end excluded)."""
        end = min(end, len(self.lines))
        if first < end:
            self.lines[first:end] = bytes([_NUMBER[role]]) * (end - first)

    def segments(self) -> tuple[Segment, ...]:
        """The painted runs, in order; each heading is a segment of its own."""
        found = []
        line, total = 0, len(self.lines)
        while line < total:
            number, first = self.lines[line], line
            line += 1
            while line < total and self.lines[line] == number and line not in self.levels:
                line += 1
            if number:
                span = Span(start_line=first + 1, end_line=line)
                found.append(Segment(role=ROLES[number - 1], span=span, level=self.levels.get(first)))
        return tuple(found)
