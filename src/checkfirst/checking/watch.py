"""A thread that raises an exception in another one when its time is over, for where no signal can do so."""

import ctypes
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

#: Seconds between two looks at the clock, at most.
_LOOK: Final = 1.0


@contextmanager
def watched(seconds: float, again: float, error: type[BaseException]) -> Iterator[None]:
    """Raises ``error`` in the block when the process has taken so many seconds of processor time in it.

    It is raised again after ``again`` seconds, where a library dropped it.
    """
    thread, done, lock = threading.get_ident(), threading.Event(), threading.Lock()
    end = time.process_time() + seconds

    def watch() -> None:
        wait = min(seconds, _LOOK)
        while not done.wait(wait):
            with lock:
                if time.process_time() >= end and not done.is_set():
                    _raise_in(thread, error)
                    wait = again

    threading.Thread(target=watch, daemon=True).start()
    try:
        yield
    finally:
        with lock:
            done.set()
            # What was asked for but not raised yet must not meet what follows.
            _raise_in(thread, None)


def _raise_in(thread: int, error: type[BaseException] | None) -> None:
    wanted = ctypes.py_object(error) if error else None
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), wanted)
