"""A classifier of text files: a linear model over tokens of the file's start. Its weights come from ``training.types``."""

import re
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from checkfirst import lazy_re

#: The weights file of the package.
SHIPPED: Final = Path(__file__).parent / "types.npz"
# The weights are learned with these features: changing one of the numbers below needs new training. Not measured.
#: Bytes of the start, and of the middle, that are used: many files start with a licence.
_HEAD, _MIDDLE = 3072, 1024
#: Lines whose separators are counted: a table has equally many in each.
_ROWS = 8
#: Characters of a step of the mean line length, and the number of the last step.
_LENGTH_STEP, _LAST_LENGTH = 12, 9
#: Steps of the share of indented lines.
_INDENT_STEPS = 5
_TOKEN = lazy_re.compile(r"[A-Za-z_]{1,14}|\d|[^\sA-Za-z_0-9]{1,3}")
_LINE_START = lazy_re.compile(r"^[ \t]*([A-Za-z_]{1,14}|[^\sA-Za-z_0-9]{1,4}|\d)", re.MULTILINE)
_LINE_END = lazy_re.compile(r"([^\sA-Za-z_0-9]{1,2})[ \t\r]*$", re.MULTILINE)


class TypeModel(Struct, frozen=True):
    """A linear model: one row per token, one column per type."""

    vocabulary: dict[str, int]
    """The row of each token."""
    weights: NDArray[np.float32]
    """Tokens × types."""
    bias: NDArray[np.float32]
    """One per type."""
    types: tuple[str, ...]
    """Media types, in the order of the columns."""

    def scores(self, tokens: set[str]) -> dict[str, float]:
        """The score of each type. The difference of two scores is the log-odds (natural logarithm) of the types."""
        # Sorted, since the rounding of the float32 sum depends on the order, and that of a set on PYTHONHASHSEED.
        known = sorted(number for token in tokens if (number := self.vocabulary.get(token)) is not None)
        sums = self.weights[known].sum(axis=0) / max(1.0, len(known)) ** 0.5 + self.bias
        return dict(zip(self.types, sums.tolist(), strict=True))


def tokens_of(data: bytes) -> set[str]:
    """The tokens of a file: words, runs of punctuation, first and last tokens of lines, and features of its layout."""
    middle = data[len(data) // 2 : len(data) // 2 + _MIDDLE] if len(data) > _HEAD + _MIDDLE else b""
    text = data[:_HEAD].decode("latin-1") + "\n" + middle.decode("latin-1")
    lines = [line for line in text.split("\n") if line.strip()]
    tokens = set(_TOKEN.findall(text))
    tokens.update("\n" + start for start in _LINE_START.findall(text))
    tokens.update(end + "\n" for end in _LINE_END.findall(text))
    if lines:
        tokens.add(f"#length{min(_LAST_LENGTH, sum(map(len, lines)) // len(lines) // _LENGTH_STEP)}")
        indented = sum(line.startswith((" ", "\t")) for line in lines)
        tokens.add(f"#indented{indented * _INDENT_STEPS // len(lines)}")
        for sign in ",\t;":
            counts = {line.count(sign) for line in lines[:_ROWS]}
            if len(lines) > 1 and len(counts) == 1 and counts != {0}:
                tokens.add(f"#columns{sign}")
    return tokens


@cache
def shipped_model() -> TypeModel:
    """The model of the package, loaded once."""
    return load_model(SHIPPED)


def load_model(path: Path) -> TypeModel:
    """The model in a file; its weights are stored as 8-bit integers with one scale."""
    with np.load(path) as arrays:
        scale = arrays["scale"].astype(np.float32)
        return TypeModel(
            vocabulary={str(token): number for number, token in enumerate(arrays["tokens"])},
            weights=arrays["weights"].astype(np.float32) * scale,
            bias=arrays["bias"].astype(np.float32),
            types=tuple(map(str, arrays["types"])),
        )
