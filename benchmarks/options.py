"""Options, tables and figures that all benchmarks share."""

import argparse
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Figure:
    """One line of the tables in ``docs/figures.md``."""

    what: str
    ours: str
    beside: str
    """The results of other programs in the same run."""
    module: str
    """The name of the benchmark."""


def data_folder(description: str | None, arguments: list[str] | None = None) -> Path:
    """The folder of the option ``--data``, of the call or of some arguments. A missing one ends the program with exit code 2."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--data", type=Path, required=True, help="folder with the labelled data")
    options = parser.parse_args(arguments)
    folder: Path = options.data
    if not folder.is_dir():
        parser.error(f"{folder}: no such folder")
    return folder


def print_table(header: list[str], rows: list[list[str]]) -> None:
    """Print a Markdown table with aligned columns."""
    widths = [max(len(row[n]) for row in [header, *rows]) for n in range(len(header))]
    for row in [header, ["-" * w for w in widths], *rows]:
        print("| " + " | ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)) + " |")
    print(flush=True)
