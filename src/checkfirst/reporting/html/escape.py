"""Escapes the text of documents for the page."""

from html import escape

from checkfirst.safe_text import printable


def safe(text: str) -> str:
    """The text as HTML without markup; control, bidirectional and other invisible characters are shown as escapes."""
    return escape(printable(text), quote=True)
