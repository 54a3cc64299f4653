"""How far a long check has come, on standard error, for a person who is looking."""

import time
from types import TracebackType
from typing import Self, TextIO

from checkfirst.cli.interruption import look

#: Seconds before the first line, and between lines.
_FIRST, _EVERY = 1.0, 0.2


class Meter:
    """Prints nothing for a check that takes less than a second, or where nobody looks."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._shown = stream.isatty()
        self._next = time.monotonic() + _FIRST
        self._dirty = False

    def step(self, done: int, total: int, name: str) -> None:
        """Say that ``done`` of ``total`` documents are checked and ``name`` is next; look for a lost interruption."""
        look()
        if not self._shown or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _EVERY
        self._dirty = True
        safe = "".join(c if c.isprintable() else "?" for c in name)[:50]
        self._stream.write(f"\r\x1b[Kchecking {done:,} of {total:,}  {safe}")
        self._stream.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._dirty:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
