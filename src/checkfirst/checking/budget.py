"""A budget of processor time for each document: one that takes longer is a failure of its own, and the check goes on.

Reading of risky formats has limits of its own, in another process; this is for all that runs where the check runs.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from types import FrameType
from typing import Final

from checkfirst.checking.watch import watched
from checkfirst.out_of_time import OutOfTime as OutOfTime

#: Seconds of processor time that one document may take, and seconds after which it is asked to end again, where a library
#: dropped the first request. A text of 400,000 characters takes some 3 s.
SECONDS: Final = 60.0
_AGAIN: Final = 1.0


class _Clock:
    """Whether a budget is running."""

    running = False


def within_budget(seconds: float = SECONDS) -> AbstractContextManager[None]:
    """Raises ``OutOfTime`` in the block when its time is over.

    Where the system has no signal for it, or another thread than the first asks, a thread watches the clock.
    """
    return _signalled(seconds) if _has_signal() else watched(seconds, _AGAIN, OutOfTime)


@contextmanager
def _signalled(seconds: float) -> Iterator[None]:
    signal.signal(signal.SIGVTALRM, _end)
    _Clock.running = True
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN)
    try:
        yield
    finally:
        _Clock.running = False
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, signal.SIG_DFL)


def _has_signal() -> bool:
    """Whether this system has such a signal, and nobody else uses it."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        return False
    return signal.getsignal(signal.SIGVTALRM) is signal.SIG_DFL


def _end(_: int, __: FrameType | None) -> None:
    if _Clock.running:
        raise OutOfTime
