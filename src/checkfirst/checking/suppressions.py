"""Findings suppressed by the lock or by comments in documents, suppressions that nothing needs, and the verdict."""

from msgspec.structs import replace

from checkfirst.checking.adjustments import adjusted
from checkfirst.checking.lock import Known, Lock
from checkfirst.checking.verdict import verdict_of
from checkfirst.claims.fusion import with_claims
from checkfirst.config import Config
from checkfirst.model.finding import SET_PATH, Finding
from checkfirst.model.report import Report


def with_suppressions(report: Report, lock: Lock, config: Config) -> Report:
    """The report with accepted and ignored findings flagged, its unused suppressions, and its verdict."""
    report = replace(report, findings=adjusted(report.findings, config))
    ignores = _ignore_comments(report) if config.inline else {}
    accepted = Known(lock.accepted)
    findings = tuple(
        replace(f, accepted=accepted.same_as(f) is not None or (f.path, f.code) in ignores) for f in report.findings
    )
    # Only of a rule that was applied is it known that it finds nothing.
    applied = _selected_codes(config) if ignores or lock.accepted else set()
    documents = with_claims(report.documents, findings, report.entries, report.purpose)
    return replace(
        report,
        verdict=verdict_of(findings, documents, report.failures, stops_from=config.stops_from, partial=report.partial),
        stops_from=config.stops_from,
        documents=documents,
        findings=findings,
        unused_acceptances=() if report.partial else _unused_acceptances(findings, lock, report, applied),
        unused_ignores=() if report.partial else _unused_ignores(findings, ignores, applied),
    )


def _ignore_comments(report: Report) -> dict[tuple[str, str], str]:
    """The ignore comments by path and code, each in words: path, line and code."""
    return {(d.path, i.code): f"{d.path}:{i.span.start_line} {i.code}" for d in report.documents for i in d.ignores}


def _unused_ignores(
    findings: tuple[Finding, ...], ignores: dict[tuple[str, str], str], applied: set[str]
) -> tuple[str, ...]:
    """Ignore comments for an applied or unknown rule that has no finding on their document."""
    found = {(finding.path, finding.code) for finding in findings}
    return tuple(
        sorted(
            comment
            for (path, code), comment in ignores.items()
            if (code in applied or code not in _all_codes()) and (path, code) not in found
        )
    )


def _unused_acceptances(
    findings: tuple[Finding, ...], lock: Lock, report: Report, applied: set[str]
) -> tuple[str, ...]:
    """Fingerprints of acceptances for an applied rule that match no finding.

    A lock can serve several sets: one that says nothing of this set's files belongs to others.
    """
    known = Known(findings)
    paths = {document.path for document in report.documents} | {finding.path for finding in findings}
    paths.discard(SET_PATH)
    if not any(item.path in paths or known.same_as(item) for item in lock.accepted):
        return ()
    return tuple(
        sorted(item.fingerprint for item in lock.accepted if item.code in applied and known.same_as(item) is None)
    )


def _all_codes() -> set[str]:
    from checkfirst.rules.registry import RULES

    return set(RULES)


def _selected_codes(config: Config) -> set[str]:
    from checkfirst.rules.registry import selected

    rules = selected(config.select, config.ignore, preview=config.preview)
    return {*(rule.code for rule in rules.document), *(rule.code for rule in rules.set)}
