"""Words of a page that a browser keeps and does not show: in attributes, elements without display, and behind styles."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final

from lxml import etree, html

from checkfirst import lazy_re
from checkfirst.model.losses import Concealment
from checkfirst.reading.text.hiding_styles import declarations, is_not_displayed, is_white, trick_of

#: A passage that is hidden in a page: how, its words, its line in the source.
Unseen = tuple[Concealment, str, int]
_SPACE: Final = lazy_re.compile(r"\s+")
#: Fewest words that are a passage, characters that are kept of one, and passages of a page. Not measured.
_FEWEST: Final = 4
_LONGEST: Final = 2_000
_MOST: Final = 300
#: Elements of a page whose words no browser shows.
_UNSEEN: Final = frozenset({"template", "noscript", "noframes", "title", "desc", "metadata"})
_SHOWN_NOWHERE: Final = ("title", "placeholder", "summary", "content", "value", "srcdoc", "label")
#: The last part of a selector, if it is one class or one id.
_SELECTOR: Final = lazy_re.compile(r"(?:^|[\s>+~/a-z0-9])([.#][\w-]{1,80})$", re.IGNORECASE)
#: Characters of style sheets that are read, of a selector and of a rule, and rules that are kept. Not measured.
_SHEETS: Final = 200_000
_LONGEST_SELECTOR, _LONGEST_RULE = 400, 2_000
_RULES: Final = 2_000
#: Pieces of the text of an element that are read.
_PIECES: Final = 200


def unseen(root: html.HtmlElement) -> Iterator[Unseen]:
    """The first passages of a page that are not shown, besides comments and what its walk knows."""
    rules = _rules(root)
    count = 0
    for element in root.iter(etree.Element):
        for how, text in _of_element(element, rules):
            words = _SPACE.sub(" ", text[: 2 * _LONGEST]).strip()
            if len(words.split(" ", _FEWEST)) >= _FEWEST or not words.isascii():
                yield how, words[:_LONGEST], element.sourceline or 1
                count += 1
        if count >= _MOST:
            return


def _of_element(element: etree._Element, rules: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[Concealment, str]]:
    tag = _local(element)
    for name, value in element.attrib.items():
        unseen_name = str(name) in _SHOWN_NOWHERE or str(name).startswith(("data-", "aria-"))
        if unseen_name and (" " in str(value).strip() or not str(value).isascii()):
            yield Concealment.ATTRIBUTE, str(value)
    if tag in _UNSEEN:
        yield Concealment.NOT_SHOWN, _words(element)
    if tag == "text" and element.getparent() is not None:
        yield Concealment.NOT_SHOWN, _words(element)
    style = _style(element, rules)
    if style and tag not in ("body", "html"):
        trick = trick_of(style)
        if trick or is_white(style):
            yield (Concealment.TRICK_OF_STYLE if trick else Concealment.WHITE_TEXT), _words(element)
        elif is_not_displayed(style):
            yield Concealment.HIDDEN_STYLE, _words(element)


def _style(element: etree._Element, rules: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """The declarations of an element: of the sheet by its classes and its id, then its own."""
    found: dict[str, str] = {}
    if rules:
        keys = [f".{name}" for name in (element.get("class") or "").split()]
        for key in (*keys, f"#{element.get('id')}"):
            found |= rules.get(key, {})
    own = element.get("style")
    return found | declarations(own) if own else found


def _rules(root: html.HtmlElement) -> dict[str, dict[str, str]]:
    """The declarations of the page's own style sheets by class or id, of those that may hide."""
    sheets = "\n".join(sheet.text or "" for sheet in root.iter("style"))[:_SHEETS]
    found: dict[str, dict[str, str]] = {}
    for piece in sheets.split("}"):
        selectors, _, body = piece.rpartition("{")
        style = declarations(body[:_LONGEST_RULE])
        if not style or not (trick_of(style) or is_white(style) or is_not_displayed(style)):
            continue
        for selector in selectors[-_LONGEST_SELECTOR:].split(","):
            if match := _SELECTOR.search(selector.strip()):
                found.setdefault(match[1], {}).update(style)
        if len(found) >= _RULES:
            break
    return found


def _words(element: etree._Element) -> str:
    return "".join(map(str, islice(element.itertext(), _PIECES)))


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]
