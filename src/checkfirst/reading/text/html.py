"""HTML pages: the visible text with its source lines; hidden text is kept apart."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from itertools import pairwise
from urllib.parse import urljoin

from lxml import etree, html

from checkfirst.model.document import Anchor, Link, Role
from checkfirst.model.location import LineMap, SourceLine, TextLine, TextSpan, as_source_lines, text_span
from checkfirst.model.losses import Concealment, Hidden, Loss, LossKind
from checkfirst.reading.parsed import Structure
from checkfirst.reading.role_map import RoleMap
from checkfirst.reading.text.html_parts import around_elements, comment_elements
from checkfirst.reading.text.template_comments import without_template_comments
from checkfirst.reading.text.textless_page import why_without_text

_BLOCK = {
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "nav",
    "ol",
    "option",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "br",
    "title",
    "button",
    "select",
    "textarea",
}
_DROPPED = {"script", "style", "noscript", "template", "svg", "head", "iframe", "object", "math", "canvas"}
_HEAD = {"head", "script", "style", "noscript", "template", "meta", "link", "title", "base"}
_ROLES = {
    "pre": Role.CODE,
    "li": Role.LIST,
    "dd": Role.LIST,
    "dt": Role.LIST,
    "tr": Role.TABLE,
    "td": Role.TABLE,
    "th": Role.TABLE,
    "blockquote": Role.QUOTATION,
    "figcaption": Role.CAPTION,
    "caption": Role.CAPTION,
    **{f"h{n}": Role.HEADING for n in range(1, 7)},
}
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|(?:font-size|opacity)\s*:\s*0(?!\.?\d)")
#: Blanks from which text with ``aria-hidden`` is a sentence, not an icon. Not measured.
_SENTENCE_BLANKS = 3
_SPACE = re.compile(r"\s+")
_TAG = re.compile(r"<[/!?a-zA-Z][^<>]*>")
_SCRIPT = re.compile(r"<(script|style)\b[^<>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
#: lxml stops counting source lines here (libxml2 keeps 16 bits in its tree).
_LAST_COUNTED_LINE = 65_535


def read_html(text: str) -> Structure:
    """The visible text of a page, one line per block, with the source line where each begins."""
    text = without_template_comments(text)
    root = _parse(text)
    if root is None or not root.text_content().strip():
        return _with_reason(_without_tree(text), text)
    comments = comment_elements(root)
    walk = _Walk(_base(root), [*comments, *around_elements(root)])
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
        ),
        losses=(Loss(kind=LossKind.SCRIPTS_AND_STYLES, count=dropped),) if dropped else (),
        metadata=_metadata(root),
        line_map=LineMap(
            source_lines=as_source_lines(first for _, first, *_ in walk.lines),
            end_lines=as_source_lines(last for _, _, last, *_ in walk.lines),
        ),
        comments=walk.comments(comments),
        around=walk.around(comments),
    )
    return _with_reason(structure, text)


def _with_reason(structure: Structure, source: str) -> Structure:
    """The structure; of a page without text with the loss that explains it."""
    if structure.text.strip() or not (reason := why_without_text(source)):
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
    cut = _TAG.sub(lambda m: "\n" * m[0].count("\n") or " ", _SCRIPT.sub(lambda m: "\n" * m[0].count("\n"), text))
    kept = [(_SPACE.sub(" ", unescape(line)).strip(), n) for n, line in enumerate(cut.split("\n"), start=1)]
    kept = [(line, n) for line, n in kept if line]
    return Structure(
        text="\n".join(line for line, _ in kept),
        line_map=LineMap(source_lines=as_source_lines(n for _, n in kept)),
        losses=(Loss(kind=LossKind.STRUCTURE_NOT_PARSED, count=1),) if text.strip() else (),
    )


def _parse(text: str) -> html.HtmlElement | None:
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, recover=True, no_network=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    _end_head(root)
    return root


def _end_head(root: html.HtmlElement) -> None:
    """Move to the body what can't be in a head: libxml2 leaves it there where a page names no body."""
    head = root.find("head")
    children = list(head) if head is not None else []
    first = next((n for n, e in enumerate(children) if isinstance(e.tag, str) and e.tag not in _HEAD), None)
    if first is None:
        return
    found = root.find("body")
    body = found if found is not None else etree.SubElement(root, "body")
    rest, body.text = body.text, None
    if first:
        # Text between the last element of the head and the first one of the body.
        body.text, children[first - 1].tail = children[first - 1].tail, None
    for position, element in enumerate(children[first:]):
        body.insert(position, element)
    if rest:
        children[-1].tail = f"{children[-1].tail or ''}{rest}"


def _title(root: html.HtmlElement) -> str | None:
    found = root.find(".//title")
    first = found if found is not None else root.find(".//h1")
    return _SPACE.sub(" ", first.text_content()).strip() or None if first is not None else None


def _metadata(root: html.HtmlElement) -> tuple[tuple[str, str], ...]:
    pairs = ((m.get("name") or m.get("property"), m.get("content")) for m in root.iter("meta"))
    return tuple((str(name), str(content)) for name, content in pairs if name and content)


def _base(root: html.HtmlElement) -> str:
    """The address or path from which the page's links are resolved; empty for that of the page itself."""
    return next((base.get("href") or "" for base in root.iter("base") if base.get("href")), "")


def _joined(base: str, target: str) -> str:
    """A target from the base of its page. ``urljoin`` would take ".." out of a base that is relative itself."""
    if base.startswith("/") or "://" in base or target.startswith("/") or ":" in target.partition("/")[0]:
        return urljoin(base, target)
    return posixpath.join(posixpath.dirname(base), target)


def _is_control(element: etree._Element, target: str) -> bool:
    """Whether a link only gives a script something to act on."""
    handler = element.get("onclick") or ""
    if not target.startswith("#"):
        return "return false" in handler or "preventDefault" in handler
    acts = handler or element.get("role") in {"button", "tab", "menuitem"}
    return bool(acts) or any(str(name).startswith("data-") for name in element.attrib)


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


class _Walk:
    """One pass over the tree, without recursion, since trees can be deeper than Python's stack."""

    def __init__(self, base: str, parts: list[etree._Element]) -> None:
        self.base = base
        # The elements whose lines are wanted, and of those that are read the first line and the one after the last.
        self.wanted = set(parts)
        self.parts_of: dict[etree._Element, tuple[int, int]] = {}
        # Text, first and last source line, role and heading level of each line.
        self.lines: list[tuple[str, int, int, Role | None, int]] = []
        self.links: list[Link] = []
        self.hidden: list[Hidden] = []
        self.dropped = 0
        # The pieces of the block that is being read, and the source lines of the first and the last one.
        self.parts: list[str] = []
        self.part_line = 1
        self.part_end = 1
        # The source line reached.
        self.here = 1
        # The open elements that have a role.
        self.roles: list[str] = []
        # The outermost open element with ``aria-hidden``.
        self.aria_hidden: etree._Element | None = None

    def visit_tree(self, top: html.HtmlElement) -> None:
        skipping: etree._Element | None = None
        for event, element in etree.iterwalk(top, events=("start", "end", "comment", "pi")):
            if event in ("comment", "pi"):
                self.see_comment(element, skipping is not None)
            elif event == "start":
                if skipping is None and self.opens(element):
                    skipping = element
            elif skipping is None or element is skipping:
                self.closes(element, was_skipped=skipping is not None)
                skipping = None

    def see_comment(self, element: etree._Element, skipping: bool) -> None:
        if not skipping:
            if element.text and element.text.strip():
                line = element.sourceline or self.here
                self.here = max(self.here, line) if line < _LAST_COUNTED_LINE else self.here
                self.hidden.append(Hidden(how=Concealment.COMMENT, text=element.text.strip(), span=self.span_at(line)))
            self.add(element.tail)

    def comments(self, elements: list[etree._Element]) -> tuple[TextSpan, ...]:
        """The lines of each comment that was read; an answer within one ends it."""
        read = [self.parts_of[element] for element in elements if element in self.parts_of]
        firsts = [*(first for first, _ in read), max((end for _, end in read), default=0)]
        return tuple(text_span(first, after - 1) for first, after in pairwise(firsts) if first < after)

    def around(self, comments: list[etree._Element]) -> tuple[TextSpan, ...]:
        """The lines of the other elements."""
        others = (lines for element, lines in self.parts_of.items() if element not in comments)
        return tuple(text_span(first, end - 1) for first, end in others if first < end)

    def opens(self, element: etree._Element) -> bool:
        """Begin an element. Returns whether to skip it with all that it contains."""
        line = element.sourceline or self.here
        if self.here < _LAST_COUNTED_LINE:
            self.here = max(self.here, line)
        tag = str(element.tag)
        if tag in _DROPPED:
            self.dropped += 1
            return True
        if how := _hiding(element):
            if content := _SPACE.sub(" ", "".join(str(t) for t in element.itertext())).strip():
                self.hidden.append(Hidden(how=how, text=content, span=self.span_at(line)))
            return True
        if tag in _BLOCK:
            self.flush()
        if element in self.wanted:
            self.parts_of[element] = (len(self.lines), len(self.lines))
        if tag in _ROLES:
            self.roles.append(tag)
        self.see_link(element, tag, line)
        self.see_unequal(element, line)
        self.add(element.text)
        return False

    def see_link(self, element: etree._Element, tag: str, line: int) -> None:
        if tag == "a" and (target := element.get("href")):
            if _is_control(element, target):
                return
            text = _SPACE.sub(" ", "".join(str(t) for t in element.itertext())).strip()
            self.links.append(Link(target=self.resolved(target), text=text, span=self.span_at(line)))
        elif tag == "img" and (target := element.get("src")):
            alt = element.get("alt") or ""
            self.links.append(Link(target=self.resolved(target), text=alt, span=self.span_at(line), image=True))

    def resolved(self, target: str) -> str:
        """A target as it is from the page's own address."""
        if not self.base:
            return target
        try:
            return _joined(self.base, target)
        except ValueError:
            return target

    def see_unequal(self, element: etree._Element, line: int) -> None:
        """Text that screen readers and other readers don't both get: alternative text, and that with ``aria-hidden``."""
        if alt := (element.get("alt") or "").strip():
            self.hidden.append(Hidden(how=Concealment.ALTERNATIVE_TEXT, text=alt, span=self.span_at(line)))
        if element.get("aria-hidden") == "true" and self.aria_hidden is None:
            self.aria_hidden = element
            content = _SPACE.sub(" ", "".join(str(t) for t in element.itertext())).strip()
            # Short texts are icons, which many pages hide from screen readers.
            if content.count(" ") >= _SENTENCE_BLANKS:
                self.hidden.append(Hidden(how=Concealment.ARIA_HIDDEN, text=content, span=self.span_at(line)))

    def closes(self, element: etree._Element, *, was_skipped: bool) -> None:
        tag = str(element.tag)
        if element is self.aria_hidden:
            self.aria_hidden = None
        if not was_skipped:
            if tag in _BLOCK:
                self.flush()
            if tag in _ROLES and self.roles:
                self.roles.pop()
            if element in self.parts_of:
                self.parts_of[element] = (self.parts_of[element][0], len(self.lines))
        self.add(element.tail)

    def span_at(self, line: int) -> TextSpan:
        """The line of the text that is being read, with its source line."""
        return replace(text_span(len(self.lines)), source_line=SourceLine(line))

    def add(self, text: str | None) -> None:
        if not text:
            return
        if "pre" in self.roles:
            self.add_preformatted(text)
            return
        if text.strip():
            if not self.parts:
                self.part_line = self.here + text[: len(text) - len(text.lstrip())].count("\n")
            self.parts.append(text)
            self.part_end = self.here + text.rstrip().count("\n")
        elif self.parts:
            self.parts.append(" ")
        self.here += text.count("\n")

    def add_preformatted(self, text: str) -> None:
        *whole, last = text.split("\n")
        for piece in whole:
            self.add_piece(piece)
            self.flush()
            self.here += 1
        self.add_piece(last)

    def add_piece(self, piece: str) -> None:
        if not self.parts:
            self.part_line = self.here
        self.part_end = self.here
        self.parts.append(piece)

    def flush(self) -> None:
        text = "".join(self.parts)
        text = text.rstrip() if "pre" in self.roles else _SPACE.sub(" ", text).strip()
        if text.strip():
            tag = next((t for t in ("pre", *(f"h{n}" for n in range(1, 7))) if t in self.roles), None)
            tag = tag or (self.roles[-1] if self.roles else "")
            level = int(tag[1]) if _ROLES.get(tag) is Role.HEADING else 0
            self.lines.append((text, self.part_line, max(self.part_line, self.part_end), _ROLES.get(tag), level))
        self.parts = []


def _hiding(element: etree._Element) -> Concealment | None:
    """How an element is hidden; ``None`` for a visible one."""
    if element.get("hidden") is not None:
        return Concealment.HIDDEN_ATTRIBUTE
    style = element.get("style")
    if style and _HIDING_STYLE.search(style.lower()):
        return Concealment.HIDDEN_STYLE
    return None
