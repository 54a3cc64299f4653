"""Documents to evaluate, with weights that were not trained on them.

Families that the shipped weights were not trained on are evaluated with those. For the others, the kind and system
models are fitted again in cross-validation by family. The models of line classes, scraped pages and threads stay as
shipped: they are trained on pages and threads, not on the labels of these documents.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from checkfirst.measuring.models.weights import SHIPPED, Weights, load_weights, weights_of
from checkfirst.measuring.models.weights_file import read_arrays
from checkfirst.model.kinds import Kind
from training.corpus import Row, rows
from training.folds import family_folds
from training.kinds import Table, fit_linear, table, take
from training.labels import cleaned
from training.learned_from import families as known_families
from training.measured import Example, examples, family_weights
from training.systems import system_labels


@dataclass(frozen=True)
class Split:
    """Rows to evaluate, and weights that were not trained on their families."""

    name: str
    rows: list[Row]
    weights: Weights


def splits(documents: list[Row], folds: int = 5) -> Iterator[Split]:
    """The split of new families with the shipped weights, then one for each fold of the others."""
    shipped = load_weights()
    known = known_families()
    new = cleaned([row for row in documents if row["family"] not in known])
    if new:
        yield Split("new families, shipped weights", new, shipped)
    old = cleaned([row for row in documents if row["family"] in known])
    if not old:
        return
    made = examples(old, shipped)
    design = table(made, len(shipped.vocabulary), read_arrays(SHIPPED)[0])
    fold = family_folds([e.kind for e in made], [e.unit for e in made], folds)
    for n in range(folds):
        held = {e.id for e, f in zip(made, fold, strict=True) if f == n}
        weights = _refitted(shipped, made, design, fold != n, {row["id"]: row for row in old})
        yield Split(
            f"fold {n + 1} of {folds}, weights fitted without its families",
            [r for r in old if r["id"] in held],
            weights,
        )


def refitted_without(families: frozenset[str], data: Path) -> Weights:
    """The shipped weights, with the kind and system models fitted without the given families."""
    shipped = load_weights()
    documents = cleaned(rows(data, "documents"))
    made = examples(documents, shipped)
    outside = np.array([e.family not in families for e in made])
    return _refitted(
        shipped,
        made,
        table(made, len(shipped.vocabulary), read_arrays(SHIPPED)[0]),
        outside,
        {row["id"]: row for row in documents},
    )


def _refitted(
    shipped: Weights, made: list[Example], design: Table, outside: np.ndarray, by_id: dict[str, Row]
) -> Weights:
    learn = outside & np.array([e.use == "train" for e in made])
    labels, weights = np.array([e.kind for e in made]), family_weights(made)
    kinds = fit_linear(take(design, learn), labels[learn], weights[learn], "kind")
    said = system_labels(made, by_id)
    judged = learn & (said >= 0)
    named = np.where(said == 1, "yes", "no")
    systems = fit_linear(take(design, judged), named[judged], weights[judged], "system")
    # A kind that only the left-out families have is missing from the classes, and from the embedding.
    rows_kept = [shipped.kind.names.index(Kind(name)) for name in kinds.classes]
    changed = {"embedding/kinds": shipped.embedding.kinds[rows_kept], "kind/names": np.array(kinds.classes)}
    arrays, manifest = read_arrays(SHIPPED)
    return weights_of({**arrays, **kinds.arrays, **systems.arrays, **changed}, manifest)
