"""Learning how sure to be of a thread, from rendered threads and from documents that have none."""

import random
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from checkfirst.measuring.lines import measure_lines
from checkfirst.measuring.roles import line_probabilities
from checkfirst.measuring.thread import evidence_of
from checkfirst.measuring.weights import Weights
from checkfirst.measuring.words import number_words
from training.corpus import Row, threads
from training.line_roles import Arrays
from training.render import thread_lines

_THREADLESS = {
    "news-article",
    "web-article",
    "opinion",
    "blog-post",
    "specification",
    "reference",
    "tutorial",
    "readme",
} | {
    "changelog",
    "meeting-notes",
    "plan",
    "legal",
    "project-policy",
    "review",
    "how-to",
    "encyclopedia",
    "academic-paper",
    "announcement",
    "fiction",
    "nonfiction",
    "structured-data",
    "log",
    "agent-instructions",
    "notice",
    "faq",
    "product-page",
}


def evidence(text: str, weights: Weights) -> list[float] | None:
    """The evidence for a thread in ``text``."""
    words = number_words(text, weights.vocabulary)
    lines = measure_lines(text, words, weights.triggers)
    gathered = evidence_of(lines, line_probabilities(lines, words, weights))
    return gathered[2] if gathered else None


def train_threads(data: Path, documents: list[Row], weights: Weights, rng: random.Random) -> Arrays:
    """Logistic weights over the evidence."""
    articles = [r for r in documents if r["kind"] in {"news-article", "web-article", "blog-post", "opinion", "review"}]
    found: list[tuple[list[float], int]] = []
    for row in threads(data, for_training=True):
        if row["comments"]:
            for _ in range(3):
                lines = [line for line, _ in thread_lines(row, rng)]
                above = rng.choice(articles)["text"][:6000] if rng.random() < 0.7 else str(row["post"])
                if got := evidence(above + "\n" + "\n".join(lines), weights):
                    found.append((got, 1))
    without = [r for r in documents if r["kind"] in _THREADLESS and r["use"] == "train"]
    for row in rng.sample(without, min(1800, len(without))):
        if got := evidence(row["text"][:30_000], weights):
            found.append((got, 0))
    x, y = np.array([f for f, _ in found]), np.array([label for _, label in found])
    model = LogisticRegression(C=3, class_weight="balanced").fit(x, y)
    return {
        "thread/weights": model.coef_[0].astype(np.float32),
        "thread/bias": model.intercept_.astype(np.float32)[0],
    }
