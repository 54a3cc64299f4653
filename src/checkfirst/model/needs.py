"""Measures that take time and that are computed only if a selected rule reads them."""

from collections.abc import Iterable
from typing import Final

from checkfirst.model.quick_enum import QuickEnum


class Needs(QuickEnum):
    """A measure that a rule reads. Entries of indexes, losses and first lines are always measured."""

    WORDS = "words"
    """The number of words of a document and their fingerprint; no model is run for them."""
    TEXT = "text"
    """Everything measured from a document's text: kind, roles of lines, thread, traces, words."""
    DANGERS = "dangers"
    """``DocumentMeasures.dangers``; no model is run for them."""
    GAPS = "gaps"
    """The traces of open questions and of vague requirements in ``DocumentMeasures``; no model is run for them."""
    LINKS = "links"
    """``SetMeasures.broken_links``."""
    UNLISTED = "unlisted"
    """``SetMeasures.unlisted``."""
    DUPLICATES = "duplicates"
    """``SetMeasures.duplicates`` and ``contained``."""
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
    STATUS = "status"
    """``SetMeasures.other_standings``."""
    QUANTITIES = "quantities"
    """``SetMeasures.conflicting_values``."""
    ACRONYMS = "acronyms"
    """``DocumentSummary.acronyms`` and ``SetMeasures.undefined_acronyms``."""
    REFERENCES = "references"
    """``SetMeasures.absent_documents`` and ``missing_paths``, and ``DocumentSummary.dangling``."""


EVERYTHING: Final = frozenset(Needs)
#: Measures of the set that are computed from measures of its texts.
_FROM_TEXT: Final = frozenset(
    {Needs.DUPLICATES, Needs.FITS, Needs.LANGUAGE, Needs.TOPIC, Needs.PROMISES, Needs.QUANTITIES, Needs.ACRONYMS}
)


def complete(needs: Iterable[Needs]) -> frozenset[Needs]:
    """The needs, with ``TEXT`` added if one of them is computed from measures of texts, and ``WORDS`` with ``TEXT``."""
    named = frozenset(needs)
    if not _FROM_TEXT.isdisjoint(named):
        named |= {Needs.TEXT}
    return named | {Needs.WORDS} if Needs.TEXT in named else named
