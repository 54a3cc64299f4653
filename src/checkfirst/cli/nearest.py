"""The nearest configuration and the nearest lock file, from the current folder upward, outside the checked paths.

A set can't configure its own check: a file inside a checked folder is not used, whatever the current folder is.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from checkfirst.checking import lock
from checkfirst.config import NAME, PROJECT, is_config, looks_like_config
from checkfirst.trust import is_of_the_same

#: A file or folder, independent of its name: its device and its inode.
_Identity = tuple[int, int]


class Nearest(Struct, frozen=True):
    """The result of a search."""

    path: Path | None
    """The file to use."""
    passed_over: Path | None = None
    """The nearest file that would be used if it were not inside the set."""
    foreign: Path | None = None
    """The nearest file that belongs to another user, who is not the set's owner either."""


def nearest_config(checked: Sequence[Path]) -> Nearest:
    """The nearest configuration. Raises ``ConfigError`` for a ``pyproject.toml`` outside the set that can't be read."""
    return _nearest((NAME, PROJECT), checked, qualifies=is_config, seems_to_qualify=looks_like_config)


def nearest_lock(checked: Sequence[Path]) -> Nearest:
    """The nearest lock file."""
    return _nearest((lock.NAME,), checked, qualifies=lambda _: True, seems_to_qualify=lambda _: True)


def stands_inside(path: Path, checked: Sequence[Path]) -> bool:
    """Whether a path, or the target of a symbolic link, is one of the checked paths or below one."""
    sets = _identities(checked)
    # Not ``resolve``, which fails for links in a circle.
    real = Path(os.path.realpath(path))
    return not sets.isdisjoint(_identities((path, *path.parents, real, *real.parents)))


def _nearest(
    names: tuple[str, ...],
    checked: Sequence[Path],
    *,
    qualifies: Callable[[Path], bool],
    seems_to_qualify: Callable[[Path], bool],
) -> Nearest:
    """``seems_to_qualify`` is asked about files inside the set, which may be hostile, and raises nothing."""
    here = Path.cwd()
    passed_over: Path | None = None
    foreign: Path | None = None
    for path in (folder / name for folder in (here, *here.parents) for name in names):
        if not os.path.exists(path):
            continue
        if not all(is_of_the_same(path, Path(one)) for one in checked):
            # In a folder that all may write, such as one for temporary files, anybody can put one.
            foreign = foreign or path
        elif stands_inside(path, checked):
            passed_over = passed_over or (path if seems_to_qualify(path) else None)
        elif qualifies(path):
            return Nearest(path, passed_over, foreign)
    return Nearest(None, passed_over, foreign)


def _identities(paths: Iterable[Path]) -> set[_Identity]:
    # Not by name: a folder has several, through links or on a file system that ignores case.
    found: set[_Identity] = set()
    for path in paths:
        try:
            status = os.stat(path)
        except OSError:
            continue
        found.add((status.st_dev, status.st_ino))
    return found
