"""Words that a space broke: hyphens at the ends of lines that were taken out, columns that were cut, letters read apart.

Two pieces that are no words and become a known one side by side are hardly ever chance: in a sound text there are none.
"""

from collections import Counter
from typing import Final

from checkfirst.core import WordTable, broken_pairs
from checkfirst.measuring.content.wrong_words import WrongWords

#: Letters of the shortest word that is looked for. Not measured.
_SHORTEST: Final = 6
#: Fewest broken words, fewest different ones, times that one counts at most, and their share of all. Not measured.
_FEWEST, _DIFFERENT, _OFTEN, _SHARE_FROM = 6, 5, 3, 0.01


def find_broken(lower: str, known: WordTable) -> WrongWords | None:
    """The broken words of a text in small letters; ``None`` where they are few. ``known`` has the words of the models."""
    broken = Counter(pair for pair in broken_pairs(lower, known) if len("".join(pair)) >= _SHORTEST)
    count = sum(min(times, _OFTEN) for times in broken.values())
    if count < _FEWEST or len(broken) < _DIFFERENT or count < _SHARE_FROM * (words := len(lower.split())):
        return None
    return WrongWords(" ".join(next(iter(broken))), count / words)
