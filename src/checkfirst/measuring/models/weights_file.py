"""The weights file, in the format safetensors: arrays, large matrices in 8 bits; as metadata the manifest and lists of names."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import numpy as np
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save

from checkfirst.errors import WeightsError
from checkfirst.measuring.arrays import SMALLEST_LENGTH, AnyArray
from checkfirst.measuring.models.manifest import Manifest, from_json, to_json

#: Matrices with more items than this are stored in 8 bits, with a scale per column, so that the file is small.
_LARGE: Final = 100_000
#: Largest absolute value in 8 bits.
_LARGEST_BYTE: Final = 127
#: The one value of the file's metadata: the manifest, and the lists of names, by the names that they have here.
_TEXTS: Final = "texts"
_MANIFEST: Final = "manifest"
_SCALE: Final = "/scale"
#: Exceptions that reading a damaged file raises.
_DAMAGED: Final = (OSError, ValueError, MemoryError, SafetensorError)


def read_arrays(path: Path) -> tuple[dict[str, AnyArray], Manifest]:
    """The arrays of a weights file, with 8-bit matrices scaled back to floats, and its manifest.

    Raises ``WeightsError`` for a file that is missing, damaged or without a manifest.
    """
    try:
        with safe_open(path, framework="numpy") as stored:
            texts: dict[str, str] = json.loads((stored.metadata() or {}).get(_TEXTS, "{}"))
            names = stored.keys()
            arrays: dict[str, AnyArray] = {name: stored.get_tensor(name) for name in names}
    except FileNotFoundError:
        raise WeightsError("the file is not there") from None
    except _DAMAGED as error:
        raise WeightsError("the file can't be read") from error
    if _MANIFEST not in texts:
        raise WeightsError("the file has no manifest")
    manifest = from_json(texts.pop(_MANIFEST).encode())
    arrays |= {name: np.array(text.split("\n")) for name, text in texts.items()}
    if manifest.arrays != _digest(arrays):
        raise WeightsError("the numbers are not those of the manifest")
    for name in [name for name in arrays if name.endswith(_SCALE)]:
        if (whole := name.removesuffix(_SCALE)) not in arrays:
            raise WeightsError(f"the array {whole} is missing")
        arrays[whole] = arrays[whole].astype(np.float32) * arrays.pop(name).astype(np.float32, copy=False)
    return arrays, manifest


def write_arrays(path: Path, arrays: Mapping[str, AnyArray], manifest: Manifest) -> None:
    """Write a weights file: to a temporary name first, which is then renamed."""
    stored: dict[str, AnyArray] = {}
    for name, array in arrays.items():
        if array.ndim == 2 and array.size > _LARGE:
            values = array.astype(np.float32)
            scale = np.maximum(np.abs(values).max(axis=0), SMALLEST_LENGTH) / _LARGEST_BYTE
            stored[name] = np.round(values / scale).astype(np.int8)
            stored[name + _SCALE] = scale.astype(np.float32)
        else:
            stored[name] = array
    texts = {name: "\n".join(array.tolist()) for name, array in stored.items() if array.dtype.kind == "U"}
    numbers = {name: np.asarray(array, order="C") for name, array in stored.items() if name not in texts}
    signed = to_json(manifest._replace(arrays=_digest(stored)))
    partial = path.with_name(f".{path.name}.partial")
    # One value, since several would be written in an order that differs from run to run.
    partial.write_bytes(save(numbers, metadata={_TEXTS: json.dumps({_MANIFEST: signed, **texts})}))
    partial.replace(path)


def _digest(stored: Mapping[str, AnyArray]) -> str:
    """SHA-256 over the names, types, shapes and bytes of the arrays as they are kept."""
    digest = hashlib.sha256()
    for name in sorted(stored):
        array = np.ascontiguousarray(stored[name])
        digest.update(f"{name} {array.dtype.str} {array.shape}\n".encode())
        # A copy of the bytes takes as long as the digest; names, which are no numbers, have no other form.
        digest.update(array.tobytes() if array.dtype.kind == "U" else array.data.cast("B"))
    return digest.hexdigest()
