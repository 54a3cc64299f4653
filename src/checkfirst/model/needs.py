"""What rules read that takes time to measure: what no selected rule needs is not measured."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final


class Needs(StrEnum):
    """A measure that a rule reads. Entries of indexes, losses of reading and first lines are always there."""

    # Enum's own hash is a Python function, called for every look-up by a member.
    __hash__ = str.__hash__

    TEXT = "text"
    """What is measured of each document's text: kind, roles of lines, thread, traces, words."""
    LINKS = "links"
    """``SetMeasures.broken_links``."""
    UNLISTED = "unlisted"
    """``SetMeasures.unlisted``."""
    DUPLICATES = "duplicates"
    """``SetMeasures.duplicates``."""
    FITS = "fits"
    """``SetMeasures.fits``."""
    LANGUAGE = "language"
    """``SetMeasures.language``."""
    TOPIC = "topic"
    """``SetMeasures.topic``."""
    PROMISES = "promises"
    """``SetMeasures.broken_promises``."""
    DECLARED = "declared"
    """``SetMeasures.declared``."""
    VERSIONS = "versions"
    """``SetMeasures.version_mismatches``."""
    REFERENCES = "references"
    """``SetMeasures.absent_documents``."""


EVERYTHING: Final = frozenset(Needs)
#: Measures of the set that are made from the measures of its texts.
_FROM_TEXT: Final = frozenset({Needs.DUPLICATES, Needs.FITS, Needs.LANGUAGE, Needs.TOPIC, Needs.PROMISES})


def complete(needs: Iterable[Needs]) -> frozenset[Needs]:
    """The needs with ``TEXT`` where one of them is made from the measures of texts."""
    named = frozenset(needs)
    return named if _FROM_TEXT.isdisjoint(named) else named | {Needs.TEXT}
