"""Whether a document describes a system, on families held out of training, with easy and with hard negatives.

Hard negatives come from software projects, too, and say what people must do, or report on software or teach it:
policies, minutes, plans, release announcements, tutorials, papers, and proposals on how people work.
"""

import random
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score

from benchmarks.held_out import splits
from benchmarks.options import Figure, data_folder, print_table
from checkfirst.measuring.document import measure
from checkfirst.measuring.models.weights import Weights
from checkfirst.model.kind_measures import Judgement
from checkfirst.model.kinds import Answer
from checkfirst.reading.read import read
from training.corpus import SUFFIX, Row, rows
from training.measured import LONGEST, flat_text
from training.scores import calibration_error, reliability
from training.systems import describes_system
from training.variants import degraded

HARD = {
    *("project-policy", "meeting-notes", "plan", "blog-post", "tutorial", "academic-paper", "faq", "email"),
    *("announcement", "specification", "transcript", "changelog"),
}
_STATES = ("as they are", "format hidden", "degraded")


def judged(row: Row, weights: Weights, state: str) -> Judgement:
    """The measure of one document in one state."""
    text, suffix = row["text"][:LONGEST], SUFFIX.get(row["format"], ".txt")
    if state != "as they are":
        text, suffix = flat_text(row), ".txt"
    if state == "degraded":
        text = degraded(text, random.Random(row["id"]))
    return measure(read("document" + suffix, text.encode("utf-8", "surrogatepass")), weights).describes_system


def family_weights(families: list[str]) -> NDArray[np.float64]:
    """The weight of each document, with a sum of 1 for each family; shape (documents,)."""
    counts = {family: families.count(family) for family in set(families)}
    return np.array([1 / counts[family] for family in families])


def row_of(name: str, said: list[Judgement], truth: list[bool], families: list[str], kinds: list[str]) -> list[str]:
    """One row of the table: AUROC against easy and hard negatives, and the error rates of the answers."""
    scores = np.array([j.score for j in said])
    yes, hard = np.array(truth), np.array([k in HARD for k in kinds])
    weights = family_weights(families)
    no = ~yes

    def area(negatives: NDArray[np.bool_]) -> str:
        some = yes | negatives
        return f"{roc_auc_score(yes[some], scores[some], sample_weight=weights[some]):.3f}" if negatives.any() else "-"

    answered = np.array([j.answer for j in said])
    at = float(np.quantile(scores[yes], 0.05))
    return [
        name,
        str(len(said)),
        area(no & ~hard),
        area(no & hard),
        f"{_share(scores[no & hard] >= at, weights[no & hard]):.3f}",
        f"{_share(answered[yes] == Answer.YES, weights[yes]):.3f}",
        f"{_share(answered[no & hard] == Answer.YES, weights[no & hard]):.3f}",
        f"{_share(answered[no & ~hard] == Answer.YES, weights[no & ~hard]):.3f}",
        f"{_share(answered == Answer.UNKNOWN, weights):.3f}",
        f"{calibration_error(scores, yes):.3f}",
    ]


def _share(true: NDArray[np.bool_], weights: NDArray[np.float64]) -> float:
    return float((true * weights).sum() / max(weights.sum(), 1e-9))


def figures(data: Path) -> list[Figure]:
    """Print the table, the reliability of scores, and the worst false positives. Returns the README's figures."""
    documents = rows(data, "documents")
    found: dict[str, list[tuple[Row, Judgement, bool]]] = {state: [] for state in _STATES}
    for split in splits(documents):
        for row in split.rows:
            truth = describes_system(row)
            if truth is not None:
                for state in _STATES:
                    found[state].append((row, judged(row, split.weights, state), truth))
    header = ["", "documents", "AUROC easy", "hard", "false yes, hard, at .95 recall", "yes said of systems"]
    header += ["of hard others", "of easy others", "can't tell", "ECE"]
    table = []
    for state, told in found.items():
        rows_, said, truths = zip(*told, strict=True)
        table.append(row_of(state, list(said), list(truths), [r["family"] for r in rows_], [r["kind"] for r in rows_]))
    print_table(header, table)
    whole = found[_STATES[0]]
    scores, yes = np.array([j.score for _, j, _ in whole]), np.array([t for _, _, t in whole])
    print_table(
        ["probability", "documents", "mean said", "share yes"],
        [[f"{low:.1f}", str(n), f"{mean:.2f}", f"{share:.2f}"] for low, n, mean, share in reliability(scores, yes)],
    )
    wrong = [(r, j) for r, j, t in whole if not t and j.answer is Answer.YES]
    for row, judgement in sorted(wrong, key=lambda w: -w[1].score)[:20]:
        print(
            f"  called a system: {row['kind']} {row['family']} {row['id']} {judgement.score:.2f} {row['text'][:90]!r}"
        )
    return [
        Figure(
            f"describes a system, {r[0]}: AUROC on easy / hard others; false yes on hard ones at .95 recall",
            f"{r[2]} / {r[3]}; {r[4]}",
            "",
            "system",
        )
        for r in table
    ]


def main() -> None:
    """Run the benchmark."""
    figures(data_folder(__doc__))


if __name__ == "__main__":
    main()
