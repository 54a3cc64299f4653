"""Arrays of records that are larger than memory: written to files by range, read back one range at a time."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

Records = NDArray[np.uint64]
#: Files, each for a range of values. Not measured.
_PARTS: Final = 16


class Spill:
    """64-bit numbers, shared out by their upper half, so that equal upper halves come back together."""

    def __init__(self, beside: Path) -> None:
        """The files are written into a folder that is made in ``beside`` and taken away in the end."""
        self._folder = TemporaryDirectory(prefix=".spill-", dir=beside)

    def add(self, numbers: Records) -> None:
        """Keep the numbers. Raises ``OSError``."""
        parts = (numbers >> np.uint64(32)) % np.uint64(_PARTS)
        for part in range(_PARTS):
            chosen = numbers[parts == part]
            if len(chosen):
                with self._file(part).open("ab") as file:
                    chosen.tofile(file)

    def parts(self) -> Iterator[Records]:
        """The numbers of each part in ascending order."""
        for part in range(_PARTS):
            if self._file(part).exists():
                yield np.sort(np.fromfile(self._file(part), dtype=np.uint64))

    def _file(self, part: int) -> Path:
        return Path(self._folder.name, str(part))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._folder.cleanup()
