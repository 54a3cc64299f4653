"""``checkfirst check``: check, narrow the report to what was asked for, write it, and say how it ended."""

import argparse
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from checkfirst.api import check
from checkfirst.checking.cache import Cache, cache_file
from checkfirst.cli.interruption import INTERRUPTED
from checkfirst.cli.options import locked, settings
from checkfirst.cli.output import CHECK_FIRST, NOTHING, READY, write
from checkfirst.cli.progress import Meter
from checkfirst.config import Config
from checkfirst.errors import UsageError
from checkfirst.model.report import Report
from checkfirst.reporting.registry import TERMINAL, parts_of


def run(options: argparse.Namespace) -> int:
    """Do it all. Returns the exit code."""
    config = replace(settings(options, options.paths), debug=options.debug)
    if options.format == TERMINAL and not options.show_files:
        config = replace(config, readings=False)
    if options.format == "html":
        config = replace(config, texts=True)
    changed = _changed(options) if options.since else None
    report = _checked(options, config)
    if changed is not None:
        from checkfirst.checking.since import narrow_to_changes

        report = narrow_to_changes(report, *changed, strict=config.strict)
    write(_parts(report, options), options.output)
    _say_limits()
    if report.partial:
        return INTERRUPTED
    if not report.documents:
        what = "nothing to check" if not report.failures else "nothing could be read"
        print(f"checkfirst: {what} in {' '.join(map(str, options.paths))}", file=sys.stderr)
        return NOTHING
    return READY if report.verdict == "ready" else CHECK_FIRST


def _checked(options: argparse.Namespace, config: Config) -> Report:
    # The lines of documents stay out of the cache: it is no second copy of them.
    path = None if options.no_cache or config.texts else cache_file()
    cache = Cache(path) if path else None
    try:
        with Meter(sys.stderr) as meter:
            return check(
                options.paths,
                config=config,
                progress=meter.step,
                jobs=options.jobs or os.cpu_count() or 1,
                lock=locked(options.lock, options.paths),
                cache=cache,
            )
    finally:
        if cache:
            cache.close()


def _changed(options: argparse.Namespace) -> tuple[set[str], set[str]]:
    from checkfirst.sources.git import changed_since

    if len(options.paths) != 1 or not options.paths[0].is_dir():
        raise UsageError("--since needs one folder; give the whole set, of which the changed documents are reported")
    folder: Path = options.paths[0]
    return changed_since(options.since, folder)


def _parts(report: Report, options: argparse.Namespace) -> Iterator[str]:
    if options.format != TERMINAL:
        return parts_of(options.format, report)
    from checkfirst.reporting.terminal import Style, render, wants_color, wants_links, width_of

    to_file = options.output is not None
    style = Style(
        width=width_of(sys.stdout),
        color=not to_file and wants_color(sys.stdout),
        links=not to_file and wants_links(sys.stdout),
        files=options.show_files,
        verbose=options.verbose,
        quiet=options.quiet,
        statistics=options.statistics,
    )
    return iter([render(report, style)])


def _say_limits() -> None:
    """Once a run, what this system can't hold the reading process to."""
    isolated = sys.modules.get("checkfirst.reading.sandbox.client")
    if isolated is not None and (missing := isolated.missing_limits()):
        what = " and ".join(missing).replace("-", " ")
        print(
            f"checkfirst: this system has no limit of {what} for the reading process; its clock is kept",
            file=sys.stderr,
        )
