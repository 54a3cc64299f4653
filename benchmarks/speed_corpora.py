"""How fast seven sorts of documents are checked in one process, by the core in C and by plain Python.

``python -m benchmarks.speed_corpora --data DIR``. With ``--instructions`` and valgrind on the path, the processor's
instructions for a document of each sort are counted, too, which no other program's load disturbs; that takes many minutes.
"""

import argparse
import itertools
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from benchmarks.options import Figure, print_table
from checkfirst.api import check_documents
from training.corpus import SUFFIX, rows

#: Megabytes of each corpus; runs, of which the best counts; documents whose instructions are counted.
_MEGABYTES, _TURNS, _COUNTED = 1.0, 2, 20
_FORMATS: Final = {
    "Markdown": ("md", "mdx"),
    "plain text": ("text",),
    "reStructuredText and AsciiDoc": ("rst", "asciidoc"),
    "code, data and logs": ("code", "data", "log", "csv", "xml"),
}
Texts = list[tuple[str, str]]


def corpora(data: Path) -> dict[str, Texts]:
    """The documents of each corpus, with names by their formats."""
    documents, others = rows(data, "documents"), rows(data, "documents2")
    found = {
        name: [(SUFFIX[row["format"]], row["text"]) for row in documents if row["format"] in formats]
        for name, formats in _FORMATS.items()
    }
    found["other languages than English"] = [
        (SUFFIX[row["format"]], row["text"]) for row in others if row.get("language", "en") != "en"
    ]
    found["pages in HTML"] = [(".html", row["html"]) for row in rows(data, "web_pages")]
    found["saved pages as text"] = [(".txt", "\n".join(row["lines"])) for row in rows(data, "flat_lines")]
    return {name: _cut(texts) for name, texts in found.items()}


def _cut(texts: Texts) -> Texts:
    """The first texts, up to so many megabytes, each with a name of its own in a folder of twenty."""
    kept: Texts = []
    size = 0.0
    for suffix, text in texts:
        kept.append((f"f{len(kept) // 20}/text{len(kept)}x{suffix}", text))
        size += len(text.encode("utf-8", "surrogatepass")) / 1e6
        if size >= _MEGABYTES:
            break
    return kept


def seconds(texts: Texts) -> float:
    """Seconds of processor time for a check: the best of several, after a short one to warm up."""
    check_documents(texts[: max(1, len(texts) // 20)])
    found = []
    for _ in range(_TURNS):
        began = time.process_time()
        check_documents(texts)
        found.append(time.process_time() - began)
    return min(found)


def measured(data: Path) -> dict[str, tuple[int, float, float]]:
    """Documents, megabytes and seconds of each corpus, in this process."""
    return {
        name: (len(texts), sum(len(text.encode("utf-8", "surrogatepass")) for _, text in texts) / 1e6, seconds(texts))
        for name, texts in corpora(data).items()
    }


def _elsewhere(data: Path, *, plain: bool) -> dict[str, tuple[int, float, float]]:
    """The same in a process of its own, with the core in C or in plain Python."""
    call = [sys.executable, "-m", "benchmarks.speed_corpora", "--data", str(data), "--json"]
    environment = os.environ | {"CHECKFIRST_PURE": "1" if plain else "0"}
    done = subprocess.run(call, env=environment, capture_output=True, text=True, check=True)
    found: dict[str, tuple[int, float, float]] = json.loads(done.stdout)
    return found


def instructions(data: Path, name: str, *, plain: bool) -> float | None:
    """Millions of instructions for a document of a corpus in a process that is warm; ``None`` without valgrind."""
    if shutil.which("valgrind") is None:
        return None
    counts = []
    for turns in (1, 2):
        tool = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")
        part = ("--only", name, "--turns", str(turns))
        call = [*tool, sys.executable, "-m", "benchmarks.speed_corpora", "--data", str(data), *part]
        environment = os.environ | {"CHECKFIRST_PURE": "1" if plain else "0", "PYTHONHASHSEED": "0"}
        done = subprocess.run(call, env=environment, capture_output=True, text=True, check=True)
        line = next(line for line in done.stderr.splitlines() if "refs:" in line)
        counts.append(int(line.rpartition(":")[2].replace(",", "")))
    return (counts[1] - counts[0]) / len(_sample(corpora(data)[name])) / 1e6


def _sample(texts: Texts) -> Texts:
    """Some texts from all over a corpus."""
    return texts[:: max(1, len(texts) // _COUNTED)][:_COUNTED]


def figures(data: Path) -> list[Figure]:
    """Print rates, and those of plain Python beside them. Returns the README's figures."""
    core, plain = _elsewhere(data, plain=False), _elsewhere(data, plain=True)
    table, told = [], []
    for name, (count, size, spent) in core.items():
        slower = plain[name][2]
        rate, of_plain = f"{size / spent:.2f}", f"{size / slower:.2f}"
        table.append([name, str(count), rate, f"{1000 * spent / count:.1f}", of_plain, f"{slower / spent:.2f}×"])
        each = f"{1000 * spent / count:.1f} ms a document; plain Python {of_plain}"
        told.append(Figure(f"{name}, megabytes a second on one core", rate, each, "speed_corpora"))
    print_table(["what", "documents", "MB/s", "ms a document", "plain Python, MB/s", "core is"], table)
    return told


def main() -> None:
    """Run the benchmark, or the part of it that runs in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the labelled data")
    parser.add_argument("--instructions", action="store_true", help="count instructions, too")
    parser.add_argument("--json", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--only", help=argparse.SUPPRESS)
    parser.add_argument("--turns", type=int, default=1, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.json:
        print(json.dumps(measured(options.data)))
    elif options.only:
        texts = _sample(corpora(options.data)[options.only])
        for _ in range(options.turns):
            check_documents(texts)
    else:
        figures(options.data)
        if options.instructions:
            for name, plain in itertools.product(corpora(options.data), (False, True)):
                count = instructions(options.data, name, plain=plain)
                who = f"{name}, {'plain Python' if plain else 'core in C'}"
                print(f"{who}: {count:.1f} million instructions a document" if count else "valgrind is not installed")


if __name__ == "__main__":
    main()
