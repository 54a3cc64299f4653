"""Prediction with small neural networks and logistic models."""

from collections.abc import Mapping
from typing import Final, NamedTuple

import numpy as np

from checkfirst.measuring.arrays import Matrix

#: Standard deviations from the mean at which inputs of the classifiers are clipped, so that one extreme value does not
#: decide. The weights were learned with it; not measured.
FARTHEST: Final = 6


class Mlp(NamedTuple):
    """A multilayer perceptron with one hidden layer of rectified linear units."""

    mean: Matrix
    """Mean of each feature over the training data."""
    deviation: Matrix
    """Standard deviation of each feature over the training data."""
    hidden: Matrix
    """A row per feature, a column per hidden unit."""
    hidden_bias: Matrix
    out: Matrix
    """A row per hidden unit and a column per class; for a yes-or-no network, a vector with an item per hidden unit."""
    out_bias: Matrix


class Logistic(NamedTuple):
    """A logistic regression over features that are not standardised."""

    weights: Matrix
    bias: np.float32


def class_probabilities(features: Matrix, network: Mlp) -> Matrix:
    """The probability of each class (columns) for each row of features."""
    scaled = np.clip((features - network.mean) / network.deviation, -FARTHEST, FARTHEST)
    hidden = np.maximum(scaled @ network.hidden + network.hidden_bias, 0)
    return softmax(hidden @ network.out + network.out_bias)


def yes_probabilities(features: Matrix, network: Mlp) -> Matrix:
    """The probability of yes for each row of features. Inputs are not clipped."""
    scaled = (features - network.mean) / network.deviation
    hidden = np.maximum(scaled @ network.hidden + network.hidden_bias, 0)
    chances: Matrix = 1 / (1 + np.exp(-(hidden @ network.out + network.out_bias)))
    return chances


def yes_probability(features: Matrix, model: Logistic) -> float:
    """The probability of yes for one row of features."""
    score = float(np.dot(features, model.weights) + model.bias)
    return float(1 / (1 + np.exp(-score)))


def softmax(scores: Matrix) -> Matrix:
    """The softmax of each row, computed without overflow."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    result: Matrix = raised / raised.sum(axis=1, keepdims=True)
    return result


def network_of(arrays: Mapping[str, Matrix], name: str) -> Mlp:
    """The network called ``name`` in the arrays of a weights file."""
    return Mlp(*(arrays[f"{name}/{part}"] for part in Mlp._fields))


def logistic_of(arrays: Mapping[str, Matrix], name: str) -> Logistic:
    """The logistic model called ``name`` in the arrays of a weights file."""
    return Logistic(weights=arrays[f"{name}/weights"], bias=np.float32(arrays[f"{name}/bias"]))
