"""Escapes the text of documents for the page."""

from html import escape

from checkfirst.safe_text import escaped, printable

_TAB = 4


def safe(text: str) -> str:
    """The text as HTML without markup; control, bidirectional and other invisible characters are shown as escapes."""
    return escape(printable(text), quote=True)


def safe_line(text: str) -> str:
    """A line as HTML without markup, with its blanks, so that code keeps its layout."""
    return escape(escaped(text.expandtabs(_TAB).rstrip()), quote=True)


def safe_path(path: str) -> str:
    """The path as HTML that may be broken into lines behind its slashes and underscores, not within its words."""
    return safe(path).replace("/", "/<wbr>").replace("_", "_<wbr>")
