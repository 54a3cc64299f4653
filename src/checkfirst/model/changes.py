"""Differences between two states of a set."""

from msgspec import Struct

from checkfirst.model.finding import Finding, Severity
from checkfirst.model.kinds import Kind


class Changes(Struct, frozen=True, kw_only=True):
    """Differences between an earlier and a later report on one set."""

    new: tuple[Finding, ...]
    """Findings of the later report alone."""
    gone: tuple[Finding, ...]
    """Findings of the earlier report alone."""
    kept: tuple[Finding, ...]
    """Findings of both, as the later report has them."""
    added: tuple[str, ...]
    """Paths of the documents of the later report alone."""
    removed: tuple[str, ...]
    """Paths of the documents of the earlier report alone."""
    edited: tuple[str, ...]
    """Paths of the documents whose bytes changed."""
    kinds: tuple[tuple[str, Kind, Kind], ...]
    """Path, earlier kind and later kind of each document whose kind changed; unknown kinds are left out."""
    promises: tuple[str, ...]
    """A sentence for each index entry that only one of the reports has."""

    @property
    def worse(self) -> bool:
        """Whether there is a new error that is not accepted."""
        return any(f.severity is Severity.ERROR and not f.accepted for f in self.new)
