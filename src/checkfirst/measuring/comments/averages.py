"""Mean and median of a few numbers: the standard library's module imports decimal and other numbers, which takes time."""

from collections.abc import Iterable, Sequence
from math import fsum


def mean(numbers: Iterable[float]) -> float:
    """The arithmetic mean of one number or more."""
    listed = list(numbers)
    return fsum(listed) / len(listed)


def median(numbers: Sequence[float]) -> float:
    """The middle number of one or more, or the mean of the two in the middle."""
    ordered, half = sorted(numbers), len(numbers) // 2
    return ordered[half] if len(numbers) % 2 else (ordered[half - 1] + ordered[half]) / 2
