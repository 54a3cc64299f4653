"""One pass over words and shape for all document models: kinds, describes a system, the prefilter."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.models.views import DocumentScale
from checkfirst.measuring.models.weights import Weights
from checkfirst.measuring.text.bag_of_words import BagOfWords

#: Deviations from the mean document beyond which a feature says no more. The weights were learned with it.
FARTHEST: Final = 4


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores (logits, before calibration) of one text."""

    kinds: Matrix
    """One for each of ``weights.kind.names``."""
    system: float
    """For describing a system."""
    prefilter: float
    """For being a saved page or holding a thread."""
    body: Matrix
    """Weights of the body's words: a row for each of the words present, a column a score."""


def score(blocks: dict[str, BagOfWords], shape: Matrix, weights: Weights) -> Scores:
    """The linear models' scores, from words in three places and the document's shape."""
    models = weights.document
    total = models.bias + standardized_features(shape, weights.scale) @ models.shape
    body = models.body[blocks["body"].ids]
    total += blocks["body"].values @ body
    for place, of_words in (("opening", models.opening), ("headings", models.headings)):
        total += blocks[place].values @ of_words[blocks[place].ids]
    count = len(weights.kind.names)
    return Scores(kinds=total[:count], system=float(total[count]), prefilter=float(total[count + 1]), body=body)


def standardized_features(shape: Matrix, scale: DocumentScale) -> Matrix:
    """The shape in deviations from the mean document, ``FARTHEST`` at most."""
    scaled: Matrix = np.clip((shape - scale.mean) / scale.deviation, -FARTHEST, FARTHEST)
    return scaled
