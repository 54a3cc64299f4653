"""The check of a corpus: rate on web text beside datatrove's filters; two processes beside one, and Ray beside them.

Web text is that of saved pages, in Parquet, repeated with other numbers. Rates of a core are in processor time. What two cores
and Ray bring is from the first block that is done to the last one, so that the start of processes is apart: by the clock, which
tells only on a machine that nobody else uses, and in processor time of all processes. All is in one run, since ratios are what a
shared machine leaves.
"""

import os
import random
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# Ray gives its workers a lower priority than other processes have, which would measure what else runs.
os.environ.setdefault("RAY_worker_niceness", "0")

import pyarrow as pa
from msgspec import Struct
from pyarrow import parquet

from benchmarks.options import Figure, data_folder, print_table
from benchmarks.speed import datatrove_filters
from checkfirst.config import Config
from checkfirst.corpus import local, on_ray
from checkfirst.corpus.blocks import Block
from checkfirst.corpus.columns import Columns
from checkfirst.corpus.inputs import inputs_of
from checkfirst.corpus.run import Engine, Progress, check_corpus
from checkfirst.corpus.store import Store, each_block
from checkfirst.model.kinds import Purpose
from training.corpus import rows

Texts = list[tuple[str, str]]
#: Megabytes of web text for the rate of a core, for engines, of which each block has some two, and for datatrove, which is slower.
MEGABYTES, OF_ENGINES, OF_PEER = 4.0, 24.0, 0.6
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


def core_rate(texts: Texts, purpose: Purpose) -> float:
    """Megabytes in a second of processor time, results written."""
    with TemporaryDirectory() as folder:
        inputs = inputs_of([str(written(texts, Path(folder)))], Columns())
        began = time.process_time()
        check_corpus(inputs, Store(Path(folder, "out")), Config(purpose=purpose), processes(1), lambda _: None)
        return bytes_of(texts) / _MILLION / (time.process_time() - began)


class Timed(Struct, frozen=True, kw_only=True):
    """How long an engine took by the clock."""

    start: float
    """Seconds to the first block that was done."""
    rate: float
    """Rows a second from there on."""
    effort: float
    """Milliseconds of processor time for each row from there on, of all processes."""


def timed(corpus: Path, output: Path, engine: Engine) -> Timed:
    """Check a corpus."""
    done: list[tuple[float, int, float]] = []
    began = time.perf_counter()

    def tell(progress: Progress) -> None:
        done.append((time.perf_counter() - began, progress.checked, processor_time()))

    check_corpus(inputs_of([str(corpus)], Columns()), Store(output), Config(), engine, tell)
    (start, first, used), (end, all_, used_then) = done[0], done[-1]
    effort = (used_then - used) / (all_ - first) * 1e3
    return Timed(start=start, rate=(all_ - first) / (end - start), effort=effort)


def processor_time() -> float:
    """Seconds of processor time of this process and of all that it and its children began and that live still."""
    parents: dict[int, int] = {}
    used: dict[int, float] = {}
    for file in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = file.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            parents[int(file.parent.name)] = int(fields[1])
            used[int(file.parent.name)] = sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")
    total, waiting = 0.0, [os.getpid()]
    while waiting:
        one = waiting.pop()
        total += used.get(one, 0.0)
        waiting += [pid for pid, parent in parents.items() if parent == one]
    return total


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
    """The rates of one core, beside datatrove's filters."""
    texts, few = web_texts(data, MEGABYTES), web_texts(data, OF_PEER)
    core_rate(few, Purpose.BUILD)
    found = {purpose: core_rate(texts, purpose) for purpose in (Purpose.BUILD, Purpose.TRAIN)}
    datatrove_filters(few[:5])
    began = time.process_time()
    datatrove_filters(few)
    peer = bytes_of(few) / _MILLION / (time.process_time() - began)
    return [
        Figure(
            what=f"MB/s of web text on one core, --purpose {purpose.value}",
            ours=f"{rate:.2f} ({rate / peer:.1f} ×)",
            beside=f"datatrove's filters (Gopher, C4, FineWeb) {peer:.3f}",
            module="corpus",
        )
        for purpose, rate in found.items()
    ]


def engines(data: Path) -> list[Figure]:
    """One process, two, and two of Ray's actors, with its cluster running; and the rows that differ."""
    import ray

    began = time.perf_counter()
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, configure_logging=False)
    cluster = time.perf_counter() - began
    texts = web_texts(data, OF_ENGINES)
    with TemporaryDirectory() as folder:
        corpus = written(texts, Path(folder))
        ways = {"one": processes(1), "two": processes(2), "ray": actors}
        found = {name: timed(corpus, Path(folder, name), engine) for name, engine in ways.items()}
        one, other = sorted_rows(Path(folder, "two")), sorted_rows(Path(folder, "ray"))
    ray.shutdown()
    differ = len(set(one) ^ set(other)) + abs(len(one) - len(other))
    effort = {
        "two": f"{found['two'].effort / found['one'].effort:.2f} ×",
        "ray": f"{found['ray'].effort / found['two'].effort:.2f} ×",
    }
    start = {name: f"{each.start:.1f} s" for name, each in found.items()}
    return [
        Figure(
            what=f"two processes against one, {len(texts):,} documents of {OF_ENGINES:.0f} MB: rate",
            ours=f"{found['two'].rate / found['one'].rate:.2f} × by the clock; {effort['two']} of the processor time",
            beside=f"first block after {start['two']}, {start['one']} with one",
            module="corpus",
        ),
        Figure(
            what="two of Ray's actors against two processes: time",
            ours=f"{found['two'].rate / found['ray'].rate:.2f} × by the clock; {effort['ray']} of the processor time",
            beside=f"first block after {start['ray']}, the start of the cluster, {cluster:.1f} s, apart",
            module="corpus",
        ),
        Figure(
            what="rows of Ray's engine that differ from those of processes, both sorted",
            ours=f"{differ} of {len(one):,}",
            beside="",
            module="corpus",
        ),
    ]


def figures(data: Path) -> list[Figure]:
    """The figures for the documentation."""
    return [*rates(data), *engines(data)]


def main() -> None:
    """Print the table."""
    found = figures(data_folder(__doc__))
    print_table(["what", "checkfirst", "others"], [[f.what, f.ours, f.beside] for f in found])


if __name__ == "__main__":
    main()
