"""What a corpus of 100 million documents of 10 KB, 1 TB, would cost, by multiplication from rates that are measured here.

Measured in processor time on one core each: the check of web text in texts of 10 KB; the process that reads such rows from Parquet, cuts blocks and
sends them, with nothing to check them; near-duplicates among as many hashes as such documents have; the report.

Hashes of runs of words have 32 bits. Among ten million such documents each hash of a sketch is that of four others by chance, among
100 million that of forty, which is more than are paired: near-duplicates are looked for in ten million at a time.
"""

import os
import pickle
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import pyarrow as pa
from msgspec import Struct
from pyarrow import parquet

from benchmarks.corpus import processes, web_texts, written
from benchmarks.options import Figure, data_folder, print_table
from checkfirst.config import Config
from checkfirst.corpus.batch import SHINGLES
from checkfirst.corpus.blocks import Block
from checkfirst.corpus.columns import Columns
from checkfirst.corpus.copies import copies_in
from checkfirst.corpus.inputs import inputs_of
from checkfirst.corpus.run import check_corpus
from checkfirst.corpus.store import InputParts, Part, Store
from checkfirst.corpus.summary import summary_of
from checkfirst.corpus.tables import CHECKED, table_of_rows
from checkfirst.model.kinds import Purpose

#: Documents and bytes of the corpus, and cores that it could have.
DOCUMENTS, BYTES, CORES = 100_000_000, 10_000, (16, 64, 256, 1_024)
#: What is measured: texts that are checked, rows that are read, documents with hashes, and blocks of 320.
CHECKED_TEXTS, READ_ROWS, HASHED, BLOCK = 400, 20_000, 100_000, 320
#: Documents whose near-duplicates are looked for at a time, which the hashes that are measured lie as close as those of.
AT_A_TIME: Final = 10_000_000
#: Bytes that ``copies`` holds in memory for each document (46 more for each from 200,000 to 800,000 documents, by
#: tracemalloc), and writes of its sketch and of its pairs, four for each hash.
_HELD, _SKETCH, _PAIRS = 50, 40 * 8, 40 * 4 * 8
_HOUR, _GIGA = 3_600.0, 1e9


class Rates(Struct, frozen=True, kw_only=True):
    """What was measured, in seconds of one core for each document, and bytes for each document."""

    check: dict[Purpose, float]
    kept: float
    read: float
    copies: float
    report: float


def texts_of_ten_kilobytes(data: Path, count: int) -> list[tuple[str, str]]:
    """Web text cut into texts of 10 KB."""
    pages = web_texts(data, count * BYTES / 1e6 * 1.1)
    everything = "\n\n".join(text for _, text in pages)
    cut = range(0, len(everything), BYTES)
    return [(f"{n}.txt", everything[start : start + BYTES]) for n, start in enumerate(islice(cut, count))]


def checked(texts: list[tuple[str, str]], purpose: Purpose) -> tuple[float, float, float]:
    """Seconds for each text: of the check, and of the report; and bytes that are kept of each."""
    with TemporaryDirectory() as folder:
        output = Path(folder, "out")
        inputs = inputs_of([str(written(texts, Path(folder)))], Columns())
        began = time.process_time()
        check_corpus(inputs, Store(output), Config(purpose=purpose), processes(1), lambda _: None)
        took = time.process_time() - began
        kept = sum(file.stat().st_size for file in output.rglob("*.parquet"))
        began = time.process_time()
        summary_of(Store(output))
        return took / len(texts), (time.process_time() - began) / len(texts), kept / len(texts)


def read(texts: list[tuple[str, str]]) -> float:
    """Seconds of the first process for each row that it reads and sends."""
    many = [texts[n % len(texts)][1].encode("utf-8", "replace").decode() for n in range(READ_ROWS)]

    def send(blocks: Iterator[Block], store: Store, config: Config) -> Iterator[Block]:
        for block in blocks:
            pickle.dumps(block)
            yield block

    with TemporaryDirectory() as folder:
        path = Path(folder, "a.parquet")
        parquet.write_table(pa.table({"id": [str(n) for n in range(READ_ROWS)], "text": many}), path)
        inputs = inputs_of([str(path)], Columns())
        began = time.process_time()
        check_corpus(inputs, Store(Path(folder, "out")), Config(), send, lambda _: None)
        return (time.process_time() - began) / READ_ROWS


def compared() -> float:
    """Seconds for each document whose hashes are compared with those of all others; one of twenty is a copy."""
    rng = np.random.default_rng(1)
    with TemporaryDirectory() as folder:
        store = Store(Path(folder))
        store.create()
        parts = []
        # As many documents to each value as there would be.
        values = 2**32 * HASHED // AT_A_TIME
        earlier = rng.integers(0, values, SHINGLES, dtype=np.uint32)
        for start in range(0, HASHED, BLOCK):
            table = []
            for number in range(start, min(start + BLOCK, HASHED)):
                some = rng.integers(0, values, SHINGLES, dtype=np.uint32)
                if number % 20 == 1:
                    some[: SHINGLES * 19 // 20] = earlier[: SHINGLES * 19 // 20]
                earlier = some
                digest = rng.bytes(16)
                table.append({"words": 1_700, "text_digest": digest, "shingles": np.unique(some).tobytes()})
            store.write(f"{start:08}", table_of_rows(table, CHECKED))
            parts.append(Part(key=f"{start:08}", rows=len(table)))
        store.write_manifest([InputParts(name="a", parts=tuple(parts))], Config())
        began = time.process_time()
        found = sum(1 for _ in copies_in(store))
        took = time.process_time() - began
    assert found == sum(1 for number in range(HASHED) if number % 20 == 1), found
    return took / HASHED


def measured(data: Path) -> Rates:
    """The rates."""
    texts = texts_of_ten_kilobytes(data, CHECKED_TEXTS)
    # Weights are loaded and patterns compiled once.
    checked(texts[:40], Purpose.BUILD)
    each = {purpose: checked(texts, purpose) for purpose in (Purpose.BUILD, Purpose.TRAIN)}
    _, report, kept = each[Purpose.BUILD]
    return Rates(
        check={purpose: took for purpose, (took, _, _) in each.items()},
        kept=kept,
        read=read(texts),
        copies=compared(),
        report=report,
    )


def figures(data: Path) -> list[Figure]:
    """The figures for the documentation."""
    rates = measured(data)
    hours = DOCUMENTS / _HOUR
    parts = f"near-duplicates, ten times {AT_A_TIME // 1_000_000} million documents"
    fed = {purpose: took / rates.read for purpose, took in rates.check.items()}
    lines = []
    for purpose, took in rates.check.items():
        name = f"check, --purpose {purpose.value}"
        lines.append((f"{name}: MB/s of a core", f"{BYTES / 1e6 / took:.2f}"))
        lines.append((f"{name}: hours of one core", f"{took * hours:,.0f}"))
        each = (f"{max(took / cores, rates.read) * hours:,.1f}" for cores in CORES)
        lines.append((f"{name}: hours on {', '.join(f'{cores:,}' for cores in CORES)} cores", ", ".join(each)))
        lines.append((f"{name}: cores that one reading process feeds", f"{fed[purpose]:,.0f}"))
    lines += [
        ("reading, cutting and sending: hours of one core", f"{rates.read * hours:,.1f}"),
        ("results that are kept: GB", f"{rates.kept * DOCUMENTS / _GIGA:,.0f}"),
        ("report: hours of one core", f"{rates.report * hours:,.1f}"),
        (f"{parts}: hours of one core", f"{rates.copies * hours:,.1f}"),
        (f"{parts}: GB of memory", f"{_HELD * AT_A_TIME / _GIGA:,.1f}"),
        (f"{parts}: GB on disk meanwhile", f"{(_SKETCH + _PAIRS + 4 * SHINGLES) * AT_A_TIME / _GIGA:,.0f}"),
    ]
    return [Figure(what=what, ours=ours, beside="", module="corpus_cost") for what, ours in lines]


def main() -> None:
    """Print the table."""
    found = figures(data_folder(__doc__))
    print_table(["what", "checkfirst"], [[f.what, f.ours] for f in found])


if __name__ == "__main__":
    main()
