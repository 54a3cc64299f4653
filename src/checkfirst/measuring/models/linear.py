"""One pass over words and shape for all document models: kinds, describes a system, the quick look."""

from dataclasses import dataclass

import numpy as np

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.models.weights import Weights
from checkfirst.measuring.text.bag_of_words import Block


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores (logits, before calibration) of one text."""

    kinds: Matrix
    """One for each of ``weights.kinds``."""
    system: float
    """For describing a system."""
    screen: float
    """For being a saved page or holding a thread."""
    body: Matrix
    """Weights of the body's words: a row for each of the words present, a column a score."""


def score(blocks: dict[str, Block], shape: Matrix, weights: Weights) -> Scores:
    """The linear models' scores, from words in three places and the document's shape."""
    total = weights.joint_bias + scaled_shape(shape, weights) @ weights.joint["shape"]
    body = weights.joint["body"][blocks["body"].ids]
    total += blocks["body"].values @ body
    for place in ("opening", "headings"):
        total += blocks[place].values @ weights.joint[place][blocks[place].ids]
    count = len(weights.kinds)
    return Scores(kinds=total[:count], system=float(total[count]), screen=float(total[count + 1]), body=body)


def scaled_shape(shape: Matrix, weights: Weights) -> Matrix:
    """The shape in deviations from the mean document, four at most."""
    scaled: Matrix = np.clip((shape - weights["shape/mean"]) / weights["shape/deviation"], -4, 4)
    return scaled
