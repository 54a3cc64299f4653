"""The whole result of a check."""

from dataclasses import dataclass
from enum import StrEnum

from checkfirst.model.document import Role, Segment, Source
from checkfirst.model.finding import Failure, Finding, Severity
from checkfirst.model.kinds import Purpose
from checkfirst.model.location import Place
from checkfirst.model.losses import LossKind
from checkfirst.model.measures import DocumentMeasures, Ignore, Part, Thread
from checkfirst.model.set_measures import Fit


class Verdict(StrEnum):
    """What to do with the set."""

    READY = "ready"
    CHECK_FIRST = "check-first"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLine:
    """One line as the document's reader sees it. Its number is that of the source file."""

    place: Place
    role: Role
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReport:
    """One document's readings."""

    path: str
    source: Source
    encoding: str | None
    measures: DocumentMeasures
    """Its quotes and segments are in lines of the text; what follows is in places of the file."""
    segments: tuple[Segment[Place], ...] = ()
    """Role of every line, where that was asked for."""
    parts: tuple[Part[Place], ...] = ()
    thread: Thread[Place] | None = None
    losses: tuple[tuple[LossKind, int], ...] = ()
    """What reading dropped or replaced, and how much."""
    fit: Fit | None = None
    """Whether it belongs with the others; ``None`` where that can't be asked."""
    ignores: tuple[Ignore[Place], ...] = ()
    """What it says is known."""
    shown: tuple[ShownLine, ...] = ()
    """Its lines, where they were asked for: most reports do without."""


class SkipReason(StrEnum):
    """Why a file that was found is not read; a detail may follow the words."""

    HIDDEN = "hidden"
    OWN_FILE = "checkfirst's own file"
    IGNORED = "ignored by git"
    PART_OF_PAGE = "part of the saved page "
    LINK = "symbolic link to "
    EXCLUDED = "excluded by configuration"
    NO_DOCUMENT = "not a document: "
    ARCHIVE = "an archive: "
    """Its members are documents of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A file that was not read, and why."""

    path: str
    why: SkipReason
    detail: str = ""
    """What the reason is about: the type of a file, the target of a link."""

    @property
    def reason(self) -> str:
        """The reason in words."""
        return self.why.value + self.detail


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedEntry:
    """One line of an index, at its place in the file."""

    index: str
    """The index file's path."""
    place: Place
    title: str
    target: str
    """As written."""
    path: str | None
    """The path it resolves to, relative to the root; ``None`` where it leaves the set."""
    exists: bool
    description: str


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
    entries: tuple[ListedEntry, ...] = ()
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
