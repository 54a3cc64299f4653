"""Findings that people let stand, in the lock or in the documents themselves; and the verdict on the others."""

from dataclasses import replace

from checkfirst.config import Config
from checkfirst.judge import judge
from checkfirst.lockfile import Lock
from checkfirst.model.report import Report


def marked(report: Report, lock: Lock, config: Config) -> Report:
    """The report with what people let stand marked, in the lock or in the documents, and with its verdict."""
    inline = {(d.path, i.code): f"{d.path}:{i.line} {i.code}" for d in report.documents for i in d.ignores}
    inline = inline if config.inline else {}
    findings = tuple(
        replace(f, accepted=f.fingerprint in lock.fingerprints or (f.path, f.code) in inline) for f in report.findings
    )
    found = {f.fingerprint for f in findings}
    known = {(f.path, f.code) for f in findings}
    # A rule that was not applied could have found what is ignored.
    codes = _codes(config) if inline else set()
    unneeded = sorted(said for (path, code), said in inline.items() if code in codes and (path, code) not in known)
    return replace(
        report,
        verdict=judge(findings, report.failures, len(report.documents), strict=config.strict),
        findings=findings,
        needless=() if report.partial else tuple(sorted(lock.fingerprints - found)),
        unneeded=() if report.partial else tuple(unneeded),
    )


def _codes(config: Config) -> set[str]:
    from checkfirst.rules.registry import selected

    rules = selected(config.select, config.ignore, preview=config.preview)
    return {*(rule.code for rule in rules.document), *(rule.code for rule in rules.set)}
