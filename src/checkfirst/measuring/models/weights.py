"""The shipped weights: one file, read once, nothing fetched."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.text.vocabulary import Vocabulary, vocabulary_of
from checkfirst.model.kinds import Group, Kind

Array = NDArray[np.float32]
#: Beside the code, so that the installed package needs nothing else.
SHIPPED = Path(__file__).parent / "weights.npz"


@dataclass(frozen=True, slots=True)
class Weights:
    """All learned numbers, by name, with the vocabulary that they are numbered by."""

    vocabulary: Vocabulary
    arrays: dict[str, NDArray[np.generic]]
    kinds: tuple[Kind, ...]
    """The kinds that the first columns of the joint models stand for; then come system and screen."""
    groups: tuple[Group, ...]
    group_of: Array
    """A row a kind, a column a group: 1 where the kind is of the group."""
    joint: dict[str, Array]
    """Weights of words in each place, and of the shape, for all document models: a column a score."""
    joint_bias: Array

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
    """Weights over a vocabulary, with the trigger words and the lexicons marked in it."""
    idf = arrays.get("idf")
    vocabulary = vocabulary_of(words, np.zeros(0, dtype=np.float32) if idf is None else idf.astype(np.float32))
    kinds = tuple(Kind(str(name)) for name in arrays.get("kind/names", ()))
    groups = tuple(sorted({kind.group for kind in kinds}))
    joint, bias = _joined(arrays, len(kinds), len(vocabulary))
    return Weights(
        vocabulary=vocabulary,
        arrays=arrays,
        kinds=kinds,
        groups=groups,
        group_of=np.array([[kind.group is group for group in groups] for kind in kinds], dtype=np.float32),
        joint=joint,
        joint_bias=bias,
    )


def _joined(arrays: dict[str, NDArray[np.generic]], kinds: int, size: int) -> tuple[dict[str, Array], Array]:
    """The models' columns side by side, so that a text's words are looked up once for all of them.

    While weights are being learned some models are not there yet: their scores are 0.
    """
    widths = {"kind": kinds, "system": 1, "screen": 1}

    def part(model: str, name: str, rows: int) -> Array:
        found = arrays.get(f"{model}/{name}")
        if found is None:
            return np.zeros((rows, widths[model]), dtype=np.float32)
        return found.astype(np.float32, copy=False).reshape(-1, widths[model])

    shape = len(arrays.get("shape/mean", ()))
    rows = {"body": size, "opening": size, "headings": size, "shape": shape}
    joint = {name: np.hstack([part(model, name, count) for model in widths]) for name, count in rows.items()}
    return joint, np.hstack([part(model, "bias", 1) for model in widths])[0]


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


def with_arrays(weights: Weights, arrays: dict[str, NDArray[np.generic]]) -> Weights:
    """The weights with some arrays put in the place of theirs."""
    return with_vocabulary(weights.vocabulary.words, {**weights.arrays, **arrays})


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
