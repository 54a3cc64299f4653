"""Words that a space broke: hyphens at the ends of lines that were taken out, columns that were cut, letters read apart.

Two pieces that are no words and become a known one side by side are hardly ever chance: in a sound text there are none.
"""

import re
from collections import Counter
from typing import Final

from checkfirst.measuring.content.wrong_words import WrongWords

_PAIR = re.compile(r"\b([^\W\d_]+) (?=([^\W\d_]+)\b)")
#: Letters of the shortest word that is looked for. Not measured.
_SHORTEST: Final = 6
#: Fewest broken words, fewest different ones, times that one counts at most, and their share of all. Not measured.
_FEWEST, _DIFFERENT, _OFTEN, _SHARE_FROM = 6, 5, 3, 0.01


def find_broken(text: str, known: frozenset[str]) -> WrongWords | None:
    """The broken words of a text; ``None`` where they are few. ``known`` has the words that the models know."""
    broken = Counter(
        (before, after)
        for before, after in _PAIR.findall(text.lower())
        if before + after in known
        and len(before) + len(after) >= _SHORTEST
        and not (before in known and after in known)
    )
    count = sum(min(times, _OFTEN) for times in broken.values())
    if count < _FEWEST or len(broken) < _DIFFERENT or count < _SHARE_FROM * (words := len(text.split())):
        return None
    return WrongWords(" ".join(next(iter(broken))), count / words)
