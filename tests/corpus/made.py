"""Corpora of our own making, in every format, for the tests of this folder."""

import gzip
import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import zstandard
from pyarrow import parquet

from checkfirst.config import Config
from checkfirst.corpus.columns import Columns
from checkfirst.corpus.inputs import inputs_of
from checkfirst.corpus.local import check_blocks
from checkfirst.corpus.run import Progress, check_corpus
from checkfirst.corpus.store import Store, each_block
from tests.texts import LOGIN_PAGE, SAVED_PAGE

Records = list[dict[str, object]]

SUBJECTS = ("pump", "valve", "gate", "meter", "boiler", "sensor", "relay", "filter", "motor", "tank")


def specification(n: int) -> str:
    """A sound text, unlike the others in most of its words."""
    subject, other = SUBJECTS[n % 10], SUBJECTS[(n // 10 + n + 1) % 10]
    lines = [f"# The {subject} of line {n}", ""]
    for step in range(6):
        lines.append(
            f"The {subject} of line {n} must answer the {other} within {step + n} seconds, and writes {n * step + 7} "
            f"entries on {SUBJECTS[(n + step) % 10]} {step}. After that it waits for {SUBJECTS[(n * step) % 10]} {n + step}.\n"
        )
    return "\n".join(lines)


def records(count: int) -> Records:
    """So many documents of three sites; every seventh is a saved page, every ninth asks to log in."""
    found: Records = []
    for n in range(count):
        text = SAVED_PAGE if n % 7 == 3 else LOGIN_PAGE if n % 9 == 5 else specification(n)
        found.append({"id": f"d{n}", "url": f"https://site{n % 3}.example/docs/{n}", "text": f"{text}\nEnd of {n}.\n"})
    return found


def json_lines(path: Path, rows: Records) -> Path:
    data = "".join(json.dumps(row) + "\n" for row in rows).encode()
    if path.suffix == ".gz":
        data = gzip.compress(data)
    elif path.suffix == ".zst":
        data = zstandard.compress(data)
    path.write_bytes(data)
    return path


def parquet_file(path: Path, rows: Records) -> Path:
    parquet.write_table(pa.Table.from_pylist(rows), path)
    return path


def csv_file(path: Path, rows: Records) -> Path:
    import csv

    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def warc_file(path: Path, rows: Records) -> Path:
    """A web archive with a response for each row, written by hand after ISO 28500."""
    out = io.BytesIO()
    for row in rows:
        body = str(row["text"]).encode()
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: {row['id']}\r\nWARC-Target-URI: {row['url']}\r\n"
            f"WARC-Date: 2026-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        )
        out.write(gzip.compress(head.encode() + http + b"\r\n\r\n"))
    path.write_bytes(out.getvalue())
    return path


class Deadly:
    """What ends the process that unpacks it."""

    def __len__(self) -> int:
        return 1

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return os._exit, (1,)


WRITERS: dict[str, Callable[[Path, Records], Path]] = {
    "a.jsonl": json_lines,
    "a.jsonl.gz": json_lines,
    "a.jsonl.zst": json_lines,
    "a.parquet": parquet_file,
    "a.csv": csv_file,
    "a.warc.gz": warc_file,
}


def check_inputs(paths: list[Path], results: Path, *, workers: int = 1, config: Config | None = None) -> Progress:
    """Check what is at the paths."""
    inputs = inputs_of([str(path) for path in paths], Columns())
    settings = config or Config()
    return check_corpus(
        inputs,
        Store(results),
        settings,
        lambda blocks, store, c: check_blocks(blocks, store, c, workers),
        lambda _: None,
    )


def documents(results: Path) -> list[dict[str, object]]:
    """The documents of the last run, in the order of its inputs."""
    store = Store(results)
    return [row for _, key in each_block(store) for row in store.documents(key).to_pylist()]
