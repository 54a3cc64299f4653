"""``checkfirst diff A B``: two folders, or two revisions of one, checked and compared."""

import argparse
from os.path import relpath
from pathlib import Path

from msgspec.structs import replace

from checkfirst.api import check, check_listing
from checkfirst.checking.compare import changes
from checkfirst.checking.lock import Lock
from checkfirst.cli.interruption import raise_if_interrupted
from checkfirst.cli.options import configured, locked
from checkfirst.cli.output import CHECK_FIRST, READY, write
from checkfirst.config import Config
from checkfirst.errors import UsageError
from checkfirst.model.kinds import Purpose
from checkfirst.model.report import Report
from checkfirst.reporting.changes_view import changes_json, render_changes
from checkfirst.reporting.registry import JSON
from checkfirst.safe_text import inert, inert_json
from checkfirst.sources.git import contents_of, is_revision, list_revision


def run(options: argparse.Namespace) -> int:
    """Print what differs. Returns 1 if the later state has an error that the earlier one has not."""
    states = (options.before, options.after)
    checked = [Path(state) if state and Path(state).is_dir() else options.folder for state in states]
    config = configured(options.config, checked)
    lock = locked(options.lock, checked)
    if options.purpose:
        config = replace(config, purpose=Purpose(options.purpose))
    before, after = (_report_on(state, options.folder, config, lock) for state in states)
    if before.partial or after.partial:
        raise KeyboardInterrupt
    found = changes(before, after)
    write([inert_json(changes_json(found)) if options.format == JSON else inert(render_changes(found))], options.output)
    return CHECK_FIRST if found.worse else READY


def _report_on(state: str | None, folder: Path, config: Config, lock: Lock) -> Report:
    """The report on a folder, or on ``folder`` at a revision; without a state, on ``folder`` as it is now.

    Raises ``UsageError`` for a state that is neither a folder nor a revision.
    """
    if state is None:
        return check(folder, config=config, lock=lock, progress=raise_if_interrupted)
    path, revision = Path(state), is_revision(state, folder)
    if path.is_dir() and revision and not state.endswith(("/", "\\")):
        raise UsageError(f"{state}: a folder and a revision; write {state}/ for the folder, or refs/heads/{state}")
    if path.is_dir():
        return check(path, config=config, lock=lock, progress=raise_if_interrupted)
    if path.is_file() and not revision:
        raise UsageError(f"{state}: a file; name a folder or a revision")
    if "/" in state and not revision:
        raise UsageError(f"{state}: no such folder, and no revision that git knows in {folder}")
    with contents_of(folder) as contents:
        listing = list_revision(state, folder, contents, config.include)
        names = {item.path for item in listing.found}
        # The names of indexes are relative to the current folder; in a revision, paths are relative to ``folder``. An
        # index may not exist yet at the revision.
        indexes = (name if name in names else Path(relpath(name or ".", folder)).as_posix() for name in config.index)
        config = replace(config, index=tuple(name for name in indexes if name in names))
        return check_listing(listing, config=config, lock=lock, progress=raise_if_interrupted)
