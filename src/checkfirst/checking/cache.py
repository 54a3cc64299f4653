"""What earlier checks found, by the content of documents and by all that decides what is found in them.

One SQLite file in the user's cache folder. It never breaks a check: what can't be read is measured again, and what can't
be written is not kept. A process that is killed leaves whole entries or none, and several may use it at once.
"""

import gc
import hashlib
import io
import os
import pickle
import sqlite3
import time
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Final

from checkfirst.config import Config
from checkfirst.sources.interface import Found, Unreadable

#: Seconds after which what nobody asked for is dropped, and those that another process is waited for.
_KEPT, _WAITED = 30 * 24 * 3600, 2.0
#: Entries that are written at a time.
_BATCH: Final = 500
_TABLE: Final = "CREATE TABLE IF NOT EXISTS found (key BLOB PRIMARY KEY, day INTEGER, value BLOB) WITHOUT ROWID"


def cache_file() -> Path | None:
    """The file: below ``XDG_CACHE_HOME``, or where the system keeps caches; ``None`` for a user without a home."""
    named = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        folder = Path(named) if named else Path.home() / ".cache"
    except RuntimeError:
        return None
    return folder / "checkfirst" / "cache.sqlite3"


def clean(path: Path) -> int:
    """Delete the cache; returns the bytes that it took."""
    size = 0
    for file in (path, *(path.with_name(path.name + ending) for ending in ("-wal", "-shm", "-journal"))):
        with suppress(FileNotFoundError):
            size += file.stat().st_size
            file.unlink()
    return size


@dataclass(frozen=True, slots=True)
class Signature:
    """Everything but the documents that decides what is found."""

    digest: bytes

    def of(self, *said: str) -> bytes:
        """The key of something with these names and contents."""
        lengths = b"".join(len(text).to_bytes(8, "big") for text in said)
        texts = b"".join(text.encode("utf-8", "surrogatepass") for text in said)
        return hashlib.sha256(self.digest + lengths + texts).digest()


def signature(config: Config) -> Signature:
    """By the configuration, and the files of this package: its code, its rules and its weights."""
    package = Path(__file__).parents[1]
    files = sorted(_sources(package))
    stats = [(path.relative_to(package).as_posix(), path.stat()) for path in files]
    said = (repr(config), [(name, s.st_size, s.st_mtime_ns) for name, s in stats])
    return Signature(hashlib.sha256(repr(said).encode()).digest())


def _sources(package: Path) -> Iterator[Path]:
    """The package's own files that decide what is found; samples of rules are none of them."""
    for folder, folders, names in os.walk(package):
        folders[:] = [name for name in folders if name not in {"samples", "__pycache__"}]
        yield from (Path(folder, name) for name in names if name.endswith((".py", ".npz")))


def digest_of(item: Found) -> str | None:
    """The content of a document by its SHA-256; ``None`` where it can't be read."""
    try:
        return hashlib.sha256(item.load()).hexdigest()
    except Unreadable:
        return None


class _OwnTypes(pickle.Unpickler):
    """Reads values of this package alone: a cache file that somebody made runs nothing."""

    def find_class(self, module: str, name: str) -> Any:
        if "." not in name and (module.startswith("checkfirst.model.") or module == "checkfirst.checking.document"):
            found = super().find_class(module, name)
            # Classes of plain values alone: whatever they are called with, nothing is done.
            if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum)):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is none of ours")


class Cache:
    """Values by key. After the first trouble with its file it is empty and keeps nothing."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._waiting: dict[bytes, object] = {}
        self._asked: list[bytes] = []
        self._file: sqlite3.Connection | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._file = self._opened()
        except sqlite3.DatabaseError as error:
            # A file that is no database, or a broken one, is of no use to anybody.
            if not isinstance(error, sqlite3.OperationalError):
                clean(path)
        except OSError:
            pass

    def _opened(self) -> sqlite3.Connection:
        file = sqlite3.connect(self._path, timeout=_WAITED, isolation_level=None)
        os.chmod(self._path, 0o600)
        file.execute("PRAGMA journal_mode=WAL")
        file.execute("PRAGMA synchronous=NORMAL")
        file.execute(_TABLE)
        return file

    def get(self, key: bytes) -> object | None:
        """What was kept under a key."""
        if self._file is None:
            return None
        try:
            row = self._file.execute("SELECT value FROM found WHERE key = ?", (key,)).fetchone()
            if row is None:
                return None
            self._asked.append(key)
            value = _unpacked(row[0])
        except sqlite3.Error as error:
            self._give_up(error)
            return None
        except Exception:  # a value of another version, or one that was damaged
            return None
        return value

    def _give_up(self, error: sqlite3.Error) -> None:
        """Use the file no more; a broken one is deleted, so that the next check begins anew."""
        self._file = None
        if not isinstance(error, sqlite3.OperationalError):
            with suppress(OSError):
                clean(self._path)

    def put(self, key: bytes, value: object) -> None:
        """Keep a value; it is written with others."""
        if self._file is not None:
            self._waiting[key] = value
            if len(self._waiting) >= _BATCH:
                self._write()

    def close(self) -> None:
        """Write what is waiting, and drop what nobody asked for in a month."""
        self._write()
        if self._file is not None:
            self._file.close()
            self._file = None

    def _write(self) -> None:
        if self._file is None or not (self._waiting or self._asked):
            return
        now = int(time.time())
        rows = [(key, now, _packed(value)) for key, value in self._waiting.items()]
        try:
            self._file.execute("BEGIN IMMEDIATE")
            self._file.executemany("INSERT OR REPLACE INTO found VALUES (?, ?, ?)", rows)
            # Days are set anew now and then, not at every reading: a warm run writes nothing.
            old = now - _KEPT // 6
            self._file.executemany("UPDATE found SET day = ? WHERE key = ? AND day < ?", _days(self._asked, now, old))
            self._file.execute("DELETE FROM found WHERE day < ?", (now - _KEPT,))
            self._file.execute("COMMIT")
        except sqlite3.Error as error:
            with suppress(sqlite3.Error):
                self._file.execute("ROLLBACK")
            self._give_up(error)
        self._waiting, self._asked = {}, []


def _unpacked(held: bytes) -> object:
    """A value; nothing of it can be garbage yet, so that nobody need look for any."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        value: object = _OwnTypes(io.BytesIO(zlib.decompress(held))).load()
    finally:
        if was_enabled:
            gc.enable()
    return value


def _packed(value: object) -> bytes:
    return zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), 1)


def _days(keys: Iterable[bytes], now: int, old: int) -> list[tuple[int, bytes, int]]:
    return [(now, key, old) for key in keys]
