"""The embedding of a document: a vector that is near those of other documents of like topic and form.

It is a linear map of words, layout features and kind scores. Its dimensions are those in which series of documents
differ most relative to the differences within a series (linear discriminant analysis: Fisher 1936; Rao 1948).
"""

import numpy as np

from checkfirst.measuring.arrays import SMALLEST_LENGTH, Matrix
from checkfirst.measuring.models.linear import Scores, standardized_features
from checkfirst.measuring.models.weights import Weights
from checkfirst.measuring.text.text_features import TextFeatures


def embed(features: TextFeatures, scores: Scores, weights: Weights) -> bytes:
    """The embedding of a text: a unit vector of ``AXES`` 16-bit floats."""
    model = weights.embedding
    body = features.blocks["body"]
    vector = body.values @ model.body[body.ids]
    vector += standardized_features(features.layout, weights.scale) @ model.layout
    vector += scores.kinds @ model.kinds + model.bias
    return unit(vector).astype(np.float16).tobytes()


def unit(vector: Matrix) -> Matrix:
    """The vector scaled to length 1."""
    return vector / max(float(np.sqrt(vector @ vector)), SMALLEST_LENGTH)
