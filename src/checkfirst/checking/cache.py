"""A cache of results: one SQLite file in the user's cache folder.

It never breaks a check: an entry that can't be read counts as missing, and one that can't be written is dropped. A
killed process leaves whole entries or none, and several processes may use the file at once. What others could have
written is not believed: neither a file of another user, nor one behind a link, nor a value under another key.
"""

import gc
import hashlib
import os
import sqlite3
import time
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final, TypeVar

import msgspec
from msgspec import Struct

from checkfirst.config import Config
from checkfirst.plugins import installed
from checkfirst.sources.interface import Found, Unreadable
from checkfirst.trust import is_own
from checkfirst.user_cache import cache_folder, package_files

#: Seconds after its last use at which an entry is dropped. Not measured.
_LIFETIME: Final = 30 * 24 * 3600
#: Seconds since its last recorded use at which an entry's use is recorded again: a run whose entries were used lately
#: writes nothing.
_RECORD_AFTER: Final = _LIFETIME // 6
#: Seconds to wait for another process that writes. Not measured.
_TIMEOUT: Final = 2.0
#: Entries written in one transaction. Not measured.
_BATCH: Final = 500
#: Bytes of the digest at the end of a value.
_DIGEST: Final = 32
#: zlib's level: the fastest.
_COMPRESSION: Final = 1
#: Permissions of the cache, which tells what its user checks: theirs alone.
_FOLDER_MODE, _FILE_MODE = 0o700, 0o600
#: What a damaged file raises: the text of SQLite's own error may quote bytes that are no UTF-8.
_FILE_ERRORS: Final = (sqlite3.Error, UnicodeDecodeError)
Value = TypeVar("Value")
_TABLE: Final = "CREATE TABLE IF NOT EXISTS found (key BLOB PRIMARY KEY, day INTEGER, value BLOB) WITHOUT ROWID"


def cache_file() -> Path | None:
    """The cache's path in the user's cache folder; ``None`` without a home folder."""
    folder = cache_folder()
    return Path(folder, "cache.sqlite3") if folder else None


def files_of(path: Path) -> tuple[Path, ...]:
    """The files in which SQLite keeps a database (SQLite, "Temporary Files Used By SQLite")."""
    return (path, *(path.with_name(path.name + ending) for ending in ("-wal", "-shm", "-journal")))


def clean(path: Path) -> int:
    """Delete the cache. Returns its size in bytes."""
    size = 0
    for file in files_of(path):
        with suppress(FileNotFoundError):
            size += file.lstat().st_size
            file.unlink()
    return size


class Signature(Struct, frozen=True):
    """A digest of everything besides the documents on which results depend."""

    digest: bytes

    def key(self, *parts: str) -> bytes:
        """The key of an entry that also depends on these texts."""
        lengths = b"".join(len(part).to_bytes(8, "big") for part in parts)
        texts = b"".join(part.encode("utf-8", "surrogatepass") for part in parts)
        return hashlib.sha256(self.digest + lengths + texts).digest()


def signature(config: Config) -> Signature:
    """The signature of a configuration, of this package's files (code, rules and weights), and of plug-ins."""
    parts = (repr(config), package_files(), installed())
    return Signature(hashlib.sha256(repr(parts).encode()).digest())


def digest_of(item: Found) -> str | None:
    """The SHA-256 of a document's bytes; ``None`` if it can't be read."""
    try:
        return hashlib.sha256(item.load()).hexdigest()
    except Unreadable:
        return None


class Cache:
    """Values by key. After the first error of its file it is empty and stores nothing."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._unwritten: dict[bytes, object] = {}
        self._used: list[bytes] = []
        self._file: sqlite3.Connection | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=_FOLDER_MODE)
            if is_own(path.parent) and all(is_own(file) for file in files_of(path) if os.path.lexists(file)):
                self._file = self._opened()
        except _FILE_ERRORS as error:
            # The file is no database, or a broken one; operational errors, such as a locked file, say nothing of it.
            if not isinstance(error, sqlite3.OperationalError):
                clean(path)
        except OSError:
            pass

    def _opened(self) -> sqlite3.Connection:
        # SQLite would make the file by the umask; made here, no other user can open it first.
        os.close(os.open(self._path, os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0), _FILE_MODE))
        file = sqlite3.connect(self._path, timeout=_TIMEOUT, isolation_level=None)
        file.execute("PRAGMA journal_mode=WAL")
        file.execute("PRAGMA synchronous=NORMAL")
        file.execute(_TABLE)
        return file

    def get(self, key: bytes, kind: type[Value]) -> Value | None:
        """The value of a key, which was stored as this type; ``None`` for no value, or one that can't be read."""
        if self._file is None:
            return None
        try:
            row = self._file.execute("SELECT value FROM found WHERE key = ?", (key,)).fetchone()
            if row is None:
                return None
            self._used.append(key)
            return _unpacked(key, row[0], kind)
        except _FILE_ERRORS as error:
            self._give_up(error)
            return None
        except Exception:  # the value is of another version, or damaged
            return None

    def _give_up(self, error: Exception) -> None:
        """Stop using the file. A broken one is deleted, so that the next check starts with an empty one."""
        self._file = None
        if not isinstance(error, sqlite3.OperationalError):
            with suppress(OSError):
                clean(self._path)

    def put(self, key: bytes, value: object) -> None:
        """Store a value. Values are written in batches."""
        if self._file is not None:
            self._unwritten[key] = value
            if len(self._unwritten) >= _BATCH:
                self._write()

    def close(self) -> None:
        """Write the values that are not written yet, and drop expired ones."""
        self._write()
        if self._file is not None:
            self._file.close()
            self._file = None

    def _write(self) -> None:
        if self._file is None or not (self._unwritten or self._used):
            return
        now = int(time.time())
        rows = list(_rows(self._unwritten, now))
        uses = [(now, key, now - _RECORD_AFTER) for key in self._used]
        try:
            self._file.execute("BEGIN IMMEDIATE")
            self._file.executemany("INSERT OR REPLACE INTO found VALUES (?, ?, ?)", rows)
            self._file.executemany("UPDATE found SET day = ? WHERE key = ? AND day < ?", uses)
            self._file.execute("DELETE FROM found WHERE day < ?", (now - _LIFETIME,))
            self._file.execute("COMMIT")
        except _FILE_ERRORS as error:
            with suppress(*_FILE_ERRORS):
                self._file.execute("ROLLBACK")
            self._give_up(error)
        self._unwritten, self._used = {}, []


def _unpacked(key: bytes, packed: bytes, kind: type[Value]) -> Value:
    """The value that was stored under the key. Raises ``ValueError`` for any other.

    What is stored names no types and no functions, so that a crafted cache file runs nothing. Garbage collection is off
    meanwhile: it costs time, and nothing of a new value is garbage.
    """
    stored, digest = packed[:-_DIGEST], packed[-_DIGEST:]
    if hashlib.sha256(key + stored).digest() != digest:
        raise ValueError("stored under another key, or damaged")
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        return msgspec.msgpack.decode(zlib.decompress(stored), type=kind)
    finally:
        if was_enabled:
            gc.enable()


def _rows(values: Mapping[bytes, object], now: int) -> Iterator[tuple[bytes, int, bytes]]:
    """A row for each value. One with a name that is no Unicode, which some file systems allow, is not stored."""
    for key, value in values.items():
        with suppress(UnicodeEncodeError):
            stored = zlib.compress(msgspec.msgpack.encode(value), _COMPRESSION)
            yield key, now, stored + hashlib.sha256(key + stored).digest()
