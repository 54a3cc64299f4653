"""The one door for files: each that is read by its path is opened here, safe against pipes, links and changes meanwhile."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
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


def read_bytes(path: Path, most: int = SIZE_LIMIT, *, follow: bool = False) -> bytes:
    """The content of a regular file. Raises ``Unreadable`` for any other, one above ``most`` bytes, or one that changes.

    It is opened without blocking, so that a pipe put in its place can't hang the check. A symbolic link is followed only
    where the caller of the program named the file (``follow``).
    """
    with _opened(path, follow=follow) as descriptor:
        return _stable_content(descriptor, most)


def read_start(path: Path, most: int) -> bytes:
    """The first bytes of a regular file. Raises ``Unreadable`` for any other."""
    with _opened(path, follow=False) as descriptor:
        if why := refusal(os.fstat(descriptor).st_mode):
            raise Unreadable(why)
        return _at_most(descriptor, most)


@contextmanager
def _opened(path: Path, *, follow: bool) -> Iterator[int]:
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        descriptor = os.open(path, flags if follow else flags | getattr(os, "O_NOFOLLOW", 0))
    except FileNotFoundError:
        raise Unreadable("vanished before it was read") from None
    except OSError as error:
        raise Unreadable(_why_closed(error, follow=follow)) from None
    except ValueError as error:
        # A name that no file can have.
        raise Unreadable(f"can't be opened: {error}") from None
    try:
        yield descriptor
    except OSError as error:
        raise Unreadable(f"can't be read: {error.strerror}") from None
    finally:
        os.close(descriptor)


def _why_closed(error: OSError, *, follow: bool) -> str:
    if error.errno == errno.ELOOP and not follow:
        return "a symbolic link, not a file"
    # A socket and a device without a driver can't even be opened (open(2)).
    return "a socket, not a file" if error.errno == errno.ENXIO else f"can't be opened: {error.strerror}"


def _stable_content(descriptor: int, most: int) -> bytes:
    before = os.fstat(descriptor)
    if why := refusal(before.st_mode):
        raise Unreadable(why)
    if before.st_size > most:
        raise Unreadable(f"{before.st_size:,} bytes; at most {most:,} are read")
    # One byte more than its size, to detect a file that grows; no further, for it may grow as fast as it is read.
    content = _at_most(descriptor, before.st_size + 1)
    after = os.fstat(descriptor)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(content) != before.st_size:
        raise Unreadable("changed while it was read; run again when it is at rest")
    return content


def _at_most(descriptor: int, left: int) -> bytes:
    chunks = []
    while left > 0 and (chunk := os.read(descriptor, min(left, _CHUNK))):
        chunks.append(chunk)
        left -= len(chunk)
    return b"".join(chunks)
