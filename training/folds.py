"""Splits by family, so that documents with one template are all on one side."""

import re
import zlib
from collections import Counter, defaultdict

import numpy as np
from numpy.typing import NDArray

#: Collections that are split by source (site, book, sub-corpus): held out as a whole, they would leave some kinds
#: without data.
COLLECTIONS = frozenset({"wcxb", "FTD", "nltk", "GUM"})
_PART = re.compile(r"_\d.*$|\d+$")


def fold_unit(family: str, source: str) -> str:
    """The unit that a split keeps on one side: the family, or in a collection the source."""
    return f"{family}:{_PART.sub('', source)}" if family in COLLECTIONS else family


def family_folds(kinds: list[str], units: list[str], folds: int = 5) -> NDArray[np.int64]:
    """The fold of each document. A unit goes to the fold with the fewest units of its kinds so far."""
    members: dict[str, set[str]] = defaultdict(set)
    sizes: Counter[str] = Counter()
    for kind, unit in zip(kinds, units, strict=True):
        members[unit].add(kind)
        sizes[unit] += 1
    seen: list[Counter[str]] = [Counter() for _ in range(folds)]
    chosen: dict[str, int] = {}
    for unit in sorted(members, key=lambda u: (-sizes[u], u)):
        best = min(range(folds), key=lambda n: (sum(seen[n][k] for k in members[unit]), seen[n].total(), n))
        chosen[unit] = best
        seen[best].update(members[unit])
    return np.array([chosen[unit] for unit in units])


def stable_hash(name: str) -> int:
    """A hash of a name that is the same in every run."""
    return zlib.crc32(name.encode()) & 0x7FFFFFFF


def half_of(thread: str) -> int:
    """0 or 1 for a thread, by its title: models trained on one half are applied to the other."""
    return stable_hash(thread) % 2
