"""Reading of the labelled data, as dictionaries."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]

#: File name suffix by which the product's reader knows a row's format.
SUFFIX = {
    "md": ".md",
    "mdx": ".mdx",
    "text": ".txt",
    "data": ".json",
    "code": ".py",
    "html": ".html",
    "rst": ".rst",
    "log": ".log",
    "pod": ".pod",
    "xml": ".xml",
    "asciidoc": ".adoc",
    "tex": ".tex",
    "csv": ".csv",
}
#: Licences of threads that allow training; other threads are used for evaluation only.
OPEN_LICENCES = ("CC-BY", "MIT (repository)", "IETF")


def rows(data: Path, name: str) -> list[Row]:
    """All rows of one ``.jsonl.gz`` file."""
    with gzip.open(data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def is_open(row: Row) -> bool:
    """Whether a thread's licence allows learning from it."""
    return str(row["licence"]).startswith(OPEN_LICENCES)


def threads(data: Path, *, for_training: bool) -> Iterator[Row]:
    """Comment threads whose licence allows learning, or all of them."""
    for row in rows(data, "threads"):
        if not for_training or is_open(row):
            yield row
