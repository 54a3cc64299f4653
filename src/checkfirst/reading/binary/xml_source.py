"""The elements of an XML member as they begin and end; what was taken of them is released, so that no tree of all is built.

Where a member or a text is larger than is read, reading stops: the elements that are open end there. Of an element that is
larger than is kept, the beginning is kept, and reading goes on behind it.
"""

from collections.abc import Callable, Iterator
from typing import Any, Final, Literal
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser, XMLPullParser
from xml.parsers import expat

from checkfirst.reading.parsed import Damaged

#: Bytes of the largest member that is read. Not measured.
LARGEST: Final = 40 * 1024 * 1024
#: Elements and bytes of the largest element that is built with all that is in it: a paragraph, a row, a slide. An element
#: with attributes takes some 400 bytes.
ELEMENTS: Final = 200_000
BYTES: Final = 6 * 1024 * 1024
#: Bytes of an element that is not kept to its end after which reading stops. Not measured.
PASSED: Final = 2 * BYTES
#: Bytes of the longest text or tag. The parser keeps each line of a text as an object of its own. Not measured.
LONGEST: Final = 2 * 1024 * 1024
#: Levels of nested elements. Not measured.
DEEPEST: Final = 10_000

#: An element that begins or ends.
Event = tuple[Literal["start", "end"], Element]


class XmlSource:
    """The beginnings and ends of elements, in order. Raises ``Damaged``; ``left_out`` is told what is not read."""

    def __init__(self, name: str, pieces: Iterator[bytes], left_out: Callable[[str], None]) -> None:
        self.name = name
        self.left_out = left_out
        self.builder = TreeBuilder()
        # A parser is given its builder by this parameter alone, and the builder alone can end elements that are open.
        self.parser: XMLPullParser[Any] = XMLPullParser(("start", "end"), _parser=XMLParser(target=self.builder))
        self.open: list[Element] = []
        self.elements = self.size = self.size_of_last = 0
        # The number of open elements above the one that is kept, and what had been read when it began.
        self.kept: int | None = None
        self.kept_from = (0, 0)
        # Of one that was too large: the elements that were open then, and the number of children that each had.
        self.shortened: dict[Element, int] = {}
        self.events = self._events(pieces)

    def next_event(self) -> Event | None:
        """What begins or ends next; ``None`` at the end."""
        found: Event | None = next(self.events, None)
        if found is None:
            return None
        if found[0] == "start":
            self.elements += 1
            self.open.append(found[1])
        else:
            self.open.pop()
        return found

    def read_until(self, depth: int) -> None:
        """Read until no more than ``depth`` elements are open."""
        opened = self.open
        if len(opened) <= depth:
            return
        for what, element in self.events:
            if what == "start":
                self.elements += 1
                opened.append(element)
            else:
                opened.pop()
                if len(opened) <= depth:
                    return

    def keep_until(self, depth: int) -> None:
        """Read until no more than ``depth`` elements are open, and keep what is in the next one."""
        self.kept = depth
        self.kept_from = self.elements, self.size
        self.read_until(depth)
        self.kept = None
        for element, children in self.shortened.items():
            del element[children:]
        self.shortened = {}

    def _events(self, pieces: Iterator[bytes]) -> Iterator[Any]:
        try:
            for piece in _without_doctype(self.name, pieces):
                self.size += len(piece)
                self.parser.feed(piece)
                for event in self.parser.read_events():
                    self.size_of_last = self.size
                    yield event
                self._release()
                if self.kept is not None and not self.shortened and self._is_enough():
                    self.left_out("a part")
                    self.shortened = {element: len(element) for element in self.open[self.kept :]}
                if self._is_too_large():
                    self.left_out("the end")
                    for element in reversed(self.open):
                        self.builder.end(element.tag)
                    yield from self.parser.read_events()
                    return
            self.parser.close()
            yield from self.parser.read_events()
        except (ParseError, expat.ExpatError, ValueError, LookupError) as error:
            raise Damaged(f"{self.name}: {error}") from None

    def _release(self) -> None:
        """Drop the children that were taken; the last one may be open, or be about to get the text behind it."""
        for element in self.open[: self.kept]:
            del element[:-1]
        if self.shortened:
            for element in self.open[self.kept :]:
                del element[self.shortened.get(element, 0) : -1]

    def _is_enough(self) -> bool:
        """Whether no more is kept of an element."""
        elements, size = self.kept_from
        return self.elements - elements > ELEMENTS or self.size - size > BYTES

    def _is_too_large(self) -> bool:
        return (
            self.size > LARGEST
            or self.size - self.size_of_last > LONGEST
            or len(self.open) > DEEPEST
            or (bool(self.shortened) and self.size - self.kept_from[1] > PASSED)
        )


class _Begun(Exception):
    """The root element begins: no document type can follow."""


def _without_doctype(name: str, pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The pieces, unless there is a document type: entities are declared in one, and may be made to grow."""

    def begun(*_: object) -> None:
        raise _Begun

    def refuse(*_: object) -> None:
        raise Damaged(f"{name} has a document type or entities, which no office program writes")

    guard = expat.ParserCreate()
    guard.StartElementHandler, guard.StartDoctypeDeclHandler = begun, refuse
    for piece in pieces:
        try:
            guard.Parse(piece)
        except _Begun:
            yield piece
            break
        yield piece
    yield from pieces
