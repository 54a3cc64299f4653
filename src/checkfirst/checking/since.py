"""A report narrowed to the documents that changed, which were checked within the whole set."""

from msgspec.structs import replace

from checkfirst.checking.verdict import verdict_of
from checkfirst.claims.signs import document_of
from checkfirst.model.finding import SET_PATH, Finding, Severity
from checkfirst.model.report import Report


def narrow_to_changes(report: Report, changed: set[str], gone: set[str], *, stops_from: Severity) -> Report:
    """The report with the findings on changed documents, and those that name a changed or deleted one.

    Errors about the set as a whole are kept, since the change may have caused them; its warnings and notes are not.
    """
    changed = {path.rstrip("/") for path in changed}
    findings = tuple(f for f in report.findings if _is_about(f, changed, gone))
    failures = tuple(f for f in report.failures if _with_parents(f.path) & changed)
    # Of a claim that no finding of the change supports, the change is no cause.
    about = {document_of(finding) for finding in findings}
    claimed = tuple(d if d.path in about else replace(d, claim=None) for d in report.documents)
    verdict = verdict_of(findings, claimed, failures, stops_from=stops_from, partial=report.partial)
    return replace(report, findings=findings, failures=failures, verdict=verdict)


def _is_about(finding: Finding, changed: set[str], gone: set[str]) -> bool:
    if finding.path == SET_PATH:
        return finding.severity is Severity.ERROR and bool(changed or gone)
    return bool(_with_parents(finding.path) & changed) or _names_any(finding, changed | gone)


def _with_parents(path: str) -> set[str]:
    """A path and all paths above it: a document inside an archive changes with the archive."""
    parts = path.split("/")
    return {"/".join(parts[:n]) for n in range(1, len(parts) + 1)}


def _names_any(finding: Finding, paths: set[str]) -> bool:
    """Whether a finding names one of the files, by its path or, where it has no path, by its file name."""
    named = (*finding.related, *(evidence.path for evidence in finding.evidence))
    names = {path.rpartition("/")[2] for path in paths}
    return any(_with_parents(path) & paths for path in named) or dict(finding.data).get("name") in names
