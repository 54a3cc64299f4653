"""Whether what is kept of a set still holds: its files are as they were, and so are checkfirst's own."""

import os
import re
import sys
from typing import Final

from checkfirst.known import store
from checkfirst.known.state import FORM, Stamp, State
from checkfirst.user_cache import package_files

#: Files and folders that are looked at before each answer; a larger set is checked instead. Not measured.
MOST: Final = 50_000
#: Folders of which it matters that they are there: each command of version control changes files in them.
_HISTORY: Final = frozenset({".git", ".hg", ".svn"})


def key_of(base: str, paths: list[str], purpose: str = "") -> list[str]:
    """The key of a set, whose paths are relative to ``base``, and of its purpose, if that is not the configuration's."""
    return [str(FORM), base, purpose, *(os.path.join(base, path) for path in paths)]


def set_of(state: State) -> list[str]:
    """The paths of the set, joined with the folder that they were relative to."""
    return state["key"][3:]


def known(key: list[str]) -> State | None:
    """What was last found in the set, whether it still holds or not; ``None`` if nothing is kept."""
    state: State | None = store.read(key)
    return state


def holds(state: State) -> bool:
    """Whether nothing changed on which the result depends, and a change since would show."""
    return state["settled"] and is_unchanged(state)


def is_unchanged(state: State) -> bool:
    """Whether nothing that shows changed on which the result depends.

    A file is taken for unchanged while its size, times, inode and mode are the same. The time of the last change of a
    file's status can't be set by a program (stat(2)), so that restored times deceive nobody.
    """
    return (
        state["code"] == own_code()
        and all(stamp_of(path) == stamp for path, stamp in state["stamps"].items())
        and all(
            # Most that comes and goes in such a folder is nothing to the set.
            stamp_of(folder) == stamp or names_in(folder, state["deciding"]) == names
            for folder, (stamp, names) in state["above"].items()
        )
    )


def names_in(folder: str, pattern: str) -> list[str]:
    """The names in a folder that match as a whole, sorted; none for a folder that can't be read."""
    try:
        return sorted(filter(re.compile(pattern).fullmatch, os.listdir(folder)))
    except OSError:
        return []


def stamp_of(path: str) -> Stamp:
    """The stamp of a file or folder."""
    try:
        status = os.lstat(path)
    except OSError:
        return None
    if os.path.basename(path) in _HISTORY:
        return [0, 0, 0, status.st_ino, status.st_mode]
    return [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, status.st_mode]


def own_code() -> str:
    """The state of the files that make the result: checkfirst's, and the folders where packages are installed."""
    files = package_files()
    sizes, times = sum(size for _, size, _ in files), sum(time for _, _, time in files)
    # The first one is that of the program or the current folder, where anything may change.
    installed = [stamp_of(folder) for folder in sys.path[1:]]
    return f"{len(files)} {sizes} {times} {installed} {sys.version_info}"
