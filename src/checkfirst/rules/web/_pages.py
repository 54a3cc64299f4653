"""Documents that the rules on saved pages skip."""

from checkfirst.model.document import Format
from checkfirst.model.kinds import Group, Kind
from checkfirst.model.views import DocumentView

#: Formats of which no document is a page saved as text; HTML is the page itself.
_NOT_PAGES = {Format.HTML, Format.CODE, Format.DATA, Format.BINARY}
#: Kinds and groups whose own lines look like page chrome or a comment thread.
_LIKE_PAGES = (Group.DATA, Kind.TRANSCRIPT, Kind.EMAIL, Kind.CHANGELOG, Kind.MEETING_NOTES)
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
    """Whether the format rules out a saved page, or the document's kind has lines that only look like one."""
    return is_not_saved_text(view) or is_like_page(view)


def is_like_page(view: DocumentView) -> bool:
    """Whether a document is probably of a kind whose lines look like those of a page or a thread."""
    return view.measures.kind.probability(*_LIKE_PAGES) >= _LIKE_PAGES_FROM
