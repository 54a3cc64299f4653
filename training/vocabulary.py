"""The vocabulary, and the inverse frequency of its words among families."""

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.text.tokens import split_words
from checkfirst.measuring.text.triggers import ALL_WORDS
from training.corpus import Row

#: Fewest families with a word of the vocabulary; rarer words identify a source rather than a kind.
FEWEST_FAMILIES = 8
_LONGEST_TEXT = 60_000


def vocabulary(documents: list[Row]) -> tuple[list[bytes], NDArray[np.float32]]:
    """The words, those of most families first, and the inverse family frequency by word number."""
    families: dict[bytes, set[str]] = defaultdict(set)
    for row in documents:
        if row["use"] == "train":
            for word in set(split_words(row["text"][:_LONGEST_TEXT])):
                families[word].add(row["family"])
    families.pop(b"\x01", None)
    forced = [word.encode() for word in ALL_WORDS]
    ranked = sorted(families, key=lambda w: (-len(families[w]), w))
    common = [w for w in ranked if len(families[w]) >= FEWEST_FAMILIES and w not in forced and len(w) < 30]
    words = [*forced, *common]
    total = len({row["family"] for row in documents if row["use"] == "train"})
    idf = np.zeros(len(words) + 2, dtype=np.float32)
    idf[2:] = [np.log((1 + total) / (1 + len(families[w]))) + 1 for w in words]
    return words, idf
