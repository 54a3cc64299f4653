"""Writing reports: printed, or to a file that is replaced as a whole."""

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from checkfirst.errors import OutputError

#: Exit codes. Others: 2 for a mistake in the call, 70 for an unexpected error, 130 for an interruption.
READY, CHECK_FIRST, NOTHING = 0, 1, 3
#: Permissions of a new file before the umask, those of ``open(2)``; ``mkstemp`` gives fewer.
_NEW_FILE_MODE = 0o666


def write(parts: Iterable[str], output: Path | None) -> None:
    """Print the parts, or write them to the file ``output``. Raises ``OutputError``."""
    if output is None:
        try:
            for part in parts:
                sys.stdout.write(part)
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            # Else Python would fail once more when it flushes standard output at its end.
            sys.stdout = None
            raise OutputError(f"the report can't be printed: {error.strerror}") from None
    else:
        replace_file(output, parts)


def replace_file(path: Path, parts: Iterable[str]) -> None:
    """Write a temporary file beside the file, then rename it. Raises ``OutputError``; leaves no temporary file."""
    temporary = None
    try:
        if path.exists() and not path.is_file():
            # A device or a pipe can't be replaced; the caller named it on purpose.
            with path.open("wb") as file:
                file.writelines(_encoded(parts))
            return
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.writelines(_encoded(parts))
        os.chmod(temporary, _NEW_FILE_MODE & ~_umask())
        os.replace(temporary, path)
        temporary = None
    except OSError as error:
        raise OutputError(f"{path}: can't be written: {error.strerror}") from None
    finally:
        if temporary is not None:
            with suppress(OSError):
                os.unlink(temporary)


def _encoded(parts: Iterable[str]) -> Iterator[bytes]:
    return (part.encode("utf-8", "backslashreplace") for part in parts)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
