"""The command line: arguments in, exit code out. Everything heavy is imported when it is needed."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from checkfirst.arguments import MISTAKE, build_parser
from checkfirst.errors import CheckfirstError, OutputError, UsageError
from checkfirst.output import CHECK_FIRST, INTERRUPTED, READY, replace_file, write

_COMMANDS = ("check", "show", "clean", "index", "accept", "diff", "clean-cache", "completion", "rule", "rules")


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
        "diff": _diff,
        "clean-cache": _clean_cache,
        "completion": _completion,
        "rule": _rule,
        "rules": _rules,
    }[options.command]
    try:
        return run(options)
    except CheckfirstError as error:
        print(f"checkfirst: {error}", file=sys.stderr)
        return MISTAKE
    except FileNotFoundError as error:
        if os.path.exists(error.filename or os.curdir):
            raise
        print("checkfirst: the folder where you are is not there any more; go to another one", file=sys.stderr)
        return MISTAKE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of a pipe went away, as `head` does; nothing more can be said to it.
        sys.stdout = None
        return READY


def _check(options: argparse.Namespace) -> int:
    from checkfirst.check_command import check_and_report

    return check_and_report(options)


def _diff(options: argparse.Namespace) -> int:
    from checkfirst.diff_command import compare

    return compare(options)


def _show(options: argparse.Namespace) -> int:
    from checkfirst.api import read_one
    from checkfirst.reporting.reading_view import render_show

    write([render_show(*read_one(options.file))], None)
    return READY


def _clean(options: argparse.Namespace) -> int:
    from checkfirst.api import read_one
    from checkfirst.reporting.reading_view import render_clean, render_thread

    read = read_one(options.file)
    write([render_thread(*read) if options.comments else render_clean(*read)], None)
    return READY


def _index(options: argparse.Namespace) -> int:
    from checkfirst.indexing import planned
    from checkfirst.reporting.index_page import diff
    from checkfirst.settings import configured

    plan = planned(options.path, configured(options.config))
    if plan.by_hand:
        write([plan.by_hand], None)
        return CHECK_FIRST
    if plan.before == plan.after:
        print(f"{plan.path}: lists all documents, and all that it lists is there", file=sys.stderr)
        return READY
    write([diff(plan.before, plan.after, plan.path.name)], None)
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


def _clean_cache(_: argparse.Namespace) -> int:
    from checkfirst.cache import cache_file, clean

    path = cache_file()
    if path is None:
        raise UsageError("no cache: this user has no home folder")
    try:
        size = clean(path)
    except OSError as error:
        raise OutputError(f"{path}: can't be deleted: {error.strerror}") from None
    print(f"checkfirst: {size / 1e6:.1f} MB of earlier results deleted from {path.parent}", file=sys.stderr)
    return READY


def _completion(options: argparse.Namespace) -> int:
    try:
        import shtab
    except ImportError:
        raise UsageError("completion needs shtab: pip install 'checkfirst[completion]'") from None
    write([shtab.complete(build_parser(), shell=options.shell)], None)
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
    write([render_rule(named or RULES[code])], None)
    return READY


def _rules(_: argparse.Namespace) -> int:
    from checkfirst.reporting.rule_page import render_rules

    write([render_rules()], None)
    return READY
