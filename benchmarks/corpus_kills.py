"""The check of a corpus killed at random moments: rows that are lost or double when it has come to its end.

``python -m benchmarks.corpus_kills [--kills 200]``. Between two runs the number of processes, the names of the files and
their order change. Every run is killed with all its processes by SIGKILL; the last one is left to end.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.options import print_table

#: Rows of a corpus, files that they are in, runs after which a new corpus is begun, and processes of the largest run.
_ROWS, _FILES, _RUNS, _MOST_WORKERS = 3_000, 3, 10, 4
#: Seconds after which a run is killed at the latest: about those that the whole takes.
_LATEST: Final = 12.0
_WORDS: Final = [
    "valve",
    "pump",
    "sluice",
    "harbour",
    "tide",
    "gauge",
    "level",
    "opens",
    "closes",
    "reads",
    "reports",
    "holds",
    "limit",
    "alarm",
    "sends",
    "stops",
]


def rows(rng: random.Random) -> list[dict[str, str]]:
    """Rows of generated text, each with an id."""
    made = []
    for number in range(_ROWS):
        lines = (" ".join(rng.choices(_WORDS, k=12)).capitalize() + "." for _ in range(12))
        made.append({"id": str(number), "text": f"# Part {number}\n\n" + "\n".join(lines) + "\n"})
    return made


def written(folder: Path, made: list[dict[str, str]], turn: int) -> list[Path]:
    """The files of the corpus, by other names in each turn and in another order."""
    for old in folder.glob("*.jsonl"):
        old.unlink()
    paths = []
    for part in range(_FILES):
        path = folder / f"turn{turn}-{part}.jsonl"
        path.write_text("".join(f"{json.dumps(row)}\n" for row in made[part::_FILES]), encoding="utf-8")
        paths.append(path)
    return paths[turn % _FILES :] + paths[: turn % _FILES]


def run(paths: list[Path], output: Path, workers: int, seconds: float | None) -> bool:
    """Check the corpus, killed after so many seconds. Returns whether it came to its end."""
    call = [sys.executable, "-m", "checkfirst", "corpus", "check", *map(str, paths), "-o", str(output), "-q"]
    process = subprocess.Popen(
        [*call, "-j", str(workers)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return False
    return True


def faults(output: Path) -> tuple[int, int, int]:
    """Rows that are lost, rows that are double, and files that are not whole."""
    from checkfirst.corpus.store import Store

    store = Store(output)
    found = [
        str(told)
        for one in store.manifest()
        for part in one.parts
        for told in store.documents(part.key, columns=["id"]).column("id").to_pylist()
    ]
    return _ROWS - len(set(found)), len(found) - len(set(found)), len(list(output.rglob(".unfinished-*")))


def main() -> None:
    """Kill so many runs and print what the kept results lack."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    killed = ended = corpora = 0
    lost = double = left = 0
    while killed < options.kills:
        with TemporaryDirectory() as folder:
            made, output = rows(rng), Path(folder, "out")
            for turn in range(_RUNS):
                paths = written(Path(folder), made, turn)
                whole = run(paths, output, rng.randint(1, _MOST_WORKERS), rng.uniform(0.1, _LATEST))
                killed, ended = killed + (not whole), ended + whole
                if killed >= options.kills:
                    break
            run(written(Path(folder), made, _RUNS), output, 2, None)
            corpora += 1
            lost, double, left = (a + b for a, b in zip((lost, double, left), faults(output), strict=True))
    header = ["runs killed", "runs that came to their end first", "corpora", "rows lost", "double", "files left behind"]
    print_table(header, [[str(value) for value in (killed, ended, corpora, lost, double, left)]])


if __name__ == "__main__":
    began = time.monotonic()
    main()
    print(f"{time.monotonic() - began:.0f} s")
