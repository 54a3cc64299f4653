"""Words that a space broke: hyphens at the ends of lines that were taken out, columns that were cut, letters read apart.

Two pieces that are no words and become a known one side by side are hardly ever chance: in a sound text there are none.
"""

import re
from collections import Counter
from collections.abc import Container
from typing import Final

from checkfirst.measuring.content.wrong_words import WrongWords

_PAIR = re.compile(r"\b([^\W\d_]+) (?=([^\W\d_]+)\b)")
#: Letters of the shortest word that is looked for. Not measured.
_SHORTEST: Final = 6
#: Fewest broken words, fewest different ones, times that one counts at most, and their share of all. Not measured.
_FEWEST, _DIFFERENT, _OFTEN, _SHARE_FROM = 6, 5, 3, 0.01


def find_broken(text: str, known: Container[bytes]) -> WrongWords | None:
    """The broken words of a text; ``None`` where they are few. ``known`` has the words that the models know, in UTF-8."""
    counted = Counter((match[1], match[2]) for match in _PAIR.finditer(text.lower()))
    found = {pair: min(times, _OFTEN) for pair, times in counted.items() if _is_broken(pair[0], pair[1], known)}
    count, words = sum(found.values()), len(text.split())
    if count < _FEWEST or len(found) < _DIFFERENT or count < _SHARE_FROM * words:
        return None
    return WrongWords(" ".join(next(iter(found))), count / words)


def _is_broken(before: str, after: str, known: Container[bytes]) -> bool:
    whole = before + after
    if len(whole) < _SHORTEST or whole.encode() not in known:
        return False
    return before.encode() not in known or after.encode() not in known
