"""Loading of learned weights, which ship in one file with the package."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
from msgspec import Struct

from checkfirst.errors import WeightsError
from checkfirst.measuring.arrays import AnyArray, Matrix
from checkfirst.measuring.models.layout import check_arrays
from checkfirst.measuring.models.manifest import Manifest, check_manifest
from checkfirst.measuring.models.networks import logistic_of, network_of
from checkfirst.measuring.models.views import (
    Calibration,
    DocumentModels,
    DocumentScale,
    EmbeddingMap,
    EntryMatchModel,
    KindModel,
    LineClassifier,
    OperatingPoints,
    OutlierModel,
    ScrapedModel,
    SystemModel,
    ThreadModel,
)
from checkfirst.measuring.models.weights_file import read_arrays
from checkfirst.measuring.text.vocabulary import Vocabulary, vocabulary_of
from checkfirst.model.kinds import Kind

#: The weights that ship with the package.
SHIPPED: Final = Path(__file__).parent / "weights.safetensors"


class Weights(Struct, frozen=True):
    """The learned parameters of all models."""

    manifest: Manifest
    vocabulary: Vocabulary
    scale: DocumentScale
    document: DocumentModels
    pass_from: float
    """Prefilter score from which a document may be a page or have a thread."""
    kind: KindModel
    system: SystemModel
    line_classes: LineClassifier
    thread: ThreadModel
    scraped: ScrapedModel
    embedding: EmbeddingMap
    outlier: OutlierModel
    entry_match: EntryMatchModel


@cache
def load_weights(path: Path = SHIPPED) -> Weights:
    """The weights in a file; each file is read once per process.

    Raises ``WeightsError`` for a file that can't be read, that lacks an array, or that was learned for other features,
    another vocabulary or another schema version. So a model is never silently missing.
    """
    try:
        arrays, manifest = read_arrays(path)
        check_manifest(manifest, arrays["words"].tobytes() if "words" in arrays else b"")
        return weights_of(arrays, manifest)
    except WeightsError as error:
        remedy = "install checkfirst again, or learn them" if path == SHIPPED else "learn them"
        raise WeightsError(f"{path}: {error}; {remedy} anew with python -m training all") from error


def weights_of(arrays: Mapping[str, AnyArray], manifest: Manifest) -> Weights:
    """The weights in the arrays of a file. Raises ``WeightsError`` if an array is missing or has a wrong shape."""
    check_arrays(arrays)
    of: dict[str, Matrix] = {
        name: array.astype(np.float32, copy=False) for name, array in arrays.items() if array.dtype.kind == "f"
    }
    vocabulary = vocabulary_of(arrays["words"].tobytes().split(b"\n"), of["idf"])
    if len(vocabulary) != len(vocabulary.idf):
        raise WeightsError(f"the array idf is for {len(vocabulary.idf)} words, not {len(vocabulary)}")
    return Weights(
        manifest=manifest,
        vocabulary=vocabulary,
        scale=DocumentScale(mean=of["shape/mean"], deviation=of["shape/deviation"]),
        document=_document_models(of),
        pass_from=float(of["prefilter/pass_from"]),
        kind=_kind_model(arrays["kind/names"].tolist(), float(of["kind/temperature"])),
        system=SystemModel(_calibration(of["system/calibration"]), _points(of["system/points"])),
        line_classes=LineClassifier(
            words=of["line_classes/words"],
            first=network_of(of, "line_classes/first"),
            second=network_of(of, "line_classes/second"),
        ),
        thread=ThreadModel(start=network_of(of, "thread/start"), evidence=logistic_of(of, "thread/evidence")),
        scraped=ScrapedModel(page=logistic_of(of, "scraped"), points=_points(of["scraped/points"])),
        embedding=EmbeddingMap(
            body=of["embedding/body"],
            layout=of["embedding/shape"],
            kinds=of["embedding/kinds"],
            bias=of["embedding/bias"],
        ),
        outlier=OutlierModel(network_of(of, "outlier"), _calibration(of["outlier/limit"])),
        entry_match=EntryMatchModel(network_of(of, "entry_match"), float(of["entry_match/limit"])),
    )


def _document_models(of: Mapping[str, Matrix]) -> DocumentModels:
    def joint(part: str) -> Matrix:
        return np.hstack([of[f"{model}/{part}"] for model in ("kind", "system", "prefilter")])

    return DocumentModels(
        body=joint("body"),
        opening=joint("opening"),
        headings=joint("headings"),
        layout=joint("shape"),
        bias=joint("bias"),
    )


def _kind_model(names: list[str], temperature: float) -> KindModel:
    try:
        kinds = tuple(Kind(name) for name in names)
    except ValueError as error:
        raise WeightsError(str(error)) from error
    groups = tuple(sorted({kind.group for kind in kinds}))
    group_of = np.array([[kind.group is group for group in groups] for kind in kinds], dtype=np.float32)
    return KindModel(names=kinds, groups=groups, group_of=group_of, temperature=temperature)


def _calibration(line: Matrix) -> Calibration:
    return Calibration(slope=float(line[0]), offset=float(line[1]))


def _points(points: Matrix) -> OperatingPoints:
    return OperatingPoints(no_below=float(points[0]), yes_from=float(points[1]))
