"""What was found in a corpus, added up by source. Summaries merge in any order to the same one."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import reduce
from typing import Final

from msgspec import Struct, field

from checkfirst.corpus.store import Store, each_block
from checkfirst.model.finding import Severity

#: Examples that are kept of each claim of a source.
_EXAMPLES: Final = 3
#: Documents of a source, and the share of them that one rule finds wrong, from which that is told of the source: then the
#: rule is wrong about the source, or the source is not what it was taken for. Not measured.
_FEWEST, _NEARLY_ALL = 20, 0.8
#: The rank of what is no claim against a document.
_NOTHING: Final = len(Severity)
_COLUMNS: Final = [
    *(
        "id",
        "source",
        "words",
        "language",
        "kind",
        "group",
        "claim",
        "claim_text",
        "claim_severity",
        "claim_confidence",
    ),
    "failure",
]


class Example(Struct, frozen=True, kw_only=True, order=True):
    """A document with what is claimed of it; the worst and surest first."""

    rank: int
    """That of the severity."""
    doubt: float
    """1 less the confidence."""
    id: str
    text: str
    code: str
    line: int
    quote: str


class SourceSummary(Struct, frozen=True, kw_only=True):
    """The documents of one source, or of several."""

    documents: int = 0
    failures: int = 0
    words: int = 0
    claims: Mapping[str, int] = field(default_factory=dict)
    """Documents by what is claimed of them and how severely: ``wrong error``."""
    kinds: Mapping[str, int] = field(default_factory=dict)
    languages: Mapping[str, int] = field(default_factory=dict)
    rules: Mapping[str, int] = field(default_factory=dict)
    """Documents by the code of each rule of which they have an error or a warning."""
    reasons: Mapping[str, int] = field(default_factory=dict)
    """Documents that were not checked, by the reason."""
    examples: tuple[Example, ...] = ()

    @property
    def wrong(self) -> int:
        """Documents with an error."""
        return sum(count for claim, count in self.claims.items() if claim.endswith(Severity.ERROR.value))

    @property
    def nearly_all(self) -> tuple[str, int] | None:
        """The rule that finds nearly every document of the source wrong, with their number."""
        code, count = max(self.rules.items(), key=lambda item: (item[1], item[0]), default=("", 0))
        return (code, count) if self.documents >= _FEWEST and count >= _NEARLY_ALL * self.documents else None


Summary = Mapping[str, SourceSummary]


def merge(a: Summary, b: Summary) -> dict[str, SourceSummary]:
    """The summary of two corpora together."""
    none = SourceSummary()
    return {source: _merged(a.get(source, none), b.get(source, none)) for source in sorted({*a, *b})}


def whole(summary: Summary) -> SourceSummary:
    """All sources as one."""
    return reduce(_merged, summary.values(), SourceSummary())


def summary_of(store: Store) -> dict[str, SourceSummary]:
    """The summary of all blocks of a store; a row without a source is of its input."""
    found: dict[str, SourceSummary] = {}
    for name, key in each_block(store):
        found = merge(found, block_summary(store, name, key))
    return found


def block_summary(store: Store, name: str, key: str) -> dict[str, SourceSummary]:
    """The summary of one block of the input ``name``."""
    first: dict[str, dict[str, object]] = {}
    rules: dict[str, set[str]] = {}
    for finding in store.findings(key).to_pylist():
        if finding["severity"] != Severity.NOTE.value:
            first.setdefault(finding["id"], finding)
            rules.setdefault(finding["id"], set()).add(finding["code"])
    by_source: dict[str, list[dict[str, object]]] = {}
    for row in store.documents(key, _COLUMNS).to_pylist():
        by_source.setdefault(row["source"] or name, []).append(row)
    return {source: _of_rows(rows, first, rules) for source, rows in by_source.items()}


def _of_rows(
    rows: list[dict[str, object]], first: dict[str, dict[str, object]], rules: dict[str, set[str]]
) -> SourceSummary:
    checked = [row for row in rows if row["failure"] is None]
    examples = sorted(_example(row, first.get(str(row["id"]), {})) for row in checked if row["claim_severity"])
    return SourceSummary(
        documents=len(rows),
        failures=len(rows) - len(checked),
        words=sum(int(str(row["words"] or 0)) for row in checked),
        claims=Counter(f"{row['claim']} {row['claim_severity'] or ''}".strip() for row in checked),
        kinds=Counter(str(row["kind"]) for row in checked),
        languages=Counter(str(row["language"] or "unknown") for row in checked),
        rules=Counter(code for row in rows for code in rules.get(str(row["id"]), ())),
        reasons=Counter(str(row["failure"]) for row in rows if row["failure"] is not None),
        examples=tuple(_first_of_each(examples)),
    )


def _example(row: dict[str, object], finding: dict[str, object]) -> Example:
    severity = Severity(str(row["claim_severity"]))
    return Example(
        rank=severity.rank,
        doubt=round(1 - float(str(row["claim_confidence"] or 0)), 4),
        id=str(row["id"]),
        text=str(row["claim_text"]),
        code=str(finding.get("code") or ""),
        line=int(str(finding.get("line") or 0)),
        quote=str(finding.get("quote") or ""),
    )


def _first_of_each(examples: list[Example]) -> Iterator[Example]:
    """The first examples of each claim, in order."""
    told: Counter[str] = Counter()
    for example in examples:
        told[example.text] += 1
        if told[example.text] <= _EXAMPLES:
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
    )
