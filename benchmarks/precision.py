"""How many errors and warnings on sound document sets are right, by judgements that people made of each.

``--write`` keeps the numbers in ``rules/precision.toml``, from which the severity of each rule has to follow.
"""

import argparse
import json
import re
import tarfile
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.options import Figure, print_table
from checkfirst.api import check
from checkfirst.model.finding import Finding, Severity
from checkfirst.model.report import Verdict

_FILE = Path(__file__).parents[1] / "src" / "checkfirst" / "rules" / "precision.toml"
_LOUD = (Severity.ERROR, Severity.WARNING)
#: Lines by which a judged finding may have moved, and share of the words of its quote that it keeps.
_NEAR, _SAME = 3, 0.6
_HEAD = """\
# Errors and warnings on sound document sets, each read by hand against its file: right, wrong, or debatable.
# Written by `python -m benchmarks.precision --data DIR --write`. `unread` were not judged yet.
"""

Row = dict[str, Any]
Counts = dict[tuple[str, Severity], Counter[str]]


@dataclass(frozen=True)
class Result:
    """What was found on all sets."""

    counts: Counts
    documents: int
    sets: int
    accused: int
    """Documents with a false error."""
    stopped: int
    """Sets with the verdict "check first" in which no error is right."""


def measured(data: Path) -> Result:
    """Check all sound sets and look up the judgement of each error and warning."""
    counts: Counts = defaultdict(Counter)
    accused: set[tuple[str, str]] = set()
    documents = stopped = 0
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(data / "sound_sets.tar.gz") as archive:
            archive.extractall(folder, filter="data")
        sets, judged = _rows(Path(folder, "sets.jsonl")), _rows(Path(folder, "judged.jsonl"))
        for one in sets:
            report = check(Path(folder, "sets", one["set"]), purpose=one["purpose"])
            rows = [row for row in judged if row["set"] == one["set"]]
            documents += len(report.documents)
            errors = []
            for finding in report.findings:
                if finding.severity in _LOUD:
                    judgement = _judgement(finding, rows)
                    counts[finding.code, finding.severity][judgement] += 1
                    if finding.severity is Severity.ERROR:
                        errors.append(judgement)
                        if judgement == "false":
                            accused.add((one["set"], finding.path))
            stopped += report.verdict is Verdict.CHECK_FIRST and set(errors) <= {"false", "artefact"}
    return Result(dict(counts), documents, len(sets), len(accused), stopped)


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]


def _judgement(finding: Finding, rows: Iterable[Row]) -> str:
    """The judgement of the same finding: of the same rule and file, with the same words or nearly the same line."""
    best, found = 0.0, "unread"
    line = int(finding.place.start_line or 0) if finding.place else 0
    of_group = finding.code.startswith("DUP")
    paths = {finding.path, *(finding.related if of_group else ())}
    for row in rows:
        if row["code"] != finding.code or row["path"] not in paths:
            continue
        near = abs(line - row["start_line"]) <= _NEAR
        same = max((_overlap(e.quote, row["quote"]) for e in finding.evidence), default=0.0)
        likeness = same + near / 2 + _overlap(finding.message, row["message"])
        if (near or same >= _SAME) and likeness > best:
            best, found = likeness, row["judgement"]
    return found


def _overlap(one: str, other: str) -> float:
    """Jaccard similarity of the words of two texts."""
    a, b = (set(re.findall(r"\w+", text.lower())) for text in (one, other))
    return len(a & b) / max(1, len(a | b))


def _share(result: Result, severity: Severity) -> tuple[str, int]:
    right = sum(n["true"] for (_, s), n in result.counts.items() if s is severity)
    wrong = sum(n["false"] for (_, s), n in result.counts.items() if s is severity)
    return f"{right / max(1, right + wrong):.2f}", right + wrong


def written(result: Result, date: str) -> str:
    """The text of ``precision.toml``."""
    lines = [_HEAD, "[checked]", f"documents = {result.documents}", f"sets = {result.sets}", f"date = {date}"]
    for (code, severity), n in sorted(result.counts.items()):
        lines += ["", "[[read]]", f'code = "{code}"', f'severity = "{severity.value}"', f"right = {n['true']}"]
        lines += [f"wrong = {n['false']}", f"debatable = {n['debatable'] + n['artefact']}", f"unread = {n['unread']}"]
    return "\n".join(lines) + "\n"


def show(result: Result) -> list[Figure]:
    """Print a row for each rule and severity. Returns the README's figures."""
    columns = ("true", "false", "debatable", "artefact", "unread")
    rows = [
        [code, severity.value, *(str(n[c]) for c in columns)] for (code, severity), n in sorted(result.counts.items())
    ]
    print_table(["rule", "severity", "right", "wrong", *columns[2:]], rows)
    figures = []
    for severity in _LOUD:
        share, count = _share(result, severity)
        figures.append(
            Figure(
                f"sound sets nobody tuned for, {severity.value}s that are right", f"{share} of {count}", "", "precision"
            )
        )
    accused = f"{1_000 * result.accused / result.documents:.1f} of {result.documents:,}"
    figures.append(Figure("sound sets, documents with a false error, per 1,000", accused, "", "precision"))
    figures.append(Figure("sound sets wrongly stopped", f"{result.stopped} of {result.sets}", "", "precision"))
    for figure in figures:
        print(f"{figure.what}: {figure.ours}")
    return figures


def figures(data: Path) -> list[Figure]:
    """The README's figures."""
    return show(measured(data))


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the labelled data")
    parser.add_argument("--write", action="store_true", help=f"write {_FILE.name}")
    options = parser.parse_args()
    if not options.data.is_dir():
        parser.error(f"{options.data}: no such folder")
    result = measured(options.data)
    show(result)
    if options.write:
        _FILE.write_text(written(result, datetime.now(UTC).date().isoformat()), "utf-8")


if __name__ == "__main__":
    main()
