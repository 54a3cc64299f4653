"""Writing a report so that nobody ever sees half of it."""

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from checkfirst.errors import OutputError

#: Exit codes. A mistake in the call is 2, an interruption 130.
READY, CHECK_FIRST, NOTHING = 0, 1, 3


def write(parts: Iterable[str], output: Path | None) -> None:
    """Print, or put a file in place."""
    if output is None:
        try:
            for part in parts:
                sys.stdout.write(part)
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            # Nothing more can be said there, not even at the end of the program.
            sys.stdout = None
            raise OutputError(f"the report can't be printed: {error.strerror}") from None
    else:
        replace_file(output, parts)


def replace_file(path: Path, parts: Iterable[str]) -> None:
    """Write beside the file, then rename over it. Raises ``OutputError``; leaves no pieces behind."""
    beside = None
    try:
        if path.exists() and not path.is_file():
            # A device or a pipe that the caller named on purpose can't be renamed over.
            with path.open("wb") as file:
                file.writelines(_encoded(parts))
            return
        handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.writelines(_encoded(parts))
        os.chmod(beside, 0o666 & ~_umask())
        os.replace(beside, path)
        beside = None
    except OSError as error:
        raise OutputError(f"{path}: can't be written: {error.strerror}") from None
    finally:
        if beside is not None:
            with suppress(OSError):
                os.unlink(beside)


def _encoded(parts: Iterable[str]) -> Iterator[bytes]:
    return (part.encode("utf-8", "backslashreplace") for part in parts)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
