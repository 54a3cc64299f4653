"""Rules, formats and reports that other installed packages bring, by entry points.

A package declares them in the groups below (https://packaging.python.org/specifications/entry-points). What can't be loaded
is told and left out; it never stops a check. Which packages bring some is found by a look at the names of their files, so
that a call without any imports nothing for it.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, Final, NamedTuple

from checkfirst.out_of_time import OutOfTime

RULES: Final = "checkfirst.rules"
FORMATS: Final = "checkfirst.formats"
REPORTS: Final = "checkfirst.reports"
_GROUP: Final = b"[checkfirst."
#: Bytes of a package's file of entry points that are read. Not measured.
_MOST_BYTES: Final = 1_000_000
#: Characters of an error's text that are kept.
_LONGEST: Final = 200
#: What is no error of a package: an interruption, the end of the time, and a generator that nobody reads to its end.
_NO_ERRORS: Final = (KeyboardInterrupt, OutOfTime, GeneratorExit)


class Brought(NamedTuple):
    """One thing that a package brings."""

    name: str
    """The name of its entry point."""
    source: str
    """The package with its version: ``checkfirst-house 0.1.0``."""
    value: Any


class Problem(NamedTuple):
    """Why something that a package declares is left out."""

    source: str
    name: str
    reason: str

    def __str__(self) -> str:
        return f"plug-in {self.source}, {self.name}: {self.reason}; it is left out"


@cache
def installed() -> tuple[tuple[str, int], ...]:
    """The packages that bring something: the folder of each one's metadata, and its time of change in nanoseconds."""
    found = []
    for folder in dict.fromkeys(sys.path):
        try:
            with os.scandir(folder or os.curdir) as entries:
                names = [entry.path for entry in entries if entry.name.endswith((".dist-info", ".egg-info"))]
        except OSError:
            continue
        found += [(path, os.stat(path).st_mtime_ns) for path in names if _brings_some(path)]
    return tuple(sorted(found))


def _brings_some(metadata: str) -> bool:
    try:
        with open(os.path.join(metadata, "entry_points.txt"), "rb") as file:
            return _GROUP in file.read(_MOST_BYTES)
    except OSError:
        return False


@cache
def brought(group: str) -> tuple[tuple[Brought, ...], tuple[Problem, ...]]:
    """What the installed packages bring in a group, and what could not be loaded. Both in the order of their names."""
    if not installed():
        return (), ()
    from importlib.metadata import entry_points

    loaded, problems = [], []
    for point in sorted(entry_points(group=group), key=lambda point: (point.name, point.value)):
        source = f"{point.dist.name} {point.dist.version}" if point.dist else point.value
        try:
            loaded.append(Brought(point.name, source, point.load()))
        except _NO_ERRORS:
            raise
        except (
            BaseException
        ) as error:  # a module may end the program when it is imported: sys.exit("needs Python 3.13")
            problems.append(Problem(source, point.name, _told(error)))
    return tuple(loaded), tuple(problems)


@contextmanager
def named(name: str, source: str, kind: type[Exception]) -> Iterator[None]:
    """Raises ``kind``, whose text names what failed and its package, for any error in the block, ``SystemExit`` as well."""
    try:
        yield
    except _NO_ERRORS:
        raise
    except BaseException as error:
        raise kind(f"{name} of {source}: {_told(error)}") from error


def _told(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"[:_LONGEST]
