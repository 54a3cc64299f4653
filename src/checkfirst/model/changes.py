"""What differs between two states of a set."""

from dataclasses import dataclass

from checkfirst.model.finding import Finding, Severity
from checkfirst.model.kinds import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What differs between two reports."""

    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    kept: tuple[Finding, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    edited: tuple[str, ...]
    kinds: tuple[tuple[str, Kind, Kind], ...]
    """Documents whose kind is another one, where both were sure enough to be told."""
    promises: tuple[str, ...]
    """What entries of indexes promise now and did not, or no more."""

    @property
    def worse(self) -> bool:
        """Whether an error is new that nobody accepted."""
        return any(f.severity is Severity.ERROR and not f.accepted for f in self.new)
