"""The classification of kinds on families held out of training: as they are, with the format hidden, and degraded.

Compared with a linear model over TF-IDF of words and character n-grams, on the same folds. Documents of a second file, if
there is one, are of families that nothing was learned from: those in English and those in other languages count apart.
"""

import random
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_union
from sklearn.svm import LinearSVC

from benchmarks.held_out import splits
from benchmarks.options import Figure, data_folder, print_table
from checkfirst.measuring.document import measure
from checkfirst.measuring.models.weights import Weights, load_weights
from checkfirst.model.kind_measures import KindMeasure
from checkfirst.model.kinds import Group, Kind
from checkfirst.model.languages import ENGLISH
from checkfirst.reading.read import read
from training.corpus import SUFFIX, Row, rows
from training.folds import family_folds, fold_unit
from training.labels import cleaned
from training.learned_from import families as known_families
from training.measured import LONGEST, flat_text
from training.scores import calibration_error, confusions, macro_f1, reliability
from training.variants import degraded

STATES = ("as they are", "format hidden", "degraded")
#: Characters of each text that the other model gets, which is slow.
_PEER_SEES = 8_000
#: Recall at which the precision of technical documents is measured.
_TECHNICAL_RECALL = 0.95
#: ISO 639-3 code of a row whose language nobody told.
_UNDETERMINED = "und"


def read_kind(row: Row, weights: Weights, state: str) -> KindMeasure:
    """The measured kind of one document in one state."""
    text, suffix = row["text"][:LONGEST], SUFFIX.get(row["format"], ".txt")
    if state != STATES[0]:
        text, suffix = flat_text(row), ".txt"
    if state == STATES[2]:
        text = degraded(text, random.Random(row["id"]))
    return measure(read("document" + suffix, text.encode("utf-8", "surrogatepass")), weights).kind


def coverage(top: NDArray[np.float64], right: NDArray[np.bool_], accuracy: float) -> float:
    """The largest share of documents, the most confident first, that has this accuracy."""
    order = np.argsort(-top, kind="stable")
    passed = np.cumsum(right[order]) / np.arange(1, len(right) + 1) >= accuracy
    return float((passed.nonzero()[0][-1] + 1) / len(right)) if passed.any() else 0.0


def report(name: str, told: list[tuple[Row, KindMeasure]], *, whole: bool) -> list[str]:
    """The row of one state in the table of results. Prints its details."""
    truth, families = [r["kind"] for r, _ in told], [r["family"] for r, _ in told]
    said = [k for _, k in told]
    best = [max(k.kinds, key=lambda p: p[1])[0].value if k.kinds else "unknown" for k in said]
    groups = [max(k.groups, key=lambda p: p[1])[0].value if k.groups else "unknown" for k in said]
    top = np.array([max((p for _, p in k.kinds), default=0.0) for k in said])
    right = np.array([b == t for b, t in zip(best, truth, strict=True)])
    fine = macro_f1(truth, best, families)
    group = macro_f1([Kind(t).group.value for t in truth], groups, families)
    print(f"## {name}: {len(truth)} documents\n")
    for title, scores in (("kind", fine), ("group", group)):
        print_table(
            [title, "F1", "precision", "recall", "families"],
            [
                [k, f"{r.f1:.2f}", f"{r.precision:.2f}", f"{r.recall:.2f}", str(r.families)]
                for k, r in scores.rows.items()
            ],
        )
    print_table(
        ["probability", "documents", "mean said", "share right"],
        [[f"{low:.1f}", str(n), f"{mean:.2f}", f"{share:.2f}"] for low, n, mean, share in reliability(top, right)],
    )
    print("confusions: " + "; ".join(confusions(truth, best, 15)) + "\n")
    if whole:
        _by_format(told, right)
        _surest_mistakes(told, right)
    sure = top >= 0.9
    return [
        name,
        f"{group.macro:.3f}",
        f"{fine.macro:.3f}",
        f"{fine.accuracy:.3f}",
        f"{calibration_error(top, right):.3f}",
        f"{right[sure].mean() if sure.any() else 0:.3f} on {sure.mean():.2f}",
        f"{coverage(top, right, 0.99):.2f}",
        f"{technical_precision(told, _TECHNICAL_RECALL):.3f}",
    ]


def technical_precision(told: list[tuple[Row, KindMeasure]], recall: float) -> float:
    """The precision of technical documents at a recall, with equal weight for each family of a kind."""
    chance = np.array([sum(p for g, p in k.groups if g is Group.TECHNICAL) for _, k in told])
    truth = np.array([Kind(r["kind"]).group is Group.TECHNICAL for r, _ in told])
    sizes = Counter((r["kind"], r["family"]) for r, _ in told)
    weight = np.array([1 / sizes[r["kind"], r["family"]] for r, _ in told])
    order = np.argsort(-chance, kind="stable")
    found, claimed = np.cumsum(weight[order] * truth[order]), np.cumsum(weight[order])
    at = int(np.searchsorted(found, recall * found[-1]))
    return float(found[at] / claimed[at])


def never_seen(data: Path) -> dict[str, list[tuple[Row, KindMeasure]]]:
    """The second file of documents, as they are, with their measures by the shipped weights."""
    if not (data / "documents2.jsonl.gz").is_file():
        return {}
    known, weights = known_families(), load_weights()
    told: dict[str, list[tuple[Row, KindMeasure]]] = {"never seen, English": [], "never seen, other languages": []}
    for row in rows(data, "documents2"):
        if row["family"] not in known and row["language"] != _UNDETERMINED:
            name = "never seen, English" if row["language"] == ENGLISH else "never seen, other languages"
            told[name].append((row, read_kind(row, weights, STATES[0])))
    return told


def _surest_mistakes(told: list[tuple[Row, KindMeasure]], right: NDArray[np.bool_], most: int = 10) -> None:
    """Print the most confident mistakes, one per family."""
    wrong = [(row, k) for (row, k), good in zip(told, right.tolist(), strict=True) if not good and k.kinds]
    wrong.sort(key=lambda pair: -max(p for _, p in pair[1].kinds))
    seen: set[str] = set()
    print("surest mistakes, one a family:\n")
    for row, kind in wrong:
        if row["family"] not in seen and len(seen) < most:
            seen.add(row["family"])
            said, sure = max(kind.kinds, key=lambda pair: pair[1])
            opening = " ".join(row["text"].split())[:90]
            print(f"- {row['id']} ({row['family']}): {row['kind']} → {said.value} {sure:.2f}: {opening!r}")
    print()


def _by_format(told: list[tuple[Row, KindMeasure]], right: NDArray[np.bool_]) -> None:
    found: dict[str, list[bool]] = defaultdict(list)
    for (row, _), good in zip(told, right.tolist(), strict=True):
        found[row["format"]].append(good)
    table = [[name, str(len(f)), f"{sum(f) / len(f):.2f}"] for name, f in sorted(found.items())]
    print_table(["format", "documents", "share right"], table)


def peer(documents: list[Row]) -> tuple[list[str], list[str], list[str]]:
    """Truth, prediction and family of each document, by the other model on the same folds, with the format hidden."""
    units = [fold_unit(r["family"], r["source"]) for r in documents]
    fold = family_folds([r["kind"] for r in documents], units)
    learn = np.array([r["use"] == "train" for r in documents])
    texts = [flat_text(r)[:_PEER_SEES] for r in documents]
    said = np.array([""] * len(documents), dtype=object)
    for n in range(5):
        chosen, held = np.flatnonzero((fold != n) & learn), np.flatnonzero(fold == n)
        features = make_union(
            TfidfVectorizer(sublinear_tf=True, min_df=3, max_features=60_000),
            TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 4), sublinear_tf=True, min_df=5, max_features=60_000),
        )
        model = LinearSVC(C=0.3, class_weight="balanced")
        model.fit(features.fit_transform([texts[i] for i in chosen]), [documents[i]["kind"] for i in chosen])
        said[held] = model.predict(features.transform([texts[i] for i in held]))
    return [r["kind"] for r in documents], list(said), [r["family"] for r in documents]


def figures(data: Path) -> list[Figure]:
    """Print macro-F1, calibration and confusions for all states, and for the other model. Returns the README's figures."""
    documents = rows(data, "documents")
    told: dict[str, list[tuple[Row, KindMeasure]]] = {state: [] for state in STATES}
    for split in splits(documents):
        for row in split.rows:
            for state in STATES:
                told[state].append((row, read_kind(row, split.weights, state)))
    results = [report(state, told[state], whole=state == STATES[0]) for state in STATES]
    results += [report(name, some, whole=True) for name, some in never_seen(data).items()]
    truth, said, families = peer(cleaned(documents))
    fine = macro_f1(truth, said, families)
    group = macro_f1([Kind(t).group.value for t in truth], [Kind(s).group.value for s in said], families)
    results.append(
        ["peer: TF-IDF, format hidden", f"{group.macro:.3f}", f"{fine.macro:.3f}", f"{fine.accuracy:.3f}", *"----"]
    )
    print_table(
        ["", "group F1", "fine F1", "accuracy", "ECE", "right at ≥ .9, on share", "share at 99% right", "technical"],
        results,
    )
    beside = f"TF-IDF with a linear model, format hidden: {group.macro:.2f} / {fine.macro:.2f}"
    return [
        Figure(
            f"kinds, {r[0]}: macro-F1 of groups / of kinds; right where ≥ .9 sure, on what share; calibration error;"
            " technical against the rest, precision at .95 recall",
            f"{r[1]} / {r[2]}; {r[5]}; {r[4]}; {r[7]}",
            beside if r[0] == STATES[1] else "",
            "kinds",
        )
        for r in results[:-1]
    ]


def main() -> None:
    """Run the benchmark."""
    figures(data_folder(__doc__))


if __name__ == "__main__":
    main()
