"""Writing reports: printed, or to a file that is replaced as a whole; and short messages on standard error."""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from checkfirst.errors import OutputError
from checkfirst.safe_text import escaped, inert
from checkfirst.whole_file import replace_file

#: Exit codes. Others: 2 for a mistake in the call, 70 for an unexpected error, 130 for an interruption.
READY, CHECK_FIRST, NOTHING = 0, 1, 3


def set_streams() -> None:
    """Make standard output and error take every text, whatever their encoding, and be there where they are closed."""
    sys.stdout = _stream(sys.stdout)
    sys.stderr = _stream(sys.stderr)


def write(parts: Iterable[str], output: Path | None) -> None:
    """Print the parts, or write them to the file ``output``. Raises ``OutputError``.

    A reader of the pipe that has ended, as `head` does, is no error.
    """
    if output is not None:
        replace_file(output, parts)
        return
    try:
        for part in parts:
            sys.stdout.write(part)
        sys.stdout.flush()
    except BrokenPipeError:
        _close_output()
    except OSError as error:
        _close_output()
        raise OutputError(f"the report can't be printed: {error.strerror}") from None


def say(text: str) -> None:
    """Print one line on standard error; nothing in it acts on the terminal or is a command of a CI system."""
    # Nobody may be there to read it.
    with suppress(OSError, ValueError):
        print(inert(f"checkfirst: {escaped(text)}"), file=sys.stderr)


def _close_output() -> None:
    """Write the rest of standard output nowhere, because Python would fail once more when it flushes it at its end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _stream(stream: TextIO | None) -> TextIO:
    if stream is None:
        return open(os.devnull, "w", encoding="utf-8")
    # Only a true file has it; tests and programs put other objects in its place.
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")
    return stream
