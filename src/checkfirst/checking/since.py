"""A report on what changed, judged against the whole set."""

from dataclasses import replace

from checkfirst.checking.verdict import verdict_of
from checkfirst.model.finding import SET_PATH, Finding, Severity
from checkfirst.model.report import Report


def narrow_to_changes(report: Report, changed: set[str], gone: set[str], *, strict: bool) -> Report:
    """The report with the findings on changed documents, and those that speak of documents that changed or are gone.

    Of what is said of the set as a whole only errors are kept: the change may have brought them about.
    """
    changed = {path.rstrip("/") for path in changed}
    findings = tuple(f for f in report.findings if _is_about(f, changed, gone))
    failures = tuple(f for f in report.failures if _member_of(f.path) & changed)
    verdict = verdict_of(findings, failures, len(report.documents), strict=strict)
    return replace(report, findings=findings, failures=failures, verdict=verdict)


def _is_about(finding: Finding, changed: set[str], gone: set[str]) -> bool:
    if finding.path == SET_PATH:
        return finding.severity is Severity.ERROR and bool(changed or gone)
    return bool(_member_of(finding.path) & changed) or _speaks_of(finding, changed | gone)


def _member_of(path: str) -> set[str]:
    """A path and, for what is inside of an archive, the paths above it."""
    parts = path.split("/")
    return {"/".join(parts[:n]) for n in range(1, len(parts) + 1)}


def _speaks_of(finding: Finding, paths: set[str]) -> bool:
    """Whether a finding names one of the files, by its path or, where the text gives no more, by its name."""
    named = (*finding.related, *(evidence.path for evidence in finding.evidence))
    names = {path.rpartition("/")[2] for path in paths}
    return any(_member_of(path) & paths for path in named) or dict(finding.data).get("name") in names
