"""Reading one regular file, safe against pipes, links and changes meanwhile."""

import os
import stat
from pathlib import Path

from checkfirst.sources.interface import SIZE_LIMIT, Unreadable

_FILE_TYPES = (
    (stat.S_ISFIFO, "named pipe"),
    (stat.S_ISSOCK, "socket"),
    (stat.S_ISCHR, "device"),
    (stat.S_ISBLK, "device"),
    (stat.S_ISDIR, "folder"),
)
#: Bytes read at a time.
_CHUNK = 1 << 20


def refusal(mode: int) -> str | None:
    """Why something of this mode (``st_mode``) is not read; ``None`` for a regular file."""
    return next((f"a {name}, not a file" for has_type, name in _FILE_TYPES if has_type(mode)), None)


def read_bytes(path: Path) -> bytes:
    """The content of a regular file. Raises ``Unreadable`` for any other, one above the size limit, or one that changes.

    It is opened without blocking, so that a pipe put in its place can't hang the check.
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
    # One byte more than its size, to detect a file that grows; no further, for it may grow as fast as it is read.
    left = before.st_size + 1
    while left > 0 and (chunk := os.read(descriptor, min(left, _CHUNK))):
        chunks.append(chunk)
        left -= len(chunk)
    after = os.fstat(descriptor)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise Unreadable("changed while it was read; run again when it is at rest")
    return b"".join(chunks)
