"""A builder for the text of formats without lines of their own: lines with roles, pages and cells."""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import Final

from msgspec.structs import replace

from checkfirst.model.document import Anchor, Link, Role
from checkfirst.model.location import LineMap, TextSpan, as_source_lines, text_span
from checkfirst.model.losses import MOST_NAMED, Concealment, Hidden, Loss, LossKind
from checkfirst.reading import bounds
from checkfirst.reading.bounds import END, more_than_kept
from checkfirst.reading.parsed import Structure
from checkfirst.reading.role_map import RoleMap
from checkfirst.safe_text import shortened

#: Control characters other than tab and line feed; they are dropped.
_CONTROLS = dict.fromkeys((*range(9), *range(11, 32), 127))
#: Characters of a lost item's name that are kept. Not measured.
_LONGEST_NAME: Final = 60
#: Losses with lines of their own that are kept: each becomes a finding. Not measured.
_MOST_PLACED: Final = 100


def _no_role(_: str) -> Role | None:
    return None


class Full(Exception):
    """The text is longer than the text of a document may be."""


class TextBuilder:
    """Collects lines, links, anchors, hidden text and losses; ``build`` returns the structure.

    It takes no more of each than is kept of a document. ``Full`` ends the block of ``up_to_limit`` in which text is added.
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.roles: list[Role | None] = []
        self.levels: list[int] = []
        self.pages: list[int] = []
        self.numbers: list[int] = []
        self.cells: list[str] = []
        self.page = 0
        self.links: list[Link] = []
        self.anchors: list[Anchor] = []
        self.hidden: list[Hidden] = []
        # Losses without lines, by kind; and those with lines.
        self.losses: dict[LossKind, Loss] = {}
        self.placed_losses: list[Loss] = []
        self.title: str | None = None
        # Characters of the text, of links and of hidden texts, and the numbers of links and others that are left out.
        self.size = self.size_of_links = self.size_of_hidden = 0
        self.links_beyond = self.anchors_beyond = self.hidden_beyond = 0
        self.has_end_left_out = False

    @contextmanager
    def up_to_limit(self) -> Iterator[None]:
        """A block that reads the text, or a part of it. It ends where the text is full, which is recorded as a loss."""
        try:
            yield
        except Full:
            self.end_left_out()

    def end_left_out(self) -> None:
        """Record that the end of the file is not read."""
        if not self.has_end_left_out:
            self.add_loss(LossKind.BEYOND_LIMIT, name=END)
        self.has_end_left_out = True

    def expect(self, size: int) -> None:
        """Raise ``Full`` if there is no room for a text of so many characters."""
        if self.size + size > 2 * bounds.UNPACKED_CHARACTERS:
            raise Full

    def add(self, text: str, role: Role | None = None, level: int = 0, number: int = 0, cell: str = "") -> int:
        """Add a text of one or more lines. Returns the number of its first line, from 1.

        ``number`` is the number of the row on a sheet, ``cell`` the range of its cells. Raises ``Full`` if more text is
        there already than is kept.
        """
        room = bounds.LINES + 1 - len(self.lines)
        if self.size > bounds.UNPACKED_CHARACTERS or room <= 0:
            raise Full
        first = len(self.lines) + 1
        self.size += len(text)
        lines = text.translate(_CONTROLS).split("\n", room)
        for line in lines[:room]:
            self.lines.append(line.rstrip())
            self.roles.append(role if line.strip() else None)
            self.levels.append(level)
            self.pages.append(self.page)
            self.numbers.append(number or (self.numbers[-1] if self.numbers else 0))
            self.cells.append(cell)
        if len(lines) > room:
            raise Full
        return first

    def blank_line(self) -> None:
        """Add a blank line, unless the last line is one or there is none."""
        if self.lines and self.lines[-1]:
            self.add("")

    def add_row(self, cells: Collection[str], number: int = 0, cell: str = "") -> None:
        """Add the row of a table. ``number`` and ``cell`` are those of ``add``."""
        # Cells may show one long text many times.
        self.expect(sum(map(len, cells)))
        self.add("| " + " | ".join(cells) + " |", Role.TABLE, number=number, cell=cell)

    def add_link(self, link: Link) -> None:
        """Record a link, or that it is left out."""
        self.size_of_links += min(len(link.target), bounds.TARGET) + len(link.text)
        if len(self.links) < bounds.ITEMS and self.size_of_links <= bounds.LINKED:
            self.links.append(link)
        else:
            self.links_beyond += 1
            self._stop_above(self.links_beyond)

    def add_structure(self, inner: Structure, role_of: Callable[[str], Role | None] = _no_role) -> None:
        """Add a text that another reader read, such as a chapter or a cell, with all that its reader found in it.

        ``role_of`` gives the role of a line to which the reader gave none. Places become lines of this text; lines of
        the inner file are dropped, since a place is in the outer file.
        """
        before = len(self.lines)
        lines = inner.text.rstrip("\n").split("\n")
        roles = {n: (s.role, s.level or 0) for s in inner.segments for n in s.span.indices}
        try:
            for number, line in enumerate(lines):
                role, level = roles.get(number) or (role_of(line), 0)
                self.add(line, role, level)
        finally:
            # Of a text that is too long, all links and names are kept: they lead and are led to.
            self._add_marks(inner, before, len(lines))

    def _add_marks(self, inner: Structure, before: int, count: int) -> None:
        """Add all but the text of a structure, whose first line is behind ``before`` others and which has ``count``."""

        def moved(span: TextSpan) -> TextSpan:
            first, last = (before + min(line, count) - 1 for line in (span.start_line, span.end_line))
            return text_span(first, last)

        for loss in inner.losses:
            self.add_loss(loss.kind, loss.count, span=moved(loss.span) if loss.span else None)
        room = max(0, bounds.ITEMS - len(self.anchors))
        self.anchors += [replace(anchor, span=moved(anchor.span)) for anchor in inner.anchors[:room]]
        self.anchors_beyond += len(inner.anchors[room:])
        for link in inner.links:
            self.add_link(replace(link, span=moved(link.span)))
        for hidden in inner.hidden:
            self._hide(replace(hidden, span=moved(hidden.span)))

    def add_decoding_losses(self, losses: Iterable[Loss], first: int = 0) -> None:
        """Record losses of decoding, each at the first line from ``first`` (from 0) that has a replaced character."""
        for loss in losses:
            replaced = (n for n in range(first, len(self.lines)) if "\ufffd" in self.lines[n])
            self.add_loss(loss.kind, loss.count, span=text_span(next(replaced, first)))

    def add_loss(self, kind: LossKind, count: int = 1, *, name: str = "", span: TextSpan | None = None) -> None:
        """Record that something was dropped. Losses of one kind without ``span`` are added up.

        ``name`` is what a message calls it, as ``page 3``.
        """
        names = (shortened(name, _LONGEST_NAME),) if name else ()
        loss = Loss(kind=kind, count=count, span=span, names=names)
        if span is not None:
            if len(self.placed_losses) < _MOST_PLACED:
                self.placed_losses.append(loss)
        elif last := self.losses.get(kind):
            self.losses[kind] = replace(last, count=last.count + count, names=(*last.names, *names)[:MOST_NAMED])
        else:
            self.losses[kind] = loss

    def add_cut(self, names: Iterable[str]) -> None:
        """Record what of the members of a package was not read."""
        for name in names:
            self.add_loss(LossKind.BEYOND_LIMIT, name=name)

    def add_hidden(self, how: Concealment, text: str) -> None:
        """Record hidden text, with the last line as its place."""
        if text.strip():
            self._hide(Hidden(how=how, text=text.strip(), span=text_span(max(0, len(self.lines) - 1))))

    def _hide(self, hidden: Hidden) -> None:
        self.size_of_hidden += len(hidden.text)
        if len(self.hidden) < bounds.ITEMS and self.size_of_hidden <= bounds.HIDDEN:
            self.hidden.append(hidden)
        else:
            self.hidden_beyond += 1
            self._stop_above(self.hidden_beyond)

    def _stop_above(self, left_out: int) -> None:
        """Raise ``Full`` if so much was left out that reading on would tell nothing."""
        if left_out > bounds.ITEMS:
            raise Full

    def build(self, metadata: tuple[tuple[str, str], ...] = ()) -> Structure:
        """The structure. Its title is the set one, that of the metadata, or the first heading."""
        for left_out in more_than_kept(self.links_beyond, self.anchors_beyond, self.hidden_beyond):
            self.add_loss(LossKind.BEYOND_LIMIT, name=left_out)
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
            anchors=tuple(self.anchors),
            hidden=tuple(self.hidden),
            losses=(*self.losses.values(), *self.placed_losses),
            metadata=metadata,
            line_map=LineMap(
                source_lines=as_source_lines(max(1, n) for n in (*self.numbers, self.numbers[-1]))
                if any(self.numbers)
                else None,
                cells=(*self.cells, "") if any(self.cells) else None,
                pages=(*self.pages, self.pages[-1]) if self.lines and any(self.pages) else None,
            ),
        )
