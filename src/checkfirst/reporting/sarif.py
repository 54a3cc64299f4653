"""SARIF 2.1.0 (OASIS), one run, within the limits of GitHub's code scanning."""

import json
from collections.abc import Iterator
from urllib.parse import quote

from checkfirst.model.finding import Evidence, Finding, Severity
from checkfirst.model.report import Report
from checkfirst.reporting.phrases import on_page, skipped_phrase, true_path
from checkfirst.reporting.rows import rows
from checkfirst.rules.registry import RULES
from checkfirst.safe_text import printable
from checkfirst.version import __version__

#: Results that GitHub accepts in one run (docs.github.com, SARIF support for code scanning, limits).
MOST = 25_000
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
Json = dict[str, object]


def parts(report: Report) -> Iterator[str]:
    """One JSON text. Of more than ``MOST`` findings the worst are kept, and a notification gives the number of others."""
    ranked = sorted(report.findings, key=lambda f: (f.accepted, f.severity.rank, *f.sort_key))
    kept = sorted(ranked[:MOST], key=lambda f: f.sort_key)
    notes = [_notification(f"{f.path}: {f.reason}", "error") for f in report.failures]
    if len(ranked) > len(kept):
        notes.append(
            _notification(f"{len(ranked) - len(kept):,} findings more are left out: SARIF takes {MOST:,}", "note")
        )
    if skipped := skipped_phrase(report):
        notes.append(_notification(skipped, "note"))
    codes = sorted(RULES)
    claims = {row.behind[0].fingerprint: row.text for row in rows(report) if row.text and row.behind}
    run: Json = {
        "tool": {
            "driver": {"name": "checkfirst", "semanticVersion": __version__, "rules": [_rule(code) for code in codes]}
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not report.partial, "toolExecutionNotifications": notes}],
        "results": [_result(report, finding, codes, claims) for finding in kept],
    }
    yield json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1) + "\n"


def _notification(text: str, level: str) -> Json:
    return {"level": level, "message": {"text": _unlinked(printable(text))}}


def _unlinked(text: str) -> str:
    """A message in which nothing is a link, as ``[words](address)`` is (SARIF, "Messages with embedded links")."""
    return text.replace("](", "] (")


def _rule(code: str) -> Json:
    rule = RULES[code]
    return {
        "id": code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": " ".join(rule.explanation.split())},
        "help": {"text": rule.help, "markdown": rule.explanation},
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"tags": [code[:3]], "precision": "high" if rule.severity is not Severity.NOTE else "medium"},
    }


def _result(report: Report, finding: Finding, codes: list[str], claims: dict[str, str]) -> Json:
    """``claims`` are the texts of claims by the fingerprint of the finding that says most for each."""
    said = f"{on_page(finding.place)}{printable(finding.message)}"
    claim = claims.get(finding.fingerprint)
    result: Json = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": finding.severity.value,
        "message": {"text": _unlinked(f"{printable(claim)}: {said}" if claim else said)},
        "locations": [_location(report, finding.path, finding.place.start_line if finding.place else 1, finding)],
        "relatedLocations": [_quoted(report, number, e) for number, e in enumerate(finding.evidence, start=1)],
        "partialFingerprints": {"checkfirst/v1": finding.fingerprint},
        "rank": round(100 * finding.confidence, 1),
    }
    if finding.accepted:
        inline = any(d.path == finding.path and finding.code in {i.code for i in d.ignores} for d in report.documents)
        result["suppressions"] = [{"kind": "inSource" if inline else "external", "status": "accepted"}]
    return result


def _location(report: Report, path: str, line: int, finding: Finding | None = None) -> Json:
    region: Json = {"startLine": max(1, line)}
    if finding is not None and finding.place is not None:
        region["endLine"] = max(1, line, finding.place.end_line)
    named = true_path(report.root, path).removeprefix("./").rstrip("/") or "."
    uri = quote(named, safe="/~!$&'()*+,;=@-._", errors="surrogateescape")
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}


def _quoted(report: Report, number: int, evidence: Evidence) -> Json:
    return {
        "id": number,
        "message": {"text": _unlinked(printable(evidence.quote)) or "(empty line)"},
        **_location(report, evidence.path, evidence.place.start_line),
    }
