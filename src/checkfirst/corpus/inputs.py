"""Files of rows, found and opened: JSON lines, Parquet, CSV, WARC, folders and archives of documents; on any file system
that fsspec knows.
"""

import json
import posixpath
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from msgspec import Struct

from checkfirst.checking.listing import prepare
from checkfirst.config import Config
from checkfirst.corpus.columns import Columns, guessed, with_nested
from checkfirst.corpus.formats import LONGEST_REASON, OPENERS, Records, suffix_of
from checkfirst.corpus.row import Row
from checkfirst.corpus.rows_of_records import Unread, rows_of
from checkfirst.errors import CheckfirstError, UsageError
from checkfirst.sources.folder import list_paths
from checkfirst.sources.interface import Found, Unreadable


class Input(Struct, frozen=True, kw_only=True):
    """A file of rows, or a folder of documents."""

    name: str
    """As a report calls it."""
    size: int
    """Bytes, 0 where they are not known."""
    rows: Callable[[], Iterator[Row]]
    """Reads the rows from the first on. Raises ``UsageError`` for columns that are not there, ``OSError``."""


def inputs_of(paths: list[str], columns: Columns, *, keep: bool = False, outside: tuple[Path, ...] = ()) -> list[Input]:
    """The inputs that the paths name, sorted by name: files, folders, addresses and patterns of both.

    A folder has files of rows, or documents, or both; what it has in the folders ``outside`` is no input. Rows ``keep`` their
    records if asked. Raises ``UsageError``.
    """
    found: dict[str, Input] = {}
    for path in paths:
        for one in _inputs_at(path, columns, keep=keep, outside=tuple(folder.resolve() for folder in outside)):
            found[one.name] = one
    return [found[name] for name in sorted(found)]


def _inputs_at(path: str, columns: Columns, *, keep: bool, outside: tuple[Path, ...]) -> list[Input]:
    local = Path(path)
    if "://" not in path and local.is_dir():

        def is_input(file: Path) -> bool:
            return not any(file.resolve().is_relative_to(folder) for folder in outside)

        files = sorted(f.as_posix() for f in local.rglob("*") if f.is_file() and suffix_of(f.name) and is_input(f))
        documents = [found for found in _listed(local) if not suffix_of(found.path) and is_input(local / found.path)]
        rows = [_of_documents(path, documents, keep=keep)] if documents else []
        return [*(_of_file(name, columns, keep=keep) for name in files), *rows]
    if "://" not in path and local.is_file() and not suffix_of(path):
        return [_of_documents(path, _listed(local), keep=keep)]
    names = _matching(path)
    if not names:
        raise UsageError(f"{path}: no such file or folder")
    return [_of_file(name, columns, keep=keep) for name in names if suffix_of(name)] or _refused(path)


def _listed(path: Path) -> list[Found]:
    """The documents at a path, members of archives among them."""
    return list(prepare(list_paths([path]), Config())[0].found)


def _place(path: str) -> tuple[Any, str]:
    """The file system of a path or an address, and the path there. Raises ``UsageError`` if its driver is not installed."""
    import fsspec

    try:
        fs, inside = fsspec.core.url_to_fs(path)
    except (ImportError, ValueError) as error:
        raise UsageError(f"{path}: {error}") from None
    return fs, str(inside)


@contextmanager
def _reached(path: str) -> Iterator[None]:
    """Raises ``UsageError`` where a file system can't be asked: each has errors of its own for names, rights and networks."""
    try:
        yield
    except CheckfirstError:
        raise
    except Exception as error:
        raise UsageError(f"{path}: can't be read: {type(error).__name__}: {error}"[:LONGEST_REASON]) from None


def _records(fs: Any, inside: str, name: str) -> Records:
    """The records up to the place from which the file can't be opened or read, and a row that says so."""

    def opened() -> Records:
        with fs.open(inside, "rb") as file:
            yield from OPENERS[suffix_of(name)](file, name)

    records = opened()
    while True:
        try:
            record = next(records, None)
        except CheckfirstError:
            raise
        except Exception as error:  # each library has errors of its own for a file that is cut or damaged
            told = f"the file can't be read any further: {name}: {type(error).__name__}: {error}"
            yield Unread(place=name, why=told[:LONGEST_REASON])
            return
        if record is None:
            return
        yield record


def _matching(path: str) -> list[str]:
    fs, inside = _place(path)
    with _reached(path):
        if fs.isdir(inside):
            inside = posixpath.join(inside, "**")
        return sorted(fs.unstrip_protocol(p) if "://" in path else p for p in fs.glob(inside) if not fs.isdir(p))


def _refused(path: str) -> list[Input]:
    raise UsageError(f"{path}: no file of rows; known are {', '.join(sorted(OPENERS))}, and folders of documents")


def _of_file(name: str, columns: Columns, *, keep: bool) -> Input:
    fs, inside = _place(name)

    def rows() -> Iterator[Row]:
        yield from rows_of(_records(fs, inside, name), columns, name, keep=keep)

    with _reached(name):
        size = int(fs.size(inside) or 0)
    return Input(name=name, size=size, rows=rows)


def _of_documents(path: str, documents: list[Found], *, keep: bool) -> Input:
    def rows() -> Iterator[Row]:
        for found in documents:
            record = json.dumps({"path": found.path}) if keep else ""
            try:
                yield Row(id=found.path, content=found.load(), name=found.path, record=record)
            except Unreadable as error:
                yield Row(id=found.path, content=None, problem=str(error), record=record)

    return Input(name=path, size=0, rows=rows)


def columns_of(one: Input, named: Columns) -> str:
    """The columns of an input, as they were named or are guessed, for a person. Raises ``UsageError``."""
    if one.size == 0 or not suffix_of(one.name):
        return "documents as they are"
    fs, inside = _place(one.name)
    records = _records(fs, inside, one.name)
    first = next((record for record in records if isinstance(record, dict)), None)
    return str(guessed(with_nested(first), named, one.name)) if first else "no record"
