"""The nearest configuration and the nearest lock file, from the current folder upward, outside of what is checked.

A set can't configure its own check: a file that stands in a checked folder is passed over, wherever the caller stands.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from checkfirst.checking import lock
from checkfirst.config import NAME, PROJECT, is_config, looks_like_config

#: A file or folder whatever it is called: its device and its number there.
_Identity = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Nearest:
    """What a search found."""

    path: Path | None
    """The file that counts."""
    passed_over: Path | None = None
    """The nearest file that would count if it did not stand inside the set."""


def nearest_config(checked: Sequence[Path]) -> Nearest:
    """The nearest configuration. Raises ``ConfigError`` for a ``pyproject.toml`` outside the set that can't be read."""
    return _nearest((NAME, PROJECT), checked, counts=is_config, seems_to=looks_like_config)


def nearest_lock(checked: Sequence[Path]) -> Nearest:
    """The nearest lock file."""
    return _nearest((lock.NAME,), checked, counts=lambda _: True, seems_to=lambda _: True)


def stands_inside(path: Path, checked: Sequence[Path]) -> bool:
    """Whether a path, or what it is a link to, is one of the checked paths or below one."""
    sets = _identities(checked)
    real = path.resolve()
    return not sets.isdisjoint(_identities((path, *path.parents, real, *real.parents)))


def _nearest(
    names: tuple[str, ...],
    checked: Sequence[Path],
    *,
    counts: Callable[[Path], bool],
    seems_to: Callable[[Path], bool],
) -> Nearest:
    here = Path.cwd()
    passed_over: Path | None = None
    for path in (folder / name for folder in (here, *here.parents) for name in names):
        if not os.path.isfile(path):
            continue
        if stands_inside(path, checked):
            passed_over = passed_over or (path if seems_to(path) else None)
        elif counts(path):
            return Nearest(path, passed_over)
    return Nearest(None, passed_over)


def _identities(paths: Iterable[Path]) -> set[_Identity]:
    # Not by name: a folder can be reached by several, through links or a file system that takes capitals for small letters.
    found: set[_Identity] = set()
    for path in paths:
        try:
            status = os.stat(path)
        except OSError:
            continue
        found.add((status.st_dev, status.st_ino))
    return found
