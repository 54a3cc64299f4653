"""The linear document models (kinds, describes a system, prefilter), scored in one pass over a text's features."""

from typing import Final

import numpy as np
from msgspec import Struct

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.models.views import DocumentScale
from checkfirst.measuring.models.weights import Weights
from checkfirst.measuring.text.bag_of_words import BagOfWords

#: Standard deviations from the mean at which layout features are clipped. The weights were learned with it; not
#: measured.
FARTHEST: Final = 4


class Scores(Struct, frozen=True):
    """Scores of one text: logits, not yet calibrated."""

    kinds: Matrix
    """A score for each of ``weights.kind.names``."""
    system: float
    """The score for describing a system."""
    prefilter: float
    """The score for being a saved web page or having a comment thread."""
    body: Matrix
    """Model weights of the words of the body: a row per distinct word, a column per score."""


def score(blocks: dict[str, BagOfWords], layout: Matrix, weights: Weights) -> Scores:
    """Scores of all linear models for the three blocks of words and the layout features of one text."""
    models = weights.document
    total = models.bias + standardized_features(layout, weights.scale) @ models.layout
    body = models.body[blocks["body"].ids]
    total += blocks["body"].values @ body
    for block, of_words in (("opening", models.opening), ("headings", models.headings)):
        total += blocks[block].values @ of_words[blocks[block].ids]
    count = len(weights.kind.names)
    return Scores(kinds=total[:count], system=float(total[count]), prefilter=float(total[count + 1]), body=body)


def standardized_features(layout: Matrix, scale: DocumentScale) -> Matrix:
    """The layout features in standard deviations from the mean, clipped at ``FARTHEST``."""
    scaled: Matrix = np.minimum(np.maximum((layout - scale.mean) / scale.deviation, -FARTHEST), FARTHEST)
    return scaled
