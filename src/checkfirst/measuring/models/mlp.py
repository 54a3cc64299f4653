"""Small networks with one hidden layer that answer yes or no."""

import numpy as np

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.models.weights import Weights


def yes_chances(features: Matrix, weights: Weights, name: str) -> Matrix:
    """Probability of yes for each row of features, by the net of that name."""
    scaled = (features - weights[f"{name}/mean"]) / weights[f"{name}/deviation"]
    hidden = np.maximum(scaled @ weights[f"{name}/hidden"] + weights[f"{name}/hidden_bias"], 0)
    chances: Matrix = 1 / (1 + np.exp(-(hidden @ weights[f"{name}/out"] + weights[f"{name}/bias"])))
    return chances
