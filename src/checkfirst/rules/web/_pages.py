"""Documents that the rules on saved pages skip."""

from collections import Counter
from itertools import islice

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
#: Summed probability of those kinds from which a document is skipped; not measured.
_LIKE_PAGES_FROM = 0.5
#: Probability of being technical from which a finding is less severe: documentation is often read on web pages. Not measured.
TECHNICAL_FROM = 0.5


def is_not_saved_text(view: DocumentView) -> bool:
    """Whether the format rules out a web page saved as text: code, data, HTML itself, a manual page, a book."""
    return (
        view.document.source.media_type in {"text/troff", "application/epub+zip"} or view.document.format in _NOT_PAGES
    )


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
