"""The command line: arguments in, exit code out. Everything heavy is imported when it is needed."""

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NoReturn

from checkfirst.errors import CheckfirstError, UsageError
from checkfirst.version import __version__

READY, CHECK_FIRST, MISTAKE, NOTHING, INTERRUPTED = 0, 1, 2, 3, 130
_COMMANDS = ("check", "show", "clean", "index", "accept", "rule", "rules")
_PURPOSES = ("build", "retrieve", "train")
_FORMATS = ("terminal", "json", "sarif", "junit", "github", "gitlab", "markdown", "html")
_MODULES = {"json": "json_v1", "html": "html_page"}


class _Parser(argparse.ArgumentParser):
    """Mistakes in one line, with what to do."""

    def error(self, message: str) -> NoReturn:
        print(f"checkfirst: {message} (see: {self.prog} --help)", file=sys.stderr)
        raise SystemExit(MISTAKE)


def build_parser() -> argparse.ArgumentParser:
    """The parser of all commands; the reference page is generated from it."""
    parser = _Parser(
        prog="checkfirst",
        description="Check the documents before you build on them.",
        epilog="`checkfirst PATH` is the same as `checkfirst check PATH`. "
        "Exit code: 0 ready, 1 check first, 2 a mistake in the call, 3 nothing to check.",
    )
    parser.add_argument("--version", action="version", version=f"checkfirst {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    _add_check(commands.add_parser("check", help="check a folder or files and say what is wrong with them"))
    show = commands.add_parser("show", help="how one file is read: kind, why, roles of its lines, thread")
    show.add_argument("file", type=Path, metavar="FILE")
    clean = commands.add_parser("clean", help="the main text of one file as Markdown, without page chrome and comments")
    clean.add_argument("file", type=Path, metavar="FILE")
    clean.add_argument("--comments", action="store_true", help="print the comment thread as JSON instead")
    index = commands.add_parser(
        "index", help="write an INDEX.md for a folder, or repair its index; shows the change first"
    )
    index.add_argument("path", type=Path, metavar="FOLDER")
    index.add_argument("--write", action="store_true", help="write the file; without it the change is only shown")
    index.add_argument("--config", type=Path, metavar="FILE", help="read this configuration instead of the nearest one")
    _add_accept(commands.add_parser("accept", help="let findings stand, or approve documents as they are"))
    rule = commands.add_parser("rule", help="explain one rule")
    rule.add_argument("code", metavar="CODE")
    commands.add_parser("rules", help="list all rules")
    return parser


def _add_accept(accept: argparse.ArgumentParser) -> None:
    accept.add_argument(
        "what",
        nargs="*",
        metavar="CODE:FILE or PATH",
        help="findings of a rule on a file; paths make up the set (default: this folder). Without CODE:FILE all findings",
    )
    accept.add_argument(
        "--document", action="append", default=[], metavar="FILE", help="approve this document as it is"
    )
    accept.add_argument("--why", default="", metavar="TEXT", help="kept beside each line")
    accept.add_argument("--by", metavar="NAME", help="who accepts (default: the user's name)")
    accept.add_argument("--prune", action="store_true", help="drop what no finding needs any more, and accept nothing")
    accept.add_argument(
        "--lock", type=Path, metavar="FILE", help="the lock file (default: the nearest checkfirst.lock)"
    )
    accept.add_argument("--purpose", choices=_PURPOSES, help="what the set is for (default: build)")
    accept.add_argument(
        "--config", type=Path, metavar="FILE", help="read this configuration instead of the nearest one"
    )


def _count(given: str) -> int:
    if not given.isdecimal() or int(given) < 1:
        raise argparse.ArgumentTypeError(f"{given!r} is no number of processes; give 1 or more")
    return int(given)


def _add_check(check: argparse.ArgumentParser) -> None:
    check.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="folders or files that make up the set")
    check.add_argument("--purpose", choices=_PURPOSES, help="what the set is for (default: build)")
    check.add_argument("--format", choices=_FORMATS, default="terminal", help="how to report (default: terminal)")
    check.add_argument("--output", type=Path, metavar="FILE", help="write the report there instead of printing it")
    check.add_argument(
        "--select", metavar="CODES", help="apply only these rules: codes or their beginnings, with commas"
    )
    check.add_argument("--ignore", metavar="CODES", help="leave these rules out")
    check.add_argument(
        "--index", action="append", metavar="FILE", help="this file of the set lists it; may be repeated"
    )
    check.add_argument("--about", metavar="TEXT", help="what the set is about, in a few words")
    check.add_argument("--strict", action="store_true", help="let warnings too make the verdict `check first`")
    check.add_argument("--preview", action="store_true", help="apply rules that are still on trial, too")
    check.add_argument("--config", type=Path, metavar="FILE", help="read this configuration instead of the nearest one")
    check.add_argument(
        "--lock", type=Path, metavar="FILE", help="findings let stand (default: the nearest checkfirst.lock)"
    )
    check.add_argument(
        "--jobs", type=_count, metavar="N", help="processes for large sets (default: one for each processor)"
    )
    check.add_argument("--show-files", action="store_true", help="list what was read, as what, and what was skipped")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if (given and not given[0].startswith("-") and given[0] not in _COMMANDS) or (
        given and given[0].startswith("--") and given[0] not in {"--help", "--version"}
    ):
        given.insert(0, "check")
    # The matrices here are small: more threads only spin, and take the other cores from their owner.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    parser = build_parser()
    options = parser.parse_args(given)
    if options.command is None:
        parser.print_help()
        return MISTAKE
    run: Callable[[argparse.Namespace], int] = {
        "check": _check,
        "show": _show,
        "clean": _clean,
        "index": _index,
        "accept": _accept,
        "rule": _rule,
        "rules": _rules,
    }[options.command]
    try:
        return run(options)
    except CheckfirstError as error:
        print(f"checkfirst: {error}", file=sys.stderr)
        return MISTAKE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of a pipe went away, as `head` does; nothing more can be said to it.
        sys.stdout = None
        return READY


def _check(options: argparse.Namespace) -> int:
    from dataclasses import replace

    from checkfirst.api import check
    from checkfirst.progress import Meter
    from checkfirst.settings import locked, settings

    config = settings(options)
    if options.format == "terminal" and not options.show_files:
        config = replace(config, readings=False)
    with Meter(sys.stderr) as meter:
        report = check(
            options.paths,
            config=config,
            progress=meter.step,
            jobs=options.jobs or os.cpu_count() or 1,
            lock=locked(options.lock),
        )
    if options.format != "terminal":
        from importlib import import_module

        module = import_module(f"checkfirst.reporting.{_MODULES.get(options.format, options.format)}")
        text = module.parts(report)
    else:
        from checkfirst.reporting.terminal import render, wants_color, width_of

        to_file = options.output is not None
        color = not to_file and wants_color(sys.stdout)
        text = iter([render(report, width=width_of(sys.stdout), color=color, show_files=options.show_files)])
    _write(text, options.output)
    if report.partial:
        return INTERRUPTED
    if not report.documents:
        what = "nothing to check" if not report.failures else "nothing could be read"
        print(f"checkfirst: {what} in {' '.join(map(str, options.paths))}", file=sys.stderr)
        return NOTHING
    return READY if report.verdict == "ready" else CHECK_FIRST


def _write(parts: Iterable[str], output: Path | None) -> None:
    if output is None:
        for part in parts:
            sys.stdout.write(part)
        sys.stdout.flush()
    else:
        from checkfirst.output import replace_file

        replace_file(output, parts)


def _show(options: argparse.Namespace) -> int:
    from checkfirst.api import read_one
    from checkfirst.reporting.reading_view import render_show

    _write([render_show(*read_one(options.file))], None)
    return READY


def _clean(options: argparse.Namespace) -> int:
    from checkfirst.api import read_one
    from checkfirst.reporting.reading_view import render_clean, render_thread

    read = read_one(options.file)
    _write([render_thread(*read) if options.comments else render_clean(*read)], None)
    return READY


def _index(options: argparse.Namespace) -> int:
    from checkfirst.indexing import planned
    from checkfirst.output import replace_file
    from checkfirst.reporting.index_page import diff
    from checkfirst.settings import configured

    plan = planned(options.path, configured(options.config))
    if plan.by_hand:
        _write([plan.by_hand], None)
        return CHECK_FIRST
    if plan.before == plan.after:
        print(f"{plan.path}: lists all documents, and all that it lists is there", file=sys.stderr)
        return READY
    _write([diff(plan.before, plan.after, plan.path.name)], None)
    if not options.write:
        print(f"checkfirst: {plan.path} not changed; to write it, add --write", file=sys.stderr)
        return CHECK_FIRST
    replace_file(plan.path, [plan.after])
    print(f"checkfirst: {plan.path} written", file=sys.stderr)
    return READY


def _accept(options: argparse.Namespace) -> int:
    from checkfirst.accepting import accept

    print(f"checkfirst: {accept(options)}", file=sys.stderr)
    return READY


def _rule(options: argparse.Namespace) -> int:
    from checkfirst.reporting.rule_page import render_rule
    from checkfirst.rules.registry import RULES, known

    code = options.code.upper()
    named = next((rule for rule in RULES.values() if rule.name == options.code.lower()), None)
    if named is None and code not in RULES:
        known(code)
        raise UsageError(
            f"{code} begins several codes; name one of {', '.join(c for c in RULES if c.startswith(code))}"
        )
    _write([render_rule(named or RULES[code])], None)
    return READY


def _rules(_: argparse.Namespace) -> int:
    from checkfirst.reporting.rule_page import render_rules

    _write([render_rules()], None)
    return READY
