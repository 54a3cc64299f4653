"""The progress of the check of a corpus, on standard error: documents, rate, time left, failures of none."""

import time
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self, TextIO

from checkfirst.cli.interruption import raise_if_interrupted

if TYPE_CHECKING:
    from checkfirst.corpus.inputs import Input
    from checkfirst.corpus.run import Progress

#: Seconds between updates on a terminal, and elsewhere, where each is a line.
_EVERY, _EVERY_LINE = 0.5, 30.0
#: Terminal control: to the start of the line, and erase it (ECMA-48, EL).
_CLEAR_LINE: Final = "\r\x1b[K"


class CorpusProgress:
    """One line that is overwritten on a terminal, and now and then a line elsewhere."""

    def __init__(self, stream: TextIO, inputs: "Sequence[Input]", *, shown: bool) -> None:
        self._stream, self._shown = stream, shown
        self._terminal = stream.isatty()
        self._total = sum(one.size for one in inputs)
        self._inputs = len(inputs)
        self._began = time.monotonic()
        self._next = self._began + (_EVERY if self._terminal else _EVERY_LINE)

    def update(self, progress: "Progress") -> None:
        """Show how far a run is. Raises ``Interruption``."""
        raise_if_interrupted()
        now = time.monotonic()
        if not self._shown or now < self._next:
            return
        self._next = now + (_EVERY if self._terminal else _EVERY_LINE)
        text = self._text(progress, now - self._began)
        self._stream.write(f"{_CLEAR_LINE}{text}" if self._terminal else f"checkfirst: {text}\n")
        self._stream.flush()

    def _text(self, progress: "Progress", seconds: float) -> str:
        rate = progress.checked / seconds
        text = (
            f"{progress.checked:,} checked, {progress.known:,} known, {rate:,.0f}/s, {progress.read / 1e6:,.0f} MB read"
        )
        if progress.bytes_done and self._total:
            left = seconds * (self._total / progress.bytes_done - 1)
            text += f", {progress.inputs:,} of {self._inputs:,} inputs, some {left / 60:,.0f} min left"
        return text

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._terminal and self._shown:
            self._stream.write(_CLEAR_LINE)
            self._stream.flush()
