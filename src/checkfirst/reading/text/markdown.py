"""Markdown (CommonMark with tables, footnotes and front matter): roles of lines, links, anchors and metadata."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Any

import pyromark

from checkfirst import lazy_re
from checkfirst.model.document import Anchor, Link, Role, Segment
from checkfirst.model.location import TextSpan, text_span
from checkfirst.model.losses import Concealment, Hidden, Loss
from checkfirst.reading.parsed import Structure
from checkfirst.reading.role_map import RoleMap
from checkfirst.reading.text.attribute_lists import without_attributes
from checkfirst.reading.text.markdown_admonitions import with_flat_bodies
from checkfirst.reading.text.markdown_anchors import attribute_ids, folded_titles, html_headings
from checkfirst.reading.text.markdown_components import without_component_tags
from checkfirst.reading.text.markdown_fences import unclosed_fence, without_tabs_behind_fences
from checkfirst.reading.text.markdown_html import html_ids, html_links
from checkfirst.reading.text.markdown_inline import heading_text, plain
from checkfirst.reading.text.markup_comments import comments_of
from checkfirst.reading.text.template_comments import comment_lines, without_template_comments

_PARSER = pyromark.Markdown(options=pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_FOOTNOTES)
#: Front matter in YAML or TOML. Further down the same lines are rules between parts, which the parser's own option for
#: metadata blocks takes for such a block, with the headings in it.
_FRONT_MATTER = lazy_re.compile(
    rb"\A(?:\xef\xbb\xbf)?(---|\+\+\+)[ \t]*\n(?=\s*(?:[\w\"'-]+\s*[:=]|#|\[|-\s)).*?\n(?:\1|\.\.\.)[ \t]*(?:\n|\Z)",
    re.DOTALL,
)
_NOT_LINE_END = lazy_re.compile(rb"[^\n]")
_BLOCKS = {
    "CodeBlock": Role.CODE,
    "Table": Role.TABLE,
    "BlockQuote": Role.QUOTATION,
    "List": Role.LIST,
    "MetadataBlock": Role.METADATA,
    "FootnoteDefinition": Role.REFERENCE_LIST,
}
#: Constructs that are used here and whose start event is a bare name.
_PLAIN_STARTS = {"Paragraph", *_BLOCKS}
_FRONT_MATTER_PAIR = lazy_re.compile(r"^([A-Za-z_][\w-]*+)\s*+[:=]\s*+(.*)$", re.MULTILINE)
#: The heading of a list of the headings below it, which is no title.
_OF_CONTENTS = lazy_re.compile(
    r"\W*(?:table of contents|contents|toc|inhalt|inhaltsverzeichnis|sommaire|table des matières|contenido|índice|indice"
    r"|sumário|inhoud|inhoudsopgave|spis treści|содержание|оглавление|зміст|目次|目录|目錄|차례|목차)\W*",
    re.IGNORECASE,
)
#: Words of a paragraph from which a heading below it is not the title of the document. Not measured.
_FEW_WORDS = 5
#: Characters of the text of a link that are kept, and bytes that are searched for its end. Not measured.
_MOST_LINK, _MOST_LINK_BYTES = 500, 2_000


def read_markdown(text: str) -> Structure:
    """The structure of a Markdown text, which stays as it is written."""
    shown = without_template_comments(text)
    parsed = without_tabs_behind_fences(without_component_tags(with_flat_bodies(shown)))
    walk = _Walk(parsed)
    # The parser's stubs have a type for each event; here each is a mapping with one key.
    front = _FRONT_MATTER.match(walk.data)
    if front:
        walk.start("MetadataBlock", "MetadataBlock", {"start": 0, "end": front.end()})
        blank = _NOT_LINE_END.sub(b" ", front[0]).decode()
        text_below = blank + walk.data[front.end() :].decode("utf-8", "surrogatepass")
    events: Iterable[tuple[Any, Any]] = _PARSER.events_with_range(text_below if front else parsed)
    for event, where in events:
        if type(event) is dict:
            # One event in four is a start, most of them of inline markup.
            if (started := event.get("Start")) is not None:
                if type(started) is dict:
                    walk.start(next(iter(started)), started, where)
                elif started in _PLAIN_STARTS:
                    walk.start(started, started, where)
            elif "Html" in event or "InlineHtml" in event:
                walk.take_html(event.get("Html") or event["InlineHtml"], walk.line(where["start"]))
            elif walk.heading is not None:
                walk.take_heading_part(event)
    for line in comment_lines(text):
        walk.role_map.assign(Role.METADATA, line, line + 1)
    segments = walk.role_map.segments()
    return Structure(
        text=text,
        title=walk.title(),
        segments=segments,
        links=tuple(walk.links),
        anchors=_anchors(shown, walk.anchors, segments),
        hidden=tuple(walk.hidden),
        losses=tuple(walk.losses),
        metadata=walk.metadata,
    )


def _anchors(text: str, found: list[Anchor], segments: tuple[Segment[TextSpan], ...]) -> tuple[Anchor, ...]:
    """The anchors that were ``found``, with those of HTML headings and attribute lists, in the order of their lines."""
    literal = frozenset(
        line - 1
        for segment in segments
        if segment.role is Role.CODE
        for line in range(segment.span.start_line, segment.span.end_line + 1)
    )
    more = (
        *html_headings(text, literal),
        *folded_titles(text, literal),
        *attribute_ids(text, literal),
    )
    return tuple(sorted((*found, *more), key=lambda anchor: anchor.span.start_line))


class _Walk:
    """The state of one pass over the parser's events, whose ranges are in bytes of the UTF-8 text."""

    def __init__(self, text: str) -> None:
        self.data = text.encode("utf-8", "surrogatepass")
        self.raw = self.data.split(b"\n")
        self.starts = [0, *accumulate(len(line) + 1 for line in self.raw)][: len(self.raw)]
        self.role_map = RoleMap(len(self.raw))
        self.links: list[Link] = []
        self.hidden: list[Hidden] = []
        self.losses: list[Loss] = []
        # Whether a paragraph of some words, and a heading, were seen.
        self.has_prose = self.has_heading = False
        self.title_heading: str | None = None
        self.metadata: tuple[tuple[str, str], ...] = ()
        self.anchors: list[Anchor] = []
        # The pieces of the heading that is being read, without and with the descriptions of pictures.
        self.heading: list[str] | None = None
        self.described: list[str] = []
        self.heading_line = 0
        self.in_image = False

    def line(self, offset: int) -> int:
        """The line (from 0) of a byte offset."""
        return bisect_right(self.starts, offset) - 1

    def slice(self, where: dict[str, int]) -> str:
        return self.data[where["start"] : where["end"]].decode("utf-8", "replace")

    def start(self, name: str, started: Any, where: dict[str, int]) -> None:
        """Handle the start of a construct. ``started`` is its name, or a mapping from its name to its attributes."""
        if name == "Paragraph":
            self.take_paragraph(where)
        elif name in ("Link", "Image"):
            self.take_link(started[name], where, image=name == "Image")
        elif name == "Heading":
            self.take_heading(int(started[name]["level"][1]), where)
        elif name in _BLOCKS:
            self.take_block(name, started, where)

    def take_paragraph(self, where: dict[str, int]) -> None:
        """Assign the role prose, unless the paragraph is in a list or a quotation."""
        first = self.line(where["start"])
        if not (self.has_prose or self.has_heading):
            # Badges and links above the first heading don't count: it is still the title.
            self.has_prose = len(plain(self.slice(where)).split()) >= _FEW_WORDS
        if not self.role_map.codes[first]:
            self.role_map.assign(Role.PROSE, first, self.line(max(where["start"], where["end"] - 1)) + 1)

    def take_block(self, name: str, started: Any, where: dict[str, int]) -> None:
        first, end = self.line(where["start"]), self.line(max(where["start"], where["end"] - 1)) + 1
        while end > first + 1 and not self.raw[end - 1].strip():
            end -= 1
        self.role_map.assign(_BLOCKS[name], first, end)
        if name == "MetadataBlock" and first == 0:
            body = self.slice(where)
            self.metadata = tuple((m[1], m[2].rstrip().strip("\"'")) for m in _FRONT_MATTER_PAIR.finditer(body))
        if name == "CodeBlock" and type(started) is dict and type(started[name]) is dict:
            unclosed = unclosed_fence(self.raw, first, end, self.last_line())
            self.losses += [unclosed] if unclosed else []

    def last_line(self) -> int:
        """The number of the last line that is not blank, from 1."""
        return self.line(max(0, len(self.data.rstrip()) - 1)) + 1

    def take_heading(self, level: int, where: dict[str, int]) -> None:
        first = self.line(where["start"])
        end = self.line(max(where["start"], where["end"] - 1)) + 1
        self.role_map.assign(Role.HEADING, first, end)
        self.role_map.levels[first] = level
        self.heading, self.described, self.heading_line, self.in_image = [], [], first + 1, False
        if self.title_heading is None and (level == 1 or not (self.has_prose or self.has_heading)):
            text = heading_text(self.slice(where).strip())
            title = plain(without_attributes(text))
            self.title_heading = title if title and not _OF_CONTENTS.fullmatch(title) else None
        self.has_heading = True

    def take_heading_part(self, event: dict[str, Any]) -> None:
        """Collect the rendered text of a heading, from which its anchor is made."""
        if self.heading is None:
            return
        if "Text" in event or "Code" in event:
            piece = event.get("Text") or event.get("Code") or ""
            self.described.append(piece)
            if not self.in_image:
                self.heading.append(piece)
        elif (end := event.get("End")) == "Image":
            self.in_image = False
        elif "Heading" in (end or ()):
            text, described = "".join(self.heading), "".join(self.described)
            variants = (described,) if described != text else ()
            self.anchors.append(Anchor(text=text, span=text_span(self.heading_line - 1), variants=variants))
            self.heading = None

    def take_link(self, link: dict[str, Any], where: dict[str, int], *, image: bool) -> None:
        # Of pictures in pictures each holds all others: a part of each is enough.
        most = where["start"] + _MOST_LINK_BYTES
        body = self.slice({"start": where["start"], "end": min(where["end"], most)}).removeprefix("!").removeprefix("[")
        text = (body if where["end"] > most else body.rpartition("]")[0]).partition("](")[0].partition("][")[0]
        line = self.line(where["start"]) + 1
        # An address in angle brackets (CommonMark, email autolink).
        target = f"mailto:{link['dest_url']}" if link["link_type"] == "Email" else link["dest_url"]
        self.links.append(Link(target=target, text=plain(text[:_MOST_LINK]), span=text_span(line - 1), image=image))
        self.in_image = self.in_image or image

    def take_html(self, html: str, line: int) -> None:
        """Take links, anchors and comments of embedded HTML, which begins on a line (from 0)."""
        self.links += html_links(html, line)
        self.anchors += html_ids(html, line)
        for comment, offset in comments_of(html):
            span = text_span(line + offset - 1)
            self.hidden.append(Hidden(how=Concealment.COMMENT, text=comment.strip(), span=span))

    def title(self) -> str | None:
        """The title of the front matter, else the first heading of level 1 or above all prose."""
        return dict(self.metadata).get("title") or self.title_heading
