"""The near-duplicates of a corpus as a Parquet file: both documents by their ids and sources."""

from collections.abc import Iterable
from itertools import islice
from typing import Final

import pyarrow as pa
from pyarrow import parquet

from checkfirst.corpus.copies import Copy
from checkfirst.corpus.store import Store, each_block

COPIES: Final = pa.schema(
    [
        *((f"{which}_{what}", pa.string()) for which in ("first", "second") for what in ("id", "source")),
        ("similarity", pa.float32()),
        ("containment", pa.float32()),
    ]
)
#: Pairs that are written at a time.
_AT_ONCE: Final = 10_000


def write_copies(store: Store, copies: Iterable[Copy]) -> int:
    """Write the pairs into ``copies.parquet`` of the store. Returns how many there are. Raises ``OSError``."""
    names = pa.concat_tables(store.documents(key, ["id", "source"]) for _, key in each_block(store))
    rest, count = iter(copies), 0
    final = store.folder / "copies.parquet"
    beside = final.with_name(".unfinished-copies.parquet")
    with parquet.ParquetWriter(beside, COPIES, compression="zstd") as writer:
        while some := list(islice(rest, _AT_ONCE)):
            count += len(some)
            writer.write_table(_table(names, some))
    beside.replace(final)
    return count


def _table(names: pa.Table, copies: list[Copy]) -> pa.Table:
    both = {"first": names.take([c.first for c in copies]), "second": names.take([c.second for c in copies])}
    told = {f"{which}_{what}": table[what] for which, table in both.items() for what in ("id", "source")}
    figures = {"similarity": [c.similarity for c in copies], "containment": [c.containment for c in copies]}
    return pa.table({**told, **figures}).cast(COPIES)
