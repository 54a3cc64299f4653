"""A builder for the text of formats without lines of their own: lines with roles, pages and cells."""

from checkfirst.model.document import Link, Role
from checkfirst.model.location import LineMap, text_span
from checkfirst.model.losses import Concealment, Hidden, Loss, LossKind
from checkfirst.reading.parsed import Structure
from checkfirst.reading.role_map import RoleMap

#: Control characters other than tab and line feed; they are dropped.
_CONTROLS = dict.fromkeys((*range(9), *range(11, 32), 127))


class TextBuilder:
    """Collects lines, links, hidden text and losses; ``build`` returns the structure."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.roles: list[Role | None] = []
        self.levels: list[int] = []
        self.pages: list[int] = []
        self.numbers: list[int] = []
        self.cells: list[str] = []
        self.page = 0
        self.links: list[Link] = []
        self.hidden: list[Hidden] = []
        self.losses: dict[LossKind, int] = {}
        self.title: str | None = None

    def add(self, text: str, role: Role | None = None, level: int = 0, number: int = 0, cell: str = "") -> int:
        """Add a text of one or more lines. Returns the number of its first line, from 1.

        ``number`` is the number of the row on a sheet, ``cell`` the range of its cells.
        """
        first = len(self.lines) + 1
        for line in text.translate(_CONTROLS).split("\n"):
            self.lines.append(line.rstrip())
            self.roles.append(role if line.strip() else None)
            self.levels.append(level)
            self.pages.append(self.page)
            self.numbers.append(number or (self.numbers[-1] if self.numbers else 0))
            self.cells.append(cell)
        return first

    def blank_line(self) -> None:
        """Add a blank line, unless the last line is one or there is none."""
        if self.lines and self.lines[-1]:
            self.add("")

    def add_loss(self, kind: LossKind, count: int = 1) -> None:
        """Record that something was dropped; counts of one kind are added."""
        self.losses[kind] = self.losses.get(kind, 0) + count

    def add_hidden(self, how: Concealment, text: str) -> None:
        """Record hidden text, with the last line as its place."""
        if text.strip():
            self.hidden.append(Hidden(how=how, text=text.strip(), span=text_span(max(0, len(self.lines) - 1))))

    def build(self, metadata: tuple[tuple[str, str], ...] = ()) -> Structure:
        """The structure. Its title is the set one, that of the metadata, or the first heading."""
        role_map = RoleMap(len(self.lines))
        for number, role in enumerate(self.roles):
            if role is not None:
                role_map.assign(role, number, number + 1)
                if role is Role.HEADING:
                    role_map.levels[number] = max(1, self.levels[number])
        first = next((line for line, role in zip(self.lines, self.roles, strict=True) if role is Role.HEADING), None)
        return Structure(
            text="\n".join(self.lines) + "\n" if self.lines else "",
            title=self.title or dict(metadata).get("title") or first,
            segments=role_map.segments(),
            links=tuple(self.links),
            hidden=tuple(self.hidden),
            losses=tuple(Loss(kind=kind, count=count) for kind, count in self.losses.items()),
            metadata=metadata,
            line_map=LineMap(
                source_lines=(*(max(1, n) for n in self.numbers), max(1, self.numbers[-1]))
                if any(self.numbers)
                else None,
                cells=(*self.cells, "") if any(self.cells) else None,
                pages=(*self.pages, self.pages[-1]) if self.lines and any(self.pages) else None,
            ),
        )
