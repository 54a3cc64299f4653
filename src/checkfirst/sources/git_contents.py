"""The contents of objects of a repository, which one process of git gives one after the other."""

import subprocess
import threading
from collections.abc import Callable
from typing import Final

from checkfirst.sources.interface import Unreadable

#: Seconds of all contents. Not measured.
_SECONDS_OF_CONTENTS: Final = 900.0


class Contents:
    """The contents of objects of a repository, by their names (git-cat-file(1), ``--batch``)."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._late = stopped_after(process, _SECONDS_OF_CONTENTS)

    def __enter__(self) -> "Contents":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()

    def load(self, name: str) -> bytes:
        """The content of one object. Raises ``Unreadable`` if git doesn't give it."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        try:
            stdin.write(name.encode() + b"\n")
            stdin.flush()
            fields = stdout.readline(1_000).split()
            if len(fields) == len(("name", "type", "size")):
                content = stdout.read(int(fields[2]))
                if len(content) == int(fields[2]) and stdout.read(1) == b"\n":
                    return content
        except (OSError, ValueError):
            pass
        if self._late():
            raise Unreadable(f"git took longer than {_SECONDS_OF_CONTENTS:.0f} s")
        raise Unreadable("git can't give its content at this revision")


def stopped_after(process: subprocess.Popen[bytes], seconds: float) -> Callable[[], bool]:
    """Kill the process after a time. Returns a function that stops the clock and tells whether the time was over."""
    over = threading.Event()

    def stop() -> None:
        over.set()
        process.kill()

    clock = threading.Timer(seconds, stop)
    clock.daemon = True
    clock.start()

    def is_over() -> bool:
        clock.cancel()
        return over.is_set()

    return is_over
