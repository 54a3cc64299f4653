"""What was found in a corpus, added up by source. Summaries merge in any order to the same one."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import reduce
from typing import Final

from msgspec import Struct, field

from checkfirst.corpus.store import Store, each_block
from checkfirst.corpus.strangers import Marks, marks_of, merged_marks
from checkfirst.model.finding import Severity

Record = dict[str, object]
#: Examples that are kept of each rule and severity of a source.
_EXAMPLES: Final = 3
#: Documents of a source, and the share of them that one rule finds wrong, from which that is told of the source: then the
#: rule is wrong about the source, or the source is not what it was taken for. Not measured.
_FEWEST, _NEARLY_ALL = 20, 0.8
_COLUMNS: Final = [
    *("id", "source", "words", "language", "kind", "group", "kind_probability", "codes", "opening", "failure"),
    *(f"claim{part}" for part in ("", "_text", "_severity", "_confidence", "_code", "_line", "_quote")),
]
#: The severities of claims by which documents are counted; all others are clear.
COUNTED: Final = (Severity.ERROR.value, Severity.WARNING.value)


class Example(Struct, frozen=True, kw_only=True, order=True):
    """A document with what is claimed of it; the worst and surest first."""

    rank: int
    """That of the severity."""
    doubt: float
    """1 less the confidence."""
    id: str
    text: str
    code: str
    """The rule that says most of the claim."""
    line: int
    quote: str


class SourceSummary(Struct, frozen=True, kw_only=True):
    """The documents of one source, or of several. Each is one with an error, one with a warning, clear or not checked."""

    documents: int = 0
    failures: int = 0
    """Documents that were not checked."""
    words: int = 0
    claims: Mapping[str, int] = field(default_factory=dict)
    """Documents with an error or a warning by what is claimed of them and how severely: ``wrong error``."""
    kinds: Mapping[str, int] = field(default_factory=dict)
    languages: Mapping[str, int] = field(default_factory=dict)
    rules: Mapping[str, int] = field(default_factory=dict)
    """Documents by the code of each rule that finds an error or a warning."""
    reasons: Mapping[str, int] = field(default_factory=dict)
    """Documents that were not checked, by the reason in short."""
    examples: tuple[Example, ...] = ()
    marks: Marks = field(default_factory=dict)
    """What the strangers of a source are told by."""

    @property
    def errors(self) -> int:
        """Documents with an error."""
        return sum(self.claimed(Severity.ERROR).values())

    @property
    def warnings(self) -> int:
        """Documents with a warning and no error."""
        return sum(self.claimed(Severity.WARNING).values())

    @property
    def clear(self) -> int:
        """Documents with neither."""
        return self.documents - self.failures - self.errors - self.warnings

    def claimed(self, severity: Severity) -> dict[str, int]:
        """Documents with a claim of this severity by what it says of them."""
        ending = f" {severity.value}"
        return {claim.removesuffix(ending): count for claim, count in self.claims.items() if claim.endswith(ending)}

    @property
    def nearly_all(self) -> tuple[str, int] | None:
        """The rule that has something against nearly every document of the source, with their number."""
        code, count = max(self.rules.items(), key=lambda item: (item[1], item[0]), default=("", 0))
        return (code, count) if self.documents >= _FEWEST and count >= _NEARLY_ALL * self.documents else None


Summary = Mapping[str, SourceSummary]


def merge(a: Summary, b: Summary) -> dict[str, SourceSummary]:
    """The summary of two corpora together."""
    return {**a, **{source: _merged(a[source], found) if source in a else found for source, found in b.items()}}


def whole(summary: Summary) -> SourceSummary:
    """All sources as one."""
    return reduce(_merged, summary.values(), SourceSummary())


def worst_first(summary: Summary) -> list[tuple[str, SourceSummary]]:
    """The sources with their summaries in the order in which they are told."""
    return sorted(
        summary.items(),
        key=lambda item: (-item[1].errors, -item[1].failures, -item[1].warnings, -item[1].documents, item[0]),
    )


def summary_of(store: Store) -> dict[str, SourceSummary]:
    """The summary of all blocks of a store; a row without a source is of its input."""
    found: dict[str, SourceSummary] = {}
    for name, key in each_block(store):
        # In place: a corpus may have as many sources as blocks.
        for source, own in block_summary(store, name, key).items():
            found[source] = _merged(found[source], own) if source in found else own
    return found


def block_summary(store: Store, name: str, key: str) -> dict[str, SourceSummary]:
    """The summary of one block of the input ``name``."""
    by_source: dict[str, list[Record]] = {}
    for row in store.documents(key, _COLUMNS).to_pylist():
        by_source.setdefault(row["source"] or name, []).append(row)
    return {source: _of_rows(rows) for source, rows in by_source.items()}


def _of_rows(rows: list[Record]) -> SourceSummary:
    checked = [row for row in rows if row["failure"] is None]
    claimed = [row for row in checked if row["claim_severity"] in COUNTED]
    return SourceSummary(
        documents=len(rows),
        failures=len(rows) - len(checked),
        words=sum(int(str(row["words"] or 0)) for row in checked),
        claims=Counter(f"{row['claim']} {row['claim_severity']}" for row in claimed),
        kinds=Counter(str(row["kind"]) for row in checked),
        languages=Counter(str(row["language"] or "unknown") for row in checked),
        rules=Counter(code for row in checked for code in _list(row["codes"])),
        # What stands behind a colon is of the one document.
        reasons=Counter(str(row["failure"]).partition(":")[0] for row in rows if row["failure"] is not None),
        examples=tuple(_first_of_each(sorted(_example(row) for row in checked if row["claim_severity"]))),
        marks=marks_of(row for row in checked if row["claim_severity"] not in COUNTED),
    )


def _list(value: object) -> list[str]:
    return value if isinstance(value, list) else []


def _example(row: Record) -> Example:
    return Example(
        rank=Severity(str(row["claim_severity"])).rank,
        doubt=round(1 - float(str(row["claim_confidence"] or 0)), 4),
        id=str(row["id"]),
        text=str(row["claim_text"]),
        code=str(row["claim_code"] or ""),
        line=int(str(row["claim_line"] or 0)),
        quote=str(row["claim_quote"] or ""),
    )


def _first_of_each(examples: list[Example]) -> Iterator[Example]:
    """The first examples of each rule and severity, in order."""
    told: Counter[tuple[int, str]] = Counter()
    for example in examples:
        told[example.rank, example.code] += 1
        if told[example.rank, example.code] <= _EXAMPLES:
            yield example


def _merged(a: SourceSummary, b: SourceSummary) -> SourceSummary:
    return SourceSummary(
        documents=a.documents + b.documents,
        failures=a.failures + b.failures,
        words=a.words + b.words,
        claims=Counter(a.claims) + Counter(b.claims),
        kinds=Counter(a.kinds) + Counter(b.kinds),
        languages=Counter(a.languages) + Counter(b.languages),
        rules=Counter(a.rules) + Counter(b.rules),
        reasons=Counter(a.reasons) + Counter(b.reasons),
        examples=tuple(_first_of_each(sorted((*a.examples, *b.examples)))),
        marks=merged_marks(a.marks, b.marks),
    )
