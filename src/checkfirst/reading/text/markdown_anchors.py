"""Anchors that Markdown gets from raw HTML headings and from ids in braces, which CommonMark does not parse."""

import re
from collections.abc import Container, Iterator
from html import unescape
from typing import Final

from msgspec.structs import replace

from checkfirst import lazy_re
from checkfirst.model.document import Anchor
from checkfirst.model.location import text_span
from checkfirst.reading.text.markdown_inline import LINK, PICTURE
from checkfirst.reading.text.marks import Mark, has

#: The tags of headings written as HTML; GitHub gives such a heading an anchor like any other.
_HEADING_TAG = lazy_re.compile(r"<(/?)h([1-6])(?![a-z0-9])[^<>]{0,500}+>", re.IGNORECASE)
#: Characters of the longest heading written as HTML, which may run over several lines. Not measured.
_MOST_HEADING: Final = 2_000
#: The title of a block that unfolds, and the marks of emphasis and code in it.
_SUMMARY = lazy_re.compile(
    rf"<summary\b[^<>]{{0,500}}>(.{{1,{_MOST_HEADING}}}?)</summary\s*>", re.IGNORECASE | re.DOTALL
)
_MARKS = lazy_re.compile(r"[*`]+|^\s*#+\s+")
_TAG = lazy_re.compile(r"<[/!a-z][^<>]{0,1000}>", re.IGNORECASE)
#: An attribute list with an id: ``{#id}`` and ``{.class #id}`` of Pandoc, ``{: #id}`` of kramdown and of MkDocs'
#: ``attr_list``, ``{id="id"}`` of Writerside, and ``{/* #id */}`` of Docusaurus for MDX; or with the name of a link, which
#: is a place, too: ``[text](page){:name="place"}``.
_ATTRIBUTES = lazy_re.compile(r"\{\s*+(?::|/\*)?([^{}\n]{0,300}+)\}")
_ID = lazy_re.compile(r"(?:^|\s)(?:#|(?:id|name)\s?=\s?[\"']?)([^\s{}#\"']{1,200})")
#: The id of a heading alone in a comment of MDX: ``## Title {/*id*/}``.
_MDX_ID = lazy_re.compile(r"^\s{0,3}#{1,6}\s[^\n]*\{/\*\s*([^\s{}#*]{1,200})\s*\*/\}\s*$")
#: An id as docsify takes it from the end of a heading (docsify, "Set header id attribute").
_DOCSIFY_ID = lazy_re.compile(r"^#{1,6}\s.*\s:id=([\w-]{1,200})\s*$")
#: A label of MyST before a heading, figure or paragraph ("Cross-references").
_LABEL = lazy_re.compile(r"^\s{0,12}\(([^()\s]{1,200})\)=\s*$")
#: The id of a rule alone on its line, as books of the Rust project have them: ``r[names.scopes]`` is the place "r-names.scopes".
_RULE_ID = lazy_re.compile(r"^r\[([\w.-]{1,200})\]\s*$")
#: A place within a line as Elastic's docs-builder marks it: ``$$$name$$$``.
_IN_DOLLARS: Final = lazy_re.compile(r"\${3}([\w.:@-]{1,200})\${3}")
#: What a text with such an id has, other than in braces.
_ID_SIGNS: Final = (":id=", ")=", "\nr[", "$$$")
#: Characters of the longest line that is searched; a longer one is generated. Not measured.
_MOST_LINE: Final = 5_000


def html_headings(text: str, literal: Container[int]) -> Iterator[Anchor]:
    """The headings written as HTML that do not begin on a ``literal`` line (from 0)."""
    opening: re.Match[str] | None = None
    number, counted = 0, 0
    for tag in _HEADING_TAG.finditer(text) if has(text, Mark.HTML_HEADING) else ():
        if not tag[1]:
            opening = tag
        elif opening and opening[2] == tag[2] and tag.start() - opening.end() <= _MOST_HEADING:
            number, counted = number + text.count("\n", counted, opening.start()), opening.start()
            if number not in literal:
                yield _html_heading(text[opening.end() : tag.start()], number)
            opening = None


def _html_heading(inner: str, number: int) -> Anchor:
    # A renderer leaves the text of a link, and nothing of a picture.
    rendered = unescape(_TAG.sub("", LINK.sub(r"\1", PICTURE.sub("", inner))))
    return Anchor(text=" ".join(rendered.split()), span=text_span(number), variants=(rendered.replace("\n", ""),))


def folded_titles(text: str, literal: Container[int]) -> Iterator[Anchor]:
    """The titles of the blocks that unfold (``<summary>``) and do not begin on a ``literal`` line (from 0)."""
    number, counted = 0, 0
    for title in _SUMMARY.finditer(text) if has(text, Mark.SUMMARY) else ():
        number, counted = number + text.count("\n", counted, title.start()), title.start()
        if number not in literal:
            yield replace(_html_heading(_MARKS.sub("", title[1]), number), folded=True)


def attribute_ids(text: str, literal: Container[int]) -> Iterator[Anchor]:
    """The ids in braces, or in signs of their own, of headings, paragraphs, spans, pictures, tables and divisions."""
    for number, line in _with_signs(text):
        if number in literal or len(line) > _MOST_LINE:
            continue
        names = []
        if "{" in line and ("#" in line or "id" in line or "name" in line):
            names = [
                name
                for braces in _ATTRIBUTES.finditer(line)
                for name in _ID.findall(braces[1].rstrip().removesuffix("*/"))
            ]
        elif ":id=" in line:
            names = _DOCSIFY_ID.findall(line)
        elif ")=" in line:
            names = _LABEL.findall(line)
        elif line.startswith("r["):
            names = [f"r-{name}" for name in _RULE_ID.findall(line)]
        if "{/*" in line:
            names += _MDX_ID.findall(line)
        if "$$$" in line:
            names += _IN_DOLLARS.findall(line)
        yield from (Anchor(text=name, span=text_span(number), explicit=True) for name in names)


def _with_signs(text: str) -> Iterator[tuple[int, str]]:
    """The lines that may give an id, each with its number from 0."""
    has_sign = has(text, Mark.ID)
    if not (_has_braces(text) or (has_sign and ("{" in text or any(sign in text for sign in _ID_SIGNS)))):
        return
    for number, line in enumerate(text.split("\n")):
        if "{" in line or (has_sign and (")=" in line or ":id=" in line or "$$$" in line or line.startswith("r["))):
            yield number, line


def _has_braces(text: str) -> bool:
    """Whether any braces may give an id: those of most samples of code give none."""
    return "{/*" in text or any(_ID.search(braces[1]) for braces in _ATTRIBUTES.finditer(text))
