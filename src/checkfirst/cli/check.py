"""``checkfirst check``: check, keep what ``--since`` asks for, and write the report."""

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
from checkfirst.cli.output import CHECK_FIRST, NOTHING, READY, say, write
from checkfirst.cli.progress import ProgressLine
from checkfirst.config import Config
from checkfirst.errors import UsageError
from checkfirst.model.report import Report, Verdict
from checkfirst.reporting.registry import HTML, TERMINAL, parts_of
from checkfirst.safe_text import inert


def run(options: argparse.Namespace) -> int:
    """Check and write the report. Returns the exit code."""
    config = replace(settings(options, options.paths), debug=options.debug)
    if options.format == TERMINAL and not options.show_files:
        config = replace(config, readings=False)
    if options.format == HTML:
        config = replace(config, texts=True)
    changed = _changed(options) if options.since else None
    report = _checked(options, config)
    if changed is not None:
        from checkfirst.checking.since import narrow_to_changes

        report = narrow_to_changes(report, *changed, strict=config.strict)
    write(_parts(report, options), options.output)
    _print_missing_limits()
    if report.partial:
        return INTERRUPTED
    if not report.documents and options.format == TERMINAL:
        return NOTHING
    if not report.documents:
        problem = "nothing to check" if not report.failures else "nothing could be read"
        say(f"{problem} in {' '.join(map(str, options.paths))}")
        return NOTHING
    return READY if report.verdict is Verdict.READY else CHECK_FIRST


def _checked(options: argparse.Namespace, config: Config) -> Report:
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
        color=not to_file and wants_color(sys.stdout),
        links=not to_file and wants_links(sys.stdout),
        files=options.show_files,
        verbose=options.verbose,
        quiet=options.quiet,
        statistics=options.statistics,
    )
    return iter([inert(render(report, style))])


def _print_missing_limits() -> None:
    """Name the limits of the reading process that this system does not have."""
    client = sys.modules.get("checkfirst.reading.sandbox.client")
    if client is not None and (missing := client.missing_limits()):
        limits = " and ".join(missing).replace("-", " ")
        say(f"this system can't limit {limits} of the reading process; its time limit still holds")
