"""The documents of the page, in its order: each row of the report with its words, and what an index promises of it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from checkfirst.model.finding import Failure, Finding, Severity, Stage
from checkfirst.model.report import ListedEntry, Report
from checkfirst.reporting.counts import fault_of, kinds
from checkfirst.reporting.rows import Row, RowStatus, rows

SIGNS: Final = {Severity.ERROR: "✗", Severity.WARNING: "▲", Severity.NOTE: "·"}
#: What a row is called whose status has another word on the page, or none of its own.
_RIGHT, _UNTOLD, _UNREAD, _SET = "looks right", "can't tell", "not read", "the set"
_FOUND: Final = {Severity.ERROR: "has errors", Severity.WARNING: "has warnings", Severity.NOTE: "has notes"}
_NO_SLUG: Final = re.compile(r"[^a-z]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A document, a missing file, a file that was not read, or the set."""

    number: int
    row: Row
    word: str
    """What it is in a word or two: the status."""
    kind: str
    """What sort of document it is; empty where nobody can tell."""
    entries: tuple[ListedEntry, ...]
    """The entries of indexes that lead to it."""
    tokens: Mapping[tuple[str, Severity], str] = field(default_factory=dict)
    """The names of the rules that found something, by code and the severity that it has for the document."""

    @property
    def tone(self) -> str:
        """The class of its colour: a severity, ``fine``, or ``untold``."""
        if self.row.severity:
            return self.row.severity.value
        return "untold" if self.word == _UNTOLD else "fine"

    @property
    def sign(self) -> str:
        """The sign beside the word."""
        if self.row.severity:
            return SIGNS[self.row.severity]
        return "?" if self.word == _UNTOLD else "✓"

    @property
    def is_sound(self) -> bool:
        """Whether nothing speaks against it."""
        return self.row.severity is None


def items(report: Report) -> tuple[Item, ...]:
    """An item for each row of the report, and for each file that was not read, the worst first."""
    told = rows(report)
    named, untold = kinds([row.document for row in told if row.document], report)
    kind_of = {path: what for what, paths in named.items() for path in paths}
    entries = _entries(report)
    failed = [_of_failure(failure) for failure in report.failures]
    worst = sum(row.severity is Severity.ERROR for row in told)
    unread = {row.path for row in failed}
    return tuple(
        Item(
            number=number,
            row=row,
            word=_UNREAD if row.document is None and row.path in unread else _word(row, set(untold)),
            kind=kind_of.get(row.path, ""),
            entries=_promised_first(row, entries.get(row.path, [])),
            tokens=dict(_tokens(row)),
        )
        for number, row in enumerate((*told[:worst], *failed, *told[worst:]))
    )


def slug(word: str) -> str:
    """A status as the script knows it."""
    return _NO_SLUG.sub("-", word.lower())


def severity_of(row: Row, finding: Finding) -> Severity:
    """The severity of a finding for its document: what a claim rests on weighs at least as much as the claim."""
    claim = row.document.claim if row.document else None
    if claim and claim.severity and finding in row.behind:
        return min(claim.severity, finding.severity, key=lambda s: s.rank)
    return finding.severity


def _tokens(row: Row) -> Iterator[tuple[tuple[str, Severity], str]]:
    for finding in (*row.behind, *(finding for group in row.beside for finding in group.findings)):
        yield (finding.code, severity_of(row, finding)), finding.name


def _word(row: Row, untold: set[str]) -> str:
    if row.status is RowStatus.SET:
        return _SET
    if word := fault_of(row) if row.text else "":
        return word
    if row.severity:
        return _FOUND[row.severity]
    return _UNTOLD if row.path in untold else _RIGHT


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
