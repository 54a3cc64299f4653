"""Memory of the process that reads a corpus and of one that checks it, over a stream of generated rows.

The first process reads, cuts and sends all rows as for a real run; what would check them does nothing, so that ten million rows
take minutes. The other one checks as many rows as it can in some minutes. Growth is the slope of the memory over the second half of
the rows (least squares).
"""

import argparse
import pickle
import time
from collections.abc import Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from msgspec import Struct

from benchmarks.options import Figure, print_table
from checkfirst.config import Config
from checkfirst.corpus.blocks import Block
from checkfirst.corpus.inputs import Input
from checkfirst.corpus.row import Row
from checkfirst.corpus.run import check_corpus
from checkfirst.corpus.store import Store

#: Rows of the stream, those of an input, seconds that a process checks rows for, and places at which the memory is read.
ROWS, OF_INPUT, SECONDS, READINGS = 10_000_000, 1_000_000, 300.0, 400
_SUBJECTS = ("pump", "valve", "gate", "meter", "boiler", "sensor", "relay", "filter", "motor", "tank", "sluice")
_MILLION = 1e6


class Stream(Struct, frozen=True, kw_only=True):
    """What a process did with a stream."""

    rows: int
    seconds: float
    largest: float
    """Megabytes of memory at most."""
    growth: float
    """Megabytes for each million rows over the second half."""
    later: float
    """Megabytes that were added over the second half."""


def text(number: int) -> str:
    """A generated text of some 600 characters, unlike most others."""
    lines = [f"# The {_SUBJECTS[number % 11]} of line {number}", ""]
    for step in range(5):
        subject, other = _SUBJECTS[(number + step) % 11], _SUBJECTS[(number // 11 + step * step) % 11]
        lines.append(
            f"The {subject} {number} must answer the {other} within {step + number % 97} seconds. Then it waits."
        )
    return "\n".join(lines)


def memory() -> float:
    """Megabytes of memory that this process has now."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1e3


def growth(readings: list[tuple[int, float]]) -> float:
    """The slope over the second half, in megabytes for each million rows."""
    rows, megabytes = np.array(readings[len(readings) // 2 :]).T
    return float(np.polyfit(rows, megabytes, 1)[0] * _MILLION)


def stream(readings: list[tuple[int, float]], began: float) -> Stream:
    """What the readings of rows and megabytes say of a stream that has ended."""
    return Stream(
        rows=readings[-1][0],
        seconds=time.perf_counter() - began,
        largest=max(megabytes for _, megabytes in readings),
        growth=growth(readings),
        later=readings[-1][1] - readings[len(readings) // 2][1],
    )


def first_process(rows: int) -> Stream:
    """Read, cut and send so many rows to nobody."""
    readings: list[tuple[int, float]] = []
    every, done = max(1, rows // READINGS), 0

    def generated(start: int) -> Iterator[Row]:
        for number in range(start, min(start + OF_INPUT, rows)):
            yield Row(id=f"d{number}", content=text(number), source=f"site{number % 50_000}.example")

    def send(blocks: Iterator[Block], store: Store, config: Config) -> Iterator[Block]:
        nonlocal done
        for block in blocks:
            pickle.dumps(block)
            done += len(block.rows)
            if done >= every * (len(readings) + 1):
                readings.append((done, memory()))
            yield block

    starts = range(0, rows, OF_INPUT)
    inputs = [Input(name=f"part{n}", size=1, rows=lambda n=n: generated(n)) for n in starts]  # type: ignore[misc]
    with TemporaryDirectory() as folder:
        began = time.perf_counter()
        check_corpus(inputs, Store(Path(folder, "out")), Config(), send, lambda _: None)
        return stream(readings, began)


def checking_process(seconds: float) -> Stream:
    """Check rows for so many seconds, in blocks, and keep the results."""
    from checkfirst.corpus.batch import check_rows

    readings: list[tuple[int, float]] = []
    done, began = 0, time.perf_counter()
    with TemporaryDirectory() as folder:
        store = Store(Path(folder, "out"))
        store.create()
        while time.perf_counter() - began < seconds:
            block = [Row(id=f"d{n}", content=text(n)) for n in range(done, done + 320)]
            store.write("aa", check_rows(block, Config()))
            done += len(block)
            readings.append((done, memory()))
    return stream(readings, began)


def _told(link: Connection, what: str, much: float) -> None:
    link.send(first_process(int(much)) if what == "first" else checking_process(much))


def alone(what: str, much: float) -> Stream:
    """One of the two in a process of its own, whose memory nothing else has a part in."""
    context = get_context("spawn")
    link, other = context.Pipe()
    process = context.Process(target=_told, args=(other, what, much))
    process.start()
    found = link.recv()
    process.join()
    assert isinstance(found, Stream)
    return found


def figures(_: Path | None = None, rows: int = ROWS, seconds: float = SECONDS) -> list[Figure]:
    """The figures for the documentation."""
    first, check = alone("first", rows), alone("check", seconds)
    return [
        Figure(
            what=f"the process that reads, {first.rows:,} rows: MB at most; MB more for each million rows; rows a second",
            ours=f"{first.largest:.0f}; {first.growth:.2f}; {first.rows / first.seconds:,.0f}",
            beside="",
            module="corpus_stream",
        ),
        Figure(
            what=f"a process that checks, {check.rows:,} rows: MB at most; MB more over the second half of them",
            ours=f"{check.largest:.0f}; {check.later:.1f}",
            beside="",
            module="corpus_stream",
        ),
    ]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    options, _ = parser.parse_known_args()
    found = figures(None, options.rows, options.seconds)
    print_table(["what", "checkfirst"], [[f.what, f.ours] for f in found])


if __name__ == "__main__":
    main()
