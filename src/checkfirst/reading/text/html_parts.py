"""Parts of an HTML page that its markup names: comments of readers, and what surrounds the text."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from lxml import etree, html

#: Elements that a comment can be; its words are never in a smaller one.
_COMMENT_TAGS: Final = {"article", "li", "div", "details", "section", "tr", "dd", "dt", "blockquote", "td"}
#: Names for comments in classes and ids, as programs for blogs and forums have them.
_NAMED: Final = re.compile(
    r"comment|kommentar|comentari|coment[áa]rio|commento|commenti|reactie|komentar|reply(?!-?(?:to|link|form|btn|button))",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"\d+")
_SCHEMA: Final = re.compile(r"schema\.org/(?:User)?Comments?$")
#: Characters of the longest text that says when and by whom a comment was written; an hour, a day, a year, or how long ago.
_DATED_LENGTH: Final = 80
_WHEN: Final = re.compile(
    r"(?<!\d)\d{1,2}[:h]\d\d|(?<![\d.])\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2}|(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}\.? [^\W\d]{3,12}\b"
)
#: Fewest comments, fewest words of a piece of one beside that text and outside links, and share of them that must have it. Not measured.
_COMMENTS: Final = 2
_WORDS: Final = 3
_DATED: Final = 0.5
#: Items with links that make an element a list of other things. Not measured.
_LIST: Final = 3
#: Elements with a group of others that is as numerous, by this share, hold each one of these. Not measured.
_AS_MANY: Final = 0.7
#: What surrounds the text, by element and by role.
_AROUND_TAGS: Final = {"nav", "footer", "button", "select", "textarea"}
_AROUND_ROLES: Final = {"navigation", "contentinfo", "search", "menubar", "toolbar"}
#: Share of a page's text that a form or a part around it has at most. Not measured.
_MOST_AROUND: Final = 0.4


def comment_elements(root: html.HtmlElement) -> list[etree._Element]:
    """The outermost elements that each hold one comment, in order; empty for fewer than two."""
    groups: dict[tuple[str, str], list[etree._Element]] = {}
    for element in root.iter(*_COMMENT_TAGS):
        if name := _name(element):
            groups.setdefault((str(element.tag), name), []).append(element)
    found = [group for group in groups.values() if len(group) >= _COMMENTS and _are_comments(group)]
    most = max((len(group) for group in found), default=0)
    # The first of the groups that are as numerous holds the others.
    return next((group for group in found if len(group) >= _AS_MANY * most), [])


def _name(element: etree._Element) -> str | None:
    """What the markup calls an element if it is a comment, without its number."""
    if _SCHEMA.search(element.get("itemtype") or "") or element.get("itemprop") == "comment":
        return "comment"
    tokens = [*(element.get("class") or "").split(), element.get("id") or ""]
    return next((_NUMBER.sub("", token).strip("-_") for token in tokens if _NAMED.search(token)), None)


def _are_comments(group: list[etree._Element]) -> bool:
    return sum(_is_comment(element) for element in group) >= _DATED * len(group)


def _is_comment(element: etree._Element) -> bool:
    """Whether an element gives a day or an hour and says something that is no link."""
    texts = [text for text in map(str, element.itertext()) if text.strip()]
    dated = [t for t in texts if len(t) <= _DATED_LENGTH and _WHEN.search(t)]
    if not dated and next(element.iter("time"), None) is None:
        return False
    if sum(item is not element and item.find(".//a") is not None for item in element.iter("li")) >= _LIST:
        return False
    said = [str(text) for text in element.xpath(".//text()[not(ancestor::a)]")]
    return any(len(text.split()) >= _WORDS for text in said if text not in dated[:1])


def around_elements(root: html.HtmlElement) -> Iterator[etree._Element]:
    """Elements around the text: menus, the foot of the page, buttons and forms, if they don't hold most of it."""
    limit = _MOST_AROUND * max(1, len(root.text_content()))
    sizes: Counter[str] = Counter()
    for element in root.iter("form", *_AROUND_TAGS, "div", "ul", "section"):
        tag = str(element.tag)
        if tag not in _AROUND_TAGS and tag != "form" and element.get("role") not in _AROUND_ROLES:
            continue
        if tag == "footer" and next(element.iterancestors("article", "blockquote"), None) is not None:
            continue
        sizes[tag] += (size := len("".join(map(str, element.itertext()))))
        if size <= limit and sizes[tag] <= limit:
            yield element
