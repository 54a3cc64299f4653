"""Training of the embedding: linear discriminant analysis over families of documents."""

from collections import Counter, defaultdict

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import eigh
from sklearn.decomposition import TruncatedSVD

from checkfirst.measuring.models.columns import AXES
from training.folds import COLLECTIONS
from training.kinds import Table
from training.measured import Example
from training.store import Arrays

Matrix = NDArray[np.float64]
#: Families that are collections of unrelated pages.
HEAPS = COLLECTIONS | {"formasaurus", "adbar/trafilatura", "dragnet_data", "CleanPortalEval"}
#: Families that ``benchmarks.sets`` plants outliers in; nothing about sets is learned from them.
HELD_BACK = frozenset(
    {
        "python/peps",
        "rust-lang/rfcs",
        "ethereum/EIPs",
        "xsf/xeps",
        "swiftlang/swift-evolution",
        "pallets/flask",
        "astral-sh/uv",
        "open-telemetry/opentelemetry-specification",
        "pytest-dev/pytest",
        "rust-lang/blog.rust-lang.org",
        "LukeSmithxyz/based.cooking",
    }
)
#: Dimensions of words (latent semantic indexing: Deerwester and others 1990) and of layout features before the
#: analysis.
_SUBJECTS, _SHAPES = 128, 32
#: Most documents of a family that are used, and fewest that a family must have.
_MOST, _FEWEST = 20, 3
#: Added to the variance within families in each dimension, so that a dimension without any does not decide alone.
_RIDGE = 0.05


def train_embedding(rows: Table, made: list[Example], kinds: NDArray[np.float32]) -> tuple[Arrays, NDArray[np.float32]]:
    """The arrays of the linear map to the embedding, and the embedding of each example (a row each).

    ``kinds`` are scores of models that were not trained on the example's family.
    """
    usable = np.array([e.state == "whole" and e.use == "train" and e.family not in HELD_BACK for e in made])
    body = rows.words[:, : rows.size]
    subjects = TruncatedSVD(_SUBJECTS, random_state=0, n_iter=7).fit(body[usable])
    words = subjects.transform(body)
    words_scale = np.sqrt(_SUBJECTS) / np.linalg.norm(words[usable] - words[usable].mean(axis=0), axis=1).mean()
    _, spread, axes = np.linalg.svd(rows.shapes[usable] - rows.shapes[usable].mean(axis=0), full_matrices=False)
    shape_map = axes[:_SHAPES].T / spread[:_SHAPES] * np.sqrt(usable.sum()) * 2
    kinds_scale = 1 / kinds[usable].std(axis=0)
    points = np.hstack([words * words_scale, rows.shapes @ shape_map, kinds * kinds_scale])
    series = np.array([e.family if u and e.family not in HEAPS else "" for e, u in zip(made, usable, strict=True)])
    centre, found = _discriminant(points, series)
    parts = np.split(found, [words.shape[1], words.shape[1] + shape_map.shape[1]])
    arrays: Arrays = {
        "embedding/body": (subjects.components_.T @ parts[0] * words_scale).astype(np.float32),
        "embedding/shape": (shape_map @ parts[1]).astype(np.float32),
        "embedding/kinds": (kinds_scale[:, None] * parts[2]).astype(np.float32),
        "embedding/bias": (-centre @ found).astype(np.float32),
    }
    placed = (points - centre) @ found
    return arrays, (placed / np.linalg.norm(placed, axis=1, keepdims=True)).astype(np.float32)


def _discriminant(points: Matrix, series: NDArray[np.str_]) -> tuple[Matrix, Matrix]:
    """The mean of all series, and the directions with the greatest ratio of variance between series to that within."""
    members: dict[str, list[int]] = defaultdict(list)
    counts = Counter(series.tolist())
    for n in np.random.default_rng(0).permutation(len(series)).tolist():
        name = str(series[n])
        if name and counts[name] >= _FEWEST and len(members[name]) < _MOST:
            members[name].append(n)
    means = np.array([points[some].mean(axis=0) for some in members.values()])
    within = np.eye(points.shape[1]) * _RIDGE
    for some, mean in zip(members.values(), means, strict=True):
        apart = points[some] - mean
        within += apart.T @ apart / (len(some) - 1) / len(members)
    centre = means.mean(axis=0)
    between = (means - centre).T @ (means - centre) / len(means)
    _, axes = eigh(between, within)
    found: Matrix = axes[:, ::-1][:, :AXES]
    return centre, found
