"""A page in HTML inside another file, such as a chapter or the text of a mail: so much of it is read as memory allows."""

from typing import Final

from checkfirst import lazy_re
from checkfirst.reading.binary.text_builder import TextBuilder
from checkfirst.reading.parsed import Structure
from checkfirst.reading.text.html import read_html

#: Characters and tags of a page that are read. A tag takes some 500 bytes.
_CHARACTERS: Final = 6_000_000
_TAGS: Final = 250_000
_TAG: Final = lazy_re.compile("<")


def read_page_inside(out: TextBuilder, text: str) -> Structure:
    """The page, or its first part and in ``out`` the loss of the others."""
    end = _CHARACTERS
    if text.count("<") > _TAGS:
        end = min(end, next(m.start() for n, m in enumerate(_TAG.finditer(text)) if n == _TAGS))
    if end < len(text):
        out.end_left_out()
    return read_html(text[:end])
