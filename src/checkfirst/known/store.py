"""Keeping what is known of sets: a JSON file for each in the user's cache folder.

As with the cache of results, what others could have written is not believed, and what can't be read or written is as if
there were nothing.
"""

import json
import os
from binascii import crc32
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Any

from checkfirst.known.news import dated
from checkfirst.known.state import Sessions, State
from checkfirst.trust import is_own
from checkfirst.user_cache import cache_folder

#: The folder inside the cache folder; bytes of the largest file that is kept. Not measured.
FOLDER = "known"
_MOST_BYTES = 16_000_000
_FOLDER_MODE, _FILE_MODE = 0o700, 0o600


def read(key: list[str]) -> Any:
    """What is kept under a key; ``None`` for nothing, or what can't be believed."""
    path = _path(key)
    if path is None or not is_own(os.path.dirname(path)) or not is_own(path):
        return None
    try:
        with open(path, "rb") as file:
            kept = json.loads(file.read(_MOST_BYTES))
        return kept if kept["key"] == key else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def keep(state: State) -> State:
    """Keep a state in place of the one before, which dates its rows. Returns the state that is kept.

    That is another one, where a process that began to look later was done earlier.
    """
    with alone():
        before: State | None = read(state["key"])
        if before and before["looked"] > state["looked"]:
            return before
        state = dated(state, before)
        write(state)
        return state


def write(kept: State | Sessions) -> None:
    """Write a file, in place of the one under the same key."""
    path = _path(kept["key"])
    if path is None:
        return
    text = json.dumps(kept, separators=(",", ":")).encode()
    temporary = f"{path}.{os.getpid()}"
    with suppress(OSError):
        _make_folder(os.path.dirname(path))
        if len(text) > _MOST_BYTES or not is_own(os.path.dirname(path)):
            return
        with suppress(FileNotFoundError):
            os.unlink(temporary)
        descriptor = os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _FILE_MODE)
        with os.fdopen(descriptor, "wb") as file:
            file.write(text)
        os.replace(temporary, path)


@contextmanager
def alone() -> Iterator[None]:
    """Let no other process change what is kept meanwhile, if the folder is there or can be made."""
    from checkfirst.exclusive import exclusive

    above = cache_folder()
    with ExitStack() as held:
        if above is not None:
            with suppress(OSError):
                _make_folder(folder := os.path.join(above, FOLDER))
                # Others could hold one that is not the user's own for ever.
                if is_own(folder):
                    held.enter_context(exclusive(folder))
        yield


def _make_folder(folder: str) -> None:
    for each in (os.path.dirname(folder), folder):
        os.makedirs(each, exist_ok=True, mode=_FOLDER_MODE)


def _path(key: list[str]) -> str | None:
    folder = cache_folder()
    # A collision of names is harmless: the key stands in the file.
    name = f"{crc32(repr(key).encode('utf-8', 'backslashreplace')):08x}.json"
    return os.path.join(folder, FOLDER, name) if folder else None
