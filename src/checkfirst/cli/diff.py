"""``checkfirst diff A B``: two folders, or two revisions of one, checked and compared."""

import argparse
from dataclasses import replace
from os.path import relpath
from pathlib import Path

from checkfirst.api import check, check_documents
from checkfirst.checking.compare import changes
from checkfirst.checking.lock import Lock
from checkfirst.cli.interruption import look
from checkfirst.cli.options import configured, locked
from checkfirst.cli.output import CHECK_FIRST, READY, write
from checkfirst.config import Config
from checkfirst.errors import UsageError
from checkfirst.model.kinds import Purpose
from checkfirst.model.report import Report
from checkfirst.reporting.changes_view import changes_json, render_changes
from checkfirst.sources.git import files_at, is_revision


def run(options: argparse.Namespace) -> int:
    """Print what differs. Returns 1 if there is an error that was not there before."""
    states = (options.before, options.after)
    checked = [Path(named) if named and Path(named).is_dir() else options.folder for named in states]
    config = configured(options.config, checked)
    lock = locked(options.lock, checked)
    if options.purpose:
        config = replace(config, purpose=Purpose(options.purpose))
    before, after = (_state(named, options.folder, config, lock) for named in states)
    if before.partial or after.partial:
        raise KeyboardInterrupt
    found = changes(before, after)
    write([changes_json(found) if options.format == "json" else render_changes(found)], options.output)
    return CHECK_FIRST if found.worse else READY


def _state(named: str | None, folder: Path, config: Config, lock: Lock) -> Report:
    """A state of the set: a folder, a revision, or the folder as it is now. Raises ``UsageError`` for neither."""
    if named is None:
        return check(folder, config=config, lock=lock, progress=look)
    path, revision = Path(named), is_revision(named, folder)
    if path.is_dir() and revision and not named.endswith(("/", "\\")):
        raise UsageError(f"{named}: a folder and a revision; write {named}/ for the folder, or refs/heads/{named}")
    if path.is_dir():
        return check(path, config=config, lock=lock, progress=look)
    if path.is_file() and not revision:
        raise UsageError(f"{named}: a file; name a folder or a revision")
    if "/" in named and not revision:
        raise UsageError(f"{named}: no such folder, and no revision that git knows in {folder}")
    files = dict(files_at(named, folder))
    # Indexes are named as seen from here; in a revision they stand below its folder, or were not written yet.
    indexes = (name if name in files else Path(relpath(name, folder)).as_posix() for name in config.index)
    there = replace(config, index=tuple(name for name in indexes if name in files))
    return check_documents(files.items(), config=there, lock=lock, progress=look)
