"""Makes the weights that ship with checkfirst from a folder of labelled documents."""

import os

# One thread, before numpy starts any: sums are then the same on any number of cores, and the matrices are small.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
