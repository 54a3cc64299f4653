"""One process at a time, on every system, and not for longer than it lives."""

import os
import sys
import time
from binascii import crc32
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

from checkfirst.user_cache import cache_folder

#: Where the files lie that are locked on Windows, below the cache folder; seconds until it is tried again. Not measured.
FOLDER: Final = "locks"
_PAUSE: Final = 0.02


@contextmanager
def exclusive(folder: str | os.PathLike[str]) -> Iterator[None]:
    """Wait until no other process holds the folder, and hold it. The system lets go of it when a process is killed.

    Where a file system has no locks, nothing is held. Raises ``OSError`` for a folder that can't be opened.
    """
    descriptor = _opened(os.path.realpath(folder))
    try:
        if descriptor is not None:
            _take(descriptor)
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _opened(folder: str) -> int | None:
        """A file that stands for the folder, which Windows can't lock; it can't be replaced or deleted while it is open."""
        above = cache_folder()
        if above is None:
            return None
        os.makedirs(os.path.join(above, FOLDER), exist_ok=True)
        name = f"{crc32(os.path.normcase(folder).encode('utf-8', 'surrogatepass')):08x}"
        return os.open(os.path.join(above, FOLDER, name), os.O_RDWR | os.O_CREAT)

    def _take(descriptor: int) -> None:
        while True:
            # LK_LOCK gives up after ten seconds, and looks once a second.
            with suppress(OSError):
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
                return
            time.sleep(_PAUSE)

else:
    import fcntl

    def _opened(folder: str) -> int | None:
        return os.open(folder, os.O_RDONLY)

    def _take(descriptor: int) -> None:
        # Some network file systems have none (ENOLCK, ENOTSUP).
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
