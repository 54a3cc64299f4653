"""The arguments of ``checkfirst corpus``."""

import argparse
from pathlib import Path
from typing import Final

from checkfirst.model.finding import Severity
from checkfirst.model.kinds import Purpose

#: The columns that a call may name, and what they hold.
COLUMNS: Final = {
    "text": "texts, or bytes of files",
    "id": "names of documents",
    "name": "names of files",
    "media_type": "media types",
    "source": "sites, repositories or other sources",
}
LOCAL, RAY = "local", "ray"


def add_corpus(corpus: argparse.ArgumentParser) -> None:
    """Add the commands of ``checkfirst corpus`` with their options."""
    steps = corpus.add_subparsers(title="commands", dest="step", metavar="COMMAND", required=True)
    check = steps.add_parser(
        "check", help="check documents and keep what was found; what is kept already is not checked again"
    )
    _add_inputs(check)
    check.add_argument("-o", "--output", type=Path, required=True, metavar="DIR", help="the folder of results")
    check.add_argument("-j", "--jobs", type=_count, metavar="N", help="processes (default: one for each core)")
    check.add_argument("--engine", choices=(LOCAL, RAY), default=LOCAL, help="where it runs (default: local)")
    check.add_argument(
        "--sample",
        type=_count,
        metavar="N",
        help="check so many documents only, the first ones of each input; into a folder of its own",
    )
    check.add_argument("-q", "--quiet", action="store_true", help="print no progress")
    _add_rules(check)
    report = steps.add_parser("report", help="say what was found, by source")
    report.add_argument("results", type=Path, metavar="DIR", help="the folder of results")
    report.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write there; a page if its name ends in .html"
    )
    report.add_argument("--copies", action="store_true", help="also look for near-duplicates among all documents")
    _add_debug(report)
    sort = steps.add_parser("filter", help="write what is kept and what is dropped, with the reason on each row")
    _add_inputs(sort)
    sort.add_argument("--results", type=Path, required=True, metavar="DIR", help="the folder of results")
    sort.add_argument("-o", "--output", type=Path, required=True, metavar="DIR", help="the folder to write into")
    sort.add_argument(
        "--drop-from",
        choices=(Severity.ERROR.value, Severity.WARNING.value),
        default=Severity.ERROR.value,
        help="drop documents with a claim as severe as this (default: error)",
    )
    sort.add_argument("--clean", action="store_true", help="add the main text, without page chrome and comments")
    _add_rules(sort)


def _add_inputs(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "inputs",
        nargs="+",
        metavar="INPUT",
        help="JSON lines, Parquet, CSV or WARC, compressed or not; a folder or an archive of documents; or an address of any of them",
    )
    for name, what in COLUMNS.items():
        option = name.replace("_", "-")
        command.add_argument(
            f"--{option}", default="", metavar="COLUMN", help=f"the column with {what} (default: guessed)"
        )


def _add_rules(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--purpose", choices=tuple(p.value for p in Purpose), help="what the corpus is for (default: build)"
    )
    command.add_argument("--select", metavar="CODES", help="apply only these rules")
    command.add_argument("--ignore", metavar="CODES", help="leave these rules out")
    command.add_argument("--preview", action="store_true", help="also apply rules in preview")
    _add_debug(command)


def _add_debug(command: argparse.ArgumentParser) -> None:
    command.add_argument("--debug", action="store_true", help="print the traceback of an unexpected error")


def _count(given: str) -> int:
    if not given.isdecimal() or int(given) < 1:
        raise argparse.ArgumentTypeError(f"{given!r} is no number from 1 up")
    return int(given)
