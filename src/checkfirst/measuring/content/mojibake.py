"""Text decoded with the wrong encoding once and saved so."""

import re

from checkfirst.model.document import Span
from checkfirst.model.measures import Mark, Quote
from checkfirst.safe_text import shortened

#: What UTF-8 turns into when read as Latin-1, Windows-1252 and their like: a lead byte's letter
#: and a continuation byte's sign. A cheap look before the careful one is imported.
_SUSPECT = re.compile("[ÂÃÎÏÐÑâãäåæ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|\u00c2\u00a0|Ã¢â|ï»¿")
#: One of these begins every suspect; looking for single letters is quick.
_LEADING = "ÂÃÎÏÐÑâãäåæï"
_MOST = 20


def find_mojibake(texts: list[str], text: str) -> tuple[Mark, ...]:
    """The lines that hold mojibake, at most twenty of them."""
    if text.isascii() or not any(letter in text for letter in _LEADING) or not _SUSPECT.search(text):
        return ()
    from ftfy.badness import is_bad

    marks = []
    for number, line in enumerate(texts, start=1):
        if not line.isascii() and _SUSPECT.search(line) and is_bad(line[:4000]):
            span = Span(start_line=number, end_line=number)
            marks.append(Mark(what="mojibake", quote=Quote(span=span, text=shortened(line))))
            if len(marks) == _MOST:
                break
    return tuple(marks)
