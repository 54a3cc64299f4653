"""The address of a review, kept for some hours: a page that is open while the program ends goes on once it runs again.

The file lies in the user's cache folder, is readable to the user alone, and is believed only if nobody else could have written it.
"""

import json
import os
import secrets
import time
from binascii import crc32
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from checkfirst.trust import is_own
from checkfirst.user_cache import cache_folder

FOLDER: Final = "review"
#: Seconds for which an address is kept, bytes of the file, and its modes. A working day; not measured.
_SECONDS, _MOST_BYTES, _FOLDER_MODE, _FILE_MODE = 12 * 3600, 1_000, 0o700, 0o600
#: Characters of a token.
_TOKEN: Final = 43


class Address(NamedTuple):
    """Where a review is served."""

    port: int
    token: str


def new_token() -> str:
    """A token that nobody can guess: 256 bits."""
    return secrets.token_urlsafe(32)


def kept(lock: Path) -> Address | None:
    """The address of the last review whose marks went into this lock file; ``None`` for none, or one that is too old."""
    path = _path(lock)
    if path is None or not is_own(path.parent) or not is_own(path):
        return None
    try:
        if time.time() - path.stat().st_mtime > _SECONDS:
            return None
        with path.open("rb") as file:
            told = json.loads(file.read(_MOST_BYTES))
        port, token, of = told["port"], told["token"], told["lock"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    fits = isinstance(port, int) and isinstance(token, str) and len(token) == _TOKEN and token.isascii()
    return Address(port, token) if fits and of == os.path.realpath(lock) else None


def keep(lock: Path, address: Address) -> None:
    """Keep an address. What can't be written is not kept."""
    path = _path(lock)
    if path is None:
        return
    with suppress(OSError):
        for folder in (path.parent.parent, path.parent):
            folder.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)
        if not is_own(path.parent):
            return
        temporary = path.with_name(f"{path.name}.{os.getpid()}")
        with suppress(FileNotFoundError):
            temporary.unlink()
        descriptor = os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _FILE_MODE)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump({"port": address.port, "token": address.token, "lock": os.path.realpath(lock)}, file)
        temporary.replace(path)


def _path(lock: Path) -> Path | None:
    folder = cache_folder()
    name = f"{crc32(os.path.realpath(lock).encode('utf-8', 'surrogateescape')):08x}.json"
    return Path(folder, FOLDER, name) if folder else None
