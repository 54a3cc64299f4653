"""``checkfirst check``: check, keep what ``--since`` asks for, and write the report."""

import argparse
import os
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from checkfirst.api import check, check_documents
from checkfirst.checking.cache import Cache, cache_file
from checkfirst.cli.check_options import ALWAYS, AUTO, NEVER
from checkfirst.cli.interruption import INTERRUPTED
from checkfirst.cli.options import judged, locked, settings
from checkfirst.cli.output import CHECK_FIRST, NOTHING, READY, say, write
from checkfirst.cli.progress import ProgressLine
from checkfirst.config import Config
from checkfirst.errors import UsageError
from checkfirst.model.report import Report, Verdict
from checkfirst.plugins import installed
from checkfirst.reporting.registry import HTML, LEAN, TERMINAL, format_of, parts_of
from checkfirst.safe_text import inert
from checkfirst.sources.interface import SIZE_LIMIT

#: The path that stands for standard input and output.
_STANDARD: Final = Path("-")


def run(options: argparse.Namespace) -> int:
    """Check and write the report. Returns the exit code."""
    options = _completed(options)
    config = replace(judged(settings(options, options.paths), options), debug=options.debug)
    if options.format in LEAN and not options.show_files:
        config = replace(config, readings=False)
    if options.format == HTML:
        config = replace(config, texts=True)
    if options.watch:
        return _watched(options, config)
    changed = _changed(options) if options.since else None
    report = _checked(options, config)
    _print_plugin_problems()
    if changed is not None:
        from checkfirst.checking.since import narrow_to_changes

        report = narrow_to_changes(report, *changed, stops_from=config.stops_from)
    if options.fix:
        from checkfirst.cli.fix import fix

        return fix(report, writes=options.write)
    write(_parts(report, options), options.output)
    if options.output and not options.quiet:
        _say_where(report, options.output)
    if options.select and options.format == TERMINAL and not options.quiet:
        say(f"only rules of {options.select} were applied")
    _print_missing_limits()
    code = _exit_code(report, options)
    return READY if options.exit_zero and code == CHECK_FIRST else code


def _say_where(report: Report, output: Path) -> None:
    """Print the verdict and where the report is, which a person would otherwise have to look up."""
    from checkfirst.reporting.counts import headline
    from checkfirst.reporting.rows import rows

    say(f"{headline(report, rows(report))}; the report is in {output}")


def _completed(options: argparse.Namespace) -> argparse.Namespace:
    """The options with what follows from others: the format from the output file, this folder where no path is given."""
    given = dict(vars(options))
    if options.output == _STANDARD:
        given["output"] = None
    given["paths"] = options.paths or [Path()]
    given["format"] = options.format or (format_of(given["output"]) if given["output"] else TERMINAL)
    if _STANDARD in given["paths"] and (len(given["paths"]) > 1 or options.since):
        raise UsageError("- is the one document on standard input: give no other path, and no --since")
    if options.stdin_filename and _STANDARD not in given["paths"]:
        raise UsageError("--stdin-filename names the document on standard input: give - as the path")
    if options.write and not options.fix:
        raise UsageError("--write writes what --fix mends: give both")
    if options.fix and _STANDARD in given["paths"]:
        raise UsageError("--fix mends files: name a folder or a file")
    alone = (options.since, options.fix, options.output, _STANDARD in given["paths"], given["format"] != TERMINAL)
    if options.watch and any(alone):
        raise UsageError(
            "--watch prints what changed in a folder: leave out --since, --fix, --output and other formats"
        )
    return argparse.Namespace(**given)


def _watched(options: argparse.Namespace, config: Config) -> int:
    """Report on the set whole, then on each change of it, until the user interrupts. Returns the exit code."""
    from checkfirst.cli.watch import looker, watch

    def show(report: Report) -> None:
        write(_parts(report, options), None)
        _print_plugin_problems()
        say("watching; an interruption (Ctrl-C) ends it")

    look = looker(options.paths, config)
    verdict = watch(partial(_checked, options, config), look, show, lambda text: write([inert(text)], None))
    if verdict is None:
        return INTERRUPTED
    return READY if verdict is Verdict.READY or options.exit_zero else CHECK_FIRST


def _exit_code(report: Report, options: argparse.Namespace) -> int:
    if report.partial:
        return INTERRUPTED
    if report.documents:
        return READY if report.verdict is Verdict.READY else CHECK_FIRST
    # The report for people says it itself.
    if options.format != TERMINAL:
        problem = "nothing to check" if not report.failures else "nothing could be read"
        say(f"{problem} in {' '.join(map(str, options.paths))}")
    return NOTHING


def _checked(options: argparse.Namespace, config: Config) -> Report:
    if options.paths == [_STANDARD]:
        return check_documents([_standard_input(options.stdin_filename)], config=config, lock=locked(options.lock, []))
    # The cache holds no text of documents.
    path = None if options.no_cache or config.texts else cache_file()
    cache = Cache(path) if path else None
    try:
        with ProgressLine(sys.stderr) as line:
            return check(
                options.paths,
                config=config,
                progress=line.update,
                jobs=options.jobs or os.cpu_count() or 1,
                lock=locked(options.lock, options.paths),
                cache=cache,
            )
    finally:
        if cache:
            cache.close()


def _standard_input(name: str | None) -> tuple[str, bytes]:
    """The name and the content of the document on standard input. Raises ``UsageError`` for one that is too large."""
    content = sys.stdin.buffer.read(SIZE_LIMIT + 1) if sys.stdin else b""
    if len(content) > SIZE_LIMIT:
        raise UsageError(f"standard input has more than {SIZE_LIMIT:,} bytes; save it as a file and name that")
    return (name or "standard-input", content)


def _changed(options: argparse.Namespace) -> tuple[set[str], set[str]]:
    from checkfirst.sources.git import changed_since

    if len(options.paths) != 1 or not options.paths[0].is_dir():
        raise UsageError("--since needs one folder: give the whole set; only its changed documents are reported")
    folder: Path = options.paths[0]
    return changed_since(options.since, folder)


def _parts(report: Report, options: argparse.Namespace) -> Iterator[str]:
    if options.format != TERMINAL:
        return parts_of(options.format, report)
    from checkfirst.reporting.stream import wants_color, wants_links, width_of
    from checkfirst.reporting.terminal import Style, render

    to_file = options.output is not None
    style = Style(
        width=width_of(sys.stdout),
        color=options.color == ALWAYS or (options.color == AUTO and not to_file and wants_color(sys.stdout)),
        links=options.color != NEVER and not to_file and wants_links(sys.stdout),
        files=options.show_files,
        verbose=options.verbose,
        quiet=options.quiet,
        statistics=options.statistics,
    )
    return iter([inert(render(report, style))])


def _print_plugin_problems() -> None:
    """Name what installed packages bring and what could not be loaded of it."""
    if not installed():
        return
    from checkfirst.reading import formats
    from checkfirst.reporting import registry as reports
    from checkfirst.rules import registry as rules

    for problem in (*rules.PROBLEMS, *formats.PROBLEMS, *reports.PROBLEMS):
        say(str(problem))


def _print_missing_limits() -> None:
    """Name the limits of the reading process that this system does not have."""
    client = sys.modules.get("checkfirst.reading.sandbox.client")
    if client is not None and (missing := client.missing_limits()):
        limits = " and ".join(missing).replace("-", " ")
        say(f"this system can't limit {limits} of the reading process; its time limit still holds")
