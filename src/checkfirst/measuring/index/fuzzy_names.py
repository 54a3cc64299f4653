"""The name that was most likely meant: among many, only those that share runs of letters are compared."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

_RUN: Final = 3
#: Names with most runs in common that are compared, and runs of a name that are looked up.
_COMPARED, _MOST_RUNS = 20, 60
#: Names beyond this are not looked at.
_MOST: Final = 50_000


class Names:
    """Names to find one like a given one among."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = list(names)[:_MOST]
        self.having: dict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(self.names):
            for run in _runs(name):
                self.having[run].append(number)

    def nearest(self, wanted: str, cutoff: float) -> str | None:
        """The name most like ``wanted`` by ``difflib``'s ratio, if that is at least ``cutoff``."""
        shared = Counter(number for run in _runs(wanted) for number in self.having.get(run, ()))
        likely = [self.names[number] for number, _ in shared.most_common(_COMPARED)]
        return next(iter(get_close_matches(wanted, likely, n=1, cutoff=cutoff)), None)


def _runs(name: str) -> set[str]:
    low = f"^{name.lower()[:_MOST_RUNS]}$"
    return {low[n : n + _RUN] for n in range(len(low) - _RUN + 1)}
