"""Writing a report so that nobody ever sees half of it."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from checkfirst.errors import OutputError


def replace_file(path: Path, text: str) -> None:
    """Write beside the file, then rename over it. Raises ``OutputError``; leaves no pieces behind."""
    data = text.encode("utf-8", "backslashreplace")
    beside = None
    try:
        if path.exists() and not path.is_file():
            # A device or a pipe that the caller named on purpose can't be renamed over.
            path.write_bytes(data)
            return
        handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(beside, 0o666 & ~_umask())
        os.replace(beside, path)
        beside = None
    except OSError as error:
        raise OutputError(f"{path}: can't be written: {error.strerror}") from None
    finally:
        if beside is not None:
            with suppress(OSError):
                os.unlink(beside)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
