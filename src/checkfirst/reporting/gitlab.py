"""GitLab's code quality report: a list of claims, and of findings beside them, that GitLab shows in merge requests."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator

from checkfirst.model.finding import SET_PATH, Failure, Finding, Severity
from checkfirst.model.report import Report
from checkfirst.reporting.phrases import not_done, on_page, skipped_phrase, true_path
from checkfirst.reporting.rows import Row, rows
from checkfirst.safe_text import printable

#: Hexadecimal digits of the fingerprint of a file that was not read.
_DIGITS = 16
_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def parts(report: Report) -> Iterator[str]:
    """One JSON text. Fingerprints are unique: a number follows the second of two that are equal."""
    seen: Counter[str] = Counter()
    issues = []
    for row in rows(report):
        if row.text and row.behind:
            seen[row.behind[0].fingerprint] += 1
            issues.append(_claim(report, row, seen[row.behind[0].fingerprint]))
        for finding in (finding for group in row.beside for finding in group.findings):
            seen[finding.fingerprint] += 1
            issues.append(_issue(report, finding, seen[finding.fingerprint]))
    issues += [_unread(report, failure) for failure in report.failures]
    if skipped := skipped_phrase(report):
        issues.append(
            _entry(
                "skipped",
                f"{skipped}; the report in JSON names them",
                "skipped",
                "info",
                true_path(report.root, SET_PATH),
            )
        )
    yield json.dumps(issues, indent=1) + "\n"


def _unread(report: Report, failure: Failure) -> dict[str, object]:
    what = f"{not_done(failure)}: {printable(failure.reason)}"
    identity = f"{failure.path}\n{failure.reason}"
    return _entry(not_done(failure), what, identity, "minor", true_path(report.root, failure.path))


def _entry(name: str, what: str, identity: str, severity: str, path: str) -> dict[str, object]:
    """An issue that is no finding."""
    return {
        "description": what,
        "check_name": name,
        "fingerprint": hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS],
        "severity": severity,
        "location": {"path": path, "lines": {"begin": 1}},
    }


def _claim(report: Report, row: Row, number: int) -> dict[str, object]:
    """What is claimed of a document, in place of the findings that it rests on."""
    lead = row.behind[0]
    severity = row.severity or lead.severity
    return {
        "description": f"{on_page(row.place)}{printable(row.text)} ({lead.help})",
        "check_name": f"{' '.join(row.codes)} {row.status.value}",
        "fingerprint": _numbered(lead.fingerprint, number),
        "severity": _SEVERITIES[severity],
        "location": {
            "path": true_path(report.root, row.path),
            "lines": {"begin": row.place.start_line if row.place else 1},
        },
    }


def _numbered(fingerprint: str, number: int) -> str:
    return fingerprint if number == 1 else f"{fingerprint}-{number}"


def _issue(report: Report, finding: Finding, number: int) -> dict[str, object]:
    path = true_path(report.root, finding.path)
    return {
        "description": f"{on_page(finding.place)}{printable(finding.message)} ({finding.help})",
        "check_name": f"{finding.code} {finding.name}",
        "fingerprint": _numbered(finding.fingerprint, number),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": path, "lines": {"begin": finding.place.start_line if finding.place else 1}},
    }
