"""What a document costs in sets of growing size: seconds of the set's own steps, and memory.

``python -m benchmarks.set_size --data DIR``. Each document is four paragraphs of real ones, with two links, and an index
lists all. An exponent of 1 means that a set of twice the size takes twice the time.
"""

import argparse
import math
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

from benchmarks.options import Figure, data_folder, print_table
from checkfirst.api import check_documents
from checkfirst.config import Config
from training.corpus import rows

#: Documents of each set; of the largest by ``--only`` a hundred thousand take minutes and gigabytes.
_SIZES: Final = (500, 2_000, 8_000)
#: Paragraphs of a document, and characters of one.
_PARAGRAPHS, _LEAST, _MOST = 4, 40, 400
_IN_FOLDER: Final = 40


def documents(data: Path, count: int) -> list[tuple[str, str]]:
    """A set of so many documents and its index, the same in each run."""
    texts = [row["text"] for row in rows(data, "documents") if row["format"] == "md"]
    pool = [part for text in texts for part in text.split("\n\n") if _LEAST < len(part) < _MOST]
    drawn = random.Random(count)
    made = [(_name(n), _text(pool, n, count, drawn)) for n in range(count)]
    return [*made, ("README.md", "# Set\n\n" + "".join(f"- [Text {n}]({_name(n)}): its text\n" for n in range(count)))]


def _name(number: int) -> str:
    return f"part{number // _IN_FOLDER}/text{number}.md"


def _text(pool: list[str], number: int, count: int, drawn: random.Random) -> str:
    title = " ".join(drawn.choice(pool).split()[:_PARAGRAPHS])
    links = f"See [next](text{number + 1}.md) and [another](../{_name(drawn.randrange(count))})."
    return f"# {title}\n\n" + "\n\n".join([*drawn.sample(pool, _PARAGRAPHS), links, ""])


def measured(data: Path, count: int) -> tuple[float, float, int]:
    """Seconds of processor time for the documents and for the set's own steps, and kilobytes at the peak."""
    import resource  # not on every system

    made = documents(data, count)
    read: list[float] = []
    began = time.process_time()
    check_documents(made, config=Config(readings=False), progress=lambda *_: read.append(time.process_time()))
    ended = time.process_time()
    return read[-1] - began, ended - read[-1], resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def figures(data: Path) -> list[Figure]:
    """Print the costs at each size, and how they grow. Returns the README's figures."""
    found = {}
    for size in _SIZES:
        call = [sys.executable, "-m", "benchmarks.set_size", "--data", str(data), "--only", str(size)]
        spent, of_set, peak = subprocess.run(call, capture_output=True, text=True, check=True).stdout.split()
        found[size] = float(spent), float(of_set), int(peak)
    first, last = _SIZES[0], _SIZES[-1]
    exponent = math.log(found[last][1] / found[first][1]) / math.log(last / first)
    growth = (found[last][2] - found[first][2]) / (last - first)
    table = [
        [f"{size:,}", f"{spent:.1f}", f"{of_set:.2f}", f"{1000 * of_set / size:.2f}", f"{peak / 1024:.0f}"]
        for size, (spent, of_set, peak) in found.items()
    ]
    print_table(["documents", "s for them", "s for the set", "ms a document", "MB at the peak"], table)
    print(f"the set's steps grow with the power {exponent:.2f}; memory by {growth:.1f} KB a document")
    told = f"{exponent:.2f}; {growth:.1f} KB"
    return [Figure(f"from {first:,} to {last:,} documents: exponent; memory a document", told, "", "set_size")]


def main() -> None:
    """Run the benchmark, or the part of it that runs in a process of its own."""
    if "--only" not in sys.argv:
        figures(data_folder(__doc__))
        return
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path)
    parser.add_argument("--only", type=int)
    options = parser.parse_args()
    print(*measured(options.data, options.only))


if __name__ == "__main__":
    main()
