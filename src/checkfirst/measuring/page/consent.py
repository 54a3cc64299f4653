"""A dialog that asks for consent above or below a text: sentences to the visitor about what is stored, and a row of buttons."""

from collections.abc import Collection
from typing import Final

from checkfirst.measuring.content.answer_words import ADDRESSED, CONSENT, STORED
from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.sought import Sought, holds
from checkfirst.model.document import Document
from checkfirst.model.formats import Trait

# None of these numbers was measured.

#: Most words of a button, of a dialog, and of one of its lines.
_BUTTON_WORDS: Final = 5
_DIALOG_WORDS, _LINE_WORDS = 260, 120
#: Fewest buttons in a row.
_ROW: Final = 2
#: Most non-blank lines between a dialog and the nearer end of the text.
_FROM_END: Final = 8
#: Non-blank lines at either end of a text that are searched.
_SEARCHED: Final = 40
#: Share of the words of the other sentences that may be about what is stored: a policy speaks of nothing else.
_OF_POLICY: Final = 0.3


def find_consent(document: Document, lines: Lines) -> tuple[int, ...]:
    """The lines of a dialog, numbered from 0; empty without one, and in a text that is about consent itself."""
    if Trait.PROSE not in document.traits or Trait.TYPESET in document.traits:
        return ()
    if not holds(document.text, Sought.STORED):
        return ()
    filled = lines.filled.tolist()
    near = {*filled[:_FROM_END], *filled[-_FROM_END:]}
    ranks = sorted({*range(min(_SEARCHED, len(filled))), *range(max(0, len(filled) - _SEARCHED), len(filled))})
    lowered = {filled[k]: lines.texts[filled[k]].lower() for k in ranks if lines.word_counts[filled[k]] <= _LINE_WORDS}
    for k in (k for k in ranks if filled[k] in lowered and _asks(lines, filled[k], lowered[filled[k]])):
        first, last = _reach(lines, filled, lowered, k)
        inside = filled[first : last + 1]
        if near.isdisjoint(inside) or sum(int(lines.word_counts[n]) for n in inside) > _DIALOG_WORDS:
            continue
        if _has_row(lines, lowered, inside) and not is_policy(lines, set(filled) - set(inside)):
            return tuple(inside)
    return ()


def asks_for_consent(sentence: str) -> bool:
    """Whether a sentence in lower case asks its reader for consent to what is stored."""
    return all(words.search(sentence) for words in (STORED, CONSENT, ADDRESSED))


def _asks(lines: Lines, n: int, text: str) -> bool:
    sentence = lines.word_counts[n] > _BUTTON_WORDS and not text.startswith("#")
    return sentence and asks_for_consent(text)


def _is_button(lines: Lines, n: int, text: str) -> bool:
    return bool(1 <= lines.word_counts[n] <= _BUTTON_WORDS and text.strip()[-1:] not in ".!;" and text[:1] not in "#|>")


def _reach(lines: Lines, filled: list[int], lowered: dict[int, str], k: int) -> tuple[int, int]:
    """The first and last rank of the lines about consent around rank ``k``."""

    def belongs(rank: int) -> bool:
        text = lowered.get(filled[rank])
        return text is not None and not text.startswith("#") and CONSENT.search(text) is not None

    first = last = k
    while first and belongs(first - 1):
        first -= 1
    while last + 1 < len(filled) and belongs(last + 1):
        last += 1
    # Buttons are the last thing of a dialog: sentences below them are a text's own.
    while last > k and not _is_button(lines, filled[last], lowered[filled[last]]):
        last -= 1
    return first, last


def _has_row(lines: Lines, lowered: dict[int, str], inside: list[int]) -> bool:
    row = 0
    for n in inside:
        row = row + 1 if _is_button(lines, n, lowered[n]) else 0
        if row >= _ROW:
            return True
    return False


def is_policy(lines: Lines, others: Collection[int]) -> bool:
    """Whether the lines besides a dialog are about what is stored, too, or there are none."""
    words = {n: int(lines.word_counts[n]) for n in others}
    about = sum(count for n, count in words.items() if STORED.search(lines.texts[n].lower()))
    return about >= _OF_POLICY * sum(words.values())
