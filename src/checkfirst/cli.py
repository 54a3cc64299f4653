"""The command line: arguments in, exit code out. Everything heavy is imported when it is needed."""

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from checkfirst.arguments import MISTAKE, build_parser
from checkfirst.errors import CheckfirstError, UsageError

READY, CHECK_FIRST, NOTHING, INTERRUPTED = 0, 1, 3, 130
_COMMANDS = ("check", "show", "clean", "index", "accept", "rule", "rules")
_MODULES = {"json": "json_v1", "html": "html_page"}


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
    if options.format == "html":
        config = replace(config, texts=True)
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
    _say_limits()
    if report.partial:
        return INTERRUPTED
    if not report.documents:
        what = "nothing to check" if not report.failures else "nothing could be read"
        print(f"checkfirst: {what} in {' '.join(map(str, options.paths))}", file=sys.stderr)
        return NOTHING
    return READY if report.verdict == "ready" else CHECK_FIRST


def _say_limits() -> None:
    """Once a run, what this system can't hold the reading process to."""
    from checkfirst.reading.isolated import missing_limits

    if missing := missing_limits():
        what = " and ".join(missing).replace("-", " ")
        print(
            f"checkfirst: this system has no limit of {what} for the reading process; its clock is kept",
            file=sys.stderr,
        )


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
