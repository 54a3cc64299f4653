"""Shared by the rules on files that could not be read."""

from checkfirst.model.views import DocumentView
from checkfirst.safe_text import printable


def why(view: DocumentView) -> str:
    """The reader's reason for not reading the file, after a colon; an empty text where it gave none."""
    reason = dict(view.document.metadata).get("failure", "")
    return f": {printable(reason)}" if reason else ""
