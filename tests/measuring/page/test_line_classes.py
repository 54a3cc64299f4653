"""Classes of lines in a very long text."""

import numpy as np
import pytest

from checkfirst.measuring.models.weights import load_weights
from checkfirst.measuring.page import line_classes
from checkfirst.measuring.text.text_features import text_features
from checkfirst.reading.read import read


def test_what_comes_long_after_the_classified_lines_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    weights = load_weights()
    monkeypatch.setattr(line_classes, "_MOST_LINES", 300)
    some = (
        "The warden writes each parcel down.",
        "",
        "Reply",
        "Mara Quill says:",
        "12 May 2021",
        "© 2020 Parcel House",
    )
    text = "\n".join(f"{some[n * 7 % 6]} {n % 13}" if n % 6 != 1 else "" for n in range(3_000))
    features = text_features(read("a.txt", text.encode()), weights.vocabulary)
    cut = line_classes.line_probabilities(features.lines, features.words, weights.line_classes)
    monkeypatch.setattr(line_classes, "_REACH", 1_000_000)
    whole = line_classes.line_probabilities(features.lines, features.words, weights.line_classes)
    assert np.array_equal(cut, whole)
