"""The result of a check."""

from enum import StrEnum

from msgspec import Struct

from checkfirst.model.claim import Claim, ClaimStatus
from checkfirst.model.document import Role, Segment, Source
from checkfirst.model.finding import Failure, Finding, Severity
from checkfirst.model.fit import Fit
from checkfirst.model.kind_measures import Part
from checkfirst.model.kinds import Purpose
from checkfirst.model.location import Place
from checkfirst.model.losses import UNREADABLE, LossKind
from checkfirst.model.measures import DocumentMeasures, Ignore
from checkfirst.model.threads import Thread


class Verdict(StrEnum):
    """Whether the set is ready to be used."""

    READY = "ready"
    CHECK_FIRST = "check-first"


class ShownLine(Struct, frozen=True, kw_only=True):
    """One line of a document's text with its role and its place in the file."""

    place: Place
    role: Role
    text: str


class DocumentReport(Struct, frozen=True, kw_only=True):
    """Everything reported about one document except its findings."""

    path: str
    source: Source
    encoding: str | None
    measures: DocumentMeasures
    """Its quotes and segments count lines of the text. The fields below have places in the file."""
    segments: tuple[Segment[Place], ...] = ()
    """Consecutive segments that cover every line; empty unless requested."""
    parts: tuple[Part[Place], ...] = ()
    thread: Thread[Place] | None = None
    losses: tuple[tuple[LossKind, int], ...] = ()
    """Each kind of content that reading dropped or replaced, with the count."""
    fit: Fit | None = None
    """Whether it belongs with the others; ``None`` for documents that are not compared."""
    claim: Claim | None = None
    """What all findings about it say together; ``None`` for a document in a partial report."""
    ignores: tuple[Ignore[Place], ...] = ()
    """Comments in it that accept findings."""
    shown: tuple[ShownLine, ...] = ()
    """Its lines; empty unless requested, because most report formats don't print them."""

    @property
    def is_read(self) -> bool:
        """Whether something of it could be read; false for an empty file."""
        lost = any(kind in UNREADABLE or kind is LossKind.FORMAT_NOT_READ for kind, _ in self.losses)
        return bool(self.source.size) and not lost


class SkipReason(StrEnum):
    """Why a file is not read. ``Skipped.detail`` completes some of them."""

    HIDDEN = "hidden"
    OWN_FILE = "checkfirst's own file"
    IGNORED = "ignored by git"
    PART_OF_PAGE = "part of the saved page"
    LINK = "symbolic link"
    EXCLUDED = "excluded by configuration"
    LEFT_OUT = "left out"
    NO_DOCUMENT = "not a document"
    ARCHIVE = "an archive"
    """Its members are checked as documents instead."""


#: The words between a reason and its detail.
_BEFORE_DETAIL = {SkipReason.PART_OF_PAGE: " ", SkipReason.LINK: " to "}


class Skipped(Struct, frozen=True, kw_only=True, tag=True):
    """A file that is not read, with the reason."""

    path: str
    why: SkipReason
    detail: str = ""
    """What completes the reason: a media type, the target of a link, the members of an archive."""

    @property
    def reason(self) -> str:
        """The reason in words."""
        return f"{self.why.value}{_BEFORE_DETAIL.get(self.why, ': ')}{self.detail}" if self.detail else self.why.value


class ListedEntry(Struct, frozen=True, kw_only=True):
    """One entry of an index, with its place in the file."""

    index: str
    """The index file's path."""
    place: Place
    title: str
    target: str
    """As written."""
    path: str | None
    """The path that the target resolves to, relative to the root; ``None`` for a target outside the set."""
    exists: bool
    """Whether there is a file or folder for it."""
    description: str
    """Text of the entry besides its title."""
    quote: str = ""
    """The line of the entry."""
    file: str | None = None
    """The file or folder that it leads to, where ``path`` is that of a page made from it."""


class Report(Struct, frozen=True, kw_only=True):
    """The verdict, with all findings and measures. The same input gives an equal report, ``seconds`` excepted."""

    root: str
    purpose: Purpose
    verdict: Verdict
    documents: tuple[DocumentReport, ...]
    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...]
    skipped: tuple[Skipped, ...]
    seconds: float
    entries: tuple[ListedEntry, ...] = ()
    """Entries of all indexes of the set."""
    unused_acceptances: tuple[str, ...] = ()
    """Fingerprints in the lock file that match no finding."""
    unused_ignores: tuple[str, ...] = ()
    """Path, line and code of each comment that accepts no finding."""
    stops_from: Severity = Severity.ERROR
    """The least severity of a finding or a claim that keeps the set from being ready."""
    partial: bool = False
    """True after an interruption: the results are valid, but some documents were not checked."""

    def count(self, severity: Severity) -> int:
        """Number of findings of one severity that are not accepted."""
        return sum(f.severity is severity and not f.accepted for f in self.findings)

    def stopping(self, status: ClaimStatus) -> int:
        """Number of documents of this status that keep the set from being ready."""
        return sum(d.claim is not None and d.claim.stops and d.claim.status is status for d in self.documents)
