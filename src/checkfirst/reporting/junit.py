"""JUnit XML for CI systems: one suite, a test case for each document, its findings as failures."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from checkfirst.model.finding import SET_PATH, Finding, Severity
from checkfirst.model.report import Report
from checkfirst.reporting.phrases import line_of, lines_of, shown_path, skipped_phrase
from checkfirst.safe_text import printable

_FAILING = {Severity.ERROR, Severity.WARNING}


def parts(report: Report) -> Iterator[str]:
    """The report piece by piece.

    Errors, warnings and a claim that keeps the set from being ready fail their document's case; other findings are its
    output.
    """
    grouped: dict[str, list[Finding]] = {document.path: [] for document in report.documents}
    for finding in report.findings:
        grouped.setdefault(finding.path, []).append(finding)
    stopped = {d.path: d.claim.text for d in report.documents if d.claim and d.claim.stops}
    failing = sum(path in stopped or any(map(_fails, findings)) for path, findings in grouped.items())
    count, errors = len(grouped) + len(report.failures), len(report.failures)
    totals = f'tests="{count}" failures="{failing}" errors="{errors}" time="{report.seconds:.3f}"'
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="checkfirst" {totals}>\n'
    yield f'<testsuite name={_attribute(shown_path(report.root, SET_PATH))} {totals} skipped="0">\n'
    if skipped := skipped_phrase(report):
        yield f'<properties><property name="skipped" value={_attribute(skipped)}/></properties>\n'
    for path in sorted(grouped):
        yield _case(report, path, grouped[path], stopped.get(path, ""))
    for failure in report.failures:
        name = _attribute(shown_path(report.root, failure.path))
        reason = _attribute(failure.reason)
        yield f'<testcase classname="checkfirst" name={name} time="0"><error message={reason} type="{escape(failure.stage)}"/></testcase>\n'
    yield "</testsuite>\n</testsuites>\n"


def _fails(finding: Finding) -> bool:
    return finding.severity in _FAILING and not finding.accepted


def _case(report: Report, path: str, findings: list[Finding], claim: str) -> str:
    """The case of a document; ``claim`` is the text of one that keeps the set from being ready."""
    failed = [finding for finding in findings if _fails(finding)]
    other = [finding for finding in findings if not _fails(finding)]
    content = ""
    if failed:
        worst = min(failed, key=lambda f: (f.severity.rank, *f.sort_key))
        text = escape("\n\n".join(map(_described, failed)))
        content += f"<failure message={_attribute(worst.message)} type={_attribute(f'{worst.code} {worst.name}')}>{text}</failure>"
    elif claim:
        content += f"<failure message={_attribute(claim)} type={_attribute('claim')}/>"
    if other:
        text = escape("\n\n".join(map(_described, other)))
        content += f"<system-out>{text}</system-out>"
    return f'<testcase classname="checkfirst" name={_attribute(shown_path(report.root, path))} time="0">{content}</testcase>\n'


def _described(finding: Finding) -> str:
    where = f", {lines_of(finding.place)}" if finding.place and finding.path != SET_PATH else ""
    head = f"{finding.severity.value} {finding.code} {finding.name}{where}: {printable(finding.message)}"
    quotes = [f"  {line_of(e, finding.path)} | {printable(e.quote)}" for e in finding.evidence]
    return "\n".join([head, *quotes, f"  -> {finding.help}"])


def _attribute(text: str) -> str:
    return quoteattr(printable(text))
