"""Signals that end a run: each is taken for an interruption like Ctrl-C, whatever sent it and whenever it comes.

It imports next to nothing, since what comes before ``listen`` is Python's own affair.
"""

import os
import signal
import sys
from types import FrameType

#: The exit code of a run that was interrupted.
INTERRUPTED = 130
#: What a terminal, a time limit and a connection that is lost send; not every system has all of them.
_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
#: Handlers that nobody chose. A run that was told to ignore a signal, as `nohup` tells it, goes on ignoring it.
_UNCHOSEN = (signal.SIG_DFL, signal.default_int_handler)

#: Signals that are listened to: whoever presses Ctrl-C again and again gets the exit code and no traceback.
_MOST = 2
#: The signals that came.
_came: list[int] = []


class Interruption(KeyboardInterrupt):
    """One of these signals came.

    A class of its own: when a plain ``KeyboardInterrupt`` passes through ``exec`` of a text, as when a data class is made,
    CPython ends the program by SIGINT and no exit code, even if it was caught (``run_eval_code_obj`` in ``pythonrun.c``).
    """


def listen() -> None:
    """From now on raise ``Interruption`` at a signal that ends a run: at the first, by which a check tells what it has,
    and at the second, by which it tells no more.

    Where Python can't pass it on, as in a callback of a library, it gets lost without a word; ``look`` finds it.
    """
    sys.unraisablehook = _tell_unraisable
    for number in _SIGNALS:
        if signal.getsignal(number) in _UNCHOSEN:
            signal.signal(number, _interrupt)


def look(*_: object) -> None:
    """Raise ``Interruption`` once more if it got lost. A long run looks now and then."""
    if _came:
        raise Interruption


def came() -> bool:
    """Whether the run was interrupted."""
    return bool(_came)


def said() -> int:
    """Say in one line that the run was interrupted. Returns the exit code."""
    from contextlib import suppress

    # Where the terminal is gone, nobody would read this.
    with suppress(OSError):
        print("checkfirst: interrupted", file=sys.stderr)
    return INTERRUPTED


def close(*, interrupted: bool) -> None:
    """At the end of a run: let no signal turn its exit code into another, and no reader that waits keep it from ending."""
    for number in _SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    if interrupted:
        from contextlib import suppress

        # What was not printed yet is dropped, or Python would try to print it.
        with suppress(OSError, ValueError, AttributeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _interrupt(number: int, _: FrameType | None) -> None:
    _came.append(number)
    if len(_came) <= _MOST:
        raise Interruption


def _tell_unraisable(lost: "sys.UnraisableHookArgs") -> None:
    if not issubclass(lost.exc_type, Interruption):
        sys.__unraisablehook__(lost)
