"""The first use case: one file in a folder, which is a specification or something else.

Specifications against articles, threads, shop pages, error pages and fiction, at most three of each family. A file is
reported if it has an error of KND002, KND003, KND004, WEB001 or IDX009. The families are held out of training.
"""

import random
from collections import Counter, defaultdict
from pathlib import Path

from benchmarks.held_out import splits
from benchmarks.options import Figure, data_folder, print_table
from checkfirst.checking.run import run
from checkfirst.config import Config
from checkfirst.measuring.models.weights import Weights
from checkfirst.model.finding import Severity
from checkfirst.sources.records import list_records
from training.corpus import SUFFIX, Row, rows

ASKED = ("KND002", "KND003", "KND004", "WEB001", "IDX009")
RIGHT = {"specification"}
WRONG = {
    *("news-article", "opinion", "blog-post", "web-article", "announcement", "encyclopedia", "review", "how-to"),
    *("comment-section", "forum-thread", "product-page", "notice", "fiction", "error-page"),
}
MOST_OF_A_FAMILY = 3


def chosen(documents: list[Row], rng: random.Random) -> list[Row]:
    """At most ``MOST_OF_A_FAMILY`` documents of each family and kind."""
    taken: Counter[tuple[str, str]] = Counter()
    shuffled = [row for row in documents if row["kind"] in RIGHT | WRONG]
    rng.shuffle(shuffled)
    kept = []
    for row in shuffled:
        taken[row["family"], row["kind"]] += 1
        if taken[row["family"], row["kind"]] <= MOST_OF_A_FAMILY:
            kept.append(row)
    return kept


def codes(row: Row, weights: Weights) -> set[str]:
    """The codes of errors on a set of this one file."""
    name = "document" + SUFFIX.get(row["format"], ".txt")
    report = run(list_records([(name, row["text"])]), Config(), weights)
    return {f.code for f in report.findings if f.severity is Severity.ERROR and f.code in ASKED}


def figures(data: Path) -> list[Figure]:
    """Print how often files are reported, by kind, and each mistake. Returns the README's figures."""
    rng = random.Random(1)
    results: dict[str, list[tuple[Row, set[str]]]] = defaultdict(list)
    for split in splits(rows(data, "documents")):
        for row in chosen(split.rows, rng):
            results[row["kind"]].append((row, codes(row, split.weights)))
    table = [
        [
            kind,
            "right" if kind in RIGHT else "wrong",
            str(len(r)),
            f"{sum(bool(c) for _, c in r) / len(r):.3f}",
            ", ".join(f"{code} {n}" for code, n in Counter(c for _, cs in r for c in cs).most_common()),
        ]
        for kind, r in sorted(results.items())
    ]
    print_table(["kind", "is", "files", "accused", "by"], table)
    told = []
    for name, kinds in (("wrong: named", WRONG), ("right: accused", RIGHT)):
        flat = [bool(c) for kind in kinds for _, c in results[kind]]
        share = f"{sum(flat) / max(len(flat), 1):.3f} of {len(flat)}"
        print(f"one file in a folder, {name}: {share}")
        told.append(Figure(f"one file in a folder, {name}", share, "", "lead"))
    for kind, pairs in sorted(results.items()):
        for row, found in pairs:
            if bool(found) == (kind in RIGHT):
                print(
                    f"  {'accused' if found else 'missed'} {kind} {row['family']} {row['id']} {sorted(found)} {row['text'][:90]!r}"
                )
    return told


def main() -> None:
    """Run the benchmark."""
    figures(data_folder(__doc__))


if __name__ == "__main__":
    main()
