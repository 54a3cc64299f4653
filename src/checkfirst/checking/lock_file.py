"""Changing ``checkfirst.lock``: one process at a time, and a reader sees the former lines or the new ones."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from checkfirst.checking.lock import Lock, read_lock
from checkfirst.errors import OutputError
from checkfirst.exclusive import exclusive
from checkfirst.whole_file import remove_unfinished, replace_file


def change_lock(path: Path, change: Callable[[Lock], Lock], *, within: Path | None) -> Lock:
    """Read the lock, change it and write it if it differs, while no other process does so. Returns the lock as it is now.

    Once this returns, the lines are on the disk. ``within`` is that of ``replace_file``. Raises ``ConfigError`` for a lock
    that can't be read, which stays as it is, and ``OutputError``.
    """
    # The folder of the file itself: another process may name it without the link. A link out of ``within`` is refused.
    with folder_lock(path.parent if within else Path(os.path.realpath(path)).parent):
        before = read_lock(path)
        after = change(before)
        if after != before:
            replace_file(path, [after.text()], within=within)
            remove_unfinished(path)
        return after


@contextmanager
def folder_lock(folder: Path) -> Iterator[None]:
    """Hold a folder, so that two processes don't write its lock file at once.

    Raises ``OutputError`` for a folder that can't be opened.
    """
    with ExitStack() as held:
        try:
            held.enter_context(exclusive(folder))
        except OSError as error:
            raise OutputError(f"{folder}: can't be opened: {error.strerror}") from None
        yield
