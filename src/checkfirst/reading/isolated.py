"""Reading in another process, which is killed when it takes too long: a file that breaks its reader breaks no check."""

import atexit
import json
import subprocess
import sys
import threading
from typing import Final

from checkfirst.model.document import Loss
from checkfirst.reading.interface import Structure
from checkfirst.reading.messages import from_message

#: Seconds by the clock that one file may take, and files after which a worker is replaced.
WALL: Final = 20.0
_FILES: Final = 500
_KILLED: Final = f"took longer than {WALL:.0f} s"


def read_isolated(reader: str, data: bytes) -> Structure:
    """What the reader makes of the bytes; a structure without text and with a loss where it can't."""
    with _LOCK:
        answer = _ask(reader, data)
        if answer is None:
            # The worker may have been at its end before this file: one more try, with a fresh one.
            answer = _ask(reader, data)
    if answer is None:
        return _failed("damaged", "its reader crashed on it")
    if answer.startswith("{"):
        message = json.loads(answer)
        if "failed" in message:
            return _failed(message["failed"], message["why"])
        try:
            return from_message(message)
        except (KeyError, TypeError, ValueError):
            return _failed("damaged", "its reader gave no sense")
    return _failed("limit-exceeded", answer)


def _failed(what: str, why: str) -> Structure:
    return Structure(text="", losses=(Loss(what=what, count=1),), metadata=(("failure", why),))


class _Worker:
    """One process, and how many files it has read."""

    def __init__(self) -> None:
        # -P: a module of the folder where the caller stands is never taken for one of ours.
        call = [sys.executable, "-P", "-m", "checkfirst.reading.worker"]
        self.process = subprocess.Popen(
            call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, close_fds=True
        )
        self.files = 0
        self.timed_out = False
        if self._line() != b"ready\n":
            self.stop()

    def ask(self, reader: str, data: bytes) -> bytes:
        """The answer's line; nothing from a worker that died."""
        self.files += 1
        clock = threading.Timer(WALL, self._time_out)
        clock.start()
        try:
            if self.process.stdin is None:
                return b""
            self.process.stdin.write(b"%s %d\n" % (reader.encode(), len(data)))
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


_LOCK = threading.Lock()
_WORKERS: list[_Worker] = []


def _ask(reader: str, data: bytes) -> str | None:
    """The answer; why it was killed; or ``None`` where the worker died by itself."""
    if not _WORKERS:
        _WORKERS.append(_Worker())
    worker = _WORKERS[0]
    answer = worker.ask(reader, data)
    if answer.endswith(b"\n") and worker.files < _FILES:
        return answer.decode()
    _stop_all()
    if answer.endswith(b"\n"):
        return answer.decode()
    if worker.timed_out:
        return _KILLED
    # SIGXCPU, by which the system ends what has used up its time.
    return "used more than 10 s of processor time" if worker.process.returncode == -24 else None


@atexit.register
def _stop_all() -> None:
    while _WORKERS:
        _WORKERS.pop().stop()
