"""Small yes-or-no networks. Several are trained and averaged, which is one network with all their hidden units."""

import numpy as np
from numpy.typing import NDArray
from sklearn.neural_network import MLPClassifier

from training.store import Arrays

_NETS, _HIDDEN = 4, 24


def fit_net(table: NDArray[np.float32], truth: NDArray[np.bool_], name: str) -> Arrays:
    """The mean of ``_NETS`` networks with different initial weights, as arrays of the weights file."""
    mean, deviation = table.mean(axis=0), table.std(axis=0) + 1e-6
    scaled = (table - mean) / deviation
    nets = [
        MLPClassifier((_HIDDEN,), alpha=0.01, max_iter=60, early_stopping=True, random_state=n).fit(scaled, truth)
        for n in range(_NETS)
    ]
    return {
        f"{name}/mean": mean.astype(np.float32),
        f"{name}/deviation": deviation.astype(np.float32),
        f"{name}/hidden": np.hstack([net.coefs_[0] for net in nets]).astype(np.float32),
        f"{name}/hidden_bias": np.hstack([net.intercepts_[0] for net in nets]).astype(np.float32),
        f"{name}/out": (np.vstack([net.coefs_[1] for net in nets])[:, 0] / _NETS).astype(np.float32),
        f"{name}/out_bias": np.float32(np.mean([net.intercepts_[1][0] for net in nets])),
    }
