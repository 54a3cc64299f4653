"""Training of the model for saved web pages, against maintained documents."""

import random
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from checkfirst.measuring.comments.thread import find_thread
from checkfirst.measuring.models.views import LineClassifier, ThreadModel
from checkfirst.measuring.page.line_classes import line_probabilities
from checkfirst.measuring.page.scraped import scrape_features
from checkfirst.measuring.text.lines import measure_lines
from checkfirst.measuring.text.tokens import number_words
from checkfirst.measuring.text.vocabulary import Vocabulary
from training.corpus import Row
from training.folds import stable_hash
from training.measured import flat_text
from training.pages import Page
from training.store import Arrays

_NOT_CLEAN = {"error-page", "index-listing", "comment-section", "forum-thread", "product-page"}
#: Families whose documents are saved pages, whatever their label. The first was found by reading what the model called
#: scraped; the second contains web text.
_SCRAPED_FAMILIES = {"prosecutor-press-releases:orange_ca", "nltk"}
_CLEAN_FORMATS = {"md", "mdx", "rst", "text", "asciidoc", "pod", "log", "data", "code", "tex", "csv", "xml"}


def is_clean(row: Row) -> bool:
    """Whether a document is maintained, not saved from a page, and may be used for training."""
    return (
        row["kind"] not in _NOT_CLEAN
        and row["use"] == "train"
        and row["format"] in _CLEAN_FORMATS
        and row["family"] not in _SCRAPED_FAMILIES
    )


@dataclass(frozen=True)
class Readers:
    """The models that the features of the model for saved pages depend on."""

    vocabulary: Vocabulary
    lines: LineClassifier
    thread: ThreadModel

    def features(self, text: str) -> NDArray[np.float32]:
        """The row of ``SCRAPED`` features of a text."""
        words = number_words(text, self.vocabulary.table, len(self.vocabulary))
        lines = measure_lines(text, words, self.vocabulary.triggers)
        classes = line_probabilities(lines, words, self.lines)
        return scrape_features(lines, classes, find_thread(lines, classes, self.thread))


def train_scraped(
    pages: list[Page], documents: list[Row], readers: Readers, rng: random.Random
) -> tuple[Arrays, Arrays]:
    """The logistic weights and operating points: 1 of 500 maintained documents is answered yes, 1 of 20 pages no."""
    rows, labels, families = [], [], []
    for page in pages:
        rows.append(readers.features(page.text))
        labels.append(1)
        # Each flattened page is from another site; the source of its row is only the collection.
        families.append(page.family if page.family.startswith("thread:") else page.id)
    clean = [row for row in documents if is_clean(row)]
    for row in clean:
        text = row["text"][:100_000]
        rows.append(readers.features(text if rng.random() < 0.7 else flat_text(row)))
        labels.append(0)
        families.append(row["family"])
    x, y = np.array(rows), np.array(labels)
    mean, deviation = x.mean(axis=0), x.std(axis=0) + 1e-3
    fold = np.array([stable_hash(f) % 5 for f in families])
    chance = np.zeros(len(y))
    for n in range(5):
        model = LogisticRegression(C=1, max_iter=500).fit((x[fold != n] - mean) / deviation, y[fold != n])
        chance[fold == n] = model.predict_proba((x[fold == n] - mean) / deviation)[:, 1]
    yes_from = float(np.quantile(chance[y == 0], 0.998))
    no_below = float(np.quantile(chance[y == 1], 0.05))
    model = LogisticRegression(C=1, max_iter=500).fit((x - mean) / deviation, y)
    slope = model.coef_[0] / deviation
    arrays: Arrays = {
        "scraped/weights": slope.astype(np.float32),
        "scraped/bias": np.float32(model.intercept_[0] - (slope * mean).sum()),
        "scraped/points": np.array([min(no_below, yes_from), yes_from], dtype=np.float32),
    }
    return arrays, {"chance": chance, "truth": y, "points": np.array([no_below, yes_from])}
