"""Answers from probabilities."""

from checkfirst.measuring.models.views import OperatingPoints
from checkfirst.model.kinds import Answer


def answer(probability: float, points: OperatingPoints) -> Answer:
    """The answer for a probability of yes; ``unknown`` between the two operating points."""
    if probability >= points.yes_from:
        return Answer.YES
    return Answer.NO if probability < points.no_below else Answer.UNKNOWN
