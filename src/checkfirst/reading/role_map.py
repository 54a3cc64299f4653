"""The roles of a text's lines, assigned block by block and converted to segments."""

from checkfirst.model.document import Role
from checkfirst.model.segments import NUMBERS, Segments


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

    def segments(self) -> Segments:
        """Runs of lines with the same role, in order; each heading is a segment of its own."""
        return Segments(bytes(self.codes), dict(self.levels))
