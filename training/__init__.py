"""Training of the weights that ship with checkfirst, from a folder of labelled documents."""

import os

# Set before numpy is imported: with one thread, sums are the same on any number of cores. The matrices are small.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
