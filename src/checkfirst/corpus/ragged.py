"""Arrays of many lengths, one a document, end to end in a file: written once, and read as if they were in memory."""

from pathlib import Path
from typing import IO, Final

import numpy as np
import pyarrow as pa
from msgspec import Struct
from numpy.typing import NDArray

Hashes = NDArray[np.uint32]
Numbers = NDArray[np.int64]
_BYTES: Final = 4


class Ragged(Struct, frozen=True):
    """Ascending distinct 32-bit hashes of each document."""

    values: Hashes
    """All hashes, end to end."""
    ends: Numbers
    """Where those of each document end."""

    def sizes(self, documents: Numbers) -> Numbers:
        """How many hashes some documents have, in an array of any shape."""
        return self.ends[documents] - self._starts(documents)

    def first(self, documents: Numbers, most: int) -> tuple[Hashes, Numbers]:
        """The smallest hashes of some documents, end to end, and how many of each: ``most`` at most."""
        sizes = np.minimum(self.sizes(documents), most)
        return self.values[ranges(self._starts(documents), sizes)], sizes

    def _starts(self, documents: Numbers) -> Numbers:
        return np.where(documents > 0, self.ends[documents - 1], 0)


def ranges(starts: Numbers, sizes: Numbers) -> Numbers:
    """The numbers from each start on, so many of each, end to end."""
    shifts = np.repeat(starts - np.cumsum(sizes) + sizes, sizes)
    found: Numbers = shifts + np.arange(len(shifts))
    return found


class RaggedFile:
    """Where the arrays are written."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] = path.open("wb")
        self._sizes: list[NDArray[np.uint16]] = []

    def add(self, column: pa.ChunkedArray) -> None:
        """Keep a column of binary values, whose length is that of some 32-bit hashes; null counts as none. Raises ``OSError``."""
        for chunk in column.cast(pa.large_binary()).chunks:
            _, offsets, data = chunk.buffers()
            bounds = np.frombuffer(offsets, dtype=np.int64)[chunk.offset : chunk.offset + len(chunk) + 1]
            self._sizes.append((np.diff(bounds) // _BYTES).astype(np.uint16))
            if data is not None:
                self._file.write(memoryview(data)[bounds[0] : bounds[-1]])

    def read(self) -> Ragged:
        """The arrays that were added. Nothing is added after that."""
        self._file.close()
        sizes = np.concatenate(self._sizes) if self._sizes else np.zeros(0, dtype=np.uint16)
        ends = np.cumsum(sizes, dtype=np.int64)
        values = np.memmap(self._path, dtype=np.uint32, mode="r") if self._path.stat().st_size else _NONE
        return Ragged(values, ends)


_NONE: Final = np.zeros(0, dtype=np.uint32)
