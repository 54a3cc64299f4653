"""What a document is called in a word or two, with the sign and the colour of how bad that is."""

from collections.abc import Collection
from typing import Final

from checkfirst import lazy_re
from checkfirst.model.finding import Finding, Severity
from checkfirst.reporting.counts import fault_of
from checkfirst.reporting.rows import Row, RowStatus

SIGNS: Final = {Severity.ERROR: "✗", Severity.WARNING: "▲", Severity.NOTE: "·"}
UNREAD: Final = "not read"
_RIGHT, _UNTOLD, _SET = "looks right", "can't tell", "the set"
#: What is said where nothing is claimed of a document, and something of it was found.
_FOUND: Final = {Severity.ERROR: "has errors", Severity.WARNING: "has warnings", Severity.NOTE: "has notes"}
_NO_SLUG: Final = lazy_re.compile(r"[^a-z]+")


def word_of(row: Row, untold: Collection[str]) -> str:
    """The status of a row. ``untold`` are the paths of documents of which nobody can tell what they are."""
    if row.status is RowStatus.SET:
        return _SET
    if word := fault_of(row) if row.text else "":
        return word
    if row.severity:
        return _FOUND[row.severity]
    return _UNTOLD if row.path in untold else _RIGHT


def tone_of(severity: Severity | None, word: str) -> str:
    """The class of its colour: a severity, ``fine``, or ``untold``."""
    if severity:
        return severity.value
    return "untold" if word == _UNTOLD else "fine"


def sign_of(severity: Severity | None, word: str) -> str:
    """The sign beside the word."""
    if severity:
        return SIGNS[severity]
    return "?" if word == _UNTOLD else "✓"


def severity_of(row: Row, finding: Finding) -> Severity:
    """The severity of a finding for its document: what a claim rests on weighs at least as much as the claim."""
    claim = row.document.claim if row.document else None
    if claim and claim.severity and finding in row.behind:
        return min(claim.severity, finding.severity, key=lambda s: s.rank)
    return finding.severity


def slug(word: str) -> str:
    """A status as the script knows it."""
    return _NO_SLUG.sub("-", word.lower())
