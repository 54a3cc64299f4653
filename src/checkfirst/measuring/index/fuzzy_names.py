"""The most similar of many names. Only names that share runs of letters are compared, which is fast."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cached_property
from typing import Final

from checkfirst.measuring.index.likely_names import may_mean

#: Letters in a run.
_RUN: Final = 3
#: Number of names, those with most runs in common, that are compared; and of first letters of a name that are used.
_COMPARED, _MOST_LETTERS = 20, 60
#: Names with a run in common, counted for each run, that are looked at. Not measured.
_MOST_SHARED: Final = 20_000
#: Number of first names that are searched. All of these bound the time.
_MOST: Final = 50_000


class Names:
    """Names with an index over their runs of letters."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = list(names)[:_MOST]

    @cached_property
    def _having(self) -> dict[str, list[int]]:
        """The numbers of the names that have each run."""
        having: dict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(self.names):
            for run in _runs(name):
                having[run].append(number)
        return having

    def nearest(self, wanted: str, cutoff: float) -> str | None:
        """The name with the highest ratio of ``difflib`` to ``wanted``; ``None`` if that is below ``cutoff``.

        Names that can't be meant don't count.
        """
        if len(self.names) <= _COMPARED:
            # Two letters that changed places leave a short name without a common run.
            return self._best(wanted, self.names, cutoff)
        shared: Counter[int] = Counter()
        # Rare runs say most; those that nearly all names have would take the most time.
        for having in sorted((self._having[run] for run in sorted(_runs(wanted)) if run in self._having), key=len):
            shared.update(having)
            if shared.total() > _MOST_SHARED:
                break
        likely = [self.names[number] for number, _ in shared.most_common(_COMPARED)]
        return self._best(wanted, likely, cutoff)

    @staticmethod
    def _best(wanted: str, names: list[str], cutoff: float) -> str | None:
        likely = [name for name in names if may_mean(wanted, name)]
        return next(iter(get_close_matches(wanted, likely, n=1, cutoff=cutoff)), None)


def _runs(name: str) -> set[str]:
    """The runs of letters of a name in lower case, with signs for its start and its end."""
    low = f"^{name.lower()[:_MOST_LETTERS]}$"
    return {low[n : n + _RUN] for n in range(len(low) - _RUN + 1)}
