"""A walk through the tree of an HTML page: its text by blocks, and links, hidden text and headings on the way."""

import posixpath
from itertools import pairwise
from urllib.parse import urljoin

from lxml import etree, html
from msgspec.structs import replace

from checkfirst import lazy_re
from checkfirst.model.document import Link, Role
from checkfirst.model.location import SourceLine, TextSpan, text_span
from checkfirst.model.losses import Concealment, Hidden

SPACE = lazy_re.compile(r"\s+")
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
_DROPPED = {
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "head",
    "iframe",
    "object",
    "math",
    "canvas",
    "video",
    "audio",
}
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
_HIDING_STYLE = lazy_re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|(?:font-size|opacity)\s*:\s*0(?!\.?\d)")
#: Blanks from which text with ``aria-hidden`` is a sentence, not an icon. Not measured.
_SENTENCE_BLANKS = 3
#: lxml stops counting source lines here (libxml2 keeps 16 bits in its tree).
_LAST_COUNTED_LINE = 65_535


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


class Walk:
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
        told = frozenset(comments)
        others = (lines for element, lines in self.parts_of.items() if element not in told)
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
            if content := _words_of(element):
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
            text = _words_of(element)
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
            content = _words_of(element)
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
        text = text.rstrip() if "pre" in self.roles else SPACE.sub(" ", text).strip()
        if text.strip():
            tag = next((t for t in ("pre", *(f"h{n}" for n in range(1, 7))) if t in self.roles), None)
            tag = tag or (self.roles[-1] if self.roles else "")
            level = int(tag[1]) if _ROLES.get(tag) is Role.HEADING else 0
            self.lines.append((text, self.part_line, max(self.part_line, self.part_end), _ROLES.get(tag), level))
        self.parts = []


def _words_of(element: etree._Element) -> str:
    """All text in an element, on one line."""
    return SPACE.sub(" ", "".join(map(str, element.itertext()))).strip()


def _hiding(element: etree._Element) -> Concealment | None:
    """How an element is hidden; ``None`` for a visible one."""
    if element.get("hidden") is not None:
        return Concealment.HIDDEN_ATTRIBUTE
    style = element.get("style")
    if style and _HIDING_STYLE.search(style.lower()):
        return Concealment.HIDDEN_STYLE
    return None
