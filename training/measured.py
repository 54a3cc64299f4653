"""Labelled documents, read and measured once by the product's own code."""

import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.document import ground
from checkfirst.measuring.models.weights import Weights
from checkfirst.measuring.text.bag_of_words import BagOfWords
from checkfirst.reading.read import read
from training.corpus import SUFFIX, Row
from training.folds import fold_unit
from training.variants import degraded, flattened

#: Longest text that is learned from; longer ones are cut.
LONGEST = 200_000
#: A worn state teaches robustness; at full weight it costs whole documents a point of macro-F1.
_STATE_WEIGHT = {"worn": 0.3}


@dataclass(frozen=True)
class Example:
    """One state of one labelled document, as numbers."""

    id: str
    kind: str
    family: str
    unit: str
    """What must not stand on both sides of a split."""
    use: str
    format: str
    state: str
    """``whole``, ``flat`` (markup taken away) or ``worn`` (cut and carelessly copied, too)."""
    blocks: dict[str, BagOfWords]
    shape: NDArray[np.float32]


def example(row: Row, text: str, weights: Weights, *, state: str) -> Example:
    """Read and measure one state of a document."""
    suffix = ".txt" if state != "whole" else SUFFIX.get(row["format"], ".txt")
    document = read(row["id"] + suffix, text.encode("utf-8", "surrogatepass"))
    on = ground(document, weights)
    return Example(
        id=row["id"],
        kind=row["kind"],
        family=row["family"],
        unit=fold_unit(row["family"], row["source"]),
        use=row["use"],
        format=row["format"],
        state=state,
        blocks=on.own.blocks,
        shape=on.own.shape,
    )


def flat_text(row: Row) -> str:
    """The document's text without markup, through the product's reader for HTML."""
    text = row["text"][:LONGEST]
    if row["format"] == "html":
        return read(row["id"] + ".html", text.encode("utf-8", "surrogatepass")).text
    return flattened(text) if row["format"] in {"md", "mdx", "rst", "asciidoc", "pod"} else text


def examples(rows: Iterable[Row], weights: Weights) -> list[Example]:
    """Each document as it is, flattened where that changes it, and in one careless state."""
    rng = random.Random(0)
    made = []
    for row in rows:
        text = row["text"][:LONGEST]
        made.append(example(row, text, weights, state="whole"))
        flat = flat_text(row)
        if flat != text and len(flat) > 80:
            made.append(example(row, flat, weights, state="flat"))
        if row["format"] not in {"code", "data", "log", "csv", "xml"}:
            worn = degraded(text if rng.random() < 0.4 and row["format"] != "html" else flat, rng)
            if len(worn) > 80:
                made.append(example(row, worn, weights, state="worn"))
    return made


def family_weights(made: list[Example]) -> NDArray[np.float64]:
    """Weight of each example: families count by the root of their size, kinds nearly alike, however many they have."""
    families = Counter((e.kind, e.family) for e in made)
    weights = np.array([families[e.kind, e.family] ** -0.5 * _STATE_WEIGHT.get(e.state, 1.0) for e in made])
    totals: Counter[str] = Counter()
    for e, w in zip(made, weights, strict=True):
        totals[e.kind] += w
    weights *= np.array([totals[e.kind] ** -0.8 for e in made])
    weights /= weights.mean()
    return weights
