"""Names and shapes of the arrays in a weights file."""

from collections.abc import Mapping
from typing import Final

import numpy as np

from checkfirst.errors import WeightsError
from checkfirst.measuring.arrays import AnyArray
from checkfirst.measuring.models.columns import AXES, COLUMNS
from checkfirst.measuring.models.line_class import LineClass

#: Shape of an array. A number is a fixed size; a name stands for any size, the same in all shapes that have the name.
Shape = tuple[int | str, ...]


def _network(name: str, *outputs: int) -> dict[str, Shape]:
    columns, hidden = len(COLUMNS[name]), f"hidden units of {name}"
    return {
        f"{name}/mean": (columns,),
        f"{name}/deviation": (columns,),
        f"{name}/hidden": (columns, hidden),
        f"{name}/hidden_bias": (hidden,),
        f"{name}/out": (hidden, *outputs),
        f"{name}/out_bias": outputs,
    }


def _logistic(name: str) -> dict[str, Shape]:
    return {f"{name}/weights": (len(COLUMNS[name]),), f"{name}/bias": ()}


def _linear(name: str, scores: int | str) -> dict[str, Shape]:
    """A linear model over the three blocks of words and the document's layout features."""
    return {
        **{f"{name}/{place}": ("vocabulary", scores) for place in ("body", "opening", "headings")},
        f"{name}/shape": (len(COLUMNS["document"]), scores),
        f"{name}/bias": (scores,),
    }


ARRAYS: Final[dict[str, Shape]] = {
    "words": ("bytes of words",),
    "idf": ("vocabulary",),
    "line_classes/words": ("vocabulary", len(LineClass)),
    **_network("line_classes/first", len(LineClass)),
    **_network("line_classes/second", len(LineClass)),
    **_network("thread/start", 2),
    **_logistic("thread/evidence"),
    **_logistic("scraped"),
    "scraped/points": (2,),
    "shape/mean": (len(COLUMNS["document"]),),
    "shape/deviation": (len(COLUMNS["document"]),),
    **_linear("prefilter", 1),
    "prefilter/pass_from": (),
    **_linear("kind", "kinds"),
    "kind/names": ("kinds",),
    "kind/temperature": (),
    **_linear("system", 1),
    "system/calibration": (2,),
    "system/points": (2,),
    "embedding/body": ("vocabulary", AXES),
    "embedding/shape": (len(COLUMNS["document"]), AXES),
    "embedding/kinds": ("kinds", AXES),
    "embedding/bias": (AXES,),
    **_network("outlier"),
    "outlier/limit": (2,),
    **_network("entry_match"),
    "entry_match/limit": (),
}
"""All arrays of a weights file; each is required."""
#: Numpy kind of the arrays that are not floats: bytes and text.
_TYPES: Final = {"words": "u", "kind/names": "U"}


def check_arrays(arrays: Mapping[str, AnyArray]) -> None:
    """Raise ``WeightsError`` unless all arrays of ``ARRAYS`` are there with consistent shapes and finite numbers."""
    sizes: dict[str, int] = {}
    for name, shape in ARRAYS.items():
        if name not in arrays:
            raise WeightsError(f"the array {name} is missing")
        if arrays[name].dtype.kind != _TYPES.get(name, "f"):
            raise WeightsError(f"the array {name} is of the type {arrays[name].dtype}")
        found = arrays[name].shape
        wanted = tuple(
            sizes.setdefault(size, n) if isinstance(size, str) else size for size, n in zip(shape, found, strict=False)
        )
        if len(found) != len(shape) or found != wanted:
            raise WeightsError(f"the array {name} has the shape {found}, not {shape}")
        if name not in _TYPES and not np.isfinite(arrays[name]).all():
            raise WeightsError(f"the array {name} has values that are not finite numbers")
