"""Parts of an HTML page that its markup names: comments of readers, and what surrounds the text."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from lxml import etree, html

from checkfirst import lazy_re

#: Elements that a comment can be; its words are never in a smaller one.
_COMMENT_TAGS: Final = {"article", "li", "div", "details", "section", "tr", "dd", "dt", "blockquote", "td"}
#: Names for comments in classes and ids, as programs for blogs and forums have them.
_NAMED: Final = lazy_re.compile(
    r"comment|kommentar|comentari|coment[áa]rio|commento|commenti|reactie|komentar|reply(?!-?(?:to|link|form|btn|button))",
    re.IGNORECASE,
)
_NUMBER: Final = lazy_re.compile(r"\d+")
_SCHEMA: Final = lazy_re.compile(r"schema\.org/(?:User)?Comments?$")
#: Characters of the longest text that says when and by whom a comment was written; an hour, a day, a year, or how long ago.
_DATED_LENGTH: Final = 80
_WHEN: Final = lazy_re.compile(
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

#: First texts of a comment that are looked at, and elements around one. Not measured.
_MOST_TEXTS, _DEEPEST = 400, 30


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
    own = frozenset(group)
    return sum(_is_comment(element, own) for element in group) >= _DATED * len(group)


def _is_comment(element: etree._Element, group: frozenset[etree._Element]) -> bool:
    """Whether an element gives a day or an hour and says something that is no link; without the replies in it."""
    texts: list[tuple[str, bool]] = []
    timed, linked = False, set[etree._Element]()
    for text, path in _texts(element, group):
        texts.append((text, any(part.tag == "a" for part in path)))
        timed = timed or any(part.tag == "time" for part in path)
        if texts[-1][1]:
            linked.update(part for part in path if part.tag == "li" and part is not element)
    dated = [t for t, _ in texts if len(t) <= _DATED_LENGTH and _WHEN.search(t)]
    if not (dated or timed) or len(linked) >= _LIST:
        return False
    return any(len(t.split()) >= _WORDS for t, in_link in texts if not in_link and t not in dated[:1])


def _texts(element: etree._Element, group: frozenset[etree._Element]) -> Iterator[tuple[str, list[etree._Element]]]:
    """The first texts in an element, each with the elements around it up to this one; members of the group are left out.

    Each is walked through once, however deep comments stand in one another.
    """
    path: list[etree._Element] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    count = 0
    for event, part in walk:
        if event == "start":
            path.append(part)
            if part is not element and part in group:
                walk.skip_subtree()
                continue
            text = part.text
        else:
            path.pop()
            text = part.tail if part is not element else None
        if text and text.strip():
            count += 1
            yield text, path[-_DEEPEST:]
        if count >= _MOST_TEXTS:
            return


def around_elements(root: html.HtmlElement) -> Iterator[etree._Element]:
    """Elements around the text: menus, the foot of the page, buttons and forms, if they don't hold most of it."""
    sizes = _sizes(root)
    limit = _MOST_AROUND * max(1, sizes[root])
    found: Counter[str] = Counter()
    for element in root.iter("form", *_AROUND_TAGS, "div", "ul", "section"):
        tag = str(element.tag)
        if tag not in _AROUND_TAGS and tag != "form" and element.get("role") not in _AROUND_ROLES:
            continue
        if tag == "footer" and next(element.iterancestors("article", "blockquote"), None) is not None:
            continue
        size = sizes[element]
        found[tag] += size
        if size <= limit and found[tag] <= limit:
            yield element


def _sizes(root: html.HtmlElement) -> dict[etree._Element, int]:
    """The characters of the text in each element."""
    sizes: dict[etree._Element, int] = {}
    for _, element in etree.iterwalk(root, events=("end",)):
        sizes[element] = len(element.text or "") + sum(sizes.get(e, 0) + len(e.tail or "") for e in element)
    return sizes
