"""Escapes the text of documents for the page."""

from html import escape
from typing import Final

from checkfirst import lazy_re
from checkfirst.safe_text import escaped, printable

_TAB = 4
_CODE: Final = lazy_re.compile(r"`([^`]+)`")
#: Blanks of other sorts: they would be shown as escapes.
_BLANK: Final = lazy_re.compile(r"[^\S \t]")


def safe(text: str) -> str:
    """The text as HTML without markup; control, bidirectional and other invisible characters are shown as escapes."""
    return escape(printable(text), quote=True)


def one_blank(line: str) -> str:
    """The line with blanks of all sorts, such as those that don't break, as plain ones."""
    return _BLANK.sub(" ", line)


def safe_line(text: str) -> str:
    """A line as HTML without markup, with its blanks, so that code keeps its layout."""
    return escape(escaped(text.expandtabs(_TAB).rstrip()), quote=True)


def safe_path(path: str) -> str:
    """The path as HTML that may be broken into lines behind its slashes and underscores, not within its words."""
    return safe(path).replace("/", "/<wbr>").replace("_", "_<wbr>")


def with_code(text: str) -> str:
    """The text of a rule as HTML, with what stands in backticks as code."""
    return _CODE.sub(r"<code>\1</code>", safe(text))
