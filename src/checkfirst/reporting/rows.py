"""One row a document: what is claimed of it with the proof, and the findings beside that. All reports for people use it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, zip_longest
from typing import Final

from msgspec import Struct

from checkfirst.claims.signs import document_of
from checkfirst.model.claim import Claim, ClaimStatus, Promise
from checkfirst.model.finding import SET_PATH, Evidence, Finding, Severity
from checkfirst.model.location import Place
from checkfirst.model.quick_enum import QuickEnum
from checkfirst.model.report import DocumentReport, Report

#: The rule on entries of an index without a file, and the name that its findings give the file.
_MISSING, _TARGET = "entry-target-missing", "target_path"
#: The name that they give the file that may be meant.
_NEAREST: Final = "nearest"
#: Rules whose findings rest on all words of a document: the lines that they quote show less than a menu or a comment does.
_BY_WORDS: Final = frozenset(
    {"not-the-declared-kind", "wrong-kind-for-purpose", "odd-one-out", "off-subject", "promise-not-kept"}
)
#: Lines that are quoted as proof of a claim, the entry of the index among them.
_MOST_QUOTES: Final = 3


class RowStatus(QuickEnum):
    """What a row says: the status of the claim about its document, or why there is none."""

    WRONG = "wrong"
    MISSING = "missing"
    """An index lists it, and it is not there."""
    DAMAGED = "damaged"
    INCOMPLETE = "incomplete"
    SUPERSEDED = "superseded"
    COPY = "copy"
    UNSURE = "unsure"
    FOUND = "found"
    """Nothing is claimed against the document; findings are about something in it."""
    SET = "set"
    """The findings are about the set."""
    AS_PROMISED = "as-promised"


class FindingGroup(Struct, frozen=True, kw_only=True):
    """The findings of one rule and one severity on one document, in the order of their lines."""

    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """The finding that stands for all."""
        return self.findings[0]


class Row(Struct, frozen=True, kw_only=True):
    """All that is reported about one document."""

    path: str
    """Path of the document or of the missing file; ``SET_PATH`` for the set."""
    status: RowStatus
    severity: Severity | None
    """The worst of the claim and the findings that are not accepted; ``None`` where nothing speaks against it."""
    document: DocumentReport | None = None
    """``None`` for a missing file and for the set."""
    text: str = ""
    """What the document is, in words that follow its name; empty where nothing is claimed against it."""
    confidence: float = 1.0
    """Probability that the text is right, 0..1."""
    promise: Promise | None = None
    """The entry of the index that the claim breaks."""
    behind: tuple[Finding, ...] = ()
    """The findings that the text rests on, the one that says most first."""
    beside: tuple[FindingGroup, ...] = ()
    """The other findings, the worst first."""

    @property
    def is_noted(self) -> bool:
        """Whether notes are all that speaks against it, and there are some."""
        return self.severity is Severity.NOTE

    @property
    def place(self) -> Place | None:
        """Where to look first."""
        lead = self.behind or (self.beside[0].findings if self.beside else ())
        return next((finding.place for finding in lead if finding.path == self.path), None)

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes of the rules that the text rests on, the one that says most first."""
        return tuple(dict.fromkeys(finding.code for finding in self.behind))

    @property
    def quotes(self) -> tuple[Evidence, ...]:
        """The lines that prove the text: the entry of the index, then lines of the document in their order."""
        told = (
            (Evidence(path=self.promise.path, place=self.promise.place, quote=self.promise.quote),)
            if self.promise
            else ()
        )
        proof = _proof(sorted(self.behind, key=_is_by_words), exclude={(e.path, e.place) for e in told})
        chosen = proof[: _MOST_QUOTES - len(told)]
        return (*told, *sorted(chosen, key=lambda e: (e.path != self.path, e.path, e.place.start_line)))


def rows(report: Report) -> tuple[Row, ...]:
    """A row for each document, missing file and, if it has findings, the set: the worst first."""
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        if not finding.accepted:
            found[_subject(finding)].append(finding)
    of_documents = [_row(document, found.pop(document.path, [])) for document in report.documents]
    others = [_without_document(path, findings) for path, findings in found.items()]
    return tuple(sorted((*of_documents, *others), key=_badness))


def groups(findings: Iterable[Finding]) -> tuple[FindingGroup, ...]:
    """The findings of each rule and severity together, the worst and then the surest first."""
    grouped: defaultdict[tuple[int, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        grouped[finding.severity.rank, finding.code].append(finding)
    ordered = sorted(grouped.items(), key=lambda item: (item[0][0], -max(f.confidence for f in item[1]), item[0][1]))
    return tuple(FindingGroup(findings=tuple(sorted(group, key=lambda f: f.sort_key))) for _, group in ordered)


def _subject(finding: Finding) -> str:
    """Path of the file that a finding is about, which for one at an entry of an index is the file listed there."""
    target = dict(finding.data).get(_TARGET) if finding.name == _MISSING else document_of(finding)
    return target if isinstance(target, str) else finding.path


def _row(document: DocumentReport, findings: list[Finding]) -> Row:
    claim = document.claim
    against = claim if claim and claim.status is not ClaimStatus.AS_PROMISED and claim.severity else None
    order = {code: n for n, code in enumerate(against.codes)} if against else {}
    behind = sorted((finding for finding in findings if finding.code in order), key=lambda f: order[f.code])
    beside = [finding for finding in findings if finding.code not in order]
    severities = [*([against.severity] if against and against.severity else []), *(f.severity for f in beside)]
    return Row(
        path=document.path,
        document=document,
        status=_status(against, findings),
        severity=min(severities, key=lambda s: s.rank, default=None),
        text=against.text if against else "",
        confidence=against.confidence if against else 1.0,
        promise=against.promise if against else None,
        behind=tuple(behind),
        beside=groups(beside),
    )


def _status(against: Claim | None, findings: list[Finding]) -> RowStatus:
    if against:
        return RowStatus(against.status.value)
    return RowStatus.FOUND if findings else RowStatus.AS_PROMISED


def _without_document(path: str, findings: list[Finding]) -> Row:
    missing = [finding for finding in findings if finding.name == _MISSING and finding.path != path]
    worst = min((finding.severity for finding in findings), key=lambda s: s.rank)
    if missing:
        beside = groups(finding for finding in findings if finding not in missing)
        confidence = max(finding.confidence for finding in missing)
        nearest = next((near for finding in missing if (near := dict(finding.data).get(_NEAREST))), None)
        return Row(
            path=path,
            status=RowStatus.MISSING,
            severity=worst,
            text=f"is missing; is it {nearest}?" if nearest else "is missing",
            confidence=confidence,
            behind=tuple(missing),
            beside=beside,
        )
    status = RowStatus.SET if path == SET_PATH else RowStatus.FOUND
    return Row(path=path, status=status, severity=worst, beside=groups(findings))


def _badness(row: Row) -> tuple[int, int, bool, int, str]:
    """The worst first: by severity, then what is claimed before what was found, then the number of findings."""
    rank = row.severity.rank if row.severity else len(Severity)
    count = sum(len(group.findings) for group in row.beside if group.first.severity is row.severity)
    return (rank, list(RowStatus).index(row.status), row.path == SET_PATH, -count, row.path)


def _is_by_words(finding: Finding) -> bool:
    """Whether a finding rests on all words of a document, so that the lines it quotes show less than a menu or a comment."""
    return finding.name in _BY_WORDS


def _proof(findings: Iterable[Finding], exclude: set[tuple[str, Place]]) -> list[Evidence]:
    """The quotes of the findings: the first of each, then the second of each, and so on; each line once."""
    seen = set(exclude)
    return list(_unseen(chain.from_iterable(zip_longest(*(finding.evidence for finding in findings))), seen))


def _unseen(quotes: Iterable[Evidence | None], seen: set[tuple[str, Place]]) -> Iterator[Evidence]:
    for evidence in quotes:
        # A line of signs alone, such as a rule of dashes, shows nothing.
        if evidence is None or (evidence.path, evidence.place) in seen or not any(map(str.isalnum, evidence.quote)):
            continue
        seen.add((evidence.path, evidence.place))
        yield evidence
