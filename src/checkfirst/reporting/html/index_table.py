"""The section about the indexes of the set: each entry, and whether its file keeps what it promises."""

from collections.abc import Iterator
from enum import StrEnum

from checkfirst.model.finding import Finding
from checkfirst.model.location import SourceLine
from checkfirst.model.report import ListedEntry, Report
from checkfirst.reporting.html.escape import safe

#: Rules whose findings put an entry in doubt.
_DOUBTS = ("IDX004", "IDX005", "KND001")


class _State(StrEnum):
    """Whether the file of an entry keeps what the entry promises; also a class of the page's style."""

    KEPT = "kept"
    BROKEN = "broken"
    DOUBTFUL = "doubtful"


_SIGNS = {_State.KEPT: "\u2713", _State.BROKEN: "\u2717", _State.DOUBTFUL: "?"}
#: Entries that the page lists; not measured.
_MOST = 500


def promises(report: Report) -> Iterator[str]:
    """The section as HTML, piece by piece: a table of the entries, those that are broken or in doubt first."""
    if not report.entries:
        return
    doubted = {
        (finding.path, evidence.place.start_line): finding
        for finding in report.findings
        if finding.code in _DOUBTS
        for evidence in finding.evidence
    }
    rows = [(state, entry, finding) for entry in report.entries for state, finding in (_state(entry, doubted),)]
    rows.sort(key=lambda row: (row[0] is _State.KEPT, row[0], row[1].index, row[1].place.start_line))
    counts = {state: sum(row[0] is state for row in rows) for state in _SIGNS}
    totals = ", ".join(f"{count} {state}" for state, count in counts.items() if count)
    yield '<section aria-label="The index">\n<h2>What the index promises</h2>\n'
    yield f"<p>{totals}</p>\n"
    yield '<div class="scroll" tabindex="0" role="region" aria-label="Entries"><table>\n<caption>Entries of the index</caption>\n'
    yield "<thead><tr><th>entry</th><th>file</th><th>promise</th></tr></thead>\n<tbody>\n"
    for state, entry, finding in rows[:_MOST]:
        yield _row(state, entry, finding)
    yield "</tbody></table></div>\n"
    if len(rows) > _MOST:
        yield f"<p>{len(rows) - _MOST:,} more entries are kept.</p>\n"
    yield "</section>\n"


def _row(state: _State, entry: ListedEntry, finding: Finding | None) -> str:
    why = f": {safe(finding.message)}" if finding else ""
    where = f"{safe(entry.index)}, line {entry.place.start_line}"
    head = f'<th scope="row">{safe(entry.title or entry.target)}<br><small>{where}</small></th>'
    file = f"<td>{safe(entry.path or entry.target)}</td>"
    return f'<tr class="{state}">{head}{file}<td>{_SIGNS[state]} {state}{why}</td></tr>\n'


def _state(entry: ListedEntry, doubted: dict[tuple[str, SourceLine], Finding]) -> tuple[_State, Finding | None]:
    finding = doubted.get((entry.index, entry.place.start_line))
    if not entry.exists:
        return _State.BROKEN, None
    return (_State.DOUBTFUL, finding) if finding else (_State.KEPT, None)
