"""Training of the kind model: a linear model over three blocks of words and the layout features."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix, hstack
from sklearn.svm import LinearSVC

from checkfirst.measuring.models.linear import FARTHEST
from checkfirst.measuring.text.bag_of_words import BLOCKS
from training.folds import family_folds
from training.measured import Example, family_weights
from training.store import Arrays

Matrix = NDArray[np.float32]
#: Regularisation, chosen on development families among .03, .1, .3 and 1.
C = 0.1


@dataclass(frozen=True)
class Table:
    """The examples as a sparse matrix of words and a dense matrix of standardised layout features."""

    words: csr_matrix
    """A row per example; a column per word number for each block in turn."""
    shapes: Matrix
    """A row per example, a column per layout feature."""
    size: int
    """Number of word numbers."""


def shape_scale(made: list[Example]) -> Arrays:
    """Mean and standard deviation of each layout feature, the same for all document models."""
    shapes = np.array([e.shape for e in made])
    return {"shape/mean": shapes.mean(axis=0), "shape/deviation": shapes.std(axis=0) + 1e-3}


def table(made: list[Example], size: int, scale: Mapping[str, NDArray[Any]]) -> Table:
    """The design matrix of the examples over a vocabulary of ``size`` numbers."""
    blocks = []
    for place in BLOCKS:
        found = [e.blocks[place] for e in made]
        ends = np.cumsum([0, *(len(b.ids) for b in found)])
        data = np.concatenate([b.values for b in found])
        blocks.append(csr_matrix((data, np.concatenate([b.ids for b in found]), ends), shape=(len(made), size)))
    shapes = (np.array([e.shape for e in made]) - scale["shape/mean"]) / scale["shape/deviation"]
    return Table(hstack(blocks).tocsr(), np.clip(shapes, -FARTHEST, FARTHEST).astype(np.float32), size)


@dataclass(frozen=True)
class Linear:
    """A fitted model as arrays of the weights file."""

    classes: list[str]
    arrays: Arrays

    def scores(self, rows: Table, name: str) -> Matrix:
        """Scores of all classes for the rows of a table."""
        stacked = np.vstack([self.arrays[f"{name}/{place}"] for place in BLOCKS])
        result: Matrix = rows.words @ stacked + rows.shapes @ self.arrays[f"{name}/shape"] + self.arrays[f"{name}/bias"]
        return result


def fit_linear(rows: Table, labels: NDArray[np.str_], weights: NDArray[np.float64], name: str, c: float = C) -> Linear:
    """A linear model, one class against the rest, with squared hinge loss.

    Layout features are scaled so that together they count as much as one block of words.
    """
    root = np.sqrt(rows.shapes.shape[1])
    model = LinearSVC(C=c, random_state=0)
    model.fit(hstack([rows.words, csr_matrix(rows.shapes / root)]).tocsr(), labels, sample_weight=weights)
    coefficients = model.coef_.T.astype(np.float32)
    arrays: Arrays = {
        f"{name}/{place}": coefficients[n * rows.size : (n + 1) * rows.size] for n, place in enumerate(BLOCKS)
    }
    arrays[f"{name}/shape"] = (coefficients[len(BLOCKS) * rows.size :] / root).astype(np.float32)
    arrays[f"{name}/bias"] = model.intercept_.astype(np.float32)
    return Linear([str(c) for c in model.classes_], arrays)


def take(rows: Table, chosen: NDArray[np.bool_]) -> Table:
    """The chosen rows of a table."""
    return Table(rows.words[chosen], rows.shapes[chosen], rows.size)


def out_of_family(
    rows: Table, made: list[Example], labels: NDArray[np.str_], name: str, folds: int = 5
) -> tuple[list[str], Matrix, NDArray[np.int64]]:
    """Classes, scores and folds; each document is scored by a model that was not trained on its family."""
    fold = family_folds([e.kind for e in made], [e.unit for e in made], folds)
    learn = np.array([e.use == "train" for e in made])
    classes = sorted(set(labels))
    width = 1 if len(classes) == 2 else len(classes)
    scores = np.full((len(made), width), -3.0, dtype=np.float32)
    weights = family_weights(made)
    for n in range(folds):
        chosen = (fold != n) & learn
        model = fit_linear(take(rows, chosen), labels[chosen], weights[chosen], name)
        held = fold == n
        columns = [0] if width == 1 else [classes.index(c) for c in model.classes]
        scores[np.ix_(held, columns)] = model.scores(take(rows, held), name)
    return classes, scores, fold


def temperature(scores: Matrix, truth: NDArray[np.int64], weights: NDArray[np.float64]) -> float:
    """The temperature with the smallest log loss on held-out families (Guo and others, ICML 2017)."""

    def loss(log_t: float) -> float:
        scaled = scores / np.exp(log_t)
        raised = scaled - scaled.max(axis=1, keepdims=True)
        log_p = raised - np.log(np.exp(raised).sum(axis=1, keepdims=True))
        return float(-(weights * log_p[np.arange(len(truth)), truth]).sum() / weights.sum())

    return float(np.exp(minimize_scalar(loss, bounds=(-5, 2), method="bounded").x))


def train_kinds(rows: Table, made: list[Example]) -> tuple[Arrays, Arrays]:
    """The kind model, trained on all families, and its temperature, fitted on held-out families."""
    labels = np.array([e.kind for e in made])
    weights = family_weights(made)
    classes, scores, _ = out_of_family(rows, made, labels, "kind")
    truth = np.array([classes.index(label) for label in labels])
    heat = temperature(scores, truth, weights)
    learn = np.array([e.use == "train" for e in made])
    model = fit_linear(take(rows, learn), labels[learn], weights[learn], "kind")
    arrays = dict(model.arrays)
    arrays["kind/names"] = np.array(model.classes)
    arrays["kind/temperature"] = np.float32(heat)
    return arrays, {"classes": np.array(classes), "scores": scores}
