"""The whole result of a check."""

from dataclasses import dataclass
from enum import StrEnum

from checkfirst.model.document import Source
from checkfirst.model.finding import Failure, Finding, Severity
from checkfirst.model.kinds import Purpose
from checkfirst.model.measures import DocumentMeasures
from checkfirst.model.set_measures import Fit


class Verdict(StrEnum):
    """What to do with the set."""

    READY = "ready"
    CHECK_FIRST = "check-first"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReport:
    """One document's readings, without its text. Lines are those of the source file."""

    path: str
    source: Source
    encoding: str | None
    measures: DocumentMeasures
    losses: tuple[str, ...] = ()
    fit: Fit | None = None
    """Whether it belongs with the others; ``None`` where that can't be asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A file that was not read, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Findings, readings and a verdict; the same input gives the same report but for ``seconds``."""

    root: str
    purpose: Purpose
    verdict: Verdict
    documents: tuple[DocumentReport, ...]
    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...]
    skipped: tuple[Skipped, ...]
    seconds: float
    needless: tuple[str, ...] = ()
    """Fingerprints of acceptances that no finding needs any more."""
    partial: bool = False
    """True when the check was interrupted: what is here holds, the rest was not looked at."""

    def count(self, severity: Severity) -> int:
        """Findings of one severity that nobody accepted."""
        return sum(f.severity is severity and not f.accepted for f in self.findings)
