"""When two texts are the same: apart from white space and markup, or apart from numbers, signs and case.

``text_digest`` and ``words_digest`` are quick, for every document; ``without_markup`` is exact, for the few documents
that are compared after all.
"""

import hashlib
import re
from typing import Final

from checkfirst.measuring.text.tokens import split_words

_DIGEST_BYTES: Final = 16
#: Typographic forms of quotation marks, and characters without width.
_QUOTATION_MARKS: Final = {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00ad": "", "\ufeff": ""}
_QUOTATION_BYTES: Final = tuple((a.encode(), b.encode()) for a, b in _QUOTATION_MARKS.items())
#: Other signs outside ASCII that are frequent in prose; the tokeniser turns those of ASCII into spaces.
_SIGN_BYTES: Final = tuple(sign.encode() for sign in "–—…•·«»„‚€£¥°±−×≤≥≠→§、。，：；「」（）")
#: ASCII characters of emphasis, code, tables and headings, and words that are list items, rules or underlines.
_MARKUP_BYTES: Final = b"*_`|#"
_RULE_BYTES: Final = b"-=~:+>^"
_BULLET: Final = "•".encode()
#: Marks of headings, quotations and list items at the start of a line; lines that are rules or underlines; code and
#: emphasis marks around words. A sign before a number stays: it is no list item without a space after it.
_MARKUP: Final = re.compile(
    r"^[ \t]*(?:(?:#{1,6}|=+|>|[-*+•])[ \t]+|#{1,6}(?=[^\W\d]))+|^[ \t|:+=~^*\"'#-]{3,}$|[`|]|(?<!\w)[*_]{1,40}(?=\w)|(?<=[\w.,:;!?)])[*_]{1,40}(?!\w)",
    re.MULTILINE,
)
#: Numbers that follow one another count as one, so that "1,000" and "2.5 to 3" have the same words as "7".
_NUMBERS: Final = re.compile(rb"0[0 ]*")


def text_digest(text: str, *, prose: bool) -> bytes:
    """A digest that is equal for texts that differ in white space, and in prose also for other markup.

    Some characters of markup that mean something elsewhere are left out too, so that texts of one digest are the same
    only if ``without_markup`` says so.
    """
    data = _encoded(text)
    if not prose:
        return _digest(b" ".join(data.split()))
    words = data.replace(b"|", b" ").translate(None, _MARKUP_BYTES).replace(_BULLET, b" ").split()
    return _digest(b" ".join([word for word in words if word.strip(_RULE_BYTES)]))


def words_digest(text: str) -> bytes:
    """A digest that is equal for texts that differ in numbers, signs and case alone."""
    return _digest(words_alone(text))


def words_alone(text: str) -> bytes:
    """The words of the text in lower case, without signs and with 0 for each number; in UTF-8."""
    flat = text.replace("\n", " ")
    for mark, plain in _QUOTATION_MARKS.items():
        flat = flat.replace(mark, plain)
    if not flat.isascii():
        data = flat.encode("utf-8", "surrogatepass")
        for sign in _SIGN_BYTES:
            data = data.replace(sign, b" ")
        flat = data.decode("utf-8", "surrogatepass")
    return _NUMBERS.sub(b" 0 ", b" ".join(split_words(flat)))


def without_markup(text: str, *, prose: bool = True) -> str:
    """The text with single spaces in place of all white space, in prose without markup of lines and emphasis."""
    for mark, plain in _QUOTATION_MARKS.items():
        text = text.replace(mark, plain)
    return " ".join((_MARKUP.sub(_space_for_bar, text) if prose else text).split())


def _space_for_bar(match: re.Match[str]) -> str:
    """A bar separates the cells of a table; other markup is taken out."""
    return " " if match[0] == "|" else ""


def _encoded(text: str) -> bytes:
    """The text in UTF-8 with plain quotation marks."""
    data = text.encode("utf-8", "surrogatepass")
    for mark, plain in _QUOTATION_BYTES:
        data = data.replace(mark, plain)
    return data


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_DIGEST_BYTES).digest()
