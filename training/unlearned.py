"""Stand-ins for models that are not learned yet, where a document is read by those that are."""

import numpy as np

from checkfirst.measuring.models.layout import ARRAYS
from checkfirst.model.kinds import Kind
from training.store import Arrays


def with_unlearned(arrays: Arrays) -> Arrays:
    """All arrays of a weights file: those given, and for the others zeros, whose scores say nothing."""
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
