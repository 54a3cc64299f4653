"""Reading in another process, which is killed when it takes too long: a file that breaks its reader breaks no check."""

import atexit
import json
import subprocess
import sys
import threading
from typing import Any, Final

from checkfirst.model.formats import FormatSpec
from checkfirst.model.losses import Loss, LossKind
from checkfirst.reading.binary.archive import Members
from checkfirst.reading.parsed import Damaged, Encrypted, LimitExceeded, ReadingError, Structure
from checkfirst.reading.sandbox.protocol import MEMBERS, SECONDS, from_message, members_from

#: Seconds by the clock that one file may take, and files after which a worker is replaced.
WALL: Final = 20.0
_FILES: Final = 500
_NO_SENSE: Final = "its reader gave no sense"
_KILLED: Final = f"took longer than {WALL:.0f} s"
_OUT_OF_TIME: Final = f"used more than {SECONDS} s of processor time"
#: The signal by which Linux ends what has used up its time (signal(7)); not every system has a name for it.
_SIGXCPU: Final = 24


def read_isolated(spec: FormatSpec, data: bytes) -> Structure:
    """What the type's reader makes of the bytes, or of the text in UTF-8; a loss and no text where it can't."""
    try:
        return from_message(_answered(spec.media_type, data))
    except ReadingError as error:
        return Structure(text="", losses=(Loss(kind=error.kind, count=1),), metadata=(("failure", str(error)),))
    except (KeyError, TypeError, ValueError):
        return Structure(text="", losses=(Loss(kind=LossKind.DAMAGED, count=1),), metadata=(("failure", _NO_SENSE),))


def unpack_isolated(name: str, data: bytes) -> Members:
    """The members of an archive of that name. Raises ``ReadingError``."""
    try:
        return members_from(_answered(MEMBERS, name.encode("utf-8", "replace").replace(b"\n", b" ") + b"\n" + data))
    except (KeyError, TypeError, ValueError):
        raise Damaged(_NO_SENSE) from None


def missing_limits() -> tuple[str, ...]:
    """Limits of the reading process that this system does not know, as far as one was started: the clock is left."""
    return tuple(sorted(_MISSING))


def _answered(request: str, data: bytes) -> dict[str, Any]:
    """The worker's answer. Raises ``ReadingError`` for what it could not read."""
    with _LOCK:
        answer = _ask(request, data)
        if answer is None:
            # The worker may have been at its end before this file: one more try, with a fresh one.
            answer = _ask(request, data)
    if answer is None:
        raise Damaged("its reader crashed on it")
    if not answer.startswith("{"):
        raise LimitExceeded(answer)
    message: dict[str, Any] = json.loads(answer)
    if "failed" in message:
        kind = {"encrypted": Encrypted, "limit-exceeded": LimitExceeded}.get(message["failed"], Damaged)
        raise kind(message["why"])
    return message


class _Worker:
    """One process, and how many files it has read."""

    def __init__(self) -> None:
        # -P: a module of the folder where the caller stands is never taken for one of ours.
        call = [sys.executable, "-P", "-m", "checkfirst.reading.sandbox.worker"]
        self.process = subprocess.Popen(
            call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, close_fds=True
        )
        self.files = 0
        self.timed_out = False
        ready, *missing = self._line().split() or [b""]
        _MISSING.update(name.decode() for name in missing)
        if ready != b"ready":
            self.stop()

    def ask(self, request: str, data: bytes) -> bytes:
        """The answer's line; nothing from a worker that died."""
        self.files += 1
        clock = threading.Timer(WALL, self._time_out)
        # An interruption may leave it running: the end of the program does not wait for it.
        clock.daemon = True
        clock.start()
        try:
            if self.process.stdin is None:
                return b""
            self.process.stdin.write(b"%s %d\n" % (request.encode(), len(data)))
            self.process.stdin.write(data)
            self.process.stdin.flush()
            return self._line()
        except (BrokenPipeError, OSError, ValueError):
            return b""
        finally:
            clock.cancel()

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue

    def _line(self) -> bytes:
        return self.process.stdout.readline() if self.process.stdout else b""

    def _time_out(self) -> None:
        self.timed_out = True
        self.process.kill()


#: Limits that this system does not know.
_MISSING: set[str] = set()
_LOCK = threading.Lock()
_WORKERS: list[_Worker] = []


def _ask(request: str, data: bytes) -> str | None:
    """The answer; why it was killed; or ``None`` where the worker died by itself."""
    if not _WORKERS:
        _WORKERS.append(_Worker())
    worker = _WORKERS[0]
    answer = worker.ask(request, data)
    if answer.endswith(b"\n") and worker.files < _FILES:
        return answer.decode()
    _stop_all()
    if answer.endswith(b"\n"):
        return answer.decode()
    if worker.timed_out:
        return _KILLED
    return _OUT_OF_TIME if worker.process.returncode == -_SIGXCPU else None


@atexit.register
def _stop_all() -> None:
    while _WORKERS:
        _WORKERS.pop().stop()
