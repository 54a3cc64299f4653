"""The progress of a long check, on standard error."""

import time
from types import TracebackType
from typing import Self, TextIO

from checkfirst.cli.interruption import raise_if_interrupted

#: Seconds before the line is first printed, and between updates. Not measured.
_FIRST, _EVERY = 1.0, 0.2
#: Characters of a document's name that are shown. Not measured.
_NAME_LENGTH = 50
#: Terminal control: to the start of the line, and erase it (ECMA-48, EL).
_CLEAR_LINE = "\r\x1b[K"


class ProgressLine:
    """One line that is overwritten. Prints nothing in the first second, or if the stream is no terminal."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._shown = stream.isatty()
        self._next = time.monotonic() + _FIRST
        self._dirty = False

    def update(self, done: int, total: int, name: str) -> None:
        """Show that ``done`` of ``total`` documents are checked and ``name`` is next. Raises ``Interruption``."""
        raise_if_interrupted()
        if not self._shown or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _EVERY
        self._dirty = True
        safe = "".join(c if c.isprintable() else "?" for c in name)[:_NAME_LENGTH]
        self._stream.write(f"{_CLEAR_LINE}checking {done:,} of {total:,}  {safe}")
        self._stream.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._dirty:
            self._stream.write(_CLEAR_LINE)
            self._stream.flush()
