"""A wall in front of a text: little of the document, and for the rest a dialog for consent or an offer to subscribe."""

from typing import Final

from checkfirst.measuring.content.answer_words import ADDRESSED, PAID, SIGN_IN
from checkfirst.measuring.text.lines import Lines
from checkfirst.model.document import Document, Role

# None of these numbers was measured.

#: Most words of the text in front of a wall; share of all words that a dialog and an offer have at least.
_TEXT_WORDS: Final = 160
_DIALOG_SHARE: Final = 0.4
_OFFER_SHARE: Final = 0.2
#: Most words of a button and of an offer; fewest lines of an offer.
_BUTTON_WORDS: Final = 5
_OFFER_WORDS: Final = 160
_OFFER_LINES: Final = 2
#: Headings from which a document has sections: it is complete.
_SECTIONS: Final = 3


def find_wall(document: Document, lines: Lines, consent: tuple[int, ...]) -> tuple[int, ...]:
    """The lines of the wall, numbered from 0; empty for a text that has none or is long enough to be complete."""
    total = int(lines.word_counts.sum())
    if total > _TEXT_WORDS + _OFFER_WORDS or sum(s.role is Role.HEADING for s in document.segments) >= _SECTIONS:
        return ()
    if consent and sum(int(lines.word_counts[n]) for n in consent) >= _DIALOG_SHARE * total:
        return consent
    offer = _offer(lines)
    words = sum(int(lines.word_counts[n]) for n in offer)
    return (
        offer
        if words >= _OFFER_SHARE * total and total - words <= _TEXT_WORDS and len(offer) < len(lines.filled)
        else ()
    )


def _offer(lines: Lines) -> tuple[int, ...]:
    """The last lines, from the first that speaks to the reader of a subscription, with a button among them."""
    filled = lines.filled.tolist()
    lowered = {n: lines.texts[n].lower().replace("’", "'") for n in filled}
    about = [n for n in filled if PAID.search(lowered[n]) or SIGN_IN.match(lowered[n])]
    asked = [n for n in about if lines.word_counts[n] > _BUTTON_WORDS and ADDRESSED.search(lowered[n])]
    buttons = [n for n in about if lines.word_counts[n] <= _BUTTON_WORDS and lowered[n].strip()[-1:] not in ".;"]
    if len(about) < _OFFER_LINES or not asked or not buttons:
        return ()
    offer = tuple(n for n in filled if n >= about[0])
    # An offer is all that follows: a text that goes on below it is not cut off by it.
    between = sum(int(lines.word_counts[n]) for n in offer if n not in about)
    return offer if 2 * between <= sum(int(lines.word_counts[n]) for n in offer) else ()
