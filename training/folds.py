"""Splits by family, so that no template is on both sides."""

import zlib
from collections import Counter, defaultdict

import numpy as np
from numpy.typing import NDArray

#: Families that hold many kinds each: without them there is no data for some kinds. In
#: cross-validation they are always learned from and never scored.
ALWAYS_TRAIN = frozenset({"wcxb", "FTD", "nltk", "GUM"})


def family_folds(kinds: list[str], families: list[str], folds: int = 5) -> NDArray[np.int64]:
    """A fold for each document, -1 for the families that are always learned from.

    Whole families go to the fold that has seen the fewest families of their kinds.
    """
    members: dict[str, set[str]] = defaultdict(set)
    sizes: Counter[str] = Counter()
    for kind, family in zip(kinds, families, strict=True):
        members[family].add(kind)
        sizes[family] += 1
    seen: list[Counter[str]] = [Counter() for _ in range(folds)]
    chosen = dict.fromkeys(ALWAYS_TRAIN, -1)
    for family in sorted(members, key=lambda f: (-sizes[f], f)):
        if family in ALWAYS_TRAIN:
            continue
        best = min(range(folds), key=lambda n: (sum(seen[n][k] for k in members[family]), seen[n].total(), n))
        chosen[family] = best
        seen[best].update(members[family])
    return np.array([chosen[family] for family in families])


def stable_hash(name: str) -> int:
    """A number for a name that is the same in every run."""
    return zlib.crc32(name.encode()) & 0x7FFFFFFF
