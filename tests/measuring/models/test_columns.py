"""Feature columns have names, as many as there are numbers."""

import numpy as np
import pytest

from checkfirst.checking.document import Checked, check_one
from checkfirst.config import Config
from checkfirst.measuring.comments.start import choose_start, evidence_at, start_scores
from checkfirst.measuring.comments.start_features import start_features
from checkfirst.measuring.comments.thread import find_thread
from checkfirst.measuring.index.entry_match_features import EntryMatcher, EntryText
from checkfirst.measuring.models.columns import COLUMNS
from checkfirst.measuring.models.networks import class_probabilities
from checkfirst.measuring.models.weights import load_weights
from checkfirst.measuring.page.line_classes import first_features, line_probabilities, second_features, word_scores
from checkfirst.measuring.page.scraped import scrape_features
from checkfirst.measuring.similarity.outlier_features import outlier_features
from checkfirst.measuring.text.text_features import text_features
from checkfirst.model.needs import EVERYTHING
from checkfirst.reading.read import read
from checkfirst.rules.registry import Selection
from checkfirst.sources.records import list_records

PAGE = """Home
About us

A walk by the sea
Posted by Anna Keller on March 3, 2019

The path begins at the harbour and follows the cliffs for two hours. Take water with you.

2 Comments

Ben says:
March 4, 2019 at 9:30 am
Lovely walk, we did it last summer.

Carla says:
March 5, 2019 at 10:12 am
Is it open in winter?

Leave a Reply
"""


def widths() -> dict[str, int]:
    """Columns of each model's features, as they are computed for a page and a small set."""
    weights = load_weights()
    features = text_features(read("page.txt", PAGE.encode()), weights.vocabulary)
    lines, words, model = features.lines, features.words, weights.line_classes
    first = first_features(lines, word_scores(words, model.words, len(lines.texts)))
    classes = line_probabilities(lines, words, model)
    candidates = start_features(lines, classes)
    scores = start_scores(candidates, weights.thread.start)
    chosen = choose_start(candidates, lines, classes, scores)
    assert chosen is not None
    listing, rules = list_records([("a.md", PAGE), ("b.md", PAGE)]), Selection(document=(), set=(), needs=EVERYTHING)
    checked = [check_one(item, rules, Config(), weights) for item in listing.found]
    summaries = [one.summary for one in checked if isinstance(one, Checked)]
    claim = EntryText("A walk", "by the sea")
    ones, own, lengths = np.ones((4, 4), dtype=np.float32), np.arange(4), np.full(4, 100)
    return {
        "document": len(features.layout),
        "line_classes/first": first.shape[1],
        "line_classes/second": second_features(first, class_probabilities(first, model.first)).shape[1],
        "thread/start": candidates.features.shape[1],
        "thread/evidence": len(evidence_at(candidates, scores, chosen[0])),
        "scraped": len(scrape_features(lines, classes, find_thread(lines, classes, weights.thread))),
        "outlier": outlier_features(ones, ones, own, lengths, 4).shape[1],
        "entry_match": EntryMatcher(summaries, [claim], weights.vocabulary).features(claim).shape[1],
    }


def test_every_column_has_a_name() -> None:
    assert widths() == {model: len(names) for model, names in COLUMNS.items()}


@pytest.mark.parametrize("model", COLUMNS)
def test_no_name_stands_twice(model: str) -> None:
    assert len(set(COLUMNS[model])) == len(COLUMNS[model])
