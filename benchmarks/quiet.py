"""Errors on documents that people maintain. Nearly all are false alarms, so each is printed, to be read."""

import tarfile
import tempfile
from collections import defaultdict
from pathlib import Path

from benchmarks.options import Figure, data_folder, print_table
from checkfirst.api import check, check_documents
from checkfirst.model.finding import Severity
from checkfirst.model.report import Report
from training.corpus import rows


def indexed_sets(data: Path, into: Path) -> list[Report]:
    """The reports on real sets with an index, checked for retrieval."""
    with tarfile.open(data / "indexed_sets.tar.gz") as archive:
        archive.extractall(into, filter="data")
    return [check(folder, purpose="retrieve") for folder in sorted((into / "sets").iterdir())]


def software_series(data: Path) -> list[Report]:
    """The reports on series of software documents, checked for building."""
    series: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows(data, "collections"):
        if row["field"] == "software":
            name = row["path"] if Path(row["path"]).suffix in {".md", ".rst", ".txt"} else f"{row['path']}.md"
            series[row["collection"]].append((name, row["text"]))
    return [check_documents(dict(files).items()) for _, files in sorted(series.items())]


def summarise(name: str, reports: list[Report]) -> list[str]:
    """The row of a group of sets in the table. Prints every error with its quotes."""
    total = sum(len(r.documents) for r in reports)
    faulty: set[tuple[str, str]] = set()
    print(f"## {name}\n")
    for report in reports:
        for finding in report.findings:
            if finding.severity is Severity.ERROR:
                faulty.add((report.root, finding.path))
                quotes = " / ".join(e.quote[:80] for e in finding.evidence[:2])
                print(
                    f"{finding.code} {finding.confidence:.2f} {report.root} {finding.path}: {finding.message} | {quotes}"
                )
        for failure in report.failures:
            print(f"not read: {report.root} {failure.path}: {failure.reason}")
    print()
    counts = {s: sum(r.count(s) for r in reports) for s in Severity}
    return [
        name,
        str(total),
        str(len(faulty)),
        f"{len(faulty) / max(total, 1):.4f}",
        *(str(counts[s]) for s in Severity),
    ]


def figures(data: Path) -> list[Figure]:
    """Print all errors, and the share of documents with one. Returns the README's figures."""
    with tempfile.TemporaryDirectory() as folder:
        table = [
            summarise("indexed sets, for retrieval", indexed_sets(data, Path(folder))),
            summarise("software series, for building", software_series(data)),
        ]
    print_table(["sets", "documents", "with an error", "share", "errors", "warnings", "notes"], table)
    return [Figure(f"documents people maintain with an error: {r[0]}", f"{r[3]} of {r[1]}", "", "quiet") for r in table]


def main() -> None:
    """Run the benchmark."""
    figures(data_folder(__doc__))


if __name__ == "__main__":
    main()
