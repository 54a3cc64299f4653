"""Training of the model for whether a document describes a system."""

import re

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from training.corpus import Row
from training.kinds import Table, fit_linear, out_of_family, take
from training.measured import Example, family_weights
from training.store import Arrays

_YES = {"specification", "reference"}
#: Kinds of which some documents describe a system and some don't, so that the label gives no answer.
_EITHER = {
    "tutorial",
    "readme",
    "faq",
    "agent-instructions",
    "changelog",
    "plan",
    "academic-paper",
    "source-code",
    "structured-data",
}
#: Preambles of enhancement proposals about how people work together.
_ABOUT_PEOPLE = re.compile(r"^(?:Type|type|category):\s*(?:Process|Meta|Informational|Procedural)\s*$", re.MULTILINE)


def describes_system(row: Row) -> bool | None:
    """Whether a document describes a system, by its label; ``None`` if the label gives no answer."""
    kind = row["kind"]
    if kind in _EITHER or (kind == "reference" and row["family"] == "wcxb"):
        return None
    if kind in _YES:
        return None if _ABOUT_PEOPLE.search(row["text"][:2000]) else True
    return False


def system_labels(made: list[Example], rows: dict[str, Row]) -> NDArray[np.int64]:
    """For each example 1 if it describes a system, 0 if not, -1 if the label gives no answer."""
    said = [describes_system(rows[e.id]) for e in made]
    return np.array([-1 if answer is None else int(answer) for answer in said])


def train_systems(rows: Table, made: list[Example], by_id: dict[str, Row]) -> tuple[Arrays, Arrays]:
    """The weights, the calibration (Platt 1999) and the two operating points, the latter fitted on held-out
    families."""
    labels = system_labels(made, by_id)
    known = labels >= 0
    chosen = [e for e, k in zip(made, known, strict=True) if k]
    table = take(rows, known)
    named = np.where(labels[known] == 1, "yes", "no")
    weights = family_weights(chosen)
    _, scores, _ = out_of_family(table, chosen, named, "system")
    platt = LogisticRegression(C=100).fit(scores, named, sample_weight=weights)
    slope, offset = float(platt.coef_[0, 0]), float(platt.intercept_[0])
    probability = 1 / (1 + np.exp(-(slope * scores[:, 0] + offset)))
    points = operating_points(probability, named == "yes", weights)
    learn = np.array([e.use == "train" for e in chosen])
    model = fit_linear(take(table, learn), named[learn], weights[learn], "system")
    arrays = dict(model.arrays)
    arrays["system/calibration"] = np.array([slope, offset], dtype=np.float32)
    arrays["system/points"] = np.array(points, dtype=np.float32)
    return arrays, {"probability": probability, "truth": named}


def operating_points(
    probability: NDArray[np.float64], yes: NDArray[np.bool_], weights: NDArray[np.float64]
) -> tuple[float, float]:
    """(no below, yes from): 3 of 100 documents that describe a system are below the first, 2 of 100 others above the
    second."""
    no_below = _quantile(probability[yes], weights[yes], 0.03)
    yes_from = _quantile(probability[~yes], weights[~yes], 0.98)
    return min(no_below, yes_from), max(no_below, yes_from)


def _quantile(values: NDArray[np.float64], weights: NDArray[np.float64], share: float) -> float:
    order = np.argsort(values)
    passed = np.cumsum(weights[order]) / weights.sum()
    return float(values[order][np.searchsorted(passed, share)])
