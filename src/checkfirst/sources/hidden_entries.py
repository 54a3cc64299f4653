"""Hidden files and folders of a set: documents in them are listed, other names are kept for links."""

import os
from contextlib import suppress
from pathlib import Path

from checkfirst.model.report import SkipReason
from checkfirst.sources.dot_folders import is_known
from checkfirst.sources.folder_entries import follow, take_entry
from checkfirst.sources.hidden import built, survey
from checkfirst.sources.ignored import Rules, is_ignored
from checkfirst.sources.listing_builder import Builder

#: Files and folders inside hidden folders that are listed, and the hidden folders of programs that hold no documents.
#: Not measured.
_MOST_HIDDEN = 20_000
_NOT_LISTED = {".git", ".hg", ".svn", ".venv", ".tox", ".nox", ".cache", ".mypy_cache", ".ruff_cache", ".pytest_cache"}


def list_hidden(path: Path, listing: Builder) -> None:
    """Record the names below a hidden folder, without those that links never lead to, and not too many."""
    waiting = [path]
    while waiting and len(listing.hidden) < _MOST_HIDDEN:
        here = waiting.pop()
        listing.hidden.append(listing.name(here))
        with suppress(OSError):
            if here.name not in _NOT_LISTED and here.is_dir() and not here.is_symlink():
                waiting += [here / name for name in sorted(os.listdir(here))]


def take_hidden(path: Path, is_folder: bool, rules: Rules, listing: Builder) -> None:
    """Take the documents of a dot folder. Other hidden files are skipped, or named as what a tool made."""
    if not is_folder or path.is_symlink():
        listing.skip(path, SkipReason.HIDDEN)
        return
    hidden = survey(path, rules, listing.fail_ignoring)
    name = listing.name(path)
    above = name[: -len(path.name)]
    left_out = built(path, name, hidden)
    if left_out and not is_ignored(rules, path, folder=True):
        listing.left_out.append(left_out)
    if hidden.documents or is_known(path.name):
        for folder, why in hidden.unlisted:
            listing.fail(path.parent / folder, f"can't be listed: {why}")
    if not hidden.documents:
        listing.skip(path, SkipReason.HIDDEN)
        listing.unread += [above + other for other in hidden.others]
        return
    for document in hidden.documents:
        _take_document(path.parent / document, listing)
    for other in hidden.others:
        listing.skip(path.parent / other, SkipReason.HIDDEN)


def _take_document(path: Path, listing: Builder) -> None:
    """Take a document in a dot folder. A symbolic link there is a matter of tools: it fails only inside the root."""
    if not path.is_symlink():
        take_entry(path, listing)
    elif path.exists() and path.resolve().is_relative_to(listing.root):
        follow(path, listing)
    else:
        listing.skip(path, SkipReason.HIDDEN)
