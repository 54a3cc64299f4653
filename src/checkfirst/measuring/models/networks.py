"""How small networks and logistic models predict, given their learned numbers."""

from collections.abc import Mapping
from typing import Final, NamedTuple

import numpy as np

from checkfirst.measuring.arrays import Matrix

#: Deviations from the mean beyond which an input of a classifier says no more: one odd line decides nothing. Not
#: measured; the weights were learned with it.
FARTHEST: Final = 6


class Mlp(NamedTuple):
    """A multilayer perceptron with one hidden layer of rectified linear units."""

    mean: Matrix
    """Of each feature, over what was learned from."""
    deviation: Matrix
    """The standard deviation, in the same way."""
    hidden: Matrix
    """A row a feature, a column a hidden unit."""
    hidden_bias: Matrix
    out: Matrix
    """A row a hidden unit, a column a class; one number a hidden unit for a network that answers yes or no."""
    out_bias: Matrix


class Logistic(NamedTuple):
    """A logistic model over features as they are."""

    weights: Matrix
    bias: np.float32


def class_probabilities(features: Matrix, network: Mlp) -> Matrix:
    """Probability of each class (a column) for each row of features."""
    scaled = np.clip((features - network.mean) / network.deviation, -FARTHEST, FARTHEST)
    hidden = np.maximum(scaled @ network.hidden + network.hidden_bias, 0)
    return softmax(hidden @ network.out + network.out_bias)


def yes_probabilities(features: Matrix, network: Mlp) -> Matrix:
    """Probability of yes for each row of features."""
    scaled = (features - network.mean) / network.deviation
    hidden = np.maximum(scaled @ network.hidden + network.hidden_bias, 0)
    chances: Matrix = 1 / (1 + np.exp(-(hidden @ network.out + network.out_bias)))
    return chances


def yes_probability(features: Matrix, model: Logistic) -> float:
    """Probability of yes for one row of features."""
    score = float(np.dot(features, model.weights) + model.bias)
    return float(1 / (1 + np.exp(-score)))


def softmax(scores: Matrix) -> Matrix:
    """Probabilities of each row, computed without overflow."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    result: Matrix = raised / raised.sum(axis=1, keepdims=True)
    return result


def network_of(arrays: Mapping[str, Matrix], name: str) -> Mlp:
    """The network of that name among the arrays of a weights file."""
    return Mlp(*(arrays[f"{name}/{part}"] for part in Mlp._fields))


def logistic_of(arrays: Mapping[str, Matrix], name: str) -> Logistic:
    """The logistic model of that name among them."""
    return Logistic(weights=arrays[f"{name}/weights"], bias=np.float32(arrays[f"{name}/bias"]))
