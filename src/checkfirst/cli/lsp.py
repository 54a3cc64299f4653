"""``checkfirst lsp``: a language server for editors on standard input and output."""

import argparse
import os
from pathlib import Path

from msgspec.structs import replace

from checkfirst.api import check
from checkfirst.checking.cache import Cache, cache_file
from checkfirst.cli.accept import accept
from checkfirst.cli.interruption import raise_if_interrupted
from checkfirst.cli.options import configured, locked
from checkfirst.cli.output import READY
from checkfirst.errors import UsageError
from checkfirst.fixes import fixed, fixes
from checkfirst.model.report import Report
from checkfirst.sources.interface import Unreadable
from checkfirst.sources.regular_file import read_bytes


def run(options: argparse.Namespace) -> int:
    """Serve until the editor ends. Returns the exit code."""
    try:
        from checkfirst.lsp.server import Doing, server_of
    except ImportError as error:
        raise UsageError(f"{error.name} is not installed; pip install 'checkfirst[editor]'") from None
    sets = [Path(path) for path in options.sets]
    server_of(
        Doing(
            check=lambda folder: _report(folder, sets),
            accept=lambda folder, code, path: _accept(folder, sets, code, path),
            mended=_mended,
        )
    ).start_io()
    return READY


def _report(folder: Path, sets: list[Path]) -> Report:
    # Configuration, lock and paths are those of the project, wherever the editor was started.
    os.chdir(folder)
    paths = sets or [Path()]
    config = replace(configured(None, paths), readings=False)
    file = cache_file()
    cache = Cache(file) if file else None
    try:
        return check(
            paths,
            config=config,
            lock=locked(None, paths),
            cache=cache,
            jobs=os.cpu_count() or 1,
            progress=raise_if_interrupted,
        )
    finally:
        if cache:
            cache.close()


def _accept(folder: Path, sets: list[Path], code: str, path: str) -> str:
    from checkfirst.cli.parser import build_parser

    os.chdir(folder)
    return accept(build_parser().parse(["accept", f"{code}:{path}", *map(str, sets)]))


def _mended(report: Report, path: str, code: str) -> tuple[str, str] | None:
    wanted = tuple(fix for fix in fixes(report) if (fix.path, fix.code) == (path, code))
    if not wanted:
        return None
    try:
        before = read_bytes(Path(report.root or ".") / path).decode("utf-8")
    except (Unreadable, UnicodeDecodeError):
        return None
    after = fixed(before, wanted)
    return (before, after) if after is not None and after != before else None
