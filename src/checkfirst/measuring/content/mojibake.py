"""Mojibake: text that was once decoded with the wrong encoding and saved."""

from checkfirst import lazy_re
from checkfirst.measuring.content.samples_in_text import without_samples
from checkfirst.measuring.text.quoting import quote
from checkfirst.model.document import Document
from checkfirst.model.losses import LossKind
from checkfirst.model.traces import Trace, TraceKind

#: UTF-8 read as Latin-1, Windows-1252 or the like: the letter of a lead byte and the character of a continuation byte.
#: Only if it matches is ftfy imported, which takes time.
_SUSPECT = lazy_re.compile("[ÂÃÎÏÐÑâãäåæ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|\u00c2\u00a0|Ã¢â|ï»¿")
#: First characters of ``_SUSPECT``; searching single letters is quicker than the pattern.
_LEADING = "ÂÃÎÏÐÑâãäåæï"
#: Fewest signs for lost letters: texts about encodings name it once or twice. Not measured.
_FEWEST_LOST = 4
#: Most traces of one document.
_MOST = 20
#: Number of first characters of a line that are tested.
_TESTED = 4_000


def find_mojibake(document: Document, texts: list[str]) -> tuple[Trace, ...]:
    """The first ``_MOST`` lines with mojibake outside code spans and code blocks."""
    text = document.text
    if "\ufffd" in text and (lost := _replaced(document, texts)):
        return lost
    if text.isascii() or not any(letter in text for letter in _LEADING) or not _SUSPECT.search(text):
        return ()
    from ftfy.badness import is_bad

    traces = []
    for number, line in enumerate(without_samples(document, texts)):
        if not line.isascii() and _SUSPECT.search(line) and is_bad(line[:_TESTED]):
            traces.append(Trace(kind=TraceKind.MOJIBAKE, quote=quote(texts, number)))
            if len(traces) == _MOST:
                break
    return tuple(traces)


def _replaced(document: Document, texts: list[str]) -> tuple[Trace, ...]:
    """The lines in which the sign for lost letters stands, if it was saved in the text rather than put there by reading."""
    if any(loss.kind is LossKind.UNDECODABLE_BYTES for loss in document.losses):
        return ()
    outside = without_samples(document, texts)
    lines = [n for n, line in enumerate(outside) if "\ufffd" in line]
    if sum(outside[n].count("\ufffd") for n in lines) < _FEWEST_LOST:
        return ()
    return tuple(Trace(kind=TraceKind.MOJIBAKE, quote=quote(texts, n)) for n in lines[:_MOST])
