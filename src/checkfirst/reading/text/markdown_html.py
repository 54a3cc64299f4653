"""HTML within Markdown: its links and ids, which CommonMark passes on as they are."""

import re
from collections.abc import Iterator
from typing import Final

from checkfirst import lazy_re
from checkfirst.model.document import Anchor, Link
from checkfirst.model.location import text_span

_LINK: Final = lazy_re.compile(
    r"""<(?:a\b[^>]{0,500}?[\s"']href|(img)\b[^>]{0,500}?[\s"']src)\s*=\s*["']([^"']{1,2000})["']""", re.IGNORECASE
)
#: Characters of a tag behind its address in which its other attributes are. Not measured.
_MOST_TAG: Final = 1_000
_ID: Final = lazy_re.compile(r"""<[a-z][^>]{0,500}?\b(?:id|name)\s*=\s*["']?([^"'\s>]{1,1000})""", re.IGNORECASE)


def html_links(html: str, line: int) -> Iterator[Link]:
    """The links and pictures of HTML that begins on a line (from 0), without those that lead to their own place."""
    for match, number in _numbered(_LINK, html, line):
        tag = html[match.start() : match.end() + _MOST_TAG].partition(">")[0]
        is_scripted = match[2].startswith("#") and "onclick" in tag
        # The place of a heading, as GitBook marks it.
        is_own_place = match[2] in _ID.findall(f"{tag}>")
        if not is_scripted and not is_own_place:
            yield Link(target=match[2], text="", span=text_span(number), image=bool(match[1]))


def html_ids(html: str, line: int) -> Iterator[Anchor]:
    """The ids and names of the elements of HTML that begins on a line (from 0)."""
    for match, number in _numbered(_ID, html, line):
        yield Anchor(text=match[1], span=text_span(number), explicit=True)


def _numbered(pattern: re.Pattern[str], html: str, line: int) -> Iterator[tuple[re.Match[str], int]]:
    """The matches of a pattern, each with its line."""
    number, counted = line, 0
    for match in pattern.finditer(html):
        number, counted = number + html.count("\n", counted, match.start()), match.start()
        yield match, number
