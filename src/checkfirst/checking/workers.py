"""Documents checked in several processes, with results in the order of the documents.

No process is left behind: workers are killed when no more results are wanted, and end by themselves when this process
ends. They are in process groups of their own, so that Ctrl-C in a terminal interrupts this process alone.
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
from checkfirst.checking.worker import unpacked
from checkfirst.config import Config
from checkfirst.measuring.models.weights import Weights, load_weights
from checkfirst.rules.registry import Selection
from checkfirst.sources.interface import Found

#: Documents sent to a worker at a time. Not measured.
_CHUNK: Final = 16
#: Documents from which workers are started; for fewer their start takes longer than it saves. Not measured.
_FEWEST: Final = 400
#: Seconds between wake-ups of the main thread: a signal that another thread received does not wake it.
_WAKE_UP: Final = 0.5

_Chunk = tuple[Found, ...]
#: The number of a chunk with its results; ``None`` from a worker that has ended.
_Answers = SimpleQueue[tuple[int, list[Result]] | None]


def check_each(
    found: tuple[Found, ...], rules: Selection, config: Config, weights: Weights, jobs: int
) -> Generator[Result]:
    """The result of each document, in order. Workers load the shipped weights; with others all is done here."""
    if jobs <= 1 or len(found) < _FEWEST or weights is not load_weights():
        for item in found:
            yield check_one(item, rules, config, weights)
        return
    chunks = [found[n : n + _CHUNK] for n in range(0, len(found), _CHUNK)]
    with closing(_by_workers(chunks, config, jobs)) as answers:
        for chunk, results in zip(chunks, answers, strict=True):
            # Its worker died, probably killed for lack of memory: its documents are checked here.
            yield from (check_one(item, rules, config, weights) for item in chunk) if results is None else results


def _by_workers(chunks: list[_Chunk], config: Config, jobs: int) -> Generator[list[Result] | None]:
    """The results of each chunk, in order; ``None`` for a chunk whose worker died."""
    answers: _Answers = SimpleQueue()
    work = _Work(chunks)
    workers: list[_Worker] = []
    done: dict[int, list[Result]] = {}
    try:
        for _ in range(min(jobs, len(chunks))):
            with suppress(OSError):
                workers.append(_Worker())
                workers[-1].start(config, work, answers)
        busy = len(workers)
        for number in range(len(chunks)):
            while busy and number not in done:
                with suppress(Empty):
                    answer = answers.get(timeout=_WAKE_UP)
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
    """Numbered chunks: an iterator that several threads share."""

    def __init__(self, chunks: list[_Chunk]) -> None:
        self._left = iter(enumerate(chunks))
        self._lock = Lock()

    def __iter__(self) -> Iterator[tuple[int, _Chunk]]:
        return self

    def __next__(self) -> tuple[int, _Chunk]:
        with self._lock:
            return next(self._left)


class _Worker:
    """One process, and the thread that sends it chunks."""

    def __init__(self) -> None:
        # -P: modules in the current folder are not imported in place of ours.
        call = [sys.executable, "-P", "-m", "checkfirst.checking.worker"]
        flags = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
        self.process = subprocess.Popen(
            call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, process_group=0, creationflags=flags
        )

    def start(self, config: Config, work: _Work, answers: _Answers) -> None:
        """Have chunks checked one after the other, in a thread that ends with the process at the latest."""
        Thread(target=self._ask, args=(config, work, answers), daemon=True).start()

    def kill(self) -> None:
        """Kill the process group: the worker, and the process in which it reads risky files."""
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
                    answers.put((number, unpacked(source)))
        except (OSError, EOFError, pickle.UnpicklingError):
            # The process has ended: the results of its chunk are missing from the answers.
            pass
        finally:
            answers.put(None)


def _send(value: object, sink: IO[bytes]) -> None:
    pickle.dump(value, sink, pickle.HIGHEST_PROTOCOL)
    sink.flush()
