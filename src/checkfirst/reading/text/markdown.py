"""Markdown (CommonMark with tables, footnotes and front matter), every construct with its lines."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Any

import pyromark

from checkfirst.model.document import Anchor, Link, Role
from checkfirst.model.location import text_span
from checkfirst.model.losses import Concealment, Hidden, Loss, LossKind
from checkfirst.reading.parsed import Structure
from checkfirst.reading.role_map import RoleMap
from checkfirst.reading.text.markup_comments import comments_of

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
    | pyromark.Options.ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
)
_PARSER = pyromark.Markdown(options=_OPTIONS)
_BLOCKS = {
    "CodeBlock": Role.CODE,
    "Table": Role.TABLE,
    "BlockQuote": Role.QUOTATION,
    "List": Role.LIST,
    "MetadataBlock": Role.METADATA,
    "FootnoteDefinition": Role.REFERENCE_LIST,
}
#: Constructs of interest whose start carries nothing.
_PLAIN_STARTS = {"Paragraph", *_BLOCKS}
_REFERENCES = {"Reference", "Collapsed", "Shortcut"}
_FRONT_MATTER_PAIR = re.compile(r"^([A-Za-z_][\w-]*)\s*[:=]\s*(.*?)\s*$", re.MULTILINE)
_HEADING_MARKS = re.compile(r"^\s{0,3}#{1,6}\s+|\s+#+\s*$|\n\s*(=+|-+)\s*$")
_HTML_LINK = re.compile(
    r"""<(?:a\b[^>]{0,500}?\bhref|(img)\b[^>]{0,500}?\bsrc)\s*=\s*["']([^"']{1,2000})["']""", re.IGNORECASE
)
_HTML_ID = re.compile(r"""<[a-z][^>]{0,500}?\b(?:id|name)\s*=\s*["']?([^"'\s>]{1,200})""", re.IGNORECASE)
#: An id given in braces at the end of a heading.
_HEADING_ID = re.compile(r"\{:?\s*#([\w.:-]+)[^{}]*\}\s*$")
#: Words of a paragraph from which a heading below it is no title of the whole.
_FEW_WORDS = 5
#: Letters of a heading or paragraph that are cleaned of marks.
_MOST_MARKUP = 2_000
_INLINE_MARKS = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|[*_`]+")


def read_markdown(text: str) -> Structure:
    """The structure of a Markdown text. Lines are those of the source."""
    walk = _Walk(text)
    # The parser's stubs type each event apart; what is needed here is only its one key.
    events: Iterable[tuple[Any, Any]] = _PARSER.events_with_range(text)
    for event, where in events:
        if type(event) is dict:
            # One event in four begins something, and most of those are marks within a line.
            if (started := event.get("Start")) is not None:
                if type(started) is dict:
                    walk.start(next(iter(started)), started, where)
                elif started in _PLAIN_STARTS:
                    walk.start(started, started, where)
            elif "Html" in event or "InlineHtml" in event:
                walk.take_html(event.get("Html") or event["InlineHtml"], walk.line(where["start"]))
            elif walk.heading is not None:
                walk.take_heading_part(event)
    return Structure(
        text=text,
        title=walk.title(),
        segments=walk.role_map.segments(),
        links=tuple(walk.links),
        anchors=tuple(walk.anchors),
        hidden=tuple(walk.hidden),
        losses=tuple(walk.losses),
        metadata=walk.metadata,
    )


def plain(markup: str) -> str:
    """A line of Markdown without its inline marks and link targets."""
    return " ".join(_INLINE_MARKS.sub(lambda m: m[1] or "", markup[:_MOST_MARKUP]).split())


class _Walk:
    """State of one pass over the parser's events; ranges are in bytes of the UTF-8 text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.data = text.encode("utf-8", "surrogatepass")
        self.raw = self.data.split(b"\n")
        self.starts = [0, *accumulate(len(line) + 1 for line in self.raw)][: len(self.raw)]
        self.role_map = RoleMap(len(self.raw))
        self.links: list[Link] = []
        self.hidden: list[Hidden] = []
        self.losses: list[Loss] = []
        self.said = self.headed = False
        self.title_heading: str | None = None
        self.metadata: tuple[tuple[str, str], ...] = ()
        self.anchors: list[Anchor] = []
        self.heading: list[str] | None = None
        self.heading_line = 0

    def line(self, offset: int) -> int:
        """Line of a byte offset, from 0."""
        return bisect_right(self.starts, offset) - 1

    def slice(self, where: dict[str, int]) -> str:
        return self.data[where["start"] : where["end"]].decode("utf-8", "replace")

    def start(self, name: str, started: Any, where: dict[str, int]) -> None:
        """A construct begins; its event is its name, or a mapping from its name to what it carries."""
        if name == "Paragraph":
            self.take_paragraph(where)
        elif name in ("Link", "Image"):
            self.take_link(started[name], where, image=name == "Image")
        elif name == "Heading":
            self.take_heading(int(started[name]["level"][1]), where)
        elif name in _BLOCKS:
            self.take_block(name, started, where)

    def take_paragraph(self, where: dict[str, int]) -> None:
        """A paragraph of its own; those of lists and quotations have their block's role."""
        first = self.line(where["start"])
        if not (self.said or self.headed):
            # Badges and links above a heading say nothing; the heading is still the title.
            self.said = len(plain(self.slice(where)).split()) >= _FEW_WORDS
        if not self.role_map.codes[first]:
            self.role_map.assign(Role.PROSE, first, self.line(max(where["start"], where["end"] - 1)) + 1)

    def take_block(self, name: str, started: Any, where: dict[str, int]) -> None:
        first, end = self.line(where["start"]), self.line(max(where["start"], where["end"] - 1)) + 1
        while end > first + 1 and not self.raw[end - 1].strip():
            end -= 1
        self.role_map.assign(_BLOCKS[name], first, end)
        if name == "MetadataBlock" and first == 0:
            body = self.slice(where)
            self.metadata = tuple((m[1], m[2].strip("\"'")) for m in _FRONT_MATTER_PAIR.finditer(body))
        if name == "CodeBlock" and type(started) is dict and type(started[name]) is dict:
            self.check_fence(first, end)

    def check_fence(self, first: int, end: int) -> None:
        fence = self.raw[first].lstrip(b" \t>*-+0123456789.)")[:3]
        closed = end > first + 1 and self.raw[end - 1].lstrip(b" \t>").startswith(fence)
        # A compiler's underline (~~~~^^^^) opens a fence only by accident.
        info = self.raw[first].lstrip(b" \t>*-+0123456789.)").lstrip(fence[:1])
        if not closed and end >= self.last_line() and not set(info) & set(b"~^`"):
            self.losses.append(Loss(kind=LossKind.FENCE_NOT_CLOSED, count=end - first, span=text_span(first)))

    def last_line(self) -> int:
        """Number of lines up to the last one with content."""
        return self.line(max(0, len(self.data.rstrip()) - 1)) + 1

    def take_heading(self, level: int, where: dict[str, int]) -> None:
        first = self.line(where["start"])
        end = self.line(max(where["start"], where["end"] - 1)) + 1
        self.role_map.assign(Role.HEADING, first, end)
        self.role_map.levels[first] = level
        self.heading, self.heading_line = [], first + 1
        if self.title_heading is None and (level == 1 or not (self.said or self.headed)):
            text = _HEADING_MARKS.sub("", self.slice(where).strip())
            self.title_heading = plain(_HEADING_ID.sub("", text)) or None
        self.headed = True

    def take_heading_part(self, event: dict[str, Any]) -> None:
        """The heading's text as it is shown, which is what its anchor is made of."""
        if self.heading is not None and ("Text" in event or "Code" in event):
            self.heading.append(event.get("Text") or event.get("Code") or "")
        elif "Heading" in event.get("End", ()):
            text = "".join(self.heading or ())
            self.heading = None
            if match := _HEADING_ID.search(text):
                self.anchors.append(Anchor(text=match[1], span=text_span(self.heading_line - 1), explicit=True))
            self.anchors.append(Anchor(text=text, span=text_span(self.heading_line - 1)))

    def take_link(self, link: dict[str, Any], where: dict[str, int], *, image: bool) -> None:
        body = self.slice(where)
        text = body.removeprefix("!").removeprefix("[").rpartition("]")[0].partition("](")[0].partition("][")[0]
        line = self.line(where["start"]) + 1
        self.links.append(Link(target=link["dest_url"], text=plain(text), span=text_span(line - 1), image=image))

    def take_html(self, html: str, line: int) -> None:
        for match in _HTML_LINK.finditer(html):
            at = line + 1 + html.count("\n", 0, match.start())
            self.links.append(Link(target=match[2], text="", span=text_span(at - 1), image=bool(match[1])))
        for match in _HTML_ID.finditer(html):
            at = line + 1 + html.count("\n", 0, match.start())
            self.anchors.append(Anchor(text=match[1], span=text_span(at - 1), explicit=True))
        for said, at in comments_of(html):
            self.hidden.append(Hidden(how=Concealment.COMMENT, text=said.strip(), span=text_span(line + at - 1)))

    def title(self) -> str | None:
        """The front matter's, else the first heading of the first level, else one that all else stands below."""
        return dict(self.metadata).get("title") or self.title_heading
