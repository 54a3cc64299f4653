"""Claims on planted sets: a sound series with an index, in which one document is replaced by another one.

Each series is up to eight documents of one family that a system can be built from, with an index that lists each by its
title. In every set but each third, a document of another kind and family is put in the place of one of them. Families are
split in two; thresholds are chosen on the one half, and these figures are those of the other.
The weights have seen some of the families; ``lead`` measures with weights that have not.
"""

import random
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.options import Figure, data_folder, print_table
from checkfirst.checking.run import run
from checkfirst.config import Config
from checkfirst.measuring.models.weights import load_weights
from checkfirst.model.claim import Claim, ClaimStatus
from checkfirst.model.finding import Severity
from checkfirst.model.report import Report, Verdict
from checkfirst.sources.records import list_records
from training.corpus import SUFFIX, Row, rows
from training.scores import calibration_error, reliability

SERIES = {"specification", "reference", "tutorial"}
STRANGERS = {
    *("news-article", "opinion", "blog-post", "web-article", "announcement", "encyclopedia", "review", "how-to"),
    *("comment-section", "forum-thread", "product-page", "notice", "fiction", "error-page", "email", "transcript"),
    *("legal", "meeting-notes", "source-code", "structured-data", "index-listing"),
}
#: Lines above a title: markup, and fields.
_NO_TITLE = re.compile(r"<|[\w-]+: ?|\W*$")
LARGEST, SMALLEST = 8, 4
#: Sets drawn from one family, and documents of one kind and family that are planted.
FROM_A_FAMILY, PLANTED_OF_A_FAMILY = 3, 3


@dataclass(frozen=True)
class Case:
    """A set, and what is planted in it."""

    files: dict[str, str]
    planted: str | None
    kind: str


def half_of(family: str) -> int:
    """The half of the families to which one belongs, the same in every run."""
    return random.Random(family).randrange(2)


def strangers(documents: list[Row], rng: random.Random) -> list[Row]:
    """Documents to plant: at most ``PLANTED_OF_A_FAMILY`` of each kind and family."""
    taken: Counter[tuple[str, str]] = Counter()
    kept = []
    for row in rng.sample(documents, len(documents)):
        taken[row["kind"], row["family"]] += 1
        if row["kind"] in STRANGERS and taken[row["kind"], row["family"]] <= PLANTED_OF_A_FAMILY:
            kept.append(row)
    return kept


def title(row: Row) -> str:
    """The first line with words, as an index calls a document."""
    lines = (line.strip("#=-*_ \t") for line in row["text"].splitlines())
    titles = (line[:80] for line in lines if sum(c.isalpha() for c in line) > 3 and not _NO_TITLE.match(line))
    return next(titles, "Untitled").replace("]", ")")


def drawn(documents: list[Row], rng: random.Random) -> list[Case]:
    """The sets: series of every family that is large enough, with strangers in turn."""
    series: dict[str, list[Row]] = defaultdict(list)
    for row in documents:
        if row["kind"] in SERIES:
            series[row["family"]].append(row)
    planted = strangers(documents, rng)
    cases: list[Case] = []
    for family in sorted(family for family, members in series.items() if len(members) >= SMALLEST):
        for _ in range(FROM_A_FAMILY):
            members = rng.sample(series[family], min(LARGEST, len(series[family])))
            cases.append(built(members, planted.pop() if len(cases) % 3 and planted else None))
    for row in planted:
        family = rng.choice([f for f, members in sorted(series.items()) if len(members) >= SMALLEST])
        cases.append(built(rng.sample(series[family], min(LARGEST, len(series[family]))), row))
    return cases


def built(members: list[Row], stranger: Row | None) -> Case:
    """The files of a set: an index, the members, and the stranger under the title of the last."""
    names = [f"d{n}{SUFFIX.get(row['format'], '.txt')}" for n, row in enumerate(members)]
    listed = "".join(f"- [{title(row)}]({name})\n" for row, name in zip(members, names, strict=True))
    files = {name: row["text"] for row, name in zip(members, names, strict=True)}
    if stranger:
        files[names[-1]] = stranger["text"]
    return Case(
        {"INDEX.md": f"# Documents\n\n{listed}", **files},
        names[-1] if stranger else None,
        stranger["kind"] if stranger else "",
    )


def claims(report: Report) -> dict[str, Claim]:
    """The claims by path."""
    return {document.path: document.claim for document in report.documents if document.claim}


def figures(data: Path) -> list[Figure]:
    """Print what is claimed of planted and of sound documents. Returns the README's figures."""
    rng, weights = random.Random(5), load_weights()
    documents = [row for row in rows(data, "documents") if half_of(row["family"])]
    named: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    said: list[tuple[float, bool]] = []
    sound = wrong = stopped = clean = 0
    for case in drawn(documents, rng):
        report = run(list_records(list(case.files.items())), Config(), weights)
        for path, claim in claims(report).items():
            against = claim.status not in {ClaimStatus.AS_PROMISED, ClaimStatus.UNSURE, ClaimStatus.COPY}
            if path == case.planted:
                named[case.kind].append((against, report.verdict is Verdict.CHECK_FIRST))
            else:
                sound += 1
                wrong += claim.status is ClaimStatus.WRONG and claim.severity is Severity.ERROR
                if claim.severity is Severity.ERROR:
                    print(f"  accused {claim.status.value} {claim.codes} {case.files[path][:60]!r}")
            if claim.status in {ClaimStatus.WRONG, ClaimStatus.UNSURE}:
                said.append((claim.confidence, path == case.planted))
        if case.planted is None:
            clean += 1
            stopped += report.verdict is Verdict.CHECK_FIRST
    print_table(
        ["planted", "sets", "claimed against", "check first"],
        [
            [kind, str(len(r)), f"{sum(a for a, _ in r) / len(r):.3f}", f"{sum(v for _, v in r) / len(r):.3f}"]
            for kind, r in sorted(named.items())
        ],
    )
    confidence, right = np.array([p for p, _ in said]), np.array([r for _, r in said], dtype=bool)
    print_table(
        ["confidence of `wrong` or `unsure`", "claims", "mean said", "share right"],
        [[f"{at:.1f}", str(n), f"{mean:.3f}", f"{share:.3f}"] for at, n, mean, share in reliability(confidence, right)],
    )
    flat = [pair for pairs in named.values() for pair in pairs]
    result = [
        Figure(
            "planted document claimed against",
            f"{sum(a for a, _ in flat) / len(flat):.3f} of {len(flat)}",
            "",
            "claims",
        ),
        Figure("set with a planted document: check first", f"{sum(v for _, v in flat) / len(flat):.3f}", "", "claims"),
        Figure("sound documents called wrong", f"{wrong} of {sound}", "at most 1 in 3,000", "claims"),
        Figure("calibration error of claims", f"{calibration_error(confidence, right):.3f}", "", "claims"),
        Figure("sound sets stopped", f"{stopped} of {clean}", "", "claims"),
    ]
    for figure in result:
        print(f"{figure.what}: {figure.ours}")
    return result


def main() -> None:
    """Run the benchmark."""
    figures(data_folder(__doc__))


if __name__ == "__main__":
    main()
