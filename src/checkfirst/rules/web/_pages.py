"""Documents that the rules on saved pages skip."""

import re
from collections import Counter
from itertools import islice

from checkfirst import lazy_re
from checkfirst.model.document import Format
from checkfirst.model.kinds import Group, Kind
from checkfirst.model.views import DocumentView

#: Formats of which no document is a page saved as text; HTML is the page itself.
_NOT_PAGES = {Format.HTML, Format.CODE, Format.DATA, Format.BINARY}
#: Kinds and groups whose own lines look like page chrome or a comment thread.
_LIKE_PAGES = (Group.DATA, Kind.TRANSCRIPT, Kind.EMAIL, Kind.CHANGELOG, Kind.MEETING_NOTES)
#: Separators of columns; lines that are looked at, fewest of them, and their share from which they are rows. Not measured.
_SEPARATORS = (",", ";", "\t", "|")
_LOOKED_AT, _FEWEST_ROWS, _ROWS_FROM = 400, 8, 0.8
#: A line that only says the number of a page of print, and different ones from which a text is a book or a report. Not
#: measured.
_PAGE_MARK = lazy_re.compile(
    r"^\W{0,6}(?:(?:page|seite|página|pagina|strona|strana|sayfa|trang|halaman|sida|side|страница|стр\.?|сторінка|صفحة|페이지)\s?#?(\d{1,4})"
    r"(?:\s?(?:of|/|von|sur|de|di|van|z|ze|iz|из)\s?\d{1,4})?|第?\s?(\d{1,4})\s?(?:页|頁|ページ|페이지))\W{0,6}$",
    re.IGNORECASE | re.MULTILINE,
)
_FEWEST_PAGES = 20
#: Summed probability of those kinds from which a document is skipped; not measured.
_LIKE_PAGES_FROM = 0.5
#: Probability of being technical from which a finding is less severe: documentation is often read on web pages. Not measured.
TECHNICAL_FROM = 0.5


def is_not_saved_text(view: DocumentView) -> bool:
    """Whether the format rules out a web page saved as text: code, data, HTML itself, a manual page, a book."""
    return (
        view.document.source.media_type in {"text/troff", "application/epub+zip"}
        or view.document.format in _NOT_PAGES
        or _is_of_print(view.document.text)
    )


def _is_of_print(text: str) -> bool:
    """Whether a text was taken from many numbered pages of print, whose running titles and misread lines are no menus."""
    numbers = {match[1] or match[2] for match in _PAGE_MARK.finditer(text)}
    return len(numbers) >= _FEWEST_PAGES


def is_skipped(view: DocumentView) -> bool:
    """Whether the format rules out a saved page, or the document's kind or columns have lines that only look like one."""
    return is_not_saved_text(view) or is_like_page(view) or _has_columns(view.document.text)


def _has_columns(text: str) -> bool:
    """Whether nearly all lines have one number of one separator: rows of a table, whatever the file is called."""
    lines = [line for line in islice(text.split("\n"), _LOOKED_AT) if line.strip()]
    if len(lines) < _FEWEST_ROWS:
        return False
    for separator in _SEPARATORS:
        counts = Counter(line.count(separator) for line in lines)
        number, rows = counts.most_common(1)[0]
        if number and rows >= _ROWS_FROM * len(lines):
            return True
    return False


def is_like_page(view: DocumentView) -> bool:
    """Whether a document is probably of a kind whose lines look like those of a page or a thread."""
    return view.measures.kind.probability(*_LIKE_PAGES) >= _LIKE_PAGES_FROM
