"""Inputs made to be slow: every pattern and every reader takes time in proportion to what it is given."""
