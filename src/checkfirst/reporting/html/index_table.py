"""The section about the indexes of the set: each entry, and whether its file keeps what it promises."""

from collections.abc import Iterator
from enum import StrEnum

from checkfirst.model.claim import Claim, ClaimStatus
from checkfirst.model.report import ListedEntry, Report
from checkfirst.reporting.html.escape import safe

#: Claims that a file keeps its promise in spite of.
_HARMLESS = {ClaimStatus.AS_PROMISED, ClaimStatus.UNSURE, ClaimStatus.COPY}


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
    against = {d.path: d.claim for d in report.documents if d.claim and d.claim.status not in _HARMLESS}
    rows = [(*_state(entry, against), entry) for entry in report.entries]
    rows.sort(key=lambda row: (row[0] is _State.KEPT, row[0], row[2].index, row[2].place.start_line))
    counts = {state: sum(row[0] is state for row in rows) for state in _SIGNS}
    totals = ", ".join(f"{count} {state}" for state, count in counts.items() if count)
    yield '<section aria-label="The index">\n<h2>What the index promises</h2>\n'
    yield f"<p>{totals}</p>\n"
    yield '<div class="scroll" tabindex="0" role="region" aria-label="Entries"><table>\n<caption>Entries of the index</caption>\n'
    yield "<thead><tr><th>entry</th><th>file</th><th>promise</th></tr></thead>\n<tbody>\n"
    for state, claim, entry in rows[:_MOST]:
        yield _row(state, entry, claim)
    yield "</tbody></table></div>\n"
    if len(rows) > _MOST:
        yield f"<p>{len(rows) - _MOST:,} more entries are kept.</p>\n"
    yield "</section>\n"


def _row(state: _State, entry: ListedEntry, claim: Claim | None) -> str:
    why = f": it {safe(claim.text)}" if claim else ""
    where = f"{safe(entry.index)}, line {entry.place.start_line}"
    head = f'<th scope="row">{safe(entry.title or entry.target)}<br><small>{where}</small></th>'
    file = f"<td>{safe(entry.file or entry.path or entry.target)}</td>"
    return f'<tr class="{state}">{head}{file}<td>{_SIGNS[state]} {state}{why}</td></tr>\n'


def _state(entry: ListedEntry, against: dict[str, Claim]) -> tuple[_State, Claim | None]:
    """The state of an entry, with the claim against its file. A claim that is an error breaks the promise."""
    claim = against.get(entry.file) if entry.file else None
    if not entry.exists or (claim and claim.stops):
        return _State.BROKEN, claim
    return (_State.DOUBTFUL, claim) if claim else (_State.KEPT, None)
