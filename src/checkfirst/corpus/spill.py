"""Numbers that are more than memory holds: written to files by range, read back one range at a time."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

Records = NDArray[np.uint64]
#: Files, each for a range of values. Not measured.
_PARTS: Final = 64


class Spill:
    """64-bit numbers, shared out by their upper half, so that equal upper halves come back together."""

    def __init__(self, folder: Path) -> None:
        """The files are written into this folder, which is made. Raises ``OSError``."""
        folder.mkdir()
        self._folder = folder

    def add(self, numbers: Records) -> None:
        """Keep the numbers. Raises ``OSError``."""
        parts = ((numbers >> np.uint64(32)) % np.uint64(_PARTS)).astype(np.uint8)
        ordered = numbers[np.argsort(parts, kind="stable")]
        ends = np.cumsum(np.bincount(parts, minlength=_PARTS))
        for part, (start, end) in enumerate(zip([0, *ends[:-1].tolist()], ends.tolist(), strict=True)):
            if end > start:
                with self._file(part).open("ab") as file:
                    ordered[start:end].tofile(file)

    def parts(self) -> Iterator[Records]:
        """The numbers of each part in ascending order. A part is not kept once it is read."""
        for part in range(_PARTS):
            if self._file(part).exists():
                numbers = np.fromfile(self._file(part), dtype=np.uint64)
                self._file(part).unlink()
                numbers.sort()
                yield numbers

    def _file(self, part: int) -> Path:
        return Path(self._folder, str(part))
