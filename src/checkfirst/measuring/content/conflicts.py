"""Markers of a merge that all have the same indentation, as in a text that was indented as a whole."""

from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.text.quoting import quote
from checkfirst.model.document import Document
from checkfirst.model.formats import Trait
from checkfirst.model.traces import Trace, TraceKind

_START = lazy_re.compile(r"([ \t]+)<{7}(?: |$)")
_EDIT = lazy_re.compile(r"\s*<{7} (?:SEARCH|REPLACE|ORIGINAL|UPDATED)\b")
#: What stands before the words of a line: white space and the sign of a list item.
_BEFORE_WORDS = lazy_re.compile(r"[ \t]*(?:(?:[-*+•]|\d{1,3}[.)])[ \t]+)?")
#: Ends of a line that announces a sample.
_ANNOUNCING: Final = (":", "：", "::")


def indented_conflicts(document: Document, texts: list[str]) -> list[Trace]:
    """Traces of markers of start, middle and end with one indentation, which all lines between them have, too.

    Only text for people is searched: programs hold such markers in strings. Text that is indented further than the line
    above, or that the line above announces, is a sample.
    """
    if Trait.PROSE not in document.traits:
        return []
    traces, above, start, indent, middle = [], "", -1, "", False
    for n, text in enumerate(texts):
        bare = text.rstrip()
        if not bare:
            continue
        if start >= 0 and not bare.startswith(indent):
            start = -1
        if (found := _START.match(text)) and not is_edit(text):
            start = n if _goes_on(above, found[1]) else -1
            indent, middle = found[1], False
        elif start >= 0 and bare == f"{indent}=======":
            middle = True
        elif start >= 0 and middle and (bare + " ").startswith(f"{indent}>>>>>>> "):
            traces.append(Trace(kind=TraceKind.CONFLICT, quote=quote(texts, start, n)))
            start = -1
        above = bare
    return traces


def is_edit(text: str) -> bool:
    """Whether a text begins with an edit that a program is to make, which agents write in the signs of a merge."""
    return _EDIT.match(text) is not None


def _goes_on(above: str, indent: str) -> bool:
    """Whether a line with this indentation goes on with the text of the line above, or begins the document."""
    if not above:
        return True
    before = _BEFORE_WORDS.match(above)
    return before is not None and len(before[0]) == len(indent) and not above.endswith(_ANNOUNCING)
