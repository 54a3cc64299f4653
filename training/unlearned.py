"""Placeholders for models that are not trained yet, for stages that need weights for some models only."""

import numpy as np

from checkfirst.measuring.models.layout import ARRAYS
from checkfirst.model.kinds import Kind
from training.store import Arrays


def with_unlearned(arrays: Arrays) -> Arrays:
    """All arrays of a weights file: the given ones, and zeros for the others."""
    made: Arrays = {"kind/names": np.array([Kind.UNKNOWN.value])}
    sizes = {"vocabulary": len(arrays["idf"]), "kinds": 1}
    for name, shape in ARRAYS.items():
        if name not in arrays and name not in made:
            lengths = [sizes.get(size, 1) if isinstance(size, str) else size for size in shape]
            made[name] = (
                np.ones(lengths, dtype=np.float32)
                if name.endswith("/deviation")
                else np.zeros(lengths, dtype=np.float32)
            )
    return {**made, **arrays}
