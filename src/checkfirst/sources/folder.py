"""Listing files and folders: recursive, sorted, and never outside the root."""

import os
from pathlib import Path

from checkfirst.errors import UsageError
from checkfirst.model.report import SkipReason
from checkfirst.safe_text import shortened
from checkfirst.sources.folder_entries import children, follow, take_entry
from checkfirst.sources.hidden_entries import list_hidden, take_hidden
from checkfirst.sources.ignored import is_ignored, is_in_work_tree, rules_above, rules_around, with_folder
from checkfirst.sources.ignoring import Ignoring
from checkfirst.sources.included import Included
from checkfirst.sources.interface import Listing, never
from checkfirst.sources.listing_builder import Builder
from checkfirst.sources.on_disk import beside
from checkfirst.sources.regular_file import refusal
from checkfirst.sources.saved_pages import saved_page, skip_parts
from checkfirst.sources.site_files import location_of, site_files

#: Files of checkfirst itself, which are not documents.
OUR_OWN = {"checkfirst.lock", "checkfirst.toml"}
#: How the files begin in which office programs note who has a document open; systems that know them hide them.
OWNER_FILE = "~$"


def list_paths(paths: list[Path], include: tuple[str, ...] = ()) -> Listing:
    """The files at and below the paths. A path that is named itself is listed even if hidden or ignored.

    So are files that ``include`` names by patterns in the syntax of ``.gitignore``. Of other hidden files those are
    listed that people or agents read. Raises ``UsageError`` for a path that does not exist, ``ConfigError`` for a
    wrong pattern.
    """
    for path in paths:
        if not _is_there(path):
            raise UsageError(f"{shortened(str(path))}: no such file or folder")
    resolved = sorted({path.resolve() for path in paths})
    root = _common_root(resolved)
    listing = Builder(root=root, included=Included(include))
    for path in resolved:
        if any(path != other and path.is_relative_to(other) for other in resolved):
            continue
        if path.is_dir():
            _walk(path, listing)
        elif why := refusal(path.stat().st_mode):
            listing.fail(path, why)
        else:
            listing.take(path)
    around = rules_around(root, listing.fail_ignoring)
    return Listing(
        root=_shown_root(paths, root),
        found=tuple(sorted(listing.found, key=lambda f: f.path)),
        skipped=tuple(sorted(listing.skipped, key=lambda s: s.path)),
        failures=tuple(sorted(set(listing.failures), key=lambda f: (f.path, f.reason))),
        aliases=tuple(sorted(listing.aliases)),
        folders=tuple(sorted(listing.folders)),
        hidden=tuple(sorted(listing.hidden)),
        site_files=site_files(root, sorted(f.path for f in listing.found), sorted(listing.hidden)),
        location=location_of(root),
        ignores=Ignoring(root, around),
        on_disk=beside(root) if any(path.is_file() for path in resolved) else never,
        left_out=tuple(sorted(listing.left_out, key=lambda item: item.path)),
        unread=tuple(sorted(listing.unread)),
    )


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        # A name that is too long, or that no file can have.
        return False


def _common_root(paths: list[Path]) -> Path:
    folders = [path if path.is_dir() else path.parent for path in paths]
    return Path(os.path.commonpath(folders))


def _shown_root(paths: list[Path], root: Path) -> str:
    """The root as it is printed: as typed for one folder, else relative to the current folder where it is inside."""
    if len(paths) == 1:
        return str(paths[0] if paths[0].is_dir() else paths[0].parent)
    here = Path.cwd()
    return str(root.relative_to(here)) if root.is_relative_to(here) else str(root)


def _walk(folder: Path, listing: Builder) -> None:
    # No recursion: trees can be deeper than Python's stack.
    waiting = [(folder, rules_above(folder, listing.fail_ignoring), is_in_work_tree(folder))]
    while waiting:
        here, rules, is_tracked = waiting.pop()
        entries = list(children(here, listing))
        files = {path.name for path, is_folder, _ in entries if not is_folder}
        if not is_tracked and any(path.name == ".git" for path, _, _ in entries):
            # A work tree inside a folder that is none.
            rules, is_tracked = with_folder(rules, here, listing.fail_ignoring), True
        for path, is_folder, is_link in entries:
            page = saved_page(path.name, files) if is_folder else None
            if path.name.startswith("."):
                list_hidden(path, listing)
            if path.name.startswith(".") and not listing.includes(path):
                take_hidden(path, is_folder, rules, listing)
            elif path.name.startswith(OWNER_FILE) and not is_folder:
                listing.skip(path, SkipReason.HIDDEN)
            elif path.name in OUR_OWN:
                listing.skip(path, SkipReason.OWN_FILE)
            elif is_link:
                follow(path, listing)
            elif is_ignored(rules, path, folder=is_folder) and not listing.includes(path):
                listing.skip(path, SkipReason.IGNORED)
            elif page:
                skip_parts(path, page, listing)
            elif is_folder:
                listing.folders.append(listing.name(path))
                inner = with_folder(rules, path, listing.fail_ignoring) if is_tracked else rules
                waiting.append((path, inner, is_tracked))
            else:
                take_entry(path, listing)
