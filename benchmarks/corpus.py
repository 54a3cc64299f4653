"""The check of a corpus: rate on web text with one and two processes, beside datatrove's filters; Ray beside processes alone.

Web text is that of saved pages, in Parquet, repeated with other numbers. All is measured in one run, since the ratios of one
run are what a noisy machine leaves.
"""

import os
import random
import re
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import pyarrow as pa
from pyarrow import parquet

from benchmarks.options import Figure, data_folder, print_table
from benchmarks.speed import datatrove_filters
from checkfirst.config import Config
from checkfirst.corpus import local, on_ray
from checkfirst.corpus.blocks import Block
from checkfirst.corpus.columns import Columns
from checkfirst.corpus.inputs import inputs_of
from checkfirst.corpus.run import Engine, check_corpus
from checkfirst.corpus.store import Store, each_block
from checkfirst.model.kinds import Purpose
from training.corpus import rows

Texts = list[tuple[str, str]]
#: Megabytes of web text for the rates, for Ray, and for datatrove, which is slower.
MEGABYTES, OF_RAY, OF_PEER = 6.0, 10.0, 0.6
_MILLION = 1e6


def web_texts(data: Path, megabytes: float) -> Texts:
    """Saved pages as text, up to so many megabytes, from the second time on with other numbers."""
    rng = random.Random(1)
    pages = ["\n".join(row["lines"]) for row in rows(data, "pages2")]
    found: Texts = []
    size, turn = 0.0, 0
    while size < megabytes:
        for page in pages:
            text = page if turn == 0 else re.sub(r"\d", lambda _: str(rng.randrange(10)), page)
            found.append((f"{len(found)}.txt", text))
            size += bytes_of([("", text)]) / _MILLION
            if size >= megabytes:
                break
        turn += 1
    return found


def bytes_of(texts: Texts) -> int:
    """Bytes of all texts in UTF-8."""
    return sum(len(text.encode("utf-8", "surrogatepass")) for _, text in texts)


def written(texts: Texts, folder: Path) -> Path:
    """The texts as a Parquet file."""
    path = folder / "web.parquet"
    clean = [text.encode("utf-8", "replace").decode() for _, text in texts]
    parquet.write_table(pa.table({"id": [name for name, _ in texts], "text": clean}), path)
    return path


def seconds(corpus: Path, output: Path, engine: Engine, purpose: Purpose) -> float:
    """Seconds by the clock for the check of a corpus, the start of processes among them."""
    inputs = inputs_of([str(corpus)], Columns())
    began = time.perf_counter()
    check_corpus(inputs, Store(output), Config(purpose=purpose), engine, lambda _: None)
    return time.perf_counter() - began


def processes(count: int) -> Engine:
    """The engine for one machine with so many processes."""
    return lambda blocks, store, config: local.check_blocks(blocks, store, config, count)


def actors(blocks: Iterator[Block], store: Store, config: Config) -> Iterator[Block]:
    """The engine on two of Ray's actors."""
    return on_ray.check_blocks(blocks, store, config, 2)


def sorted_rows(output: Path) -> list[str]:
    """All rows of the documents, findings and failures of a run, as text in ascending order."""
    store = Store(output)
    tables = [read(key) for _, key in each_block(store) for read in (store.documents, store.findings)]
    return sorted(repr(row) for table in tables for row in table.to_pylist())


def rates(data: Path) -> list[Figure]:
    """The rates of the check, beside datatrove's filters."""
    texts, few = web_texts(data, MEGABYTES), web_texts(data, OF_PEER)
    found = {}
    with TemporaryDirectory() as folder:
        corpus = written(texts, Path(folder))
        for purpose in (Purpose.BUILD, Purpose.TRAIN):
            for count in (1, 2):
                took = seconds(corpus, Path(folder, f"{purpose.value}{count}"), processes(count), purpose)
                found[purpose, count] = bytes_of(texts) / _MILLION / took
    datatrove_filters(few[:5])
    began = time.perf_counter()
    datatrove_filters(few)
    peer = bytes_of(few) / _MILLION / (time.perf_counter() - began)
    return [
        *(
            Figure(
                what=f"MB/s of web text on {'one core' if count == 1 else 'two cores'}, --purpose {purpose.value}",
                ours=f"{rate:.2f}",
                beside=f"{peer:.3f} by datatrove's filters on one ({rate / peer / count:.1f} × a core)",
                module="corpus",
            )
            for (purpose, count), rate in found.items()
        ),
        *(
            Figure(
                what=f"two cores against one, --purpose {purpose.value}",
                ours=f"{found[purpose, 2] / found[purpose, 1]:.2f} ×",
                beside="",
                module="corpus",
            )
            for purpose in (Purpose.BUILD, Purpose.TRAIN)
        ),
    ]


def ray_beside_processes(data: Path) -> list[Figure]:
    """The time with Ray's actors, its cluster running, against that of two processes; and the rows that differ."""
    import ray

    texts = web_texts(data, OF_RAY)
    began = time.perf_counter()
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, configure_logging=False)
    start = time.perf_counter() - began
    with TemporaryDirectory() as folder:
        corpus = written(texts, Path(folder))
        # In turn, since the machine may be slower for a while.
        ours, theirs = [], []
        for turn in (1, 2):
            ours.append(seconds(corpus, Path(folder, f"local{turn}"), processes(2), Purpose.BUILD))
            theirs.append(seconds(corpus, Path(folder, f"ray{turn}"), actors, Purpose.BUILD))
        one, other = sorted_rows(Path(folder, "local1")), sorted_rows(Path(folder, "ray1"))
        differ = len(set(one) ^ set(other)) + abs(len(one) - len(other))
    ray.shutdown()
    return [
        Figure(
            what="Ray's engine on two cores against two processes: time",
            ours=f"{sum(theirs) / sum(ours):.2f} × ({sum(theirs) / 2:.1f} s, {sum(ours) / 2:.1f} s)",
            beside=f"the start of Ray's cluster, {start:.1f} s, apart",
            module="corpus",
        ),
        Figure(
            what="rows by Ray's engine that differ from those of processes, sorted",
            ours=f"{differ} of {len(one):,}",
            beside="",
            module="corpus",
        ),
    ]


def figures(data: Path) -> list[Figure]:
    """The figures for the documentation."""
    return [*rates(data), *ray_beside_processes(data)]


def main() -> None:
    """Print the table."""
    found = figures(data_folder(__doc__))
    print_table(["what", "checkfirst", "others"], [[f.what, f.ours, f.beside] for f in found])


if __name__ == "__main__":
    main()
