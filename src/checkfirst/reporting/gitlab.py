"""GitLab's code quality report: a list of findings, as its merge requests show it."""

import json
from collections import Counter
from collections.abc import Iterator

from checkfirst.model.finding import SET_PATH, Finding, Severity
from checkfirst.model.report import Report
from checkfirst.printing import printable
from checkfirst.reporting.words import shown_path

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def parts(report: Report) -> Iterator[str]:
    """One JSON text. Fingerprints differ even where two findings quote the same line."""
    seen: Counter[str] = Counter()
    issues = []
    for finding in report.findings:
        if not finding.accepted:
            seen[finding.fingerprint] += 1
            issues.append(_issue(report, finding, seen[finding.fingerprint]))
    yield json.dumps(issues, indent=1) + "\n"


def _issue(report: Report, finding: Finding, number: int) -> dict[str, object]:
    path = (report.root or ".") if finding.path == SET_PATH else shown_path(report.root, finding.path)
    return {
        "description": f"{printable(finding.message)} ({finding.help})",
        "check_name": f"{finding.code} {finding.name}",
        "fingerprint": finding.fingerprint if number == 1 else f"{finding.fingerprint}-{number}",
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": path, "lines": {"begin": finding.span.start_line if finding.span else 1}},
    }
