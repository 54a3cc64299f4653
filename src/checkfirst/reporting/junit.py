"""JUnit XML for CI systems: one suite, a test case for each document, its findings as failures."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from checkfirst.model.finding import SET_PATH, Finding
from checkfirst.model.report import Report
from checkfirst.reporting.phrases import line_of, lines_of, shown_path, skipped_phrase
from checkfirst.reporting.rows import Row, rows
from checkfirst.safe_text import printable


def parts(report: Report) -> Iterator[str]:
    """The report piece by piece.

    What keeps the set from being ready fails the case of its document; other findings are the case's output.
    """
    told = sorted(rows(report), key=lambda row: row.path)
    failing = sum(_fails(report, row) for row in told)
    count, errors = len(told) + len(report.failures), len(report.failures)
    totals = f'tests="{count}" failures="{failing}" errors="{errors}" time="{report.seconds:.3f}"'
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="checkfirst" {totals}>\n'
    yield f'<testsuite name={_attribute(shown_path(report.root, SET_PATH))} {totals} skipped="0">\n'
    if skipped := skipped_phrase(report):
        yield f'<properties><property name="skipped" value={_attribute(skipped)}/></properties>\n'
    for row in told:
        yield _case(report, row)
    for failure in report.failures:
        name = _attribute(shown_path(report.root, failure.path))
        reason = _attribute(failure.reason)
        yield f'<testcase classname="checkfirst" name={name} time="0"><error message={reason} type="{escape(failure.stage)}"/></testcase>\n'
    yield "</testsuite>\n</testsuites>\n"


def _fails(report: Report, row: Row) -> bool:
    """Whether a document keeps the set from being ready."""
    return row.severity is not None and row.severity.rank <= report.stops_from.rank


def _case(report: Report, row: Row) -> str:
    """The case of a document, a missing file or the set."""
    beside = [finding for group in row.beside for finding in group.findings]
    claimed = [printable(row.text)] if row.text else []
    text = escape("\n\n".join([*claimed, *map(_described, (*row.behind, *beside))]))
    content = ""
    if _fails(report, row):
        message = row.text or row.beside[0].first.message
        lead = (*row.behind, *beside)[:1]
        kind = f"{lead[0].code} {lead[0].name}" if lead else row.status.value
        content = f"<failure message={_attribute(message)} type={_attribute(kind)}>{text}</failure>"
    elif text:
        content = f"<system-out>{text}</system-out>"
    return f'<testcase classname="checkfirst" name={_attribute(shown_path(report.root, row.path))} time="0">{content}</testcase>\n'


def _described(finding: Finding) -> str:
    where = f", {lines_of(finding.place)}" if finding.place and finding.path != SET_PATH else ""
    head = f"{finding.severity.value} {finding.code} {finding.name}{where}: {printable(finding.message)}"
    quotes = [f"  {line_of(e, finding.path)} | {printable(e.quote)}" for e in finding.evidence]
    return "\n".join([head, *quotes, f"  -> {finding.help}"])


def _attribute(text: str) -> str:
    return quoteattr(printable(text))
