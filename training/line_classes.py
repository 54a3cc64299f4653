"""Training of the line classifier: word scores, then the networks of its two passes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from sklearn.linear_model import SGDClassifier
from sklearn.neural_network import MLPClassifier

from checkfirst.measuring.models.line_class import LineClass
from checkfirst.measuring.models.networks import FARTHEST, class_probabilities, network_of
from checkfirst.measuring.page.line_classes import first_features, second_features, word_scores
from checkfirst.measuring.text.lines import Lines, measure_lines
from checkfirst.measuring.text.tokens import Words, number_words
from checkfirst.measuring.text.vocabulary import Vocabulary
from training.folds import stable_hash
from training.pages import Page
from training.store import Arrays


@dataclass(frozen=True)
class Measured:
    """A page with the features of its lines, which all rounds of training share."""

    page: Page
    lines: Lines
    words: Words
    labels: NDArray[np.int64]


def measure(pages: list[Page], vocabulary: Vocabulary) -> list[Measured]:
    """Measure all pages once."""
    measured = []
    for page in pages:
        words = number_words(page.text, vocabulary.table, len(vocabulary))
        lines = measure_lines(page.text, words, vocabulary.triggers)
        measured.append(Measured(page, lines, words, np.array(page.labels)))
    return measured


def train_word_scores(pages: list[Measured], size: int, seed: int) -> NDArray[np.float32]:
    """The weights of a linear model over the words of single lines: a row per word number, a column per class."""
    rows, columns, labels, weights = [], [], [], []
    start = 0
    for m in pages:
        rows.append(m.words.lines + start)
        columns.append(m.words.ids)
        labels.append(m.labels)
        weights.append(np.full(len(m.labels), m.page.weight))
        start += len(m.labels)
    y, w = np.concatenate(labels), np.concatenate(weights)
    row, column = np.concatenate(rows), np.concatenate(columns)
    matrix = coo_matrix((np.ones(len(row), dtype=np.float32), (row, column)), shape=(start, size)).tocsr()
    matrix.data = np.minimum(matrix.data, 2)
    known = (y >= 0) & (np.diff(matrix.indptr) > 0)
    balance = 1 / np.sqrt(np.bincount(y[known], minlength=len(LineClass)))
    model = SGDClassifier(loss="log_loss", alpha=3e-6, max_iter=6, tol=None, random_state=seed)
    model.fit(matrix[known], y[known], sample_weight=w[known] * balance[y[known]] * len(y) ** 0.5)
    scores: NDArray[np.float32] = np.clip(model.coef_.T, -4, 4).astype(np.float32)
    return scores


def network(
    rows: NDArray[np.float32], labels: NDArray[np.int64], hidden: int, seed: int, name: str, rounds: int = 5
) -> Arrays:
    """A network with one hidden layer, as arrays of the weights file."""
    mean, deviation = rows.mean(axis=0), rows.std(axis=0) + 1e-3
    scaled = np.clip((rows - mean) / deviation, -FARTHEST, FARTHEST)
    model = MLPClassifier(
        (hidden,), alpha=1e-2, batch_size=512, max_iter=rounds, learning_rate_init=1e-3, random_state=seed, tol=0
    )
    model.fit(scaled, labels)
    out, bias = model.coefs_[1], model.intercepts_[1]
    if out.shape[1] == 1:
        # For two classes the library has one logistic score, the weights file one score per class.
        out, bias = np.hstack([np.zeros_like(out), out]), np.concatenate([[0.0], bias])
    return {
        f"{name}/mean": mean.astype(np.float32),
        f"{name}/deviation": deviation.astype(np.float32),
        f"{name}/hidden": model.coefs_[0].astype(np.float32),
        f"{name}/hidden_bias": model.intercepts_[0].astype(np.float32),
        f"{name}/out": out.astype(np.float32),
        f"{name}/out_bias": bias.astype(np.float32),
    }


def _known(m: Measured, rng: np.random.Generator) -> NDArray[np.bool_]:
    """True for the non-blank lines to train on: those with a known label, of whole documents only a sample."""
    known = m.labels[m.lines.filled] >= 0
    return known if m.page.weight >= 1 else known & (rng.random(len(known)) < m.page.weight)


def train_line_classes(pages: list[Measured], size: int, seed: int = 0) -> Arrays:
    """Weights of the whole chain; ``size`` is the vocabulary's.

    Each pass learns on answers of a model that had not seen the page.
    """
    fold = np.array([stable_hash(m.page.id) % 2 for m in pages])
    rng = np.random.default_rng(seed)
    keep = [_known(m, rng) for m in pages]
    scores = {
        half: train_word_scores([m for m, f in zip(pages, fold, strict=True) if f != half], size, seed)
        for half in (0, 1)
    }
    firsts = [
        first_features(m.lines, word_scores(m.words, scores[half], len(m.lines.texts)))
        for m, half in zip(pages, fold, strict=True)
    ]
    labels = [m.labels[m.lines.filled] for m in pages]

    def fit_first(chosen: list[int]) -> Arrays:
        x = np.vstack([firsts[i][keep[i]] for i in chosen])
        return network(
            x, np.concatenate([labels[i][keep[i]] for i in chosen]), 56, seed, "line_classes/first", rounds=8
        )

    seconds: dict[int, NDArray[np.float32]] = {}
    for half in (0, 1):
        learned = fit_first([i for i in range(len(pages)) if fold[i] != half])
        first = network_of(learned, "line_classes/first")
        for i in np.flatnonzero(fold == half):
            if len(firsts[i]):
                seconds[int(i)] = second_features(firsts[i], class_probabilities(firsts[i], first))
    arrays = fit_first(list(range(len(pages))))
    order = sorted(seconds)
    x = np.vstack([seconds[i][keep[i]] for i in order])
    arrays |= network(x, np.concatenate([labels[i][keep[i]] for i in order]), 32, seed, "line_classes/second", rounds=8)
    arrays["line_classes/words"] = train_word_scores(pages, size, seed)
    return arrays
