"""Comments in a document that accept findings about it: ``<!-- checkfirst: ignore CODE reason -->``."""

import re
from collections.abc import Iterator
from typing import Final

from checkfirst import lazy_re
from checkfirst.model.document import Document
from checkfirst.model.formats import Trait
from checkfirst.model.location import TextSpan, text_span
from checkfirst.model.losses import Concealment
from checkfirst.model.measures import Ignore

_IGNORE = lazy_re.compile(
    r"^\W{0,4}checkfirst:\s*ignore\s+([A-Za-z]{3}\d{0,3}(?:\s*,\s*[A-Za-z]{3}\d{0,3})*)(?!\w)[ \t:]*(.*)$", re.MULTILINE
)
#: Starts of comments in formats whose readers keep comments in the text, besides those of the type itself.
_COMMENT_STARTS: Final = ("#", "//", "--", ";", "%", "/*", "rem ", "REM ")


def ignores(document: Document) -> tuple[Ignore[TextSpan], ...]:
    """The accepted codes of all such comments, each with its lines and its reason."""
    if "checkfirst:" not in document.text and not any("checkfirst:" in h.text for h in document.hidden):
        return ()
    comments = [(h.text, h.span) for h in document.hidden if h.how is Concealment.COMMENT]
    if Trait.COMMENTS in document.traits:
        comments += _comment_lines(document)
    found = {
        (code.strip().upper(), span.source_line or span.start_line): (span, match[2].strip().rstrip("*/").strip())
        for comment, span in comments
        for match in _IGNORE.finditer(comment)
        for code in match[1].split(",")
    }
    return tuple(Ignore(code=code, span=span, reason=reason) for (code, _), (span, reason) in sorted(found.items()))


def _comment_lines(document: Document) -> Iterator[tuple[str, TextSpan]]:
    """The lines that begin with the sign of a comment, without the sign."""
    signs = document.spec.comments
    own = (signs.to_end, signs.enclosed[0] if signs.enclosed else None) if signs else ()
    starts = (*filter(None, own), *_COMMENT_STARTS)
    for number, line in enumerate(document.text.split("\n")):
        text = line.strip()
        if start := next(filter(text.startswith, starts), None):
            yield text.removeprefix(start), text_span(number)
