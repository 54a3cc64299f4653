"""Array types and a constant that all measures share."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

#: Features, scores or weights: one row per item and one column per feature, or a single row.
Matrix = NDArray[np.float32]
#: Array of any element type, as stored in a weights file.
AnyArray = NDArray[np.generic]
#: Smallest length that a vector is divided by, so that a vector of zeros stays one.
SMALLEST_LENGTH: Final = 1e-9
