"""Labelled documents with their features, computed by the product's code."""

import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.document import analyze
from checkfirst.measuring.models.weights import Weights
from checkfirst.measuring.text.bag_of_words import BagOfWords
from checkfirst.reading.read import read
from training.corpus import SUFFIX, Row
from training.folds import fold_unit
from training.variants import degraded, flattened

#: Number of first characters of a text that are used.
LONGEST = 200_000
#: Weight of examples by state. Worn examples make the model robust, but at full weight they cost a point of macro-F1 on
#: whole documents.
_STATE_WEIGHT = {"worn": 0.3}


@dataclass(frozen=True)
class Example:
    """The features of a labelled document in one state."""

    id: str
    kind: str
    family: str
    unit: str
    """The unit that a split keeps on one side: see ``folds.fold_unit``."""
    use: str
    format: str
    state: str
    """``whole``, ``flat`` (markup removed) or ``worn`` (damaged as by careless copying)."""
    blocks: dict[str, BagOfWords]
    shape: NDArray[np.float32]
    """The layout features: a row of ``DOCUMENT_COLUMNS``."""


def example(row: Row, text: str, weights: Weights, *, state: str) -> Example:
    """The features of a document in one state, whose text is given."""
    suffix = ".txt" if state != "whole" else SUFFIX.get(row["format"], ".txt")
    document = read(row["id"] + suffix, text.encode("utf-8", "surrogatepass"))
    page = analyze(document, weights)
    return Example(
        id=row["id"],
        kind=row["kind"],
        family=row["family"],
        unit=fold_unit(row["family"], row["source"]),
        use=row["use"],
        format=row["format"],
        state=state,
        blocks=page.main.blocks,
        shape=page.main.layout,
    )


def flat_text(row: Row) -> str:
    """The document's text without markup; HTML is read by the product's reader."""
    text = row["text"][:LONGEST]
    if row["format"] == "html":
        return read(row["id"] + ".html", text.encode("utf-8", "surrogatepass")).text
    return flattened(text) if row["format"] in {"md", "mdx", "rst", "asciidoc", "pod"} else text


def examples(rows: Iterable[Row], weights: Weights) -> list[Example]:
    """Examples of each document: whole, flat if that changes the text, and worn unless it is code or data."""
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
    """The weight of each example, so that a family counts by the square root of its size, and kinds count nearly
    alike."""
    families = Counter((e.kind, e.family) for e in made)
    weights = np.array([families[e.kind, e.family] ** -0.5 * _STATE_WEIGHT.get(e.state, 1.0) for e in made])
    totals: Counter[str] = Counter()
    for e, w in zip(made, weights, strict=True):
        totals[e.kind] += w
    weights *= np.array([totals[e.kind] ** -0.8 for e in made])
    weights /= weights.mean()
    return weights
