"""Whether a name may have been meant by another one: a suggestion that is far off is worse than none."""

from collections import defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Final

from checkfirst import lazy_re

_WORD = lazy_re.compile(r"[^\W\d_]+|\d+")
#: Ratio of ``difflib`` from which two words in the same place are one word, written wrong. Not measured.
_SAME_WORD: Final = 0.7
#: Letters of the shortest name that other names are held to contain. Not measured.
_FEWEST_LETTERS: Final = 3


def words_of(name: str) -> list[str]:
    """The words and numbers of a name in lower case."""
    return _WORD.findall(name.lower())


def may_mean(wanted: str, name: str) -> bool:
    """Whether two names have the same numbers, and words that differ in a few letters, or one name has words more."""
    ours, others = words_of(wanted), words_of(name)
    # Names of places leave out the dots of numbers.
    if "".join(_numbers(ours)) != "".join(_numbers(others)):
        return False
    ours, others = ([word for word in words if not word.isdigit()] for words in (ours, others))
    if len(ours) == len(others):
        return all(
            a == b or SequenceMatcher(None, a, b).ratio() >= _SAME_WORD for a, b in zip(ours, others, strict=True)
        )
    # Words that are run together are no words more.
    return set(ours) <= set(others) or set(others) <= set(ours) or "".join(ours) == "".join(others)


class Extensions:
    """Names by their first and their last word, one of which a longer or shorter form of a name has, too."""

    def __init__(self, names: Iterable[str]) -> None:
        self._words = {name: words for name in names if (words := words_of(name))}
        self._at_end: dict[str, list[str]] = defaultdict(list)
        for name, words in self._words.items():
            for word in {words[0], words[-1]}:
                self._at_end[word].append(name)

    def of(self, wanted: str) -> str:
        """The shortest of the names that begin or end with the words of ``wanted``, or that it begins or ends with.

        A number may have been put before the words, as with chapters; behind them it is that of another version or
        part. Empty if there is none.
        """
        ours = words_of(wanted)
        if sum(map(len, ours)) < _FEWEST_LETTERS:
            return ""
        near = dict.fromkeys((*self._at_end.get(ours[0], ()), *self._at_end.get(ours[-1], ())))
        found = [name for name in near if _extends(ours, self._words[name])]
        return min(found, key=lambda name: _distance(ours, self._words[name]), default="")


def _distance(ours: list[str], others: list[str]) -> tuple[int, bool, list[str]]:
    """The number of words more or less; of as many, names that begin alike come first."""
    return abs(len(others) - len(ours)), others[0] != ours[0], others


def _extends(ours: list[str], others: list[str]) -> bool:
    if not others or sum(map(len, others)) < _FEWEST_LETTERS:
        return False
    short, long = sorted((ours, others), key=len)
    if len(short) == len(long):
        return False
    before, behind = long[: -len(short)], long[len(short) :]
    if long[len(before) :] == short and (others is long or not _numbers(before)):
        return True
    return long[: len(short)] == short and not _numbers(behind)


def _numbers(words: list[str]) -> list[str]:
    return [word.lstrip("0") for word in words if word.isdigit()]
