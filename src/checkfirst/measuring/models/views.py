"""Learned parameters as named attributes, one class per model.

They are named tuples, because dataclasses take five times as long to define, at every start of the program.
"""

from typing import NamedTuple

import numpy as np

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.models.networks import Logistic, Mlp
from checkfirst.model.kinds import Group, Kind


class OperatingPoints(NamedTuple):
    """Probabilities of yes that separate the answers; between the two the answer is ``unknown``."""

    no_below: float
    yes_from: float


class Calibration(NamedTuple):
    """A logistic function of one value: a score (Platt 1999), or the size of a set."""

    slope: float
    offset: float

    def probability(self, value: float) -> float:
        """The probability at ``value``."""
        return float(1 / (1 + np.exp(-(self.slope * value + self.offset))))


class LineClassifier(NamedTuple):
    """The two passes of the line classifier."""

    words: Matrix
    """A row per word number, a column per class: the word's weight for the class."""
    first: Mlp
    second: Mlp
    """Its features are the first pass's probabilities of the line and its neighbours."""


class ThreadModel(NamedTuple):
    """Models for the first line of a comment thread, and for the confidence that it is one."""

    start: Mlp
    evidence: Logistic


class ScrapedModel(NamedTuple):
    """Model for whether a text is a saved web page."""

    page: Logistic
    points: OperatingPoints


class DocumentScale(NamedTuple):
    """Mean and standard deviation of each layout feature, the same for all document models."""

    mean: Matrix
    deviation: Matrix


class DocumentModels(NamedTuple):
    """The linear document models in joint matrices, so that a text's words are looked up once for all of them.

    Columns are scores: one per kind, then one for describing a system, then one for the prefilter.
    """

    body: Matrix
    """A row per word number, as in ``opening`` and ``headings``."""
    opening: Matrix
    headings: Matrix
    layout: Matrix
    """A row per layout feature."""
    bias: Matrix
    """An item per score."""


class KindModel(NamedTuple):
    """Parameters that turn kind scores into probabilities of kinds and groups."""

    names: tuple[Kind, ...]
    """In the order of their scores."""
    groups: tuple[Group, ...]
    group_of: Matrix
    """A row per kind, a column per group; 1 where the kind belongs to the group."""
    temperature: float
    """Divisor of the scores (Guo and others, ICML 2017)."""


class SystemModel(NamedTuple):
    """Parameters that turn the score for describing a system into a probability and an answer."""

    calibration: Calibration
    points: OperatingPoints


class EmbeddingMap(NamedTuple):
    """The linear map from a document's words, layout features and kind scores to its embedding.

    Each matrix has a column per dimension of the embedding.
    """

    body: Matrix
    """A row per word number."""
    layout: Matrix
    """A row per layout feature."""
    kinds: Matrix
    """A row per kind."""
    bias: Matrix


class OutlierModel(NamedTuple):
    """Model for whether a document is an outlier of its set."""

    network: Mlp
    threshold: Calibration
    """Gives the probability from which it is called one, for the logarithm of the set's size."""


class EntryMatchModel(NamedTuple):
    """Model for whether an entry of an index is about its file."""

    network: Mlp
    threshold: float
    """Probability below which the entry is called broken."""
