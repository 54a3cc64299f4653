"""Markdown (CommonMark with tables, footnotes and front matter): roles of lines, links, anchors and metadata."""

import re
from collections.abc import Container
from typing import Final

import pyromark

from checkfirst import lazy_re
from checkfirst.core import markdown_parts
from checkfirst.model.document import Anchor, Link, Role
from checkfirst.model.location import text_span
from checkfirst.model.losses import Concealment, Hidden, Loss
from checkfirst.model.segments import NUMBERS
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
from checkfirst.reading.text.permalinks import place_of_permalink
from checkfirst.reading.text.template_comments import comment_lines, without_template_comments
from checkfirst.twins_markdown import ABOVE, HTML, LINK, OPEN_FENCE, PICTURE, Part

_PARSER = pyromark.Markdown(options=pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_FOOTNOTES)
#: Front matter in YAML or TOML. Further down the same lines are rules between parts, which the parser's own option for
#: metadata blocks takes for such a block, with the headings in it.
_FRONT_MATTER = lazy_re.compile(
    rb"\A(?:\xef\xbb\xbf)?(---|\+\+\+)[ \t]*\n(?=\s*(?:[\w\"'-]+\s*[:=]|#|\[|-\s)).*?\n(?:\1|\.\.\.)[ \t]*(?:\n|\Z)",
    re.DOTALL,
)
#: The same as code in YAML, above all else, as models write it.
_FENCED_FRONT_MATTER = lazy_re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s{0,20}(```|~~~)(?:ya?ml)?[ \t]*\n---[ \t]*\n(?=[\w-]+:)(.{1,20000}?)\n---[ \t]*\n\1[ \t]*(?:\n|\Z)",
    re.DOTALL,
)
_NOT_LINE_END = lazy_re.compile(rb"[^\n]")
#: The number of the role of each block, by the parser's name for it.
_ROLES: Final = {
    name: NUMBERS[role]
    for name, role in (
        ("Paragraph", Role.PROSE),
        ("Heading", Role.HEADING),
        ("CodeBlock", Role.CODE),
        ("Table", Role.TABLE),
        ("BlockQuote", Role.QUOTATION),
        ("List", Role.LIST),
        ("FootnoteDefinition", Role.REFERENCE_LIST),
    )
}
_FRONT_MATTER_PAIR = lazy_re.compile(r"^([A-Za-z_][\w-]*+)\s*+[:=]\s*+(.*)$", re.MULTILINE)
#: The heading of a list of the headings below it, which is no title.
_OF_CONTENTS = lazy_re.compile(
    r"\W*(?:table of contents|contents|toc|inhalt|inhaltsverzeichnis|sommaire|table des matières|contenido|índice|indice"
    r"|sumário|inhoud|inhoudsopgave|spis treści|содержание|оглавление|зміст|目次|目录|目錄|차례|목차)\W*",
    re.IGNORECASE,
)
#: Words of a paragraph from which a heading below it is not the title of the document. Not measured.
_FEW_WORDS = 5
#: Characters of the text of a link that are kept. Not measured.
_MOST_LINK: Final = 500


def read_markdown(text: str) -> Structure:
    """The structure of a Markdown text, which stays as it is written."""
    shown = without_template_comments(text)
    parsed = without_tabs_behind_fences(without_component_tags(with_flat_bodies(shown)))
    data = parsed.encode("utf-8", "surrogatepass")
    front = _FRONT_MATTER.match(data)
    if front:
        blank = _NOT_LINE_END.sub(b" ", front[0]).decode()
        parsed = blank + data[front.end() :].decode("utf-8", "surrogatepass")
    codes, parts = markdown_parts(_PARSER.events_with_range(parsed), data, _ROLES)
    role_map = RoleMap(codes)
    if front:
        role_map.assign(Role.METADATA, 0, front[0].rstrip().count(b"\n") + 1)
    kept = _Kept(data)
    for part in parts:
        kept.take(part, role_map)
    for line in comment_lines(text):
        role_map.assign(Role.METADATA, line, line + 1)
    metadata = _metadata(front[0]) if front else ()
    segments = role_map.segments()
    return Structure(
        text=text,
        # The title of the front matter, else the first heading of level 1 or above all prose.
        title=dict(metadata).get("title") or _fenced_title(data) or kept.title,
        segments=segments,
        links=tuple(kept.links),
        anchors=_anchors(shown, kept.anchors, segments.lines_of(Role.CODE)),
        hidden=tuple(kept.hidden),
        losses=tuple(kept.losses),
        metadata=metadata,
    )


def _metadata(front: bytes) -> tuple[tuple[str, str], ...]:
    text = front.decode("utf-8", "replace")
    return tuple((m[1], m[2].rstrip().strip("\"'")) for m in _FRONT_MATTER_PAIR.finditer(text))


def _fenced_title(data: bytes) -> str | None:
    """The title in front matter that stands as code above all else."""
    found = _FENCED_FRONT_MATTER.match(data)
    return next((value for name, value in _metadata(found[2]) if name == "title"), None) if found else None


def _anchors(text: str, found: list[Anchor], literal: Container[int]) -> tuple[Anchor, ...]:
    """The anchors that were ``found``, with those of HTML headings and attribute lists, in the order of their lines.

    ``literal`` has the lines of code, from 0.
    """
    more = (
        *html_headings(text, literal),
        *folded_titles(text, literal),
        *attribute_ids(text, literal),
    )
    return tuple(sorted((*found, *more), key=lambda anchor: anchor.span.start_line))


class _Kept:
    """What is kept of the parts of a text."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.links: list[Link] = []
        self.anchors: list[Anchor] = []
        self.hidden: list[Hidden] = []
        self.losses: list[Loss] = []
        self.title: str | None = None
        # Whether a paragraph of some words, and a heading, were seen.
        self.has_prose = self.has_heading = False

    def take(self, part: Part, role_map: RoleMap) -> None:
        """Take one part; ``role_map`` learns of the levels of headings."""
        kind, line, first, second, start, end = part
        if kind in (LINK, PICTURE):
            text = plain(second[:_MOST_LINK])
            self.links.append(Link(target=first, text=text, span=text_span(line), image=kind == PICTURE))
            if first.startswith("#") and (place := place_of_permalink(first, second[:_MOST_LINK])):
                self.anchors.append(Anchor(text=place, span=text_span(line), explicit=True))
        elif kind == ABOVE:
            # Badges and links above the first heading don't count: it is still the title.
            self.has_prose = self.has_prose or len(plain(self.slice(start, end)).split()) >= _FEW_WORDS
        elif kind == HTML:
            self.take_html(first, line)
        elif kind == OPEN_FENCE:
            lines = self.data.split(b"\n")
            unclosed = unclosed_fence(lines, line, end, self.data.rstrip().count(b"\n") + 1)
            self.losses += [unclosed] if unclosed else []
        else:
            role_map.levels[line] = kind
            self.take_title(kind, start, end)
            variants = (second,) if second != first else ()
            self.anchors.append(Anchor(text=first, span=text_span(line), variants=variants))

    def slice(self, start: int, end: int) -> str:
        return self.data[start:end].decode("utf-8", "replace")

    def take_title(self, level: int, start: int, end: int) -> None:
        """Take the heading with this range, if it is the title."""
        if self.title is None and (level == 1 or not (self.has_prose or self.has_heading)):
            text = heading_text(self.slice(start, end).strip())
            title = plain(without_attributes(text))
            self.title = title if title and not _OF_CONTENTS.fullmatch(title) else None
        self.has_heading = True

    def take_html(self, html: str, line: int) -> None:
        """Take links, anchors and comments of embedded HTML, which begins on a line (from 0)."""
        self.links += html_links(html, line)
        self.anchors += html_ids(html, line)
        for comment, offset in comments_of(html):
            span = text_span(line + offset - 1)
            self.hidden.append(Hidden(how=Concealment.COMMENT, text=comment.strip(), span=span))
