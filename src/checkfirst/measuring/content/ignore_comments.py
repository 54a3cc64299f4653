"""Comments in which a document says which findings about it are known: ``<!-- checkfirst: ignore CODE reason -->``."""

import re
from typing import Final

from checkfirst.model.document import Document
from checkfirst.model.formats import Trait
from checkfirst.model.location import TextSpan, text_span
from checkfirst.model.losses import Concealment
from checkfirst.model.measures import Ignore

_IGNORE = re.compile(
    r"^\W{0,4}checkfirst:\s*ignore\s+([A-Za-z]{3}\d{0,3}(?:\s*,\s*[A-Za-z]{3}\d{0,3})*)(?!\w)[ \t:]*(.*)$", re.MULTILINE
)
#: What begins a comment, in formats whose readers keep comments in the text.
_SIGNS: Final = ("#", "//", "--", ";", "%", "/*", "rem ", "REM ")


def ignores(document: Document) -> tuple[Ignore[TextSpan], ...]:
    """The codes that the document names, each with the line and the reason that it gives."""
    if "checkfirst:" not in document.text and not any("checkfirst:" in h.text for h in document.hidden):
        return ()
    comments = [(h.text, h.span) for h in document.hidden if h.how is Concealment.COMMENT]
    if Trait.COMMENTS in document.traits:
        lines = enumerate(document.text.split("\n"))
        comments += [(said.strip(), text_span(n)) for n, said in lines if said.lstrip().startswith(_SIGNS)]
    found = {
        (code.strip().upper(), span.source_line or span.start_line): (span, match[2].strip().rstrip("*/").strip())
        for said, span in comments
        for match in _IGNORE.finditer(said)
        for code in match[1].split(",")
    }
    return tuple(Ignore(code=code, span=span, reason=reason) for (code, _), (span, reason) in sorted(found.items()))
