"""HTML pages: the visible text with its source lines; hidden text is kept apart."""

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice

from lxml import etree, html
from msgspec.structs import replace

from checkfirst import lazy_re
from checkfirst.model.document import Anchor, Role
from checkfirst.model.location import LineMap, SourceLine, TextLine, TextSpan, as_source_lines, text_span
from checkfirst.model.losses import Concealment, Hidden, Loss, LossKind
from checkfirst.reading.parsed import Structure
from checkfirst.reading.role_map import RoleMap
from checkfirst.reading.text.html_parts import around_elements, comment_elements
from checkfirst.reading.text.html_tree import parse
from checkfirst.reading.text.html_unseen import unseen
from checkfirst.reading.text.html_values import with_values
from checkfirst.reading.text.html_walk import SPACE, Walk
from checkfirst.reading.text.page_signs import page_signs
from checkfirst.reading.text.template_comments import without_template_comments
from checkfirst.reading.text.textless_page import why_little_text, why_without_text

#: Fields of a site generator before the page: what it was made from, and not what a server sent.
_FRONT_MATTER = lazy_re.compile(r"\ufeff?\s{0,9}---[ \t]*\n(?:[^\n]*\n){0,60}?---[ \t]*\n")
_TAG = lazy_re.compile(r"<[/!?a-zA-Z][^<>]*>")
#: Most words of a page that says only that it is loading. Not measured.
_HARDLY_ANY = 25
#: First files that a page's script puts into it, of which the paths are kept. Not measured.
_MOST_INCLUDED = 200
_FRONT_MATTER = lazy_re.compile(r"\ufeff?---[ \t]*\r?\n(?:[^\n]*\n){0,60}?---[ \t]*\r?\n")
_PERMALINK = lazy_re.compile(r"^permalink[ \t]*:[ \t]*[\"']?([^\s\"'#]+)", re.MULTILINE)
_SCRIPT = lazy_re.compile(r"<(script|style)\b[^<>]*>", re.IGNORECASE)
_SCRIPT_END = {name: lazy_re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("script", "style")}


def read_html(text: str) -> Structure:
    """The visible text of a page, one line per block, with the source line where each begins."""
    text = without_template_comments(text)
    root = parse(text)
    if root is None or not root.text_content().strip():
        bare = _without_tree(text)
        return _with_reason(bare if root is None else with_values(bare, root), text)
    comments = comment_elements(root)
    walk = Walk(_base(root), [*comments, *around_elements(root)])
    body = root.find(".//body")
    walk.visit_tree(body if body is not None else root)
    walk.flush()
    role_map = RoleMap(len(walk.lines))
    for number, (*_, role, level) in enumerate(walk.lines):
        if role:
            role_map.assign(role, number, number + 1)
            if role is Role.HEADING:
                role_map.levels[number] = level
    dropped = walk.dropped
    structure = Structure(
        text="\n".join(line for line, *_ in walk.lines),
        title=_title(root),
        segments=role_map.segments(),
        links=tuple(replace(link, span=_within(link.span, len(walk.lines))) for link in walk.links),
        anchors=_anchors(root),
        hidden=(
            *_comments_around(root, body),
            *(replace(hidden, span=_within(hidden.span, len(walk.lines))) for hidden in walk.hidden),
            *_unseen(root, walk),
        ),
        losses=(Loss(kind=LossKind.SCRIPTS_AND_STYLES, count=dropped),) if dropped else (),
        metadata=(*_metadata(root), *_permalink(text)),
        line_map=LineMap(
            source_lines=as_source_lines(first for _, first, *_ in walk.lines),
            end_lines=as_source_lines(last for _, _, last, *_ in walk.lines),
        ),
        comments=walk.comments(comments),
        around=walk.around(comments),
        page_signs=page_signs(root),
    )
    return _with_reason(with_values(structure, root), text)


def _unseen(root: html.HtmlElement, walk: Walk) -> Iterator[Hidden]:
    """What else a browser does not show, at the last line of the text that begins at or above it."""
    known = {(hidden.text, hidden.span.source_line) for hidden in walk.hidden}
    lines = LineMap(source_lines=as_source_lines(first for _, first, *_ in walk.lines)) if walk.lines else LineMap()
    for how, text, line in unseen(root):
        span = replace(text_span(lines.text_line(SourceLine(line)) - 1), source_line=SourceLine(line))
        if (text, span.source_line) not in known:
            yield Hidden(how=how, text=text, span=_within(span, len(walk.lines)))


def _with_reason(structure: Structure, source: str) -> Structure:
    """The structure; of a page with hardly any text with the loss that explains it."""
    words = len(structure.text.split())
    reason = None if words > _HARDLY_ANY else why_little_text(source) if words else why_without_text(source)
    if reason is None and _FRONT_MATTER.match(source):
        reason = LossKind.PAGE_TEMPLATE
    if reason is None:
        return structure
    return replace(structure, losses=(*structure.losses, Loss(kind=reason, count=1)))


def _comments_around(root: html.HtmlElement, body: html.HtmlElement | None) -> Iterator[Hidden]:
    """Comments outside the body."""
    around = [*root.itersiblings(preceding=True), *root.itersiblings()]
    head = [e for e in root.iter(etree.Comment) if body is not None and body not in e.iterancestors()]
    for element in (*reversed(around), *head):
        if isinstance(element, etree._Comment) and element.text and element.text.strip():
            yield Hidden(how=Concealment.COMMENT, text=element.text.strip(), span=_above(element.sourceline or 1))


def _without_tree(text: str) -> Structure:
    """The text without its tags, for pages so deeply nested or broken that the parser keeps nothing."""
    # A tag over several lines is replaced by its line ends, so that line numbers stay right.
    cut = _TAG.sub(lambda m: "\n" * m[0].count("\n") or " ", _without_scripts(text))
    kept = [(SPACE.sub(" ", unescape(line)).strip(), n) for n, line in enumerate(cut.split("\n"), start=1)]
    kept = [(line, n) for line, n in kept if line]
    return Structure(
        text="\n".join(line for line, _ in kept),
        line_map=LineMap(source_lines=as_source_lines(n for _, n in kept)),
        losses=(Loss(kind=LossKind.STRUCTURE_NOT_PARSED, count=1),) if text.strip() else (),
    )


def _without_scripts(text: str) -> str:
    """The text with the line ends alone of its scripts and styles; one that is not closed stays."""
    kept, position, unclosed = [], 0, set()
    for opening in _SCRIPT.finditer(text):
        name = opening[1].lower()
        if opening.start() < position or name in unclosed:
            continue
        end = _SCRIPT_END[name].search(text, opening.end())
        if end is None:
            unclosed.add(name)
            continue
        kept += [text[position : opening.start()], "\n" * text.count("\n", opening.start(), end.end())]
        position = end.end()
    return "".join((*kept, text[position:]))


def _title(root: html.HtmlElement) -> str | None:
    found = root.find(".//title")
    first = found if found is not None else root.find(".//h1")
    return SPACE.sub(" ", first.text_content()).strip() or None if first is not None else None


def _metadata(root: html.HtmlElement) -> tuple[tuple[str, str], ...]:
    pairs = ((m.get("name") or m.get("property"), m.get("content")) for m in root.iter("meta"))
    made = (("respec", "source"),) if _is_source_of_respec(root) else ()
    parts = islice((e.get("data-include") for e in root.iter(etree.Element) if e.get("data-include")), _MOST_INCLUDED)
    return (
        *((str(name), str(content)) for name, content in pairs if name and content),
        *made,
        *(("data-include", str(path)) for path in parts),
    )


def _permalink(text: str) -> tuple[tuple[str, str], ...]:
    """The address in the front matter of a page that a site is made from; the rest of the front matter is shown as text."""
    front = _FRONT_MATTER.match(text)
    found = _PERMALINK.search(front[0]) if front else None
    return (("permalink", found[1]),) if found else ()


def _is_source_of_respec(root: html.HtmlElement) -> bool:
    """Whether a script of the page is to make its ids and references (ReSpec); pages that it saved name it as generator."""
    if any("respec" in (m.get("content") or "").lower() for m in root.iter("meta") if m.get("name") == "generator"):
        return False
    return any(
        "respec" in (s.get("src") or "").lower() or "respecConfig" in (s.text or "") for s in root.iter("script")
    )


def _base(root: html.HtmlElement) -> str:
    """The address or path from which the page's links are resolved; empty for that of the page itself."""
    return next((base.get("href") or "" for base in root.iter("base") if base.get("href")), "")


def _anchors(root: html.HtmlElement) -> tuple[Anchor, ...]:
    """The ids of all elements, and the names of ``<a>`` elements."""
    named = ((e.get("id") or (e.get("name") if e.tag == "a" else None), e.sourceline or 1) for e in root.iter("*"))
    return tuple(Anchor(text=name, span=_above(line), explicit=True) for name, line in named if name)


def _above(line: int) -> TextSpan:
    """The first line of the text, with a source line: for what is not in the body."""
    return replace(text_span(0), source_line=SourceLine(line))


def _within(span: TextSpan, lines: int) -> TextSpan:
    """The span, limited to the lines of the text: what follows the last block has its line."""
    last = TextLine(max(1, min(span.start_line, lines)))
    return replace(span, start_line=last, end_line=last)
