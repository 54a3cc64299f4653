"""Turning a probability into yes, no or can't tell."""

from checkfirst.measuring.models.views import OperatingPoints
from checkfirst.model.kinds import Answer


def answer(probability: float, points: OperatingPoints) -> Answer:
    """``unknown`` between the two operating points."""
    if probability >= points.yes_from:
        return Answer.YES
    return Answer.NO if probability < points.no_below else Answer.UNKNOWN
