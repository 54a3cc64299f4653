"""``checkfirst diff A B``: two folders, or two revisions of one, checked and compared."""

import argparse
from dataclasses import replace
from pathlib import Path

from checkfirst.api import check, check_documents
from checkfirst.changes import changes
from checkfirst.config import Config
from checkfirst.errors import UsageError
from checkfirst.git import files_at, is_revision
from checkfirst.model.kinds import Purpose
from checkfirst.model.report import Report
from checkfirst.output import CHECK_FIRST, READY, write
from checkfirst.reporting.changes_view import changes_json, render_changes
from checkfirst.settings import configured, locked


def compare(options: argparse.Namespace) -> int:
    """Print what differs. Returns 1 if there is an error that was not there before."""
    config = configured(options.config)
    if options.purpose:
        config = replace(config, purpose=Purpose(options.purpose))
    before = _state(options.before, options.folder, config)
    after = _state(options.after, options.folder, config)
    found = changes(before, after)
    write([changes_json(found) if options.format == "json" else render_changes(found)], options.output)
    return CHECK_FIRST if found.worse else READY


def _state(named: str | None, folder: Path, config: Config) -> Report:
    """A state of the set: a folder, a revision, or the folder as it is now. Raises ``UsageError`` for neither."""
    lock = locked(None)
    if named is None:
        return check(folder, config=config, lock=lock)
    if Path(named).is_dir() and not is_revision(named, folder):
        return check(Path(named), config=config, lock=lock)
    if Path(named).is_file():
        raise UsageError(f"{named}: a file; name a folder or a revision")
    if "/" in named and not is_revision(named, folder):
        raise UsageError(f"{named}: no such folder, and no revision that git knows in {folder}")
    return check_documents(files_at(named, folder), config=config, lock=lock)
