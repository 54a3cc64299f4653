"""The shipped weights: one file, read once, nothing fetched."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.cues import TRIGGERS
from checkfirst.measuring.lexicons import LEXICONS
from checkfirst.measuring.words import vocabulary_of

Array = NDArray[np.float32]
#: Beside the code, so that the installed package needs nothing else.
SHIPPED = Path(__file__).parent / "weights" / "weights.npz"


@dataclass(frozen=True, slots=True)
class Weights:
    """All learned numbers, by name, with the vocabulary that they are numbered by."""

    vocabulary: dict[bytes, int]
    triggers: NDArray[np.bool_]
    lexicons: Array
    """A row a word, a column a lexicon: 1 where the word is in it."""
    arrays: dict[str, NDArray[np.generic]]

    def __getitem__(self, name: str) -> Array:
        array: Array = self.arrays[name].astype(np.float32, copy=False)
        return array

    def numbers(self, name: str) -> NDArray[np.int32]:
        """An array of whole numbers."""
        return self.arrays[name].astype(np.int32, copy=False)

    def names(self, name: str) -> tuple[str, ...]:
        """An array of names."""
        return tuple(str(item) for item in self.arrays[name])


def with_vocabulary(words: list[bytes], arrays: dict[str, NDArray[np.generic]]) -> Weights:
    """Weights over a vocabulary, with the cues' trigger words and the lexicons marked in it."""
    vocabulary = vocabulary_of(words)
    triggers = np.zeros(len(vocabulary) + 1, dtype=np.bool_)
    triggers[[vocabulary[word.encode()] for word in TRIGGERS if word.encode() in vocabulary]] = True
    lexicons = np.zeros((len(vocabulary) + 1, len(LEXICONS)), dtype=np.float32)
    for column, listed in enumerate(LEXICONS.values()):
        lexicons[[vocabulary[w.encode()] for w in listed.split() if w.encode() in vocabulary], column] = 1
    return Weights(vocabulary=vocabulary, triggers=triggers, lexicons=lexicons, arrays=arrays)


@cache
def load_weights(path: Path = SHIPPED) -> Weights:
    """Read a weights file. Matrices kept in 8 bits are scaled back a column at a time."""
    with np.load(path, allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files}
    words = arrays.pop("words").tobytes().split(b"\n")
    for name in [name for name in arrays if name.endswith("/scale")]:
        whole = name.removesuffix("/scale")
        arrays[whole] = arrays[whole].astype(np.float32) * arrays.pop(name)
    return with_vocabulary(words, arrays)


def save_weights(path: Path, words: list[bytes], arrays: dict[str, NDArray[np.generic]]) -> None:
    """Write weights; large matrices go into 8 bits with a scale for each column."""
    stored: dict[str, NDArray[np.generic]] = {"words": np.frombuffer(b"\n".join(words), dtype=np.uint8)}
    for name, array in arrays.items():
        if array.ndim == 2 and array.size > 100_000:
            values = array.astype(np.float32)
            scale = np.maximum(np.abs(values).max(axis=0), 1e-9) / 127
            stored[name] = np.round(values / scale).astype(np.int8)
            stored[f"{name}/scale"] = scale.astype(np.float32)
        else:
            stored[name] = array
    np.savez_compressed(path, **stored)  # type: ignore[arg-type]  # numpy types every keyword as its one flag
