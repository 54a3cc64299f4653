"""The near-duplicates of a corpus as a Parquet file, and what a report tells of it."""

import hashlib
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from msgspec import Struct
from pyarrow import parquet

from checkfirst.corpus.copies import Copy
from checkfirst.corpus.store import Store, each_block

_BOTH: Final = ("first", "second")
_OF_EACH: Final = ("id", "source", "opening")
#: Both documents: their places among all documents of the run, ids, sources and first lines.
COPIES: Final = pa.schema(
    [
        *((which, pa.int64()) for which in _BOTH),
        *((f"{which}_{what}", pa.string()) for which in _BOTH for what in _OF_EACH),
        ("similarity", pa.float64()),
        ("containment", pa.float64()),
    ]
)
#: Pairs that are written at a time, and decimals of their figures: those of 1,024 hashes.
_AT_ONCE, _DECIMALS = 10_000, 3
#: Where the file says of which run it is.
_RUN: Final = b"checkfirst.run"


class Pair(Struct, frozen=True, kw_only=True):
    """Two near-duplicates, each by its id, source and first line."""

    first: tuple[str, str, str]
    second: tuple[str, str, str]
    similarity: float
    containment: float


class CopiesFound(Struct, frozen=True, kw_only=True):
    """What a report tells of near-duplicates."""

    pairs: int
    documents: int
    """Documents that are a near-duplicate of an earlier one."""
    by_source: Mapping[str, int]
    """These documents by their sources."""
    some: tuple[Pair, ...]
    """The least alike pairs, a first document in one of them alone: those that are in doubt first."""


def write_copies(store: Store, copies: Iterable[Copy]) -> int:
    """Write the pairs into ``copies.parquet`` of the store. Returns how many there are. Raises ``OSError``."""
    names = pa.concat_tables([_names(store, name, key) for name, key in each_block(store)])
    rest, count = iter(copies), 0
    final = store.folder / "copies.parquet"
    beside = final.with_name(".unfinished-copies.parquet")
    schema = COPIES.with_metadata({_RUN: _run(store)})
    with parquet.ParquetWriter(beside, schema, compression="zstd") as writer:
        while some := list(islice(rest, _AT_ONCE)):
            count += len(some)
            writer.write_table(_table(names, some).cast(schema))
    beside.replace(final)
    return count


def read_copies(store: Store, most: int) -> CopiesFound | None:
    """What was found of near-duplicates, with so many pairs at most; ``None`` if they were not looked for in the last run."""
    file = store.folder / "copies.parquet"
    if not file.exists() or (parquet.read_schema(file).metadata or {}).get(_RUN) != _run(store):
        return None
    table = parquet.read_table(file, columns=["first", "second", "second_source", "similarity", "containment"])
    later = table.group_by("second").aggregate([("second_source", "min")])
    counted = later.group_by("second_source_min").aggregate([([], "count_all")]).to_pylist()
    order = table.append_column("row", pa.array(np.arange(table.num_rows)))
    order = order.sort_by([(name, "ascending") for name in ("similarity", "containment", "row")])
    rows = order["row"].take(_first_of_each(order["first"], most))
    shown = parquet.read_table(file).take(rows).to_pylist()
    return CopiesFound(
        pairs=table.num_rows,
        documents=later.num_rows,
        by_source={row["second_source_min"]: row["count_all"] for row in counted},
        some=tuple(map(_pair, shown)),
    )


def _first_of_each(values: pa.ChunkedArray, most: int) -> list[int]:
    """Where the first distinct values stand, so many at most."""
    met: dict[int, int] = {}
    for place, value in enumerate(values):
        met.setdefault(value.as_py(), place)
        if len(met) >= most:
            break
    return list(met.values())


def _pair(row: dict[str, object]) -> Pair:
    first, second = (tuple(str(row[f"{which}_{what}"] or "") for what in _OF_EACH) for which in _BOTH)
    return Pair(
        first=(first[0], first[1], first[2]),
        second=(second[0], second[1], second[2]),
        similarity=float(str(row["similarity"])),
        containment=float(str(row["containment"])),
    )


def _run(store: Store) -> bytes:
    """The digest of what the last run checked."""
    parts = ",".join(key for _, key in each_block(store))
    return hashlib.blake2b(parts.encode(), digest_size=16).hexdigest().encode()


def _names(store: Store, name: str, key: str) -> pa.Table:
    """The ids, sources and first lines of a block; a row without a source is of its input."""
    table = store.documents(key, list(_OF_EACH))
    source = pc.if_else(pc.equal(pc.fill_null(table["source"], ""), ""), name, table["source"])
    return table.set_column(table.schema.get_field_index("source"), "source", source)


def _table(names: pa.Table, copies: list[Copy]) -> pa.Table:
    numbers = {"first": [c.first for c in copies], "second": [c.second for c in copies]}
    both = {which: names.take(numbers[which]) for which in _BOTH}
    told = {f"{which}_{what}": both[which][what] for which in _BOTH for what in _OF_EACH}
    figures = {
        "similarity": [round(c.similarity, _DECIMALS) for c in copies],
        "containment": [round(c.containment, _DECIMALS) for c in copies],
    }
    return pa.table({**numbers, **told, **figures})
