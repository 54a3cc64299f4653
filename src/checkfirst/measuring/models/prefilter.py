"""A quick look that spares most documents the slow one: could this be a saved page, or hold a thread?

The first stage of a cascade (Viola and Jones, CVPR 2001): it lets nearly all pages and threads pass and
stops most documents that people maintain. What it stops has plain main text on every line.
"""

from checkfirst.measuring.models.weights import Weights


def may_be_page(score: float, weights: Weights) -> bool:
    """Whether the slow look is worth its while."""
    return score >= weights.pass_from
