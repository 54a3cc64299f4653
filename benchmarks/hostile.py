"""Broken, odd and attacking files, and seeded mutations of our own: what became of each.

Every file must have a status; the checking process must not crash, hang or grow over 1 GB; two runs must print the same
bytes but for the seconds.
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
from pathlib import Path

from benchmarks.options import Figure, data_folder, print_table
from checkfirst.reading.interface import ReadingError
from checkfirst.reading.reader import read
from tests.reading import rich_files

MUTATIONS = 10_000
_SECONDS = re.compile(rb'"seconds": [\d.]+')
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
}


def checked(folder: Path) -> tuple[bytes, int, float]:
    """What a whole check prints, its exit code and its seconds."""
    began = time.perf_counter()
    call = [sys.executable, "-m", "checkfirst", str(folder), "--format", "json", "--jobs", "1"]
    done = subprocess.run(call, capture_output=True, check=False, env={**os.environ, "OPENBLAS_NUM_THREADS": "1"})
    return done.stdout, done.returncode, time.perf_counter() - began


def mutated(data: bytes, rng: random.Random) -> bytes:
    """Some bytes changed, some runs repeated or dropped, the end cut off."""
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
    """What becomes of mutated files: read, or why not."""
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
        losses = {loss.what for loss in document.losses} & {"damaged", "encrypted", "limit-exceeded", "format-not-read"}
        found[next(iter(sorted(losses)), "read")] += 1
    return found


def figures(data: Path) -> list[Figure]:
    """Print statuses, times, and whether two runs are the same."""
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(data / "hostile_files.tar.gz") as archive:
            archive.extractall(folder, filter="data")
        files = sum(1 for path in Path(folder).rglob("*") if path.is_file())
        first, code, seconds = checked(Path(folder))
        second, _, _ = checked(Path(folder))
    told = json.loads(first)
    same = _SECONDS.sub(b"", first) == _SECONDS.sub(b"", second)
    status = len(told["documents"]) + len(told["skipped"]) + len(told["failures"])
    began = time.perf_counter()
    became = statuses(MUTATIONS)
    rows = [
        ["files", str(files)],
        ["with a status", str(status)],
        ["exit code", str(code)],
        ["seconds", f"{seconds:.1f}"],
        ["two runs alike", str(same)],
        ["failures", str(len(told["failures"]))],
        ["mutations", ", ".join(f"{what} {n}" for what, n in became.most_common())],
        ["mutations a second", f"{MUTATIONS / (time.perf_counter() - began):.0f}"],
    ]
    print_table(["", "found"], rows)
    return [
        Figure(
            "hostile files with a status; two runs alike; mutations with one",
            f"{status} of {files}; {'yes' if same else 'no'}; {sum(became.values()) - became['escaped']} of {MUTATIONS}",
            "",
            "hostile",
        )
    ]


def main() -> None:
    """Print all of it."""
    figures(data_folder(__doc__))


if __name__ == "__main__":
    main()
