"""Two states of a set beside each other: findings that are new, gone and kept; documents that became another thing."""

from checkfirst.checking.lock import alike
from checkfirst.model.changes import Changes
from checkfirst.model.finding import Finding
from checkfirst.model.kinds import Kind
from checkfirst.model.report import DocumentReport, ListedEntry, Report


def changes(before: Report, after: Report) -> Changes:
    """Compare two reports on one set. Findings are the same where rule, file and quoted words are."""
    was, now = ({d.path: d for d in report.documents} for report in (before, after))
    both = sorted(was.keys() & now.keys())
    return Changes(
        new=_missing_from(before, after),
        gone=_missing_from(after, before),
        kept=tuple(f for f in after.findings if _is_in(f, before)),
        added=tuple(sorted(now.keys() - was.keys())),
        removed=tuple(sorted(was.keys() - now.keys())),
        edited=tuple(path for path in both if was[path].source.sha256 != now[path].source.sha256),
        kinds=tuple((path, _kind(was[path]), _kind(now[path])) for path in both if _another_kind(was[path], now[path])),
        promises=(*_only_in(before, after, "no longer promised"), *_only_in(after, before, "promised now")),
    )


def _missing_from(report: Report, other: Report) -> tuple[Finding, ...]:
    return tuple(finding for finding in other.findings if not _is_in(finding, report))


def _is_in(finding: Finding, report: Report) -> bool:
    return any(
        (f.code, f.path) == (finding.code, finding.path) and alike(f.fingerprint, finding.fingerprint)
        for f in report.findings
    )


def _kind(document: DocumentReport) -> Kind:
    return document.measures.kind.kind


def _another_kind(was: DocumentReport, now: DocumentReport) -> bool:
    return _kind(was) is not _kind(now) and Kind.UNKNOWN not in {_kind(was), _kind(now)}


def _only_in(report: Report, other: Report, what: str) -> list[str]:
    known = {_said(entry) for entry in other.entries}
    return [f"{_said(entry)}: {what}" for entry in report.entries if _said(entry) not in known]


def _said(entry: ListedEntry) -> str:
    words = " ".join(filter(None, (entry.title, entry.description)))
    return f"{entry.index}: {entry.path or entry.target} as {words!r}"
