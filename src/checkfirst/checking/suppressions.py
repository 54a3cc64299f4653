"""Findings that people let stand, in the lock or in the documents themselves; and the verdict on the others."""

from dataclasses import replace

from checkfirst.checking.lock import Lock, stands_for
from checkfirst.checking.verdict import verdict_of
from checkfirst.config import Config
from checkfirst.model.finding import SET_PATH, Finding
from checkfirst.model.report import Report


def marked(report: Report, lock: Lock, config: Config) -> Report:
    """The report with what people let stand marked, in the lock or in the documents, and with its verdict."""
    inline = {(d.path, i.code): f"{d.path}:{i.span.start_line} {i.code}" for d in report.documents for i in d.ignores}
    inline = inline if config.inline else {}
    findings = tuple(
        replace(f, accepted=lock.acceptance(f) is not None or (f.path, f.code) in inline) for f in report.findings
    )
    known = {(f.path, f.code) for f in findings}
    # A rule that was not applied could have found what is ignored.
    codes = _codes(config) if inline or lock.accepted else set()
    unneeded = sorted(
        said
        for (path, code), said in inline.items()
        if (code in codes or code not in _every_code()) and (path, code) not in known
    )
    return replace(
        report,
        verdict=verdict_of(findings, report.failures, len(report.documents), strict=config.strict),
        findings=findings,
        needless=() if report.partial else _needless(findings, lock, report, codes),
        unneeded=() if report.partial else tuple(unneeded),
    )


def _needless(findings: tuple[Finding, ...], lock: Lock, report: Report, codes: set[str]) -> tuple[str, ...]:
    """Acceptances that this set needs no more; of another set's, and of rules that were not applied, nothing is known."""
    here = {document.path for document in report.documents} | {finding.path for finding in findings}
    ours = (item.path in here - {SET_PATH} or any(stands_for(item, f) for f in findings) for item in lock.accepted)
    if not any(ours):
        return ()
    return tuple(
        sorted(
            item.fingerprint
            for item in lock.accepted
            if item.code in codes and not any(stands_for(item, finding) for finding in findings)
        )
    )


def _every_code() -> set[str]:
    from checkfirst.rules.registry import RULES

    return set(RULES)


def _codes(config: Config) -> set[str]:
    from checkfirst.rules.registry import selected

    rules = selected(config.select, config.ignore, preview=config.preview)
    return {*(rule.code for rule in rules.document), *(rule.code for rule in rules.set)}
