"""What an editor shows of a report: a remark for each claim and for each finding beside it, by file."""

from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from checkfirst.model.finding import SET_PATH, Finding, Severity
from checkfirst.model.report import Report
from checkfirst.reporting.rows import Row, rows
from checkfirst.safe_text import printable


class Remark(Struct, frozen=True, kw_only=True):
    """One remark about lines of a file."""

    path: str
    """Relative to the root of the set."""
    first: int
    last: int
    """The first and the last line, from 1."""
    severity: Severity
    codes: tuple[str, ...]
    """The rules that it rests on, the one that says most first."""
    text: str


def remarks_of(report: Report) -> dict[str, list[Remark]]:
    """The remarks by file. What is said of the set as a whole belongs to no file and is left out."""
    found: defaultdict[str, list[Remark]] = defaultdict(list)
    for row in rows(report):
        for remark in _remarks(row):
            found[remark.path].append(remark)
    return dict(found)


def _remarks(row: Row) -> Iterator[Remark]:
    told: list[Finding] = [finding for group in row.beside for finding in group.findings]
    if row.text and row.document and row.severity:
        line = row.place.start_line if row.place else 1
        yield Remark(
            path=row.path,
            first=line,
            last=row.place.end_line if row.place else line,
            severity=row.severity,
            codes=row.codes,
            text=printable(row.text),
        )
    else:
        # A file that is missing is remarked where it is listed.
        told = [*row.behind, *told]
    for finding in told:
        if finding.path != SET_PATH:
            yield Remark(
                path=finding.path,
                first=finding.place.start_line if finding.place else 1,
                last=finding.place.end_line if finding.place else 1,
                severity=finding.severity,
                codes=(finding.code,),
                text=printable(f"{finding.message}. {finding.help}"),
            )
