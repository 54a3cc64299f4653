"""When two texts are the same: apart from white space and markup, or apart from numbers, signs and case.

``text_digest`` and ``words_digest`` are quick, for every document; ``without_markup`` is exact, for the few documents
that are compared after all.
"""

import hashlib
import re
from typing import Final

from checkfirst import core, lazy_re
from checkfirst.core import without_blanks
from checkfirst.measuring.text.tokens import encoded
from checkfirst.twins import QUOTATION_MARKS

_DIGEST_BYTES: Final = 16
#: Marks of headings, quotations and list items at the start of a line; lines that are rules or underlines; code and
#: emphasis marks around words. A sign before a number stays: it is no list item without a space after it.
_MARKUP: Final = lazy_re.compile(
    r"^[ \t]*(?:(?:#{1,6}|=+|>|[-*+•])[ \t]+|#{1,6}(?=[^\W\d]))+|^[ \t|:+=~^*\"'#-]{3,}$|[`|]|(?<!\w)[*_]{1,40}(?=\w)|(?<=[\w.,:;!?)])[*_]{1,40}(?!\w)",
    re.MULTILINE,
)


def text_digest(text: str, *, prose: bool) -> bytes:
    """A digest that is equal for texts that differ in white space, and in prose also for other markup.

    Some characters of markup that mean something elsewhere are left out too, so that texts of one digest are the same
    only if ``without_markup`` says so.
    """
    return _digest(without_blanks(text.encode("utf-8", "surrogatepass"), prose))


def words_digest(text: str) -> bytes:
    """A digest that is equal for texts that differ in numbers, signs and case alone."""
    return _digest(words_alone(text))


def words_alone(text: str) -> bytes:
    """The words of the text in lower case, without signs and with 0 for each number; in UTF-8."""
    return core.words_alone(encoded(text))


def without_markup(text: str, *, prose: bool = True) -> str:
    """The text with single spaces in place of all white space, in prose without markup of lines and emphasis."""
    for mark, plain in QUOTATION_MARKS.items():
        text = text.replace(mark, plain)
    return " ".join((_MARKUP.sub(_space_for_bar, text) if prose else text).split())


def _space_for_bar(match: re.Match[str]) -> str:
    """A bar separates the cells of a table; other markup is taken out."""
    return " " if match[0] == "|" else ""


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_DIGEST_BYTES).digest()
