"""What is kept of a report: a row for each document that something speaks against."""

import os

from checkfirst.known.state import Quote, Row
from checkfirst.model.finding import Evidence, Finding, Severity
from checkfirst.model.report import Report
from checkfirst.reporting.counts import faults
from checkfirst.reporting.phrases import counted, shown_path, verdict_phrase
from checkfirst.reporting.rows import Row as ReportRow
from checkfirst.reporting.rows import rows
from checkfirst.safe_text import printable, quoted

#: Rows that are kept, quotes of each, bytes of the root in the headline. Not measured.
_MOST_ROWS, _QUOTES, _ROOT = 5_000, 3, 160


def rows_of(report: Report) -> list[Row]:
    """The rows of a report that something speaks against, the worst first."""
    return [_row(row) for row in rows(report) if row.severity is not None][:_MOST_ROWS]


def headline_of(report: Report) -> str:
    """``CHECK FIRST: "seeds", 8 documents: 1 wrong, 1 missing``."""
    told = [row for row in rows(report) if row.severity is not None]
    found = ", ".join(faults(told))
    root = quoted(shown_path(report.root or ".", "."), _ROOT)
    return (
        f"{verdict_phrase(report).upper()}: {root}, {counted(len(report.documents), 'document')}"
        f"{': ' if found else ''}{found}"
    )


def _row(row: ReportRow) -> Row:
    lead = row.behind[0] if row.behind else row.beside[0].first if row.beside else None
    claim = row.document.claim if row.document else None
    codes = [*row.codes, *(group.first.code for group in row.beside)]
    return Row(
        path=row.path,
        severity=(row.severity or Severity.NOTE).value,
        status=row.status.value,
        text=printable(row.text or (lead.message if lead else "")),
        confidence=row.confidence if row.text or lead is None else lead.confidence,
        line=row.place.start_line if row.place else None,
        codes=list(dict.fromkeys(codes)),
        quotes=[_quote(evidence) for evidence in _proof(row, lead)[:_QUOTES]],
        help=lead.help if lead else "",
        stops=bool(claim and claim.stops),
        behind=list(dict.fromkeys(f"{finding.code}:{finding.path}" for finding in row.behind)),
        is_page=any(code.startswith("WEB") for code in codes),
        since=0,
    )


def _proof(row: ReportRow, lead: Finding | None) -> tuple[Evidence, ...]:
    return row.quotes if row.text else lead.evidence if lead else ()


def _quote(evidence: Evidence) -> Quote:
    return Quote(path=evidence.path, line=evidence.place.start_line, quote=evidence.quote)


def absolute_root(report: Report, base: str) -> str:
    """The absolute path that the paths of rows are relative to."""
    return os.path.realpath(os.path.join(base, report.root or "."))
