"""A machine's answer with sections: what failed, why, and what the visitor or the owner of the site can do."""

from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.content.answer_sentences import NUMBERED, STATUS, STRAIGHT, Said, Words, sentences
from checkfirst.measuring.content.answer_words import ADDRESSED, CERTAIN
from checkfirst.measuring.text.lines import Lines
from checkfirst.model.document import Document, Role

# None of these numbers was measured.

#: Most words of such an answer, of the line that opens it, and lines before that line.
_MOST_WORDS, _OPENING_WORDS, _BEFORE = 260, 12, 2
#: Share of the headings that may name something else than the visitor and what failed.
_OTHER_HEADINGS: Final = 0.4
#: The number of a request or the visitor's address, in a line with other words.
_SERVED = lazy_re.compile(
    r"\b(?:ray|request|incident|event|reference|support|trace|transaction|session|anfrage|vorgangs?)[ -]?(?:id|code|number|nummer|#)\W{0,6}(?=[\w-]*\d)[\w-]{8,}"
    r"|\b(?:your|client|ihre|votre|tu|su|il tuo|seu|uw) (?:adresse |dirección |indirizzo |endereço )?ip(?:[- ]ad\w+)?\W{0,6}\d"
)
#: A visitor who asks.
_ASKS = lazy_re.compile(r"(?:^|\s)(?:i|my|me|ich|mir|mein|je|j'ai|mon|puedo|debo|mi|posso|devo|ik|mijn)(?=\s|\W|$)")
_ARTICLE = lazy_re.compile(
    r"^\W*(?:(?:this|the|our|that|diese[rs]?|die|der|das|unsere?|cette|ce|la|le|notre|esta|este|el|nuestr[oa]|questa|questo|il|deze|onze)\s+)?"
)


def sectioned_answer(document: Document, lines: Lines, words: int, known: Words) -> list[int]:
    """The lines that show that a text with sections is a server's answer; empty for others.

    Its opening says what failed, its headings speak to the visitor or ask for one, and only a server can have written
    one of its lines, or it opens with a statement about its own page.
    """
    headings = [s.span.start_line - 1 for s in document.segments if s.role is Role.HEADING]
    marked = any(s.role in {Role.TABLE, Role.CODE} for s in document.segments)
    if not headings or marked or words > _MOST_WORDS:
        return []
    said = sentences(lines)
    opening = next((s for s in said[: _BEFORE + 1] if _opens(s, known)), None)
    if opening is None or not _speak(lines, headings, known):
        return []
    served = [s for s in said if STATUS.match(s.text) or NUMBERED.match(s.text) or _SERVED.search(s.text)]
    if not served and known.site.match(_ARTICLE.sub("", opening.text)):
        served = [s for s in said if s is not opening and CERTAIN.search(s.text) and ADDRESSED.search(s.text)]
    return [opening.line, served[0].line] if served else []


def _opens(said: Said, known: Words) -> bool:
    return said.words <= _OPENING_WORDS and (known.tells_of_failure(said) or CERTAIN.search(said.text) is not None)


def _speak(lines: Lines, headings: list[int], known: Words) -> bool:
    """Whether the headings speak to the visitor, are a visitor's questions, or say what failed."""
    texts = [lines.texts[n].translate(STRAIGHT).lower().strip(" #*_") for n in headings]
    patterns = (ADDRESSED, _ASKS, CERTAIN, known.failed)
    other = [text for text in texts if not any(pattern.search(text) for pattern in patterns)]
    return len(other) <= _OTHER_HEADINGS * len(texts)
