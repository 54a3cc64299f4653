"""The lines of a text that have one of many signs, without a search for signs whose words the text does not have."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import accumulate
from typing import Final

from checkfirst import lazy_re

_WORD: Final = lazy_re.compile(r"[^\W\d_]+")
#: Letters of a word by which texts are asked for it; a sign may end within a word.
_HEAD: Final = 5


class SignedLines:
    """A text in small letters whose lines are asked for by signs."""

    def __init__(self, low: str) -> None:
        self.low = low
        self._known: dict[str, set[int]] = {}
        self._is_ascii = low.isascii()
        self._heads = {word[:_HEAD] for word in _WORD.findall(low)}

    def having(self, signs: Iterable[str]) -> set[int]:
        """The numbers of the lines, from 0, that have one of the signs."""
        found: set[int] = set()
        for sign in signs:
            if self._may_have(sign):
                if sign not in self._known:
                    self._known[sign] = set(self._each(sign))
                found |= self._known[sign]
        return found

    def around(self, line: int) -> str:
        """The line with the one before and the one behind it."""
        return self.low[self._starts[max(0, line - 1)] : self._starts[min(line + 2, len(self._starts) - 1)]]

    def _may_have(self, sign: str) -> bool:
        head = head_of(sign)
        if head is None:
            return sign.isascii() or not self._is_ascii
        return head in self._heads

    def _each(self, sign: str) -> Iterator[int]:
        at = self.low.find(sign)
        while at >= 0:
            line = bisect_right(self._starts, at) - 1
            yield line
            at = self.low.find(sign, self._starts[line + 1])

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self.low.split("\n"))]


@cache
def head_of(sign: str) -> str | None:
    """The first letters of the longest word of a sign; ``None`` if a text can't be asked for it.

    The last word may be cut, and a sign of another script may stand within a word.
    """
    if not sign.isascii():
        return None
    whole = [m[0] for m in _WORD.finditer(sign) if m.end() < len(sign) or len(m[0]) >= _HEAD]
    return max(whole, key=len)[:_HEAD] if whole else None
