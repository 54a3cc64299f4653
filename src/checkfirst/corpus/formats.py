"""Readers of files of rows: each takes an open file and gives its records, or ``Unread`` in place of one."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from typing import IO, Final, cast

from checkfirst.corpus.rows_of_records import Unread
from checkfirst.errors import UsageError

Records = Iterator[dict[str, object] | Unread]
#: Bytes of a line of JSON or CSV that is read. Not measured.
_LONGEST_LINE: Final = 256_000_000
#: Characters of the reason why something can't be read. Not measured.
LONGEST_REASON: Final = 200
#: Rows of a batch of Parquet.
_BATCH: Final = 256


def json_lines(file: IO[bytes], name: str) -> Records:
    """A record for each line that is a JSON object."""
    with _unpacked(file, name) as lines:
        number = 1
        # A line that is too long comes in pieces, which are no JSON.
        while line := lines.readline(_LONGEST_LINE):
            if line.strip():
                yield _record(line, f"{name}, line {number:,}")
            number += line.endswith(b"\n")


def _record(line: bytes, place: str) -> dict[str, object] | Unread:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        return Unread(raw=line, place=place, why=f"the line is no JSON: {error.msg}, character {error.pos + 1:,}")
    except (ValueError, RecursionError) as error:
        return Unread(raw=line, place=place, why=f"the line is no JSON: {error}"[:LONGEST_REASON])
    if isinstance(record, dict):
        return record
    return Unread(raw=line, place=place, why=f"the line is no JSON object but {type(record).__name__}")


def parquet(file: IO[bytes], name: str) -> Records:
    """A record for each row."""
    from pyarrow.parquet import ParquetFile

    for batch in ParquetFile(file).iter_batches(batch_size=_BATCH):
        yield from batch.to_pylist()


def separated(file: IO[bytes], name: str) -> Records:
    """A record for each row of CSV, or of TSV by the name's ending; the first row has the names of the columns."""
    csv.field_size_limit(_LONGEST_LINE)
    with io.TextIOWrapper(_unpacked(file, name), "utf-8", "surrogateescape", newline="") as text:
        rows = csv.DictReader(text, delimiter="\t" if ".tsv" in name.lower() else ",", restkey="_more")
        while True:
            try:
                record = next(rows, None)
            except csv.Error as error:
                place = f"{name}, line {rows.line_num:,}"
                yield Unread(place=place, why=f"the row is no CSV: {place}: {error}"[:LONGEST_REASON])
                continue
            if record is None:
                return
            yield dict(record)


def warc(file: IO[bytes], name: str) -> Records:
    """A record for each response of a web archive, with the body's bytes; fastwarc unpacks it."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        raise UsageError(f"{name}: WARC needs fastwarc; pip install 'checkfirst[corpus]'") from None
    for record in ArchiveIterator(
        file, record_types=WarcRecordType.response | WarcRecordType.resource, parse_http=True
    ):
        http = record.http_headers
        yield {
            "id": record.record_id,
            "url": record.headers.get("WARC-Target-URI"),
            "bytes": record.reader.read(_LONGEST_LINE),
            "media_type": ((http.get("Content-Type") if http else None) or "").partition(";")[0].strip(),
        }


#: The readers by the ending of a name, without that of a compression.
OPENERS: Final[dict[str, Callable[[IO[bytes], str], Records]]] = {
    ".jsonl": json_lines,
    ".ndjson": json_lines,
    ".parquet": parquet,
    ".csv": separated,
    ".tsv": separated,
    ".warc": warc,
}
_COMPRESSED: Final = (".gz", ".zst", ".bz2", ".xz")


def suffix_of(name: str) -> str:
    """The ending of a name by which its reader is known; empty if it is no file of rows."""
    low = name.lower()
    inner = next((low.removesuffix(ending) for ending in _COMPRESSED if low.endswith(ending)), low)
    return next((suffix for suffix in OPENERS if inner.endswith(suffix)), "")


def _unpacked(file: IO[bytes], name: str) -> IO[bytes]:
    """The file, as it was before it was compressed. Raises ``UsageError`` where the package for it is absent."""
    from fsspec.compression import compr
    from fsspec.utils import infer_compression

    how = infer_compression(name)
    if how is None and name.lower().endswith(".zst"):
        raise UsageError(f"{name}: Zstandard needs zstandard; pip install 'checkfirst[corpus]'")
    if how == "zstd":
        import zstandard

        return io.BufferedReader(zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True))
    # A file of a bucket has a readline of its own, without a limit of length.
    return compr[how](file, mode="r") if how else io.BufferedReader(cast("io.RawIOBase", file))
