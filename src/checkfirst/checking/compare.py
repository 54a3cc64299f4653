"""Two states of a set compared: new, gone and kept findings, and documents whose kind or content changed."""

from checkfirst.checking.lock import Known
from checkfirst.model.changes import Changes
from checkfirst.model.finding import Finding
from checkfirst.model.kinds import Kind
from checkfirst.model.report import DocumentReport, ListedEntry, Report


def changes(before: Report, after: Report) -> Changes:
    """The differences between two reports on one set. Findings match by rule, file and quoted words."""
    old, new = ({d.path: d for d in report.documents} for report in (before, after))
    known = Known(before.findings)
    both = sorted(old.keys() & new.keys())
    return Changes(
        new=_missing_from(before, after),
        gone=_missing_from(after, before),
        kept=tuple(f for f in after.findings if known.same_as(f)),
        added=tuple(sorted(new.keys() - old.keys())),
        removed=tuple(sorted(old.keys() - new.keys())),
        edited=tuple(path for path in both if old[path].source.sha256 != new[path].source.sha256),
        kinds=tuple((path, _kind(old[path]), _kind(new[path])) for path in both if _kind_changed(old[path], new[path])),
        promises=(*_only_in(before, after, "no longer promised"), *_only_in(after, before, "promised now")),
    )


def _missing_from(report: Report, other: Report) -> tuple[Finding, ...]:
    known = Known(report.findings)
    return tuple(finding for finding in other.findings if known.same_as(finding) is None)


def _kind(document: DocumentReport) -> Kind:
    return document.measures.kind.kind


def _kind_changed(old: DocumentReport, new: DocumentReport) -> bool:
    return _kind(old) is not _kind(new) and Kind.UNKNOWN not in {_kind(old), _kind(new)}


def _only_in(report: Report, other: Report, change: str) -> list[str]:
    """The entries of one report that the other has not, each in words with the change that this is."""
    known = {_in_words(entry) for entry in other.entries}
    return [f"{_in_words(entry)}: {change}" for entry in report.entries if _in_words(entry) not in known]


def _in_words(entry: ListedEntry) -> str:
    words = " ".join(filter(None, (entry.title, entry.description)))
    return f"{entry.index}: {entry.path or entry.target} as {words!r}"
