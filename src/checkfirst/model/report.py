"""The whole result of a check."""

from dataclasses import dataclass
from enum import StrEnum

from checkfirst.model.document import Role, Source
from checkfirst.model.finding import Failure, Finding, Severity
from checkfirst.model.kinds import Purpose
from checkfirst.model.measures import DocumentMeasures, Ignore
from checkfirst.model.set_measures import Entry, Fit


class Verdict(StrEnum):
    """What to do with the set."""

    READY = "ready"
    CHECK_FIRST = "check-first"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLine:
    """One line as the document's reader sees it. Its number is that of the source file."""

    number: int
    page: int | None
    role: Role
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReport:
    """One document's readings. Lines are those of the source file."""

    path: str
    source: Source
    encoding: str | None
    measures: DocumentMeasures
    losses: tuple[str, ...] = ()
    fit: Fit | None = None
    """Whether it belongs with the others; ``None`` where that can't be asked."""
    ignores: tuple[Ignore, ...] = ()
    """What it says is known."""
    shown: tuple[ShownLine, ...] = ()
    """Its lines, where they were asked for: most reports do without."""


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
    entries: tuple[Entry, ...] = ()
    """What the indexes of the set promise."""
    needless: tuple[str, ...] = ()
    """Fingerprints of acceptances that no finding needs any more."""
    unneeded: tuple[str, ...] = ()
    """Comments that ignore what nothing finds any more: path, line and code."""
    partial: bool = False
    """True when the check was interrupted: what is here holds, the rest was not looked at."""

    def count(self, severity: Severity) -> int:
        """Findings of one severity that nobody accepted."""
        return sum(f.severity is severity and not f.accepted for f in self.findings)
