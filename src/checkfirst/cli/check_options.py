"""The options of ``checkfirst check``, and those that other commands share with it."""

import argparse
from pathlib import Path
from typing import Final

from checkfirst.config_values import probability
from checkfirst.model.finding import Severity
from checkfirst.model.kinds import Purpose
from checkfirst.reporting.registry import FORMATS

_PURPOSES: Final = tuple(purpose.value for purpose in Purpose)
_SEVERITIES: Final = tuple(severity.value for severity in Severity)
#: When the report has colours.
AUTO, ALWAYS, NEVER = "auto", "always", "never"


def add_check(check: argparse.ArgumentParser) -> None:
    """Add all options of a check."""
    check.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="folders or files that make up the set (default: this folder); - for one document on standard input",
    )
    judged = check.add_argument_group("what is judged, and how")
    add_settings(judged)
    add_verdict(judged)
    judged.add_argument(
        "--since",
        metavar="REV",
        help="report on documents that changed since this revision, judged against the whole set",
    )
    judged.add_argument(
        "--stdin-filename", metavar="NAME", help="the name of the document on standard input, which gives its format"
    )
    _add_report(check.add_argument_group("the report"))
    _add_run(check.add_argument_group("the run"))


def add_settings(command: argparse._ActionsContainer) -> None:
    """Add options that override the configuration file."""
    command.add_argument("--purpose", choices=_PURPOSES, help="what the set is for (default: build)")
    command.add_argument(
        "--select", metavar="CODES", help="apply only these rules: codes or their beginnings, separated by commas"
    )
    command.add_argument("--ignore", metavar="CODES", help="leave these rules out")
    command.add_argument(
        "--exclude",
        action="append",
        metavar="PATTERN",
        help="leave out files of this pattern, as in .gitignore; may be repeated",
    )
    command.add_argument(
        "--include",
        action="append",
        metavar="PATH",
        help="check this file or folder of the set although a tool made it, git ignores it or it is hidden; may be repeated",
    )
    command.add_argument(
        "--index", action="append", metavar="FILE", help="read this file of the set as its index; may be repeated"
    )
    command.add_argument("--about", metavar="TEXT", help="what the set is about, in a few words")
    command.add_argument(
        "--min-confidence", type=_probability, metavar="P", help="leave out findings less sure than this: 0.9 or 90%%"
    )
    command.add_argument("--preview", action="store_true", help="also apply rules in preview")
    command.add_argument(
        "--no-inline", action="store_true", help="disregard comments `checkfirst: ignore CODE` in documents"
    )


def add_verdict(command: argparse._ActionsContainer) -> None:
    """Add options on what makes the verdict and the exit code."""
    command.add_argument(
        "--fail-on",
        choices=_SEVERITIES,
        help="the least severity that makes the verdict `check first` (default: error)",
    )
    command.add_argument("--strict", action="store_true", help="the same as --fail-on warning")
    command.add_argument("--exit-zero", action="store_true", help="exit with 0 whatever is found")


def _add_report(report: argparse._ActionsContainer) -> None:
    report.add_argument(
        "-f",
        "--format",
        choices=FORMATS,
        metavar="FORMAT",
        help=f"how to report: {', '.join(FORMATS)} (default: what the ending of the output file says, or terminal)",
    )
    report.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write the report there instead of printing it; - prints it"
    )
    loud = report.add_mutually_exclusive_group()
    loud.add_argument("-q", "--quiet", action="store_true", help="print the verdict alone")
    loud.add_argument(
        "-v",
        "--verbose",
        action="store_true",
        help="print every finding whole, and explain each rule that found something",
    )
    report.add_argument("--color", choices=(AUTO, ALWAYS, NEVER), default=AUTO, help="colours (default: on a terminal)")
    report.add_argument("--statistics", action="store_true", help="count findings by rule, most frequent first")
    report.add_argument("--show-files", action="store_true", help="list what was read, as what, and what was skipped")


def _add_run(run: argparse._ActionsContainer) -> None:
    run.add_argument(
        "--config", type=Path, metavar="FILE", help="read this configuration (default: the nearest one outside the set)"
    )
    run.add_argument(
        "--lock", type=Path, metavar="FILE", help="the lock file (default: the nearest checkfirst.lock outside the set)"
    )
    run.add_argument(
        "-j", "--jobs", type=_count, metavar="N", help="processes for large sets (default: one for each processor)"
    )
    run.add_argument(
        "--fix",
        action="store_true",
        help="show what can be mended without your judgement: links to a file that was moved or a place spelled otherwise, "
        "front matter that needs quotes, a second entry of an index for the same bytes",
    )
    run.add_argument("--write", action="store_true", help="with --fix: write the changes")
    run.add_argument(
        "--watch", action="store_true", help="check again whenever the set changed, and print what that changed"
    )
    run.add_argument("--no-cache", action="store_true", help="measure everything anew, and keep nothing for later")
    run.add_argument("--debug", action="store_true", help="print the traceback of an unexpected error")


def _count(given: str) -> int:
    if not given.isdecimal() or int(given) < 1:
        raise argparse.ArgumentTypeError(f"{given!r} is no number of processes; give 1 or more")
    return int(given)


def _probability(given: str) -> float:
    number = probability(given)
    if number is None:
        raise argparse.ArgumentTypeError(f"{given!r} is no probability; give a number from 0 to 1, or 0% to 100%")
    return number
