"""Array types that all measures share."""

import numpy as np
from numpy.typing import NDArray

#: Features, scores, weights: one row an item, one column a feature, or a single row.
Matrix = NDArray[np.float32]
#: Array of any element type, as it is stored in a weights file.
AnyArray = NDArray[np.generic]
