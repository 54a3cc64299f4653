"""The command-line arguments of all commands."""

import argparse
from pathlib import Path
from typing import NoReturn

from checkfirst.cli.output import say
from checkfirst.model.kinds import Purpose
from checkfirst.reporting.registry import FORMATS, JSON, TERMINAL
from checkfirst.version import __version__

#: The exit code for a mistake in the call.
MISTAKE = 2
_PURPOSES = tuple(purpose.value for purpose in Purpose)


class _Parser(argparse.ArgumentParser):
    """Prints a mistake in one line and ends the program with exit code 2."""

    def error(self, message: str) -> NoReturn:
        say(f"{message} (see: {self.prog} --help)")
        raise SystemExit(MISTAKE)


def build_parser() -> argparse.ArgumentParser:
    """The parser of all commands; the reference page is generated from it."""
    parser = _Parser(
        prog="checkfirst",
        description="Check the documents before you build on them.",
        epilog="`checkfirst PATH` is the same as `checkfirst check PATH`. "
        "Exit code: 0 ready, 1 check first, 2 a mistake in the call, 3 nothing to check, 70 a mistake in checkfirst "
        "itself, 130 interrupted.",
    )
    parser.add_argument("--version", action="version", version=f"checkfirst {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    _add_check(commands.add_parser("check", help="check a folder or files and say what is wrong with them"))
    show = commands.add_parser(
        "show", help="explain how one file is read: its kind and why, the role of each line, its thread"
    )
    show.add_argument("file", type=Path, metavar="FILE")
    clean = commands.add_parser("clean", help="the main text of one file as Markdown, without page chrome and comments")
    clean.add_argument("file", type=Path, metavar="FILE")
    clean.add_argument("--comments", action="store_true", help="print the comment thread as JSON instead")
    index = commands.add_parser(
        "index", help="write an INDEX.md for a folder, or repair its index; shows the change first"
    )
    index.add_argument("path", type=Path, metavar="FOLDER")
    index.add_argument("--write", action="store_true", help="write the file; without it the change is only shown")
    index.add_argument(
        "--config", type=Path, metavar="FILE", help="read this configuration (default: the nearest one outside the set)"
    )
    _add_accept(commands.add_parser("accept", help="accept findings, or approve documents as they are"))
    _add_diff(commands.add_parser("diff", help="compare two states of a set: findings new, gone and kept"))
    completion = commands.add_parser("completion", help="print a script with which a shell completes commands")
    completion.add_argument("shell", choices=("bash", "zsh", "tcsh"))
    commands.add_parser("clean-cache", help="delete the cached results of earlier checks")
    rule = commands.add_parser("rule", help="explain one rule")
    rule.add_argument("code", metavar="CODE")
    commands.add_parser("rules", help="list all rules")
    return parser


def _add_accept(accept: argparse.ArgumentParser) -> None:
    accept.add_argument(
        "what",
        nargs="*",
        metavar="CODE:FILE or PATH",
        help="accept the findings of this rule on this file (default: all findings), in the set that the paths make up "
        "(default: this folder)",
    )
    accept.add_argument(
        "--document", action="append", default=[], metavar="FILE", help="approve this document as it is"
    )
    accept.add_argument("--why", default="", metavar="TEXT", help="the reason, kept in the lock file")
    accept.add_argument("--by", metavar="NAME", help="who accepts (default: the user's name)")
    accept.add_argument("--prune", action="store_true", help="drop acceptances that no finding needs any more")
    accept.add_argument(
        "--lock", type=Path, metavar="FILE", help="the lock file (default: the nearest checkfirst.lock outside the set)"
    )
    _add_settings(accept)


def _add_diff(diff: argparse.ArgumentParser) -> None:
    diff.add_argument("before", metavar="A", help="a folder, or a revision that git knows")
    diff.add_argument("after", metavar="B", nargs="?", help="the other one (default: the folder as it is now)")
    diff.add_argument(
        "--folder", type=Path, default=Path(), help="the folder that revisions are of (default: this one)"
    )
    diff.add_argument("--format", choices=(TERMINAL, JSON), default=TERMINAL, help="how to report (default: terminal)")
    diff.add_argument("--output", type=Path, metavar="FILE", help="write there instead of printing")
    diff.add_argument("--purpose", choices=_PURPOSES, help="what the set is for (default: build)")
    diff.add_argument(
        "--lock", type=Path, metavar="FILE", help="the lock file (default: the nearest checkfirst.lock outside the set)"
    )
    diff.add_argument(
        "--config", type=Path, metavar="FILE", help="read this configuration (default: the nearest one outside the set)"
    )


def _count(given: str) -> int:
    if not given.isdecimal() or int(given) < 1:
        raise argparse.ArgumentTypeError(f"{given!r} is no number of processes; give 1 or more")
    return int(given)


def _add_settings(command: argparse.ArgumentParser) -> None:
    """Options that override the configuration file."""
    command.add_argument("--purpose", choices=_PURPOSES, help="what the set is for (default: build)")
    command.add_argument(
        "--select", metavar="CODES", help="apply only these rules: codes or their beginnings, separated by commas"
    )
    command.add_argument("--ignore", metavar="CODES", help="leave these rules out")
    command.add_argument(
        "--index", action="append", metavar="FILE", help="read this file of the set as its index; may be repeated"
    )
    command.add_argument(
        "--include",
        action="append",
        metavar="PATH",
        help="check this file or folder of the set although a tool made it, git ignores it or it is hidden; may be repeated",
    )
    command.add_argument("--about", metavar="TEXT", help="what the set is about, in a few words")
    command.add_argument("--strict", action="store_true", help="warnings, too, make the verdict `check first`")
    command.add_argument("--preview", action="store_true", help="also apply rules in preview")
    command.add_argument(
        "--no-inline", action="store_true", help="disregard comments `checkfirst: ignore CODE` in documents"
    )
    command.add_argument(
        "--config", type=Path, metavar="FILE", help="read this configuration (default: the nearest one outside the set)"
    )


def _add_check(check: argparse.ArgumentParser) -> None:
    check.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="folders or files that make up the set")
    _add_settings(check)
    check.add_argument("--format", choices=FORMATS, default=TERMINAL, help="how to report (default: terminal)")
    check.add_argument("--output", type=Path, metavar="FILE", help="write the report there instead of printing it")
    check.add_argument(
        "--lock", type=Path, metavar="FILE", help="the lock file (default: the nearest checkfirst.lock outside the set)"
    )
    check.add_argument(
        "--jobs", type=_count, metavar="N", help="processes for large sets (default: one for each processor)"
    )
    check.add_argument(
        "--since",
        metavar="REV",
        help="report on documents that changed since this revision, judged against the whole set",
    )
    check.add_argument("--debug", action="store_true", help="print the traceback of an unexpected error")
    check.add_argument("--no-cache", action="store_true", help="measure everything anew, and keep nothing for later")
    loud = check.add_mutually_exclusive_group()
    loud.add_argument("--quiet", action="store_true", help="print the verdict alone")
    loud.add_argument("--verbose", action="store_true", help="explain each rule that found something")
    check.add_argument("--statistics", action="store_true", help="count findings by rule, most frequent first")
    check.add_argument("--show-files", action="store_true", help="list what was read, as what, and what was skipped")
