"""What is kept of the events of a Markdown parser, in plain Python: the twin of ``markdown_parts`` in ``_core.c``."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from itertools import accumulate
from typing import Any, Final

#: Kinds of parts, behind the levels of headings: a paragraph above all headings, a link, a picture, HTML, and a block of
#: code behind a fence that reaches the last line that is not blank.
ABOVE: Final = 0
LINK, PICTURE, HTML, OPEN_FENCE = range(7, 11)
#: Kind, line from 0, two texts and two numbers. Of a heading: its text, the same with the descriptions of its pictures, and
#: its range in bytes. Of a link: its target and its text as it is written. Of HTML: that. Of a paragraph: its range. Of a
#: block of code: 0 and the line behind its last one.
Part = tuple[int, int, str, str, int, int]
#: Bytes of a link that are searched for the end of its text. Not measured.
_MOST_LINK: Final = 2_000


def markdown_parts(
    events: Iterable[tuple[Any, Any]], data: bytes, numbers: Mapping[str, int]
) -> tuple[bytes, list[Part]]:
    """The number of the role of each line, 0 for none, and the parts of a text in the order of the parser's ``events``.

    The events have ranges in ``data``, the text in UTF-8. ``numbers`` has the number of the role of each sort of block;
    inner blocks take the lines of outer ones, but a paragraph takes none that has a role.
    """
    walk = _Walk(data, numbers)
    for event, where in events:
        if type(event) is dict:
            # One event in four is a start, most of them of inline markup.
            if (started := event.get("Start")) is not None:
                name = next(iter(started)) if type(started) is dict else started
                walk.start(name, started[name] if type(started) is dict else None, where["start"], where["end"])
            elif "Html" in event or "InlineHtml" in event:
                html = event["Html"] if "Html" in event else event["InlineHtml"]
                walk.parts.append((HTML, walk.line(where["start"]), html, "", 0, 0))
            elif walk.heading is not None:
                walk.take_heading_part(event)
    return bytes(walk.roles), walk.parts


class _Walk:
    """The state of one pass over the events."""

    def __init__(self, data: bytes, numbers: Mapping[str, int]) -> None:
        self.data, self.numbers = data, numbers
        self.raw = data.split(b"\n")
        self.starts = [0, *accumulate(len(line) + 1 for line in self.raw)][: len(self.raw)]
        self.roles = bytearray(len(self.raw))
        self.parts: list[Part] = []
        # The pieces of the heading that is being read, without and with the descriptions of pictures.
        self.heading: list[str] | None = None
        self.described: list[str] = []
        self.opening = (0, 0, 0, 0)
        self.in_picture = self.has_heading = False

    def line(self, offset: int) -> int:
        """The line (from 0) of a byte offset."""
        return bisect_right(self.starts, offset) - 1

    def start(self, name: str, about: Any, start: int, end: int) -> None:
        """Take the start of a construct, with its attributes."""
        if about is not None and name in ("Link", "Image"):
            self.take_link(about, start, end, is_picture=name == "Image")
        elif about is not None and name == "Heading":
            self.take_heading(int(about["level"][1]), start, end)
        elif name in self.numbers:
            self.take_block(name, about, start, end)

    def assign(self, name: str, first: int, end: int) -> None:
        """Give the lines from ``first`` up to ``end`` the role of a block."""
        self.roles[first:end] = bytes([self.numbers[name]]) * (end - first)

    def take_block(self, name: str, about: Any, start: int, end: int) -> None:
        """Take a block or a paragraph."""
        first, behind = self.line(start), self.line(max(start, end - 1)) + 1
        if name == "Paragraph":
            if not self.has_heading:
                self.parts.append((ABOVE, first, "", "", start, end))
            if not self.roles[first]:
                self.assign(name, first, behind)
            return
        while behind > first + 1 and not self.raw[behind - 1].strip():
            behind -= 1
        self.assign(name, first, behind)
        if name == "CodeBlock" and type(about) is dict and behind > self.line(max(0, len(self.data.rstrip()) - 1)):
            self.parts.append((OPEN_FENCE, first, "", "", 0, behind))

    def take_heading(self, level: int, start: int, end: int) -> None:
        """Take the start of a heading."""
        first = self.line(start)
        self.assign("Heading", first, self.line(max(start, end - 1)) + 1)
        self.heading, self.described, self.opening = [], [], (level, first, start, end)
        self.in_picture, self.has_heading = False, True

    def take_heading_part(self, event: dict[str, Any]) -> None:
        """Collect the rendered text of a heading, from which its anchor is made."""
        if self.heading is None:
            return
        if "Text" in event or "Code" in event:
            piece = event["Text"] if "Text" in event else event["Code"]
            self.described.append(piece)
            if not self.in_picture:
                self.heading.append(piece)
        elif (end := event.get("End")) == "Image":
            self.in_picture = False
        elif type(end) is dict and "Heading" in end:
            level, line, first, behind = self.opening
            self.parts.append((level, line, "".join(self.heading), "".join(self.described), first, behind))
            self.heading = None

    def take_link(self, link: dict[str, Any], start: int, end: int, *, is_picture: bool) -> None:
        """Take a link. Of pictures in pictures each holds all others: a part of each is enough."""
        most = start + _MOST_LINK
        body = self.data[start : min(end, most)].decode("utf-8", "replace").removeprefix("!").removeprefix("[")
        text = (body if end > most else body.rpartition("]")[0]).partition("](")[0].partition("][")[0]
        # An address in angle brackets (CommonMark, email autolink).
        target = f"mailto:{link['dest_url']}" if link["link_type"] == "Email" else link["dest_url"]
        self.parts.append((PICTURE if is_picture else LINK, self.line(start), target, text, 0, 0))
        self.in_picture = self.in_picture or is_picture
