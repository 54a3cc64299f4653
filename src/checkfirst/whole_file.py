"""Writing a file as a whole: a reader sees the former content or the new one, never a part of it."""

import os
import re
import stat
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from checkfirst.errors import OutputError

#: Permissions of a new file before the umask, those of ``open(2)``; ``mkstemp`` gives fewer.
_NEW_FILE_MODE: Final = 0o666
#: How often, and after how many seconds, it is tried again to put the file in its place on Windows. Not measured.
_TRIES: Final = 50
_PAUSE: Final = 0.02
#: What ``mkstemp`` puts behind the beginning of a name.
_RANDOM: Final = r"[a-z0-9_]{8}"


def replace_file(path: Path, parts: Iterable[str], *, within: Path | None = None) -> None:
    """Write a temporary file beside the file, then rename it; a file that was there keeps its permissions.

    A device or a pipe is written into, because the caller named it; not so with ``within``, the folder of a set that
    the file has to be in: a set may hold links and pipes that nobody expects. Raises ``OutputError``; leaves no temporary
    file.
    """
    temporary = None
    try:
        if within is not None:
            _refuse_unexpected(path, within)
        elif path.exists() and not path.is_file():
            with path.open("wb") as file:
                file.writelines(map(_encoded, parts))
            return
        real = Path(os.path.realpath(path))
        handle, temporary = tempfile.mkstemp(prefix=_prefix(real), dir=real.parent)
        with os.fdopen(handle, "wb") as file:
            file.writelines(map(_encoded, parts))
            file.flush()
            # Else a loss of power could leave an empty file under the name (rename(2) says nothing of contents).
            os.fsync(file.fileno())
        os.chmod(temporary, _mode_of(real))
        _rename(temporary, real)
        temporary = None
        _sync_folder(real.parent)
    except OSError as error:
        raise OutputError(f"{path}: can't be written: {error.strerror}") from None
    finally:
        if temporary is not None:
            with suppress(OSError):
                os.unlink(temporary)


def remove_unfinished(path: Path) -> None:
    """Remove temporary files of writers of this file that were killed. Nobody else may be writing it meanwhile."""
    real = Path(os.path.realpath(path))
    unfinished = re.compile(re.escape(_prefix(real)) + _RANDOM)
    with suppress(OSError):
        for entry in os.scandir(real.parent):
            if unfinished.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                os.unlink(entry.path)


def _rename(temporary: str, real: Path) -> None:
    for _ in range(_TRIES):
        with suppress(PermissionError):
            os.replace(temporary, real)
            return
        if os.name != "nt":
            break
        # Windows refuses while somebody reads the file, which takes a moment.
        time.sleep(_PAUSE)
    os.replace(temporary, real)


def _prefix(real: Path) -> str:
    return f".{real.name[:100]}."


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a loss of power, where the system can (fsync(2))."""
    with suppress(OSError, AttributeError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _refuse_unexpected(path: Path, folder: Path) -> None:
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
        raise OutputError(f"{path}: a link that leads out of {folder}; not written")
    if os.path.lexists(path) and not path.is_file():
        raise OutputError(f"{path}: not a file; not written")


def _mode_of(path: Path) -> int:
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return _NEW_FILE_MODE & ~_umask()


def _encoded(part: str) -> bytes:
    return part.encode("utf-8", "backslashreplace")


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
