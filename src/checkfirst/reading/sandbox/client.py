"""Reading in another process, which is killed when it takes too long: a file that crashes its reader ends no check."""

import atexit
import json
import subprocess
import sys
import threading
from operator import gt
from typing import Any, Final

from checkfirst.model.formats import FormatSpec
from checkfirst.model.losses import Loss, LossKind
from checkfirst.reading.binary.archive import Members
from checkfirst.reading.binary.zip_package import EXPANDED
from checkfirst.reading.parsed import Damaged, Encrypted, LimitExceeded, ReadingError, Structure
from checkfirst.reading.sandbox.protocol import MEMBERS, MEMORY, OUT_OF_MEMORY, SECONDS, from_message, members_from

#: Seconds that one file may take by the clock. Not measured.
WALL: Final = 20.0
#: Files after which a worker is replaced, which frees what libraries leak. Not measured.
_FILES: Final = 500
_INVALID_ANSWER: Final = "its reader gave an invalid answer"
_KILLED: Final = f"took longer than {WALL:.0f} s"
_OUT_OF_TIME: Final = f"used more than {SECONDS} s of processor time"
#: Most bytes of an answer and of what follows it, and of other lines. Not measured.
_MOST_BYTES: Final = (MEMORY // 4, EXPANDED)
_LONGEST_LINE: Final = 1_000
#: An answer in JSON, and the bytes that follow it.
_Answer = tuple[bytes, bytes]
#: The signal by which Linux ends a process above its limit of processor time (signal(7)); not every system names it.
_SIGXCPU: Final = 24


def read_isolated(spec: FormatSpec, data: bytes) -> Structure:
    """The structure of a file, or of a text given in UTF-8. If it can't be read, the structure is empty, with a loss."""
    try:
        return from_message(_answered(spec.media_type, data)[0])
    except ReadingError as error:
        return Structure(text="", losses=(Loss(kind=error.kind, count=1),), metadata=(("failure", str(error)),))
    except (KeyError, TypeError, ValueError):
        return Structure(
            text="", losses=(Loss(kind=LossKind.DAMAGED, count=1),), metadata=(("failure", _INVALID_ANSWER),)
        )


def unpack_isolated(name: str, data: bytes) -> Members:
    """The members of an archive; a packed single file takes its name from ``name``. Raises ``ReadingError``."""
    try:
        first = name.encode("utf-8", "replace").replace(b"\n", b" ")
        return members_from(*_answered(MEMBERS, first + b"\n" + data))
    except (KeyError, TypeError, ValueError):
        raise Damaged(_INVALID_ANSWER) from None


def missing_limits() -> tuple[str, ...]:
    """The limits that this system can't set for the workers started so far. The time limit by the clock always holds."""
    return tuple(sorted(_MISSING))


def _answered(request: str, data: bytes) -> tuple[dict[str, Any], bytes]:
    """The answer to a request, and the bytes that follow it. Raises ``ReadingError``."""
    with _LOCK:
        answer = _ask(request, data)
        if answer is None or (_lacked_memory(answer) and _WORKERS and _WORKERS[0].files > 1):
            # The worker may have died for another reason than this file, and its memory may hold what it kept of files
            # before: try once more, with a new one, so that the answer is the same whatever was read before.
            _stop_all()
            answer = _ask(request, data)
    if answer is None:
        raise Damaged("its reader crashed on it")
    if isinstance(answer, str):
        raise LimitExceeded(answer)
    message: dict[str, Any] = json.loads(answer[0])
    if "failed" in message:
        kind = {"encrypted": Encrypted, "limit-exceeded": LimitExceeded}.get(message["failed"], Damaged)
        raise kind(message["why"])
    return message, answer[1]


def _lacked_memory(answer: _Answer | str) -> bool:
    return not isinstance(answer, str) and answer[0] == OUT_OF_MEMORY


class _Worker:
    """One reading process."""

    def __init__(self) -> None:
        # -P: modules in the current folder are not imported in place of ours.
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

    def ask(self, request: str, data: bytes) -> _Answer | None:
        """The answer; ``None`` if the worker died."""
        self.files += 1
        clock = threading.Timer(WALL, self._time_out)
        # An interruption may leave it running; the program does not wait for a daemon thread.
        clock.daemon = True
        clock.start()
        try:
            if self.process.stdin is None:
                return None
            self.process.stdin.write(b"%s %d\n" % (request.encode(), len(data)))
            self.process.stdin.write(data)
            self.process.stdin.flush()
            sizes = [int(size) for size in self._line().split()]
            if len(sizes) != len(_MOST_BYTES) or any(map(gt, sizes, _MOST_BYTES)):
                return None
            message, content = map(self._exactly, sizes)
        except (OSError, ValueError, EOFError):
            return None
        else:
            return message, content
        finally:
            clock.cancel()

    def stop(self) -> None:
        """Kill the process and close its pipes."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue

    def _line(self) -> bytes:
        return self.process.stdout.readline(_LONGEST_LINE) if self.process.stdout else b""

    def _exactly(self, size: int) -> bytes:
        """The next bytes. Raises ``EOFError`` if there are fewer."""
        read = self.process.stdout.read(size) if self.process.stdout else b""
        if len(read) != size:
            raise EOFError
        return read

    def _time_out(self) -> None:
        self.timed_out = True
        self.process.kill()


#: The limits that this system can't set.
_MISSING: set[str] = set()
_LOCK = threading.Lock()
_WORKERS: list[_Worker] = []


def _ask(request: str, data: bytes) -> _Answer | str | None:
    """The answer, or the limit for which the worker was killed; ``None`` if it died otherwise."""
    if not _WORKERS:
        _WORKERS.append(_Worker())
    worker = _WORKERS[0]
    answer = worker.ask(request, data)
    if answer is None or worker.files >= _FILES:
        _stop_all()
    if answer is None and worker.timed_out:
        return _KILLED
    return _OUT_OF_TIME if answer is None and worker.process.returncode == -_SIGXCPU else answer


@atexit.register
def _stop_all() -> None:
    while _WORKERS:
        _WORKERS.pop().stop()
