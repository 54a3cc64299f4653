"""Storage of the results of stages in files, so that each stage can be run alone."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

#: Arrays by name.
Arrays = dict[str, Any]
_MADE_FROM = "made from"


@dataclass(frozen=True)
class Result:
    """The result of a stage."""

    weights: Arrays
    """Arrays of the weights file."""
    record: Arrays = field(default_factory=dict)
    """Other arrays that later stages and the model card need."""


def save(path: Path, result: Result, made_from: Mapping[str, str]) -> None:
    """Write a result with the digests of its inputs: to a temporary name first, which is then renamed."""
    stored = {f"weights/{name}": array for name, array in result.weights.items()}
    stored |= {f"record/{name}": array for name, array in result.record.items()}
    stored[_MADE_FROM] = np.frombuffer(json.dumps(made_from, sort_keys=True).encode(), dtype=np.uint8)
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.partial")
    with partial.open("wb") as file:
        np.savez(file, **stored)
    partial.replace(path)


def load(path: Path) -> Result:
    """Read a result."""
    parts: dict[str, Arrays] = {"weights": {}, "record": {}}
    with np.load(path, allow_pickle=False) as stored:
        for name in stored.files:
            part, _, rest = name.partition("/")
            if part in parts:
                parts[part][rest] = stored[name]
    return Result(**parts)


def made_from(path: Path) -> dict[str, str]:
    """The digests of the inputs of a stored result, by name."""
    with np.load(path, allow_pickle=False) as stored:
        held: dict[str, str] = json.loads(stored[_MADE_FROM].tobytes())
    return held


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
