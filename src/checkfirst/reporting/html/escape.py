"""Words of documents as words of the page."""

from html import escape

from checkfirst.safe_text import printable


def safe(text: str) -> str:
    """Words that can't be markup: control and bidirectional characters are shown, not obeyed."""
    return escape(printable(text), quote=True)
