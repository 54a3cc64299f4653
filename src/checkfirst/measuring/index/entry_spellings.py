"""Words of an index entry that its file's title has in another spelling: initials, letters taken for digits, other scripts."""

from collections.abc import Iterable
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.index.transliterations import is_transliterated
from checkfirst.measuring.text.content_words import plain_title

#: Letters and digits that look alike in print, of which scans and typists take one for the other.
_ALIKE: Final = str.maketrans(
    {"о": "0", "o": "0", "l": "1", "i": "1", "і": "1", "а": "a", "е": "e", "с": "c", "р": "p"}
)
#: The day of a date: its month may stand before it or behind, and its ending may be left out.
_ORDINAL: Final = lazy_re.compile(r"\d{1,2}(?:st|nd|rd|th)")
#: Letters of an abbreviation that is read as initials. Not measured.
_FEWEST_INITIALS: Final = 3


def spelled_otherwise(missing: Iterable[str], title: str) -> frozenset[str]:
    """The words, with their digits, that the title of a file has in another spelling, and days of dates."""
    said = plain_title(title).split()
    initials, folded = "".join(word[0] for word in said), {word.translate(_ALIKE) for word in said}
    missing = [word.lower() for word in missing]
    found = {
        word
        for word in missing
        if _ORDINAL.fullmatch(word)
        or (any(map(str.isdigit, word)) and word.translate(_ALIKE) in folded)
        or (len(word) >= _FEWEST_INITIALS and word in initials)
    }
    # An entry may write a name twice, in two scripts.
    twice = {word for word in missing if any(is_transliterated(other, [word]) for other in (*found, *said))}
    return frozenset(found | twice)
