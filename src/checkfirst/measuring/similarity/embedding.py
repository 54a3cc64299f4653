"""Where a document stands among subjects and forms, as a point near which its series stands too.

The axes are those along which series of documents differ most for how much their members differ (linear
discriminant analysis: Fisher 1936; Rao 1948), over words, shape and kinds.
"""

import numpy as np

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.models.linear import Scores, standardized_features
from checkfirst.measuring.models.weights import Weights
from checkfirst.measuring.text.text_features import TextFeatures


def embed(features: TextFeatures, scores: Scores, weights: Weights) -> bytes:
    """A direction of unit length, ``AXES`` numbers of 16 bits."""
    to_point = weights.embedding
    body = features.blocks["body"]
    point = body.values @ to_point.body[body.ids]
    point += standardized_features(features.shape, weights.scale) @ to_point.shape
    point += scores.kinds @ to_point.kinds + to_point.bias
    return unit(point).astype(np.float16).tobytes()


def unit(point: Matrix) -> Matrix:
    """The same direction at length 1."""
    return point / max(float(np.sqrt(point @ point)), 1e-9)
