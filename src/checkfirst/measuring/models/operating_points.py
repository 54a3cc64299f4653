"""Turning a probability into yes, no or can't tell."""

from checkfirst.model.kinds import Answer


def answer(probability: float, *, no_below: float, yes_from: float) -> Answer:
    """``unknown`` between the two operating points."""
    if probability >= yes_from:
        return Answer.YES
    return Answer.NO if probability < no_below else Answer.UNKNOWN
