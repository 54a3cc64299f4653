"""One line for each claim and for each finding beside it: ``path:line: CODE message``, as editors and grep read it."""

from collections.abc import Iterator

from checkfirst.model.finding import SET_PATH, Finding
from checkfirst.model.location import Place
from checkfirst.model.report import Report
from checkfirst.reporting.counts import headline
from checkfirst.reporting.phrases import not_done, on_page, shown_path
from checkfirst.reporting.rows import Row, rows
from checkfirst.safe_text import printable


def parts(report: Report) -> Iterator[str]:
    """The lines, the worst document first, and last the verdict."""
    told = rows(report)
    for row in told:
        yield from _lines(report, row)
    for failure in report.failures:
        yield f"{shown_path(report.root, failure.path)}: {not_done(failure)}: {printable(failure.reason)}\n"
    yield f"{headline(report, told)}\n"


def _lines(report: Report, row: Row) -> Iterator[str]:
    if row.text:
        yield _line(
            report,
            row.path,
            row.place,
            row.codes[0] if row.codes else row.status.value,
            f"{on_page(row.place)}{row.text}",
        )
    for finding in (finding for group in row.beside for finding in group.findings):
        yield _line(report, finding.path, finding.place, finding.code, _message(finding))


def _message(finding: Finding) -> str:
    return f"{on_page(finding.place)}{finding.message}"


def _line(report: Report, path: str, place: Place | None, code: str, message: str) -> str:
    line = f":{place.start_line}" if place and path != SET_PATH else ""
    return f"{shown_path(report.root, path)}{line}: {code} {printable(message)}\n"
