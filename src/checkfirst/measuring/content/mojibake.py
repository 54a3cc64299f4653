"""Text decoded with the wrong encoding once and saved so."""

import re

from checkfirst.measuring.text.quoting import quote
from checkfirst.model.measures import Trace, TraceKind

#: What UTF-8 turns into when read as Latin-1, Windows-1252 and their like: a lead byte's letter
#: and a continuation byte's sign. A cheap look before the careful one is imported.
_SUSPECT = re.compile("[ÂÃÎÏÐÑâãäåæ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|\u00c2\u00a0|Ã¢â|ï»¿")
#: One of these begins every suspect; looking for single letters is quick.
_LEADING = "ÂÃÎÏÐÑâãäåæï"
_MOST = 20


def find_mojibake(texts: list[str], text: str) -> tuple[Trace, ...]:
    """The lines that hold mojibake, at most twenty of them."""
    if text.isascii() or not any(letter in text for letter in _LEADING) or not _SUSPECT.search(text):
        return ()
    from ftfy.badness import is_bad

    traces = []
    for number, line in enumerate(texts):
        if not line.isascii() and _SUSPECT.search(line) and is_bad(line[:4000]):
            traces.append(Trace(kind=TraceKind.MOJIBAKE, quote=quote(texts, number)))
            if len(traces) == _MOST:
                break
    return tuple(traces)
