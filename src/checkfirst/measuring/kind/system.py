"""Whether a document describes a system: its components, their inputs and their outputs."""

from typing import Final

import numpy as np

from checkfirst.measuring.kind.kind import has_known_words
from checkfirst.measuring.models.linear import Scores
from checkfirst.measuring.models.operating_points import answer
from checkfirst.measuring.models.weights import Weights
from checkfirst.measuring.text.bag_of_words import line_contributions
from checkfirst.measuring.text.quoting import quote_lines
from checkfirst.measuring.text.text_features import TextFeatures
from checkfirst.model.kind_measures import Judgement
from checkfirst.model.kinds import Answer

#: Number of lines that are quoted.
_QUOTED: Final = 3
#: Fewest words of a quoted line, so that it is a sentence or an interface and not a short heading. Not measured.
_FEWEST_WORDS: Final = 4


def measure_system(features: TextFeatures, scores: Scores, weights: Weights) -> Judgement:
    """Whether a text describes a system. The evidence supports the answer, yes or no.

    The score becomes a probability through a logistic function (Platt 1999).
    """
    probability = weights.system.calibration.probability(scores.system)
    if not has_known_words(features.words):
        return Judgement(answer=Answer.UNKNOWN, score=0.5)
    result = answer(probability, weights.system.points)
    if result is Answer.UNKNOWN:
        return Judgement(answer=result, score=round(probability, 4))
    column, nothing = len(scores.kinds), np.zeros(0, dtype=np.float32)
    contributions = line_contributions(
        features.words, len(features.lines.texts), weights.vocabulary.idf, scores.body, column, nothing
    )
    toward = contributions if result is Answer.YES else -contributions
    worth = np.where(features.lines.word_counts >= _FEWEST_WORDS, toward, 0)
    evidence = quote_lines(features.lines, worth, _QUOTED, features.line_numbers)
    if result is Answer.YES and not evidence:
        # No sentence supports the answer: the words are in a drawing, a table of names or a list of tags.
        result = Answer.UNKNOWN
    return Judgement(answer=result, score=round(probability, 4), evidence=evidence)
