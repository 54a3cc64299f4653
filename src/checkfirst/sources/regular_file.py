"""Reading one file of the disk without being held up or led astray by it."""

import os
import stat
from pathlib import Path

from checkfirst.sources.interface import SIZE_LIMIT, Unreadable

_SORTS = (
    (stat.S_ISFIFO, "named pipe"),
    (stat.S_ISSOCK, "socket"),
    (stat.S_ISCHR, "device"),
    (stat.S_ISBLK, "device"),
    (stat.S_ISDIR, "folder"),
)


def refusal(mode: int) -> str | None:
    """Why something of this mode is not read, or ``None`` for a regular file."""
    return next((f"a {name}, not a file" for is_sort, name in _SORTS if is_sort(mode)), None)


def read_bytes(path: Path) -> bytes:
    """The whole content of a regular file.

    Opened without blocking, so that a pipe put in its place can't hang the check. Raises
    ``Unreadable`` for anything but a stable regular file under the size limit.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))
    except FileNotFoundError:
        raise Unreadable("vanished before it was read") from None
    except OSError as error:
        raise Unreadable(f"can't be opened: {error.strerror}") from None
    with os.fdopen(descriptor, "rb") as file:
        try:
            return _stable_content(file.fileno())
        except OSError as error:
            raise Unreadable(f"can't be read: {error.strerror}") from None


def _stable_content(descriptor: int) -> bytes:
    before = os.fstat(descriptor)
    if why := refusal(before.st_mode):
        raise Unreadable(why)
    if before.st_size > SIZE_LIMIT:
        raise Unreadable(f"{before.st_size:,} bytes; at most {SIZE_LIMIT:,} are read")
    chunks = []
    # One byte more than it had: a file that grows as fast as it is read is noticed and not followed.
    left = before.st_size + 1
    while left > 0 and (chunk := os.read(descriptor, min(left, 1 << 20))):
        chunks.append(chunk)
        left -= len(chunk)
    after = os.fstat(descriptor)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise Unreadable("changed while it was read; run again when it is at rest")
    return b"".join(chunks)
