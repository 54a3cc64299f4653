"""Whether a document describes a system: components that take something in and give something out."""

from typing import Final

import numpy as np

from checkfirst.measuring.kind.kind import is_known_wording
from checkfirst.measuring.models.linear import Scores
from checkfirst.measuring.models.operating_points import answer
from checkfirst.measuring.models.weights import Weights
from checkfirst.measuring.text.bag_of_words import line_contributions
from checkfirst.measuring.text.quoting import quote_lines
from checkfirst.measuring.text.text_features import TextFeatures
from checkfirst.model.kinds import Answer
from checkfirst.model.measures import Judgement

_QUOTED: Final = 3
#: A quoted line should be a sentence or an interface, not a heading of two words.
_FEWEST_WORDS: Final = 4


def measure_system(features: TextFeatures, scores: Scores, weights: Weights) -> Judgement:
    """Yes, no or can't tell; the evidence is for yes where the answer is yes, else against.

    The score becomes a probability by one logistic curve (Platt 1999).
    """
    probability = weights.system.calibration.probability(scores.system)
    if not is_known_wording(features.words):
        return Judgement(answer=Answer.UNKNOWN, score=0.5)
    said = answer(probability, weights.system.points)
    if said is Answer.UNKNOWN:
        return Judgement(answer=said, score=round(probability, 4))
    column, nothing = len(scores.kinds), np.zeros(0, dtype=np.float32)
    spoken = line_contributions(
        features.words, len(features.lines.texts), weights.vocabulary.idf, scores.body, column, nothing
    )
    toward = spoken if said is Answer.YES else -spoken
    worth = np.where(features.lines.word_counts >= _FEWEST_WORDS, toward, 0)
    evidence = quote_lines(features.lines, worth, _QUOTED, features.numbers)
    if said is Answer.YES and not evidence:
        # No sentence of it speaks for the answer: the words stand in a drawing, a table of names, a cloud of tags.
        said = Answer.UNKNOWN
    return Judgement(answer=said, score=round(probability, 4), evidence=evidence)
