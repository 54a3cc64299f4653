"""The files and folders on which the result for a set depends, with their stamps. It imports what lists a set."""

import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from checkfirst.config import NAME, PROJECT
from checkfirst.known.look import MOST, names_in, stamp_of
from checkfirst.known.state import Above, Stamp
from checkfirst.sources.interface import Listing, never
from checkfirst.sources.site_files import DECIDING_NAMES, folders_above

#: Seconds that must have passed since the last change for a stamp to be relied on: file systems keep times in steps of up
#: to two seconds (FAT).
_AT_REST: Final = 2.0
_EXCLUDE: Final = os.path.join("info", "exclude")
#: Files above a set that decide how it is checked.
_DECIDING: Final = (NAME, PROJECT, "checkfirst.lock", ".gitignore", ".git", os.path.join(".git", _EXCLUDE))


def stamps_of(listing: Listing, root: str, base: str, named: Iterable[str]) -> dict[str, Stamp]:
    """The stamps of all that a listing holds, of the ``named`` files, and of what decides from above."""
    stamps = {path: stamp_of(path) for path in {*_inside(listing, root), *named, *_above(root), *_above(base)}}
    return dict(sorted(stamps.items()))


def is_settled(stamps: dict[str, Stamp], listing: Listing) -> bool:
    """Whether the stamps can be relied on later: they are few enough, and a change after them shows."""
    newest = max((max(stamp[1], stamp[2]) for stamp in stamps.values() if stamp), default=0)
    at_rest = newest < time.time_ns() - int(_AT_REST * 1e9)
    return at_rest and len(stamps) <= MOST and listing.on_disk is never


def _inside(listing: Listing, root: str) -> Iterator[str]:
    yield root
    # A member of an archive has no file of its own; the archive is among the skipped ones.
    for found in listing.found:
        yield os.path.join(root, found.path)
    for skipped in listing.skipped:
        yield os.path.join(root, skipped.path)
    for name in (*listing.folders, *listing.hidden, *(alias for alias, _ in listing.aliases)):
        yield os.path.join(root, name)
        if os.path.basename(name) == ".git":
            yield os.path.join(root, name, _EXCLUDE)
    for folder in ("", *listing.folders):
        if os.path.lexists(ignore := os.path.join(root, folder, ".gitignore")):
            yield ignore
    for site in listing.site_files:
        yield os.path.normpath(os.path.join(root, site.path))


def _above(folder: str) -> Iterator[str]:
    """The files that decide from above."""
    for above in Path(folder).parents:
        for name in _DECIDING:
            yield os.path.join(above, name)


def above_of(root: str) -> Above:
    """The folders above a set in which configuration may appear, each with its stamp and the names that matter."""
    folders = {str(folder): stamp_of(str(folder)) for folder in folders_above(Path(root))}
    return {folder: (stamp, names_in(folder, DECIDING_NAMES)) for folder, stamp in folders.items()}
