"""Broken, unusual and malicious files, and mutations of valid ones.

Every file must have a status; the check must not crash, hang or use more than 1 GB; two runs must print the same bytes
except the seconds.
"""

import json
import os
import random
import re
import subprocess
import sys
import tarfile
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.options import Figure, data_folder, print_table
from checkfirst.reading.parsed import ReadingError
from checkfirst.reading.read import read
from tests.reading.binary import rich_files
from tests.reading.text.test_other_texts import ASCIIDOC, LATEX, MANUAL, MHTML

MUTATIONS = 10_000
_SECONDS = re.compile(rb'"seconds": [\d.]+')
_INSIDE = (".zip/", ".tar/", ".gz/", ".tgz/", ".bz2/", ".xz/", ".tbz2/", ".txz/")
_STARTS = {
    "docx": rich_files.LEDGER_DOCX,
    "pptx": rich_files.LEDGER_PPTX,
    "xlsx": rich_files.LEDGER_XLSX,
    "odt": rich_files.LEDGER_ODT,
    "epub": rich_files.LEDGER_EPUB,
    "rtf": rich_files.LEDGER_RTF,
    "eml": rich_files.LEDGER_EML,
    "ipynb": rich_files.LEDGER_IPYNB,
    "pdf": rich_files.LEDGER_PDF,
    "zip": rich_files.zipped({"docs/ledger.md": "# Ledger\n", "inner.zip": rich_files.zipped({"a.txt": "words\n"})}),
    "tex": LATEX.encode(),
    "adoc": ASCIIDOC.encode(),
    "1": MANUAL.encode(),
    "mhtml": MHTML,
}


#: A check that records, by an audit hook, files opened for writing, connections and started programs.
_WATCHED = """
import json, os, resource, sys
done = {"written": [], "connections": 0, "started": []}
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
def watch(event, arguments):
    named = event == "open" and isinstance(arguments[0], (str, bytes)) and arguments[0] != os.devnull
    if named and isinstance(arguments[2], int) and arguments[2] & WRITES:
        done["written"].append(str(arguments[0]))
    elif event.startswith("socket.connect") or event.startswith("socket.getaddrinfo"):
        done["connections"] += 1
    elif event == "subprocess.Popen":
        done["started"].append(" ".join(map(str, arguments[1])))
sys.addaudithook(watch)
from checkfirst.cli.app import main
try:
    main([sys.argv[1], "--format", "json", "--jobs", "1"])
finally:
    done["parent"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    done["child"] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(json.dumps(done), file=sys.stderr)
"""


@dataclass(frozen=True)
class Run:
    """The output of a check, and what it did."""

    printed: bytes
    code: int
    seconds: float
    parent: int
    """Peak memory of the checking process, in megabytes."""
    child: int
    """Peak memory of the reading processes that have ended, in megabytes."""
    written: list[str]
    connections: int
    started: list[str]


def checked(folder: Path) -> Run:
    """Check a folder in a process with the audit hook."""
    began = time.perf_counter()
    call = [sys.executable, "-c", _WATCHED, str(folder)]
    done = subprocess.run(call, capture_output=True, check=False, env={**os.environ, "OPENBLAS_NUM_THREADS": "1"})
    watched = json.loads(done.stderr.decode().strip().splitlines()[-1])
    return Run(printed=done.stdout, code=done.returncode, seconds=time.perf_counter() - began, **watched)


def with_status(folder: Path, told: dict[str, Any]) -> int:
    """The number of files that the report names: read, skipped, failed, or opened as archives."""
    paths = {d["path"] for part in ("documents", "skipped", "failures") for d in told[part]}
    tops = {path[: path.index(end) + len(end)] for path in paths for end in _INSIDE if end in path}
    files = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    return sum(file in paths or f"{file}/" in tops for file in files)


def mutated(data: bytes, rng: random.Random) -> bytes:
    """The data with some bytes changed, some runs repeated or dropped, and its end cut off."""
    changed = bytearray(data)
    for _ in range(rng.randint(1, 16)):
        at = rng.randrange(len(changed))
        match rng.randrange(3):
            case 0:
                changed[at] = rng.randrange(256)
            case 1:
                changed[at:at] = changed[at : at + rng.randint(1, 64)]
            case _:
                del changed[at : at + rng.randint(1, 16)]
    return bytes(changed[: rng.randrange(len(changed) // 2, len(changed) + 1)])


def statuses(count: int) -> Counter[str]:
    """The number of mutated files by status: ``read``, or the loss for which they can't be read."""
    rng = random.Random(0)
    found: Counter[str] = Counter()
    names = sorted(_STARTS)
    for number in range(count):
        name = names[number % len(names)]
        try:
            document = read(f"{number}.{name}", mutated(_STARTS[name], rng))
        except ReadingError:
            found["escaped"] += 1
            continue
        losses = {loss.kind for loss in document.losses} & {"damaged", "encrypted", "limit-exceeded", "format-not-read"}
        found[next(iter(sorted(losses)), "read")] += 1
    return found


def figures(data: Path) -> list[Figure]:
    """Print statuses, times, and whether two runs print the same. Returns the README's figures."""
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(data / "hostile_files.tar.gz") as archive:
            archive.extractall(folder, filter="data")
        files = sum(1 for path in Path(folder).rglob("*") if path.is_file())
        first, second = checked(Path(folder)), checked(Path(folder))
        told = json.loads(first.printed)
        status = with_status(Path(folder), told)
    same = _SECONDS.sub(b"", first.printed) == _SECONDS.sub(b"", second.printed)
    began = time.perf_counter()
    became = statuses(MUTATIONS)
    rows = [
        ["files", str(files)],
        ["with a status", str(status)],
        ["exit code", str(first.code)],
        ["seconds", f"{first.seconds:.1f}"],
        ["memory of the check, of the reader", f"{first.parent} MB, {first.child} MB"],
        ["files written, connections", f"{len(first.written)}, {first.connections}"],
        ["programs started", ", ".join(sorted({command.split(" -P ")[-1] for command in first.started}))],
        ["two runs alike", str(same)],
        ["failures", str(len(told["failures"]))],
        ["mutations", ", ".join(f"{what} {n}" for what, n in became.most_common())],
        ["mutations a second", f"{MUTATIONS / (time.perf_counter() - began):.0f}"],
    ]
    print_table(["", "found"], rows)
    return [
        Figure(
            "hostile files with a status; two runs alike; mutations with one; written, connections",
            f"{status} of {files}; {'yes' if same else 'no'}; {sum(became.values()) - became['escaped']} of {MUTATIONS}; "
            f"{len(first.written)}, {first.connections}",
            "",
            "hostile",
        )
    ]


def main() -> None:
    """Run the benchmark."""
    figures(data_folder(__doc__))


if __name__ == "__main__":
    main()
