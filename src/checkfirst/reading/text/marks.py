"""Marks without which a search through a text finds nothing, sought for all of these searches in one pass.

Most texts have few of them. A mark is found whatever the case of its letters.
"""

from enum import IntEnum
from functools import cache, lru_cache
from typing import Final

from checkfirst.core import LiteralTable, literal_table, text_literals


class Mark(IntEnum):
    """What is searched, as a bit."""

    TEMPLATE_COMMENT = 1 << 0
    """Ends of comments of templates."""
    BODY = 1 << 1
    """What opens an indented body in Markdown for MkDocs."""
    FENCE = 1 << 2
    """Fences of code blocks."""
    END_TAG = 1 << 3
    """Ends of elements."""
    HTML_HEADING = 1 << 4
    """Headings written as HTML."""
    SUMMARY = 1 << 5
    """Titles of blocks that unfold."""
    DEFINITION = 1 << 6
    """Definitions of links."""
    LABEL = 1 << 7
    """Labels of MyST and of reStructuredText."""
    INCLUDE = 1 << 8
    """Directives that put a file into a page."""
    WIKI = 1 << 9
    """Wiki links."""
    TOCTREE = 1 << 10
    """Toctrees of Sphinx."""
    MADE = 1 << 11
    """What a site generator replaces by blocks."""
    RESPEC = 1 << 12
    """Signs of a source for ReSpec or Bikeshed."""
    ID = 1 << 13
    """Ids at the ends of lines, or on lines of their own, that are not in braces."""


WORDS: Final[dict[Mark, tuple[str, ...]]] = {
    Mark.TEMPLATE_COMMENT: ("#}", "endcomment", "{% #", "{%- #", "*/}}", "*/ }}", "*/ -}}", "--}}", "--~}}"),
    Mark.BODY: ("!!!", "???", '=== "', '===+ "', '===! "'),
    Mark.FENCE: ("```", "~~~"),
    Mark.END_TAG: ("</",),
    Mark.HTML_HEADING: ("</h1", "</h2", "</h3", "</h4", "</h5", "</h6"),
    Mark.SUMMARY: ("<summary",),
    Mark.DEFINITION: ("]:",),
    Mark.LABEL: (")=", ":name:", "label:", "$$", ".. _", "..\t_"),
    Mark.INCLUDE: (
        *("include::", "include}", "{{#include", "{{#rustdoc_include", "8<", "{{<", "{{%", "<!--", "{%"),
        *('.md"', ".md'", '.mdx"', ".mdx'", '"include', "'include", ":include", "[!include", "includes:"),
    ),
    Mark.WIKI: ("[[",),
    Mark.TOCTREE: ("toctree",),
    Mark.MADE: ("==", "::", "[toc]", "{{", "{%", "{#", "<%", "md:", "/>", "`{"),
    Mark.RESPEC: ("respecconfig", "<script", "shortname:"),
    Mark.ID: (":id=", ")=", "r[", "$$$"),
}
#: Letters outside ASCII that patterns take for those of ASCII when they ignore case: where one is, any mark may be.
_ALIKE: Final = "\u0130\u0131\u017f\u212a"


def has(text: str, mark: Mark) -> bool:
    """Whether a text may have one of the marks."""
    return bool(_found(text) & mark)


# The text as it is written, as it is shown and as it is parsed differ now and then.
@lru_cache(maxsize=3)
def _found(text: str) -> int:
    """The bits of all marks that a text has."""
    return text_literals(text.encode("utf-8", "surrogatepass"), _table())


@cache
def _table() -> LiteralTable:
    bits = {letter.encode(): sum(Mark) for letter in _ALIKE}
    for mark, words in WORDS.items():
        for word in words:
            bits[word.encode()] = bits.get(word.encode(), 0) | mark
    return literal_table(bits)
