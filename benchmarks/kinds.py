"""Kinds of documents of families not trained on, beside a linear model on TF-IDF words and characters."""

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_union
from sklearn.svm import LinearSVC

from benchmarks.held_out import known_families, splits
from benchmarks.options import data_folder, print_table
from benchmarks.scores import calibration_error, confusions, macro_f1, reliability
from checkfirst.measuring.measure import measure
from checkfirst.measuring.weights import Weights, load_weights
from checkfirst.model.kinds import Kind
from checkfirst.model.measures import KindMeasure
from checkfirst.reading.reader import read
from training.corpus import SUFFIX, Row, rows
from training.folds import family_folds
from training.labels import cleaned
from training.measured import LONGEST, flat_text


def read_kind(row: Row, weights: Weights, *, hidden: bool) -> KindMeasure:
    """The kind that the product says, with the format hidden or not."""
    text = flat_text(row) if hidden else row["text"][:LONGEST]
    suffix = ".txt" if hidden else SUFFIX.get(row["format"], ".txt")
    return measure(read("document" + suffix, text.encode("utf-8", "surrogatepass")), weights).kind


def report(name: str, truth: list[str], said: list[KindMeasure], families: list[str]) -> list[str]:
    """One row of the table of results; prints the rest."""
    best = [max(k.kinds, key=lambda p: p[1])[0].value if k.kinds else "unknown" for k in said]
    groups = [max(k.groups, key=lambda p: p[1])[0].value if k.groups else "unknown" for k in said]
    top = np.array([max((p for _, p in k.kinds), default=0.0) for k in said])
    right = np.array([b == t for b, t in zip(best, truth, strict=True)])
    fine = macro_f1(truth, best, families)
    group = macro_f1([Kind(t).group.value for t in truth], groups, families)
    print(f"## {name}: {len(truth)} documents\n")
    print_table(
        ["kind", "F1", "precision", "recall", "families"],
        [[k, f"{r.f1:.2f}", f"{r.precision:.2f}", f"{r.recall:.2f}", str(r.families)] for k, r in fine.rows.items()],
    )
    print_table(
        ["probability", "documents", "mean said", "share right"],
        [[f"{low:.1f}", str(n), f"{mean:.2f}", f"{share:.2f}"] for low, n, mean, share in reliability(top, right)],
    )
    print("confusions: " + "; ".join(confusions(truth, best, 15)) + "\n")
    sure = top >= 0.9
    return [
        name,
        f"{group.macro:.3f}",
        f"{fine.macro:.3f}",
        f"{fine.accuracy:.3f}",
        f"{calibration_error(top, right):.3f}",
        f"{right[sure].mean() if sure.any() else 0:.3f} on {sure.mean():.2f}",
    ]


def peer(documents: list[Row]) -> tuple[list[str], list[str], list[str]]:
    """TF-IDF of words and character n-grams with a linear model, on the same folds."""
    fold = family_folds([r["kind"] for r in documents], [r["family"] for r in documents])
    learn = np.array([r["use"] == "train" for r in documents])
    texts = [flat_text(r)[:20_000] for r in documents]
    said = np.array([""] * len(documents), dtype=object)
    for n in range(5):
        chosen, held = np.flatnonzero((fold != n) & learn), np.flatnonzero(fold == n)
        features = make_union(
            TfidfVectorizer(sublinear_tf=True, min_df=3, max_features=100_000),
            TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 4), sublinear_tf=True, min_df=5, max_features=100_000),
        )
        model = LinearSVC(C=0.3, class_weight="balanced")
        model.fit(features.fit_transform([texts[i] for i in chosen]), [documents[i]["kind"] for i in chosen])
        said[held] = model.predict(features.transform([texts[i] for i in held]))
    scored = [i for i in range(len(documents)) if fold[i] >= 0]
    return [documents[i]["kind"] for i in scored], list(said[scored]), [documents[i]["family"] for i in scored]


def main() -> None:
    """Print macro-F1, calibration and confusions, as documents are and with their format hidden."""
    documents = rows(data_folder(main.__doc__), "documents")
    results = []
    parts = list(splits(documents))
    for hidden in (False, True):
        for name, some in (("new families", parts[:1]), ("held-out folds", parts[1:])):
            chosen = [s for s in some if s.name.startswith("new") == (name == "new families")]
            if name == "held-out folds" and parts and not parts[0].name.startswith("new"):
                chosen = parts
            pairs = [(row, read_kind(row, s.weights, hidden=hidden)) for s in chosen for row in s.rows]
            if pairs:
                title = f"{name}, {'format hidden' if hidden else 'as they are'}"
                results.append(
                    report(title, [r["kind"] for r, _ in pairs], [k for _, k in pairs], [r["family"] for r, _ in pairs])
                )
    header = ["", "group macro-F1", "fine macro-F1", "accuracy", "ECE", "right at ≥ .9, on share"]
    print_table(header, results)
    known = known_families(load_weights())
    old = cleaned([row for row in documents if row["family"] in known])
    if old:
        truth, said, families = peer(old)
        fine = macro_f1(truth, said, families)
        group = macro_f1([Kind(t).group.value for t in truth], [Kind(s).group.value for s in said], families)
        results.append(
            [
                "peer: TF-IDF, held-out folds, format hidden",
                f"{group.macro:.3f}",
                f"{fine.macro:.3f}",
                f"{fine.accuracy:.3f}",
                "-",
                "-",
            ]
        )
    print_table(header, results)


if __name__ == "__main__":
    main()
