"""Learned numbers as named attributes, one class a model.

Named tuples, no dataclasses: those take five times as long to define, at every start of the program.
"""

from typing import NamedTuple

import numpy as np

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.models.networks import Logistic, Mlp
from checkfirst.model.kinds import Group, Kind


class OperatingPoints(NamedTuple):
    """Probabilities between which the answer is that it can't be told."""

    no_below: float
    yes_from: float


class Calibration(NamedTuple):
    """A line in log odds: of a score (Platt 1999), or of a set's size."""

    slope: float
    offset: float

    def probability(self, value: float) -> float:
        """The probability at a value."""
        return float(1 / (1 + np.exp(-(self.slope * value + self.offset))))


class LineClassifier(NamedTuple):
    """What a line is, in two passes."""

    words: Matrix
    """A row a word number, a column a class: what the word speaks for."""
    first: Mlp
    second: Mlp
    """Over the first one's answers for the lines around."""


class ThreadModel(NamedTuple):
    """Where a comment thread starts, and how likely it is one."""

    start: Mlp
    evidence: Logistic


class ScrapedModel(NamedTuple):
    """Whether a text is a saved web page."""

    page: Logistic
    points: OperatingPoints


class DocumentScale(NamedTuple):
    """Mean and deviation of each feature of a document, one pair for all document models."""

    mean: Matrix
    deviation: Matrix


class DocumentModels(NamedTuple):
    """The linear document models side by side, so that a text's words are looked up once for all of them.

    A column for each of the kinds, then one for describing a system, then one for the prefilter.
    """

    body: Matrix
    """A row a word number."""
    opening: Matrix
    headings: Matrix
    shape: Matrix
    """A row a feature of the document."""
    bias: Matrix


class KindModel(NamedTuple):
    """How the scores of kinds are read."""

    names: tuple[Kind, ...]
    """In the order of their scores."""
    groups: tuple[Group, ...]
    group_of: Matrix
    """A row a kind, a column a group: 1 where the kind is of the group."""
    temperature: float


class SystemModel(NamedTuple):
    """How the score for describing a system is read."""

    calibration: Calibration
    points: OperatingPoints


class EmbeddingMap(NamedTuple):
    """The linear map from a document's words, features and kind scores to its point: a column an axis."""

    body: Matrix
    shape: Matrix
    kinds: Matrix
    bias: Matrix


class OutlierModel(NamedTuple):
    """Whether a document is an outlier of its set, and the probability from which it is called one."""

    network: Mlp
    threshold: Calibration
    """Over the logarithm of the set's size."""


class EntryMatchModel(NamedTuple):
    """Whether a file fits an entry of an index, and the probability up to which the entry is called broken."""

    network: Mlp
    threshold: float
