"""The prefilter: a fast model that rules out saved web pages and comment threads, so that slower models can be skipped.

It is the first stage of a cascade (Viola and Jones, CVPR 2001): nearly all pages and threads pass, and most maintained
documents do not. All lines of a document that does not pass are taken for main text.
"""

from checkfirst.measuring.models.weights import Weights


def may_be_page(score: float, weights: Weights) -> bool:
    """Whether a document with this prefilter score may be a page or have a thread."""
    return score >= weights.pass_from
