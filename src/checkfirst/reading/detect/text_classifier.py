"""Which type a text is of, by its words and signs: a linear model over what stands in its first lines."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

#: Beside the code, so that the installed package needs nothing else.
SHIPPED: Final = Path(__file__).parent / "types.npz"
#: Bytes looked at: the start, and some from the middle, for many starts are licences.
_HEAD, _MIDDLE = 3072, 1024
#: Lines whose separators are counted: a table has as many in each. The weights are learned with it.
_ROWS = 8
_TOKEN = re.compile(r"[A-Za-z_]{1,14}|\d|[^\sA-Za-z_0-9]{1,3}")
_LINE_START = re.compile(r"^[ \t]*([A-Za-z_]{1,14}|[^\sA-Za-z_0-9]{1,4}|\d)", re.MULTILINE)
_LINE_END = re.compile(r"([^\sA-Za-z_0-9]{1,2})[ \t\r]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class TypeModel:
    """Weights: a row a token, a column a type."""

    vocabulary: dict[str, int]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]
    types: tuple[str, ...]

    def scores(self, tokens: set[str]) -> dict[str, float]:
        """The score of each type; differences are natural logarithms of odds."""
        # In a fixed order: sums of float32 depend on it, and the order of a set on PYTHONHASHSEED.
        known = sorted(number for token in tokens if (number := self.vocabulary.get(token)) is not None)
        sums = self.weights[known].sum(axis=0) / max(1.0, len(known)) ** 0.5 + self.bias
        return dict(zip(self.types, sums.tolist(), strict=True))


def tokens_of(data: bytes) -> set[str]:
    """Words, runs of signs, what lines begin and end with, and how long lines are."""
    middle = data[len(data) // 2 : len(data) // 2 + _MIDDLE] if len(data) > _HEAD + _MIDDLE else b""
    text = data[:_HEAD].decode("latin-1") + "\n" + middle.decode("latin-1")
    lines = [line for line in text.split("\n") if line.strip()]
    tokens = set(_TOKEN.findall(text))
    tokens.update("\n" + start for start in _LINE_START.findall(text))
    tokens.update(end + "\n" for end in _LINE_END.findall(text))
    if lines:
        tokens.add(f"#length{min(9, sum(map(len, lines)) // len(lines) // 12)}")
        indented = sum(line.startswith((" ", "\t")) for line in lines)
        tokens.add(f"#indented{indented * 5 // len(lines)}")
        for sign in ",\t;":
            counts = {line.count(sign) for line in lines[:_ROWS]}
            if len(lines) > 1 and len(counts) == 1 and counts != {0}:
                tokens.add(f"#columns{sign}")
    return tokens


@cache
def shipped_model() -> TypeModel:
    """The model of the package."""
    return load_model(SHIPPED)


def load_model(path: Path) -> TypeModel:
    """A model from its file."""
    with np.load(path) as held:
        scale = held["scale"].astype(np.float32)
        return TypeModel(
            vocabulary={str(token): number for number, token in enumerate(held["tokens"])},
            weights=held["weights"].astype(np.float32) * scale,
            bias=held["bias"].astype(np.float32),
            types=tuple(map(str, held["types"])),
        )
