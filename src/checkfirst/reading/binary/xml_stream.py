"""XML read element by element: readers walk over it as over a tree, of which no more is there than they ask for."""

from collections.abc import Collection, Iterator
from xml.etree.ElementTree import Element

from checkfirst.reading.binary.xml_source import XmlSource
from checkfirst.reading.parsed import Damaged


class Streamed:
    """An element that is being read. What is in it can be taken once, in order: what was passed over is gone."""

    __slots__ = ("above", "element", "source")

    def __init__(self, element: Element, source: XmlSource) -> None:
        self.element = element
        self.source = source
        self.above = len(source.open) - 1

    @property
    def name(self) -> str:
        """The name without its namespace."""
        return local(self.element)

    def attribute(self, name: str) -> str:
        """The value of an attribute by its name without namespace; empty if there is none."""
        return attribute(self.element, name)

    def __iter__(self) -> Iterator["Streamed"]:
        """The children."""
        source = self.source
        while (event := source.next_event()) and event[0] == "start":
            child = Streamed(event[1], source)
            yield child
            source.read_until(child.above)
        self.finish()

    def below(self, names: Collection[str]) -> Iterator["Streamed"]:
        """The elements of these names at any depth, but for those inside of one another."""
        while len(self.source.open) > self.above and (event := self.source.next_event()):
            if event[0] == "start" and local(event[1]) in names:
                found = Streamed(event[1], self.source)
                yield found
                self.source.read_until(found.above)
        self.finish()

    def whole(self) -> Element:
        """The element with all that is in it; of a very large one the beginning."""
        self.source.keep_until(self.above)
        if not self.above:
            self.finish()
        return self.element

    def finish(self) -> None:
        """Read to the end of the element; to that of the member behind its root, where nothing may stand."""
        self.source.read_until(self.above)
        if not self.above:
            self.source.next_event()


def streamed(source: XmlSource) -> Streamed:
    """The root element. Raises ``Damaged`` if there is none."""
    event = source.next_event()
    if event is None:
        raise Damaged(f"{source.name}: no element found")
    return Streamed(event[1], source)


def local(element: Element) -> str:
    """The name of an element without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """The value of an attribute by its name without namespace; empty if there is none."""
    for key, value in element.items():
        if key.rpartition("}")[2] == name:
            return value
    return ""
