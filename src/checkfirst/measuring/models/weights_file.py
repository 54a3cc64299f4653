"""The weights file: compressed arrays, large matrices in 8 bits, and the manifest."""

import hashlib
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import numpy as np

from checkfirst.errors import WeightsError
from checkfirst.measuring.arrays import SMALLEST_LENGTH, AnyArray
from checkfirst.measuring.models.manifest import Manifest, from_json, to_json

#: Matrices with more items than this are stored in 8 bits, with a scale per column, so that the file is small.
_LARGE: Final = 100_000
#: Largest absolute value in 8 bits.
_LARGEST_BYTE: Final = 127
_MANIFEST: Final = "manifest"
_SCALE: Final = "/scale"
#: Exceptions that reading a damaged file raises.
_DAMAGED: Final = (OSError, ValueError, EOFError, RuntimeError, MemoryError, zipfile.BadZipFile, zlib.error)


def read_arrays(path: Path) -> tuple[dict[str, AnyArray], Manifest]:
    """The arrays of a weights file, with 8-bit matrices scaled back to floats, and its manifest.

    Raises ``WeightsError`` for a file that is missing, damaged or without a manifest.
    """
    try:
        # Opened as a zip archive first, because numpy also reads other formats and leaves the file open on failure.
        with zipfile.ZipFile(path), np.load(path, allow_pickle=False) as stored:
            arrays: dict[str, AnyArray] = {name: stored[name] for name in stored.files}
    except FileNotFoundError:
        raise WeightsError("the file is not there") from None
    except _DAMAGED as error:
        raise WeightsError("the file can't be read") from error
    if _MANIFEST not in arrays:
        raise WeightsError("the file has no manifest")
    manifest = from_json(arrays.pop(_MANIFEST).tobytes())
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
    signed = to_json(manifest._replace(arrays=_digest(stored)))
    stored = {_MANIFEST: np.frombuffer(signed.encode(), dtype=np.uint8), **stored}
    partial = path.with_name(f".{path.name}.partial")
    with partial.open("wb") as file:
        np.savez_compressed(file, **stored)  # type: ignore[arg-type]  # numpy types every keyword as its one flag
    partial.replace(path)


def _digest(stored: Mapping[str, AnyArray]) -> str:
    """SHA-256 over the names, types, shapes and bytes of the arrays as they are kept."""
    digest = hashlib.sha256()
    for name in sorted(stored):
        array = np.ascontiguousarray(stored[name])
        digest.update(f"{name} {array.dtype.str} {array.shape}\n".encode())
        digest.update(array.tobytes())
    return digest.hexdigest()
