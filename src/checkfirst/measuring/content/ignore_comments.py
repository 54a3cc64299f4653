"""Comments in a document that accept findings about it: ``<!-- checkfirst: ignore CODE reason -->``."""

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
#: Starts of comments in formats whose readers keep comments in the text.
_COMMENT_STARTS: Final = ("#", "//", "--", ";", "%", "/*", "rem ", "REM ")


def ignores(document: Document) -> tuple[Ignore[TextSpan], ...]:
    """The accepted codes of all such comments, each with its lines and its reason."""
    if "checkfirst:" not in document.text and not any("checkfirst:" in h.text for h in document.hidden):
        return ()
    comments = [(h.text, h.span) for h in document.hidden if h.how is Concealment.COMMENT]
    if Trait.COMMENTS in document.traits:
        lines = enumerate(document.text.split("\n"))
        comments += [(line.strip(), text_span(n)) for n, line in lines if line.lstrip().startswith(_COMMENT_STARTS)]
    found = {
        (code.strip().upper(), span.source_line or span.start_line): (span, match[2].strip().rstrip("*/").strip())
        for comment, span in comments
        for match in _IGNORE.finditer(comment)
        for code in match[1].split(",")
    }
    return tuple(Ignore(code=code, span=span, reason=reason) for (code, _), (span, reason) in sorted(found.items()))
