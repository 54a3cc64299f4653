"""What the rules on files that could not be read say alike."""

from checkfirst.model.views import DocumentView
from checkfirst.safe_text import printable


def why(view: DocumentView) -> str:
    """What the reader said of a file that it could not read, after a colon; or nothing."""
    said = dict(view.document.metadata).get("failure", "")
    return f": {printable(said)}" if said else ""
