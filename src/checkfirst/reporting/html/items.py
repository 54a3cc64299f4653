"""The documents of the page, in its order: each row of the report with its words, and what an index promises of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from checkfirst.model.finding import Failure, Severity, Stage
from checkfirst.model.report import ListedEntry, Report
from checkfirst.reporting.counts import kinds
from checkfirst.reporting.html.status import UNREAD, severity_of, sign_of, tone_of, word_of
from checkfirst.reporting.rows import Row, RowStatus, rows


class Item(Struct, frozen=True, kw_only=True):
    """A document, a missing file, a file that was not read, or the set."""

    number: int
    row: Row
    word: str
    """What it is in a word or two: the status."""
    kind: str
    """What sort of document it is; empty where nobody can tell."""
    entries: tuple[ListedEntry, ...]
    """The entries of indexes that lead to it."""
    failure: Failure | None = None
    """Why it was not read."""
    tokens: Mapping[tuple[str, Severity], str] = field(default_factory=dict)
    """The names of the rules that found something, by code and the severity that it has for the document."""

    @property
    def tone(self) -> str:
        """The class of its colour."""
        return tone_of(self.row.severity, self.word)

    @property
    def sign(self) -> str:
        """The sign beside the word."""
        return sign_of(self.row.severity, self.word)

    @property
    def is_sound(self) -> bool:
        """Whether nothing speaks against it."""
        return self.row.severity is None


def items(report: Report) -> tuple[Item, ...]:
    """An item for each row of the report, and for each file that was not read, the worst first."""
    told = rows(report)
    named, untold = kinds([row.document for row in told if row.document], report)
    kind_of = {path: what for what, paths in named.items() for path in paths}
    doubtful = frozenset(untold)
    entries = _entries(report)
    worst = sum(row.severity is Severity.ERROR for row in told)
    failed: list[tuple[Row, Failure | None]] = [(_of_failure(failure), failure) for failure in report.failures]
    ordered = [*((row, None) for row in told[:worst]), *failed, *((row, None) for row in told[worst:])]
    return tuple(
        Item(
            number=number,
            row=row,
            word=UNREAD if failure else word_of(row, doubtful),
            failure=failure,
            kind=kind_of.get(row.path, ""),
            entries=_promised_first(row, entries.get(row.path, [])),
            tokens=dict(_tokens(row)),
        )
        for number, (row, failure) in enumerate(ordered)
    )


def _tokens(row: Row) -> Iterator[tuple[tuple[str, Severity], str]]:
    for finding in (*row.behind, *(finding for group in row.beside for finding in group.findings)):
        yield (finding.code, severity_of(row, finding)), finding.name


def _entries(report: Report) -> dict[str, list[ListedEntry]]:
    """The entries that lead to each path."""
    leading: defaultdict[str, list[ListedEntry]] = defaultdict(list)
    for entry in report.entries:
        if path := entry.file or entry.path:
            leading[path].append(entry)
    return leading


def _promised_first(row: Row, entries: list[ListedEntry]) -> tuple[ListedEntry, ...]:
    """The entries, with the one first that the claim about the document breaks."""
    promise = row.promise
    if promise is None:
        return tuple(entries)
    return tuple(sorted(entries, key=lambda entry: (entry.index, entry.place) != (promise.path, promise.place)))


def _of_failure(failure: Failure) -> Row:
    return Row(
        path=failure.path,
        status=RowStatus.UNSURE,
        severity=Severity.WARNING if failure.stage is Stage.SOURCES else Severity.ERROR,
        text=f"could not be checked: {failure.reason}",
    )
