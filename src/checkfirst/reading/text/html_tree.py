"""The tree of an HTML page, with what browsers correct and the parser does not."""

from typing import Final

from lxml import etree, html

from checkfirst import lazy_re

_NO_XML: Final = lazy_re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_HEAD = {"head", "script", "style", "noscript", "template", "meta", "link", "title", "base"}


def parse(text: str) -> html.HtmlElement | None:
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
        body.text, children[first - 1].tail = _settable(children[first - 1].tail), None
    for position, element in enumerate(children[first:]):
        body.insert(position, element)
    if rest:
        children[-1].tail = _settable(f"{children[-1].tail or ''}{rest}")


def _settable(text: str | None) -> str | None:
    """The text without characters that lxml reads from a page and does not take back (XML 1.0, "Char")."""
    return _NO_XML.sub(" ", text) if text else text
