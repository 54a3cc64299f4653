"""Comments in which a document says which findings about it are known: ``<!-- checkfirst: ignore CODE reason -->``."""

import re
from typing import Final

from checkfirst.model.document import Document, Format
from checkfirst.model.measures import Ignore

_IGNORE = re.compile(
    r"^\W{0,4}checkfirst:\s*ignore\s+([A-Za-z]{3}\d{0,3}(?:\s*,\s*[A-Za-z]{3}\d{0,3})*)(?!\w)[ \t:]*(.*)$", re.MULTILINE
)
#: What begins a comment, in formats whose readers keep comments in the text.
_SIGNS: Final = ("#", "//", "--", ";", "%", "/*", "rem ", "REM ")
_KEEP_COMMENTS: Final = {Format.DATA, Format.CODE, Format.TEXT}


def ignores(document: Document) -> tuple[Ignore, ...]:
    """The codes that the document names, each with the line and the reason that it gives."""
    if "checkfirst:" not in document.text and not any("checkfirst:" in h.text for h in document.hidden):
        return ()
    comments = [(h.text, h.line) for h in document.hidden if h.how == "comment"]
    if document.format in _KEEP_COMMENTS:
        lines = enumerate(document.text.split("\n"), start=1)
        comments += [(said.strip(), n) for n, said in lines if said.lstrip().startswith(_SIGNS)]
    found = {
        (code.strip().upper(), line): match[2].strip().rstrip("*/").strip()
        for said, line in comments
        for match in _IGNORE.finditer(said)
        for code in match[1].split(",")
    }
    return tuple(Ignore(code=code, line=line, reason=reason) for (code, line), reason in sorted(found.items()))
