"""Many documents in several processes; the results come in the documents' order, whoever was quicker.

Nothing is left behind, however a check ends: workers are killed when no more results are wanted, and end by themselves
when this process is no more. No signal of a terminal reaches them: to interrupt a check is to interrupt this process.
"""

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import closing, suppress
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import IO, Final

from checkfirst.checking.document import Result, check_one
from checkfirst.config import Config
from checkfirst.measuring.models.weights import Weights, load_weights
from checkfirst.rules.registry import Selection
from checkfirst.sources.interface import Found

#: Documents that a worker is given at a time, and those from which starting workers pays.
_CHUNK: Final = 16
_FEWEST: Final = 400
#: Seconds after which the main thread looks up: a signal that another thread took does not wake it.
_BEAT: Final = 0.5

_Chunk = tuple[Found, ...]
#: The number of a chunk with its results; ``None`` for a worker that does no more.
_Answers = SimpleQueue[tuple[int, list[Result]] | None]


def check_each(
    found: tuple[Found, ...], rules: Selection, config: Config, weights: Weights, jobs: int
) -> Generator[Result]:
    """The result of each document. Workers use the shipped weights, so only those are shared out."""
    if jobs <= 1 or len(found) < _FEWEST or weights is not load_weights():
        for item in found:
            yield check_one(item, rules, config, weights)
        return
    chunks = [found[n : n + _CHUNK] for n in range(0, len(found), _CHUNK)]
    with closing(_shared_out(chunks, config, jobs)) as answers:
        for chunk, results in zip(chunks, answers, strict=True):
            # A worker that died was killed by the system's memory limit, most likely: its documents are checked here.
            yield from (check_one(item, rules, config, weights) for item in chunk) if results is None else results


def _shared_out(chunks: list[_Chunk], config: Config, jobs: int) -> Generator[list[Result] | None]:
    """The results of each chunk, in the chunks' order; ``None`` where no worker gave any."""
    answers: _Answers = SimpleQueue()
    work = _Work(chunks)
    workers: list[_Worker] = []
    done: dict[int, list[Result]] = {}
    try:
        for _ in range(min(jobs, len(chunks))):
            with suppress(OSError):
                workers.append(_Worker())
                workers[-1].begin(config, work, answers)
        busy = len(workers)
        for number in range(len(chunks)):
            while busy and number not in done:
                with suppress(Empty):
                    answer = answers.get(timeout=_BEAT)
                    if answer is None:
                        busy -= 1
                    else:
                        done[answer[0]] = answer[1]
            yield done.pop(number, None)
    finally:
        for worker in workers:
            worker.kill()
        for worker in workers:
            worker.process.wait()


class _Work:
    """Numbered chunks, each given out once, to whichever thread asks first."""

    def __init__(self, chunks: list[_Chunk]) -> None:
        self._left = iter(enumerate(chunks))
        self._lock = Lock()

    def __iter__(self) -> Iterator[tuple[int, _Chunk]]:
        return self

    def __next__(self) -> tuple[int, _Chunk]:
        with self._lock:
            return next(self._left)


class _Worker:
    """One process, and the thread that gives it work."""

    def __init__(self) -> None:
        # -P: a module of the folder where the caller stands is never taken for one of ours.
        call = [sys.executable, "-P", "-m", "checkfirst.checking.worker"]
        apart = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
        self.process = subprocess.Popen(
            call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, process_group=0, creationflags=apart
        )

    def begin(self, config: Config, work: _Work, answers: _Answers) -> None:
        """Ask for one chunk after the other, in a thread that ends with the process at the latest."""
        Thread(target=self._ask, args=(config, work, answers), daemon=True).start()

    def kill(self) -> None:
        """End it, and the process in which it reads risky files."""
        if self.process.poll() is None:
            with suppress(OSError):
                os.killpg(self.process.pid, signal.SIGKILL) if hasattr(os, "killpg") else self.process.kill()

    def _ask(self, config: Config, work: _Work, answers: _Answers) -> None:
        source, sink = self.process.stdout, self.process.stdin
        if source is None or sink is None:
            raise AssertionError("both are pipes")
        try:
            with source, sink:
                _send(config, sink)
                for number, chunk in work:
                    _send(chunk, sink)
                    answers.put((number, pickle.load(source)))
        except (OSError, EOFError, pickle.UnpicklingError):
            # It is no more: what it was given is missing from the answers.
            pass
        finally:
            answers.put(None)


def _send(value: object, sink: IO[bytes]) -> None:
    pickle.dump(value, sink, pickle.HIGHEST_PROTOCOL)
    sink.flush()
