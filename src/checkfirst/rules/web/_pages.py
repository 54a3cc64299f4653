"""Which documents the rules on saved pages leave alone."""

from checkfirst.model.document import Format
from checkfirst.model.kinds import Group, Kind
from checkfirst.model.views import DocumentView

_NOT_PAGES = {Format.HTML, Format.CODE, Format.DATA, Format.BINARY}
#: Kinds whose own form looks like a page's furniture or thread to a reader of lines.
_LIKE_PAGES = (Group.DATA, Kind.TRANSCRIPT, Kind.EMAIL, Kind.CHANGELOG, Kind.MEETING_NOTES)


def is_no_text(view: DocumentView) -> bool:
    """Whether it is no text that a page could have been saved as: code, data, a page as such, a manual page."""
    return view.document.source.media_type == "text/troff" or view.document.format in _NOT_PAGES


def is_page_like(view: DocumentView) -> bool:
    """Whether it is no such text, or of a kind that looks like a saved page by its own form."""
    return is_no_text(view) or view.measures.kind.probability(*_LIKE_PAGES) >= 0.5
