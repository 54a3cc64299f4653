"""Signals that end a run: SIGINT, SIGTERM and SIGHUP all interrupt it as Ctrl-C does.

It imports next to nothing: until ``set_handlers`` runs, Python handles signals in its own way.
"""

import os
import signal
import sys
from types import FrameType

#: The exit code of a run that was interrupted.
INTERRUPTED = 130
#: The signals of a terminal, of a time limit and of a lost connection; not every system has all of them.
_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
#: The handlers of a fresh process. Only these are replaced: a signal that is ignored, as under `nohup`, stays ignored.
_DEFAULT_HANDLERS = (signal.SIG_DFL, signal.default_int_handler)

#: Signals that raise ``Interruption``; later ones do nothing, so that repeated Ctrl-C never prints a traceback.
_MOST_RAISED = 2
#: The numbers of the signals received.
_received: list[int] = []


class Interruption(KeyboardInterrupt):
    """One of the signals was received.

    It is a class of its own because CPython ends the program by SIGINT, without an exit code, once a plain
    ``KeyboardInterrupt`` has passed through ``exec`` of a string, as when a data class is created, even if the
    exception is caught (``run_eval_code_obj`` in ``pythonrun.c``).
    """


def set_handlers() -> None:
    """Make the signals raise ``Interruption``: after the first, a check reports what it has; after the second, it ends.

    Where Python can't propagate the exception, as in a callback of a library, it is dropped silently;
    ``raise_if_interrupted`` raises it again.
    """
    sys.unraisablehook = _print_unraisable
    for number in _SIGNALS:
        if signal.getsignal(number) in _DEFAULT_HANDLERS:
            signal.signal(number, _interrupt)


def raise_if_interrupted(*_: object) -> None:
    """Raise ``Interruption`` if a signal was received, since the first one may have been dropped. Long runs call it."""
    if _received:
        raise Interruption


def has_come() -> bool:
    """Whether a signal was received."""
    return bool(_received)


def report() -> int:
    """Print one line that says that the run was interrupted. Returns the exit code."""
    from contextlib import suppress

    # The terminal may be gone.
    with suppress(OSError):
        print("checkfirst: interrupted", file=sys.stderr)
    return INTERRUPTED


def ignore_signals(*, interrupted: bool) -> None:
    """Ignore further signals, so that they don't change the exit code; drop unprinted output of an interrupted run."""
    for number in _SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    if interrupted:
        from contextlib import suppress

        # Python flushes standard output when it ends, which would block on a pipe that nobody reads.
        with suppress(OSError, ValueError, AttributeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _interrupt(number: int, _: FrameType | None) -> None:
    _received.append(number)
    if len(_received) <= _MOST_RAISED:
        raise Interruption


def _print_unraisable(dropped: "sys.UnraisableHookArgs") -> None:
    if not issubclass(dropped.exc_type, Interruption):
        sys.__unraisablehook__(dropped)
