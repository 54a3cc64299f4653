"""Many documents in several processes; the results come in the documents' order, whoever was quicker."""

import signal
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from multiprocessing import get_context

from checkfirst.checking.document import Result, check_one, rules_of
from checkfirst.config import Config
from checkfirst.measuring.models.weights import Weights, load_weights
from checkfirst.rules.registry import Selection
from checkfirst.sources.interface import Found

#: Documents that a worker is given at a time, and those from which starting workers pays.
_CHUNK, _FEWEST = 16, 400


def check_each(
    found: tuple[Found, ...], rules: Selection, config: Config, weights: Weights, jobs: int
) -> Iterator[Result]:
    """The result of each document. Workers use the shipped weights, so only those are shared out."""
    done = 0
    if jobs > 1 and len(found) >= _FEWEST and weights is load_weights():
        try:
            for result in _shared_out(found, config, jobs):
                done += 1
                yield result
        except BrokenProcessPool:
            # A worker was killed, by the system's memory limit most likely: the rest goes on here, one by one.
            pass
    for item in islice(found, done, None):
        yield check_one(item, rules, config, weights)


def _shared_out(found: tuple[Found, ...], config: Config, jobs: int) -> Iterator[Result]:
    chunks = [found[n : n + _CHUNK] for n in range(0, len(found), _CHUNK)]
    # No fork: threads of the caller's libraries would be copied with their locks held.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_ignore_interrupts) as pool:
        try:
            for results in pool.map(partial(_check_chunk, config), chunks):
                yield from results
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _ignore_interrupts() -> None:
    """The parent is interrupted, and says what it has."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _check_chunk(config: Config, chunk: tuple[Found, ...]) -> list[Result]:
    rules = rules_of(config)
    return [check_one(item, rules, config, load_weights()) for item in chunk]
