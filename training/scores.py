"""Scores in which each family has the same weight, however many documents it has."""

from collections import Counter, defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

#: Fewest families of a kind that is part of the average; with fewer, one source would decide.
FEWEST_FAMILIES = 6


@dataclass(frozen=True)
class Row:
    """Scores of one class."""

    f1: float
    precision: float
    recall: float
    families: int


@dataclass(frozen=True)
class Scores:
    """Scores of all classes, and their mean over the classes with enough families."""

    rows: dict[str, Row]
    macro: float
    accuracy: float


def macro_f1(truth: list[str], said: list[str], families: list[str], fewest: int = FEWEST_FAMILIES) -> Scores:
    """The scores, with a weight of 1 for each pair of class and family, divided among its documents."""
    sizes = Counter(zip(truth, families, strict=True))
    right: dict[str, float] = defaultdict(float)
    claimed: dict[str, float] = defaultdict(float)
    total: dict[str, float] = defaultdict(float)
    for t, s, f in zip(truth, said, families, strict=True):
        weight = 1 / sizes[t, f]
        total[t] += weight
        claimed[s] += weight
        right[t] += weight * (t == s)
    counts = Counter(t for t, _ in sizes)
    rows = {}
    for name in sorted(total):
        precision = right[name] / claimed[name] if claimed[name] else 0.0
        recall = right[name] / total[name]
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        rows[name] = Row(f1, precision, recall, counts[name])
    averaged = [row.f1 for row in rows.values() if row.families >= fewest] or [0.0]
    return Scores(rows, sum(averaged) / len(averaged), sum(right.values()) / max(sum(total.values()), 1e-9))


def confusions(truth: list[str], said: list[str], most: int) -> list[str]:
    """The commonest pairs of truth and wrong answer, as text."""
    wrong = Counter((t, s) for t, s in zip(truth, said, strict=True) if t != s)
    return [f"{t} → {s} {n}" for (t, s), n in wrong.most_common(most)]


def reliability(probability: NDArray[np.float64], true: NDArray[np.bool_]) -> list[tuple[float, int, float, float]]:
    """(lower edge, documents, mean probability, share true) of each of ten equal bins that is not empty."""
    rows = []
    for low in np.arange(10) / 10:
        inside = (probability >= low) & ((probability < low + 0.1) | (low == 0.9))
        if inside.any():
            rows.append((float(low), int(inside.sum()), float(probability[inside].mean()), float(true[inside].mean())))
    return rows


def calibration_error(probability: NDArray[np.float64], true: NDArray[np.bool_]) -> float:
    """Expected calibration error over ten equal bins (Guo and others, ICML 2017, section 2)."""
    rows = reliability(probability, true)
    return sum(n * abs(said - share) for _, n, said, share in rows) / max(sum(n for _, n, _, _ in rows), 1)
