"""What a call costs with texts that become longer, and whether that grows faster than the texts.

Neither ``re`` nor the standard library counts its steps, so processor time of the thread is taken, which other processes
lengthen by a half at most. Therefore nothing is judged by one doubling: between the smallest and the largest text lie
three, over which a time in proportion grows by 8 and one in proportion to the square by 64; from 2.6 for each doubling
on, 17.6 in all, it counts as growing. Where that is seen, it is measured again, and the least time of each size counts.
And it must matter: what needs less than a microsecond a letter at the largest size takes less than half a second for the
longest text that is read in the main process.
"""

import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from time import thread_time
from types import FrameType
from typing import Final

#: Letters of the text by which most calls are seen to be quick, and seconds a letter that are quick.
SCREENED: Final = 4_000
_QUICK: Final = 0.15e-6
#: Letters of the texts that are compared, each twice as many as the one before.
_SIZES: Final = (5_000, 10_000, 20_000, 40_000)
_MOST_A_DOUBLING: Final = 2.6
#: How much longer than in proportion a first comparison must be for more.
_FAR_BELOW: Final = 1.35
#: Seconds a letter that matter, and that are too many however they grow.
_MATTERS, _TOO_MANY = 1e-6, 25e-6
#: Seconds after which a call is ended.
_LIMIT: Final = 1.5


class TooLong(Exception):
    """The time is over."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """End with ``TooLong`` what takes more processor time. The matcher of ``re`` looks for signals now and then."""

    def end(_number: int, _frame: FrameType | None) -> None:
        raise TooLong

    before = signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def seconds(call: Callable[[], object], limit: float = _LIMIT) -> float:
    """The processor time of a call; ``limit`` if it takes longer."""
    start = thread_time()
    try:
        with limited(limit):
            call()
    except TooLong:
        return limit
    return thread_time() - start


Made = Callable[[int], Callable[[], object]]
"""A call for a text of so many letters."""


def growth(made: Made, quick: float = _QUICK, most: int = _SIZES[-1], too_many: float = _TOO_MANY) -> str:
    """What is wrong with the cost of a call, in words; empty if it is in proportion to the text. ``most`` limits sizes."""
    # What doubles its time with each letter must not be tried with many.
    if seconds(made(60)) >= _LIMIT:
        return "no end with 60 letters"
    first = min(SCREENED, most)
    cost = seconds(made(first))
    if cost < quick * first:
        return ""
    if most < _SIZES[-1]:
        return _wrong([most], [min(seconds(made(most)), seconds(made(most)))], too_many)
    if seconds(made(_SIZES[1])) < cost * _FAR_BELOW * _SIZES[1] / first:
        return ""
    costs = _costs(made, _SIZES, too_many)
    if not _wrong(_SIZES, costs, too_many):
        return ""
    again = _costs(made, _SIZES[: len(costs)], too_many)
    return _wrong(_SIZES, [min(both) for both in zip(costs, again, strict=False)], too_many)


def _costs(made: Made, sizes: Sequence[int], too_many: float) -> list[float]:
    """The cost of each size, up to one that is too high."""
    costs: list[float] = []
    for size in sizes:
        costs.append(seconds(made(size)))
        if costs[-1] >= too_many * size:
            break
    return costs


def _wrong(sizes: Sequence[int], costs: list[float], too_many: float) -> str:
    sizes = sizes[: len(costs)]
    each = costs[-1] / sizes[-1]
    if each >= too_many or costs[-1] >= _LIMIT:
        return f"{each * 1e6:.1f} µs a letter of {sizes[-1]:,}"
    grown = costs[-1] / max(costs[0], 1e-6)
    doublings = len(sizes) - 1
    if doublings and grown > _MOST_A_DOUBLING**doublings and each > _MATTERS:
        return f"{grown:.0f} times as long for {2**doublings} times as much, {each * 1e6:.1f} µs a letter"
    return ""
