"""Training of the prefilter: saved pages and threads against maintained documents."""

import random
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.text.text_features import text_features
from checkfirst.measuring.text.vocabulary import Vocabulary
from checkfirst.reading.read import read
from training.corpus import SUFFIX, Row
from training.folds import stable_hash
from training.kinds import Table, fit_linear, shape_scale, table, take
from training.measured import LONGEST, Example, flat_text
from training.pages import Page
from training.scraped import is_clean
from training.store import Arrays

#: Share of maintained documents that may pass. Passing only costs time, while a page that does not pass is misjudged.
_PASSED = 0.3
_FOLDS = 4


def _seen(name: str, text: str, kind: str, family: str, vocabulary: Vocabulary) -> Example:
    features = text_features(read(name, text.encode("utf-8", "surrogatepass")), vocabulary)
    return Example(name, kind, family, family, "train", "", "whole", features.blocks, features.layout)


def page_examples(pages: list[Page], documents: list[Row], vocabulary: Vocabulary, rng: random.Random) -> list[Example]:
    """Examples of pages and threads as text, and of maintained documents, whole or flat."""
    made = [_seen("page.txt" if rng.random() < 0.7 else "page.md", p.text, "yes", p.id, vocabulary) for p in pages]
    for row in documents:
        if is_clean(row):
            flat = rng.random() < 0.3
            name = "document.txt" if flat else "document" + SUFFIX.get(row["format"], ".txt")
            text = flat_text(row) if flat else row["text"][:LONGEST]
            made.append(_seen(name, text, "no", row["family"], vocabulary))
    return [replace(e, id=str(n)) for n, e in enumerate(made)]


def train_prefilter(
    pages: list[Page], documents: list[Row], vocabulary: Vocabulary, rng: random.Random
) -> tuple[Arrays, Arrays]:
    """The weights, and the score from which a document passes, fitted on held-out pages."""
    made = page_examples(pages, documents, vocabulary, rng)
    scale = shape_scale(made)
    rows = table(made, len(vocabulary), scale)
    named = np.array([e.kind for e in made])
    balance = np.where(named == "yes", 1 / (named == "yes").sum(), 1 / (named == "no").sum()) * len(named) / 2
    fold = np.array([stable_hash(e.family) % _FOLDS for e in made])
    scores = np.zeros(len(made))
    for n in range(_FOLDS):
        scores[fold == n] = _scores(rows, named, balance, fold != n, fold == n)
    pass_from = float(np.quantile(scores[named == "no"], 1 - _PASSED))
    model = fit_linear(rows, named, balance, "prefilter")
    missed = float((scores[named == "yes"] < pass_from).mean())
    return {**scale, **model.arrays, "prefilter/pass_from": np.float32(pass_from)}, {
        "missed": np.float64(missed),
        "passed": np.float64(_PASSED),
    }


def _scores(
    rows: Table,
    named: NDArray[np.str_],
    weights: NDArray[np.float64],
    learn: NDArray[np.bool_],
    held: NDArray[np.bool_],
) -> NDArray[np.float32]:
    model = fit_linear(take(rows, learn), named[learn], weights[learn], "prefilter")
    return model.scores(take(rows, held), "prefilter")[:, 0]
