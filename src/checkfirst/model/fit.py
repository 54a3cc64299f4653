"""Whether a document belongs to its set, by the other documents and by the topic that is stated."""

from msgspec import Struct

from checkfirst.model.kinds import Answer


class Fit(Struct, frozen=True, kw_only=True):
    """Whether a document belongs to its set, or is an outlier."""

    answer: Answer
    """``no`` for an outlier."""
    score: float
    """Calibrated probability that it belongs."""
    nearest: str
    """Path of the most similar document."""
    likeness: float
    """Cosine similarity of the words of the two; documents of one series have .1 to .5."""
    distinctive_words: tuple[str, ...]
    """The words of greatest TF-IDF weight that no other document of the set has; empty unless it is an outlier."""


class Topic(Struct, frozen=True, kw_only=True):
    """The stated topic of a set, and the documents that are off it."""

    source: str
    """Where it is stated: the path of the index, of which title and first sentence count, or empty for ``about`` in the
    configuration."""
    missing: tuple[str, ...]
    """Paths of the documents that contain none of ``words``; empty if there are too many to mean anything."""
    words: tuple[str, ...]
    """Words of the statement that at least half of the documents contain."""
