"""Whether the quoted lines are decisive: removing them must lower the score more than removing other lines.

For each document, the lines quoted for its kind, or for whether it describes a system, are removed; then, three times,
as many other lines of about the same length. The benchmark counts how often removing the quoted lines costs more.
"""

import random
from collections import defaultdict
from pathlib import Path

import numpy as np

from benchmarks.options import Figure, data_folder, print_table
from checkfirst.measuring.document import analyze, measure
from checkfirst.measuring.kind.kind import kind_probabilities
from checkfirst.measuring.models.weights import Weights, load_weights
from checkfirst.model.kinds import Answer, Kind
from checkfirst.model.quotes import Quote
from checkfirst.reading.read import read
from training.corpus import SUFFIX, Row, rows
from training.measured import LONGEST

#: Documents of each kind, and lines of the shortest document: it needs enough lines that are not quoted.
_OF_A_KIND, _FEWEST_LINES = 25, 20
#: Times that other lines are removed.
_TURNS = 3


def without(text: str, lines: set[int]) -> str:
    """The text without the given lines (from 1)."""
    return "\n".join(line for n, line in enumerate(text.split("\n"), start=1) if n not in lines)


def others(text: str, quoted: set[int], rng: random.Random) -> set[int]:
    """As many lines that are not quoted, each of about as many words as a quoted one."""
    sizes = {n: len(line.split()) for n, line in enumerate(text.split("\n"), start=1) if line.strip()}
    chosen: set[int] = set()
    for line in sorted(quoted):
        left = [n for n in sizes if n not in quoted and n not in chosen]
        rng.shuffle(left)
        if left:
            chosen.add(min(left, key=lambda n: abs(sizes[n] - sizes.get(line, 0))))
    return chosen


def scores(name: str, text: str, weights: Weights) -> tuple[np.ndarray, float]:
    """The log probabilities of the kinds, and the score for describing a system."""
    page = analyze(read(name, text.encode("utf-8", "surrogatepass")), weights)
    return np.log(kind_probabilities(page.scores.kinds, weights) + 1e-9), page.scores.system


def lines_of(quotes: tuple[Quote, ...]) -> set[int]:
    """The lines of all quotes."""
    return {n for q in quotes for n in range(q.span.start_line, q.span.end_line + 1)}


def compared(row: Row, weights: Weights, rng: random.Random) -> list[tuple[str, bool]]:
    """For the questions ``kind`` and ``system``, where quotes answer them: whether the quotes are decisive."""
    name, text = "document" + SUFFIX.get(row["format"], ".txt"), row["text"][:LONGEST]
    document = read(name, text.encode("utf-8", "surrogatepass"))
    measures = measure(document, weights)
    if not document.line_map.is_identity or measures.statistics.lines < _FEWEST_LINES:
        return []
    found = []
    column = weights.kind.names.index(measures.kind.kind) if measures.kind.kind is not Kind.UNKNOWN else None
    sign = {Answer.YES: 1, Answer.NO: -1, Answer.UNKNOWN: 0}[measures.describes_system.answer]
    for question, quotes in (("kind", measures.kind.evidence), ("system", measures.describes_system.evidence)):
        quoted = lines_of(quotes)
        if not quoted or (question == "kind" and column is None) or (question == "system" and not sign):
            continue

        def left(kept: str, question: str = question) -> float:
            kinds, system = scores(name, kept, weights)
            return float(kinds[column]) if question == "kind" and column is not None else sign * system

        without_quoted = left(without(text, quoted))
        rest = [left(without(text, others(text, quoted, rng))) for _ in range(_TURNS)]
        found.append((question, without_quoted < float(np.mean(rest))))
    return found


def figures(data: Path) -> list[Figure]:
    """Print the share of documents whose quotes are decisive, by question and kind. Returns the README's figures."""
    documents = rows(data, "documents")
    weights, rng = load_weights(), random.Random(0)
    by_kind: dict[str, list[Row]] = defaultdict(list)
    for row in documents:
        if row["format"] not in {"html", "data", "code", "log", "csv", "xml"}:
            by_kind[row["kind"]].append(row)
    table, totals = [], defaultdict(list)
    for kind, some in sorted(by_kind.items()):
        answers: dict[str, list[bool]] = defaultdict(list)
        for row in rng.sample(some, min(len(some), _OF_A_KIND)):
            for question, carried in compared(row, weights, rng):
                answers[question].append(carried)
                totals[question].append(carried)
        table.append([kind, *(_shown(answers[q]) for q in ("kind", "system"))])
    table.append(["all", *(_shown(totals[q]) for q in ("kind", "system"))])
    print_table(["documents of kind", "kind", "describes a system"], table)
    what = "quoted lines carry the answer more than others like them: kind / describes a system"
    return [Figure(what, f"{table[-1][1]} / {table[-1][2]}", "", "evidence")]


def main() -> None:
    """Run the benchmark."""
    figures(data_folder(__doc__))


def _shown(carried: list[bool]) -> str:
    return f"{sum(carried) / len(carried):.2f} of {len(carried)}" if carried else "-"


if __name__ == "__main__":
    main()
