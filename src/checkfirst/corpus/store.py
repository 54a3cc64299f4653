"""The folder of results: three Parquet files for each block, written beside and renamed, and a manifest.

A block is done when its file of documents is there; that one is written last. What a run left unfinished is written again
by the next one, whatever the number of its workers.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, Final

import msgspec
import pyarrow as pa
import pyarrow.compute as pc
from msgspec import Struct
from msgspec.structs import replace
from pyarrow import parquet

import checkfirst
from checkfirst.config import Config
from checkfirst.corpus.tables import DENSE, DOCUMENTS, FAILURES, FINDINGS
from checkfirst.user_cache import CODE_AND_WEIGHTS
from checkfirst.whole_file import replace_file

_DOCUMENTS, _FINDINGS, _FAILURES = "documents", "findings", "failures"
_MANIFEST: Final = "manifest.json"
#: Where results are kept that the last run had no use for.
_EARLIER: Final = "earlier"
#: What the name of a file begins with while it is written.
_UNFINISHED: Final = ".unfinished-"


class Part(Struct, frozen=True, kw_only=True):
    """A block of an input."""

    key: str
    rows: int


class InputParts(Struct, frozen=True, kw_only=True):
    """The blocks of an input, in their order."""

    name: str
    parts: tuple[Part, ...]


@cache
def rule_set(config: Config) -> bytes:
    """The digest of a configuration and of the code, rules and weights of this package: equal on every machine."""
    digest = hashlib.sha256(repr(replace(config, texts=False, readings=False, debug=False)).encode())
    package = Path(checkfirst.__file__).parent
    for path in sorted(p for p in package.rglob("*") if p.suffix in CODE_AND_WEIGHTS and "samples" not in p.parts):
        digest.update(path.relative_to(package).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.digest()


class Store:
    """A folder of results."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def create(self) -> None:
        """Make the folders, and take away what an earlier run had not finished. Raises ``OSError``."""
        for name in (_DOCUMENTS, _FINDINGS, _FAILURES):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
            for left in (self.folder / name).glob(f"{_UNFINISHED}*"):
                left.unlink(missing_ok=True)

    def has(self, key: str) -> bool:
        """Whether a block is done."""
        return self._read_from(_DOCUMENTS, key).exists()

    def keep_apart(self, inputs: list[InputParts]) -> None:
        """Move what is not of these inputs into a folder of its own, and what is of them back.

        So all rows of ``documents`` are those of the last run. A block is moved back with its documents last.
        """
        keys = {part.key for one in inputs for part in one.parts}
        for kind in (_FINDINGS, _FAILURES, _DOCUMENTS):
            _move(self.folder / _EARLIER / kind, self.folder / kind, keys.__contains__)
        for kind in (_DOCUMENTS, _FINDINGS, _FAILURES):
            _move(self.folder / kind, self.folder / _EARLIER / kind, lambda key: key not in keys)

    def write(self, key: str, checked: pa.Table) -> None:
        """Keep the results for a block. Raises ``OSError``."""
        findings, failures = _findings(checked), _failures(checked)
        if findings.num_rows:
            self._put(_FINDINGS, key, findings)
        if failures.num_rows:
            self._put(_FAILURES, key, failures)
        self._put(_DOCUMENTS, key, checked.select(DOCUMENTS.names))

    def documents(self, key: str, columns: list[str] | None = None) -> pa.Table:
        """The documents of a block, in their order."""
        return parquet.read_table(self._read_from(_DOCUMENTS, key), columns=columns)

    def findings(self, key: str) -> pa.Table:
        """The findings of a block."""
        file = self._read_from(_FINDINGS, key)
        return parquet.read_table(file) if file.exists() else FINDINGS.empty_table()

    def write_manifest(self, inputs: list[InputParts], config: Config, sample: int | None = None) -> None:
        """Keep which blocks the inputs have, and how many rows the run was limited to."""
        told = {
            "version": 1,
            "rule_set": rule_set(config).hex(),
            "purpose": config.purpose.value,
            "sample": sample,
            "inputs": msgspec.to_builtins(inputs),
        }
        replace_file(self.folder / _MANIFEST, [json.dumps(told, indent=1)])

    def manifest(self) -> list[InputParts]:
        """The blocks of the inputs of the last run that came to its end; empty if none did."""
        inputs = self._told().get("inputs", [])
        return [InputParts(name=i["name"], parts=tuple(Part(**p) for p in i["parts"])) for i in inputs]

    def sample(self) -> int | None:
        """The number of rows that the last run was limited to; ``None`` for a whole one."""
        sample = self._told().get("sample")
        return int(sample) if sample is not None else None

    def _told(self) -> dict[str, Any]:
        with suppress(FileNotFoundError):
            told: dict[str, Any] = json.loads((self.folder / _MANIFEST).read_text("utf-8"))
            return told
        return {}

    def _file(self, kind: str, key: str) -> Path:
        return self.folder / kind / f"{key}.parquet"

    def _read_from(self, kind: str, key: str) -> Path:
        """The file of a block, which another run may have set apart."""
        earlier = self.folder / _EARLIER / kind / f"{key}.parquet"
        return earlier if not self._file(kind, key).exists() and earlier.exists() else self._file(kind, key)

    def _put(self, kind: str, key: str, table: pa.Table) -> None:
        final = self._file(kind, key)
        beside = final.with_name(f"{_UNFINISHED}{os.getpid()}-{final.name}")
        try:
            # Hashes are all different bits.
            readable = [name for name in table.column_names if name not in DENSE]
            how = {name: "none" if name in DENSE else "zstd" for name in table.column_names}
            parquet.write_table(table, beside, compression=how, use_dictionary=readable)
            with beside.open("rb") as file:
                os.fsync(file.fileno())
            beside.replace(final)
        finally:
            beside.unlink(missing_ok=True)


def _findings(checked: pa.Table) -> pa.Table:
    """A row for each finding of each document."""
    column = checked["findings"].combine_chunks()
    of = pc.list_parent_indices(column)
    found = pc.list_flatten(column)
    known = [checked[name].take(of) for name in ("id", "source")]
    return pa.Table.from_arrays([*known, *found.flatten()], schema=FINDINGS)


def _failures(checked: pa.Table) -> pa.Table:
    """A row for each document that could not be checked."""
    failed = checked.filter(pc.is_valid(checked["failure"]))
    return failed.select(["id", "source", "failure_stage", "failure"]).rename_columns(FAILURES.names)


def _move(source: Path, target: Path, wanted: Callable[[str], bool]) -> None:
    """Move the files of the blocks that are wanted."""
    files = [file for file in source.glob("[!.]*.parquet") if wanted(file.stem)]
    if files:
        target.mkdir(parents=True, exist_ok=True)
    for file in files:
        # Another run may have moved it.
        with suppress(FileNotFoundError):
            file.replace(target / file.name)


def failures_in(documents: pa.Table) -> int:
    """How many documents of a table could not be checked."""
    return int(pc.sum(pc.is_valid(documents["failure"])).as_py() or 0)


def each_block(store: Store) -> Iterator[tuple[str, str]]:
    """The name of each input with the key of each of its blocks, in the order of the manifest."""
    for one in store.manifest():
        for part in one.parts:
            yield one.name, part.key
