"""What an output stream can show: its width, links and colours."""

import os
import shutil
from typing import TextIO

#: Columns where the output goes to a file or a pipe; not measured.
PIPED_WIDTH = 100
#: Rows to assume of a terminal that does not give its size: the system call asks for both.
_ROWS = 24


def width_of(stream: TextIO) -> int:
    """The columns of the terminal that the stream leads to; a fixed width for anything else."""
    if os.environ.get("COLUMNS", "").isdigit() or stream.isatty():
        return shutil.get_terminal_size((PIPED_WIDTH, _ROWS)).columns
    return PIPED_WIDTH


def wants_links(stream: TextIO) -> bool:
    """Whether the stream is a terminal that shows links or ignores them, and not the log of a CI system."""
    if os.environ.get("CI") or os.environ.get("TERM", "dumb") in {"dumb", "linux"} or os.environ.get("NO_COLOR"):
        return False
    return stream.isatty()


def wants_color(stream: TextIO) -> bool:
    """Whether the stream is a terminal, unless NO_COLOR (https://no-color.org) or a dumb terminal says otherwise."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()
