"""The files and folders on which the result for a set depends, with their stamps. It imports what lists a set."""

import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from checkfirst.config import NAME, PROJECT
from checkfirst.known.look import stamp_of
from checkfirst.known.state import Stamp
from checkfirst.sources.interface import Listing, never

#: Seconds that must have passed since the last change for a stamp to be relied on: file systems keep times in steps of up
#: to two seconds (FAT).
_AT_REST: Final = 2.0
#: Files and folders that are looked at before each answer; a larger set is checked instead. Not measured.
_MOST: Final = 50_000
#: Files above a set that decide how it is checked, and folders above it in which others may.
_DECIDING: Final = (NAME, PROJECT, "checkfirst.lock", ".gitignore", ".git", os.path.join(".git", "info", "exclude"))
_BESIDE: Final = ("website",)
_MOST_ABOVE: Final = 5


def stamps_of(listing: Listing, root: str, base: str, named: Iterable[str]) -> dict[str, Stamp]:
    """The stamps of all that a listing holds, of the ``named`` files, and of what decides from above."""
    stamps = {path: stamp_of(path) for path in {*_inside(listing, root), *named, *_above(root), *_above(base)}}
    return dict(sorted(stamps.items()))


def is_settled(stamps: dict[str, Stamp], listing: Listing) -> bool:
    """Whether the stamps can be relied on later: they are few enough, and a change after them shows."""
    newest = max((max(stamp[1], stamp[2]) for stamp in stamps.values() if stamp), default=0)
    at_rest = newest < time.time_ns() - int(_AT_REST * 1e9)
    return at_rest and len(stamps) <= _MOST and listing.on_disk is never


def _inside(listing: Listing, root: str) -> Iterator[str]:
    yield root
    # A member of an archive has no file of its own; the archive is among the skipped ones.
    for found in listing.found:
        yield os.path.join(root, found.path)
    for skipped in listing.skipped:
        yield os.path.join(root, skipped.path)
    for name in (*listing.folders, *listing.hidden, *(alias for alias, _ in listing.aliases)):
        yield os.path.join(root, name)
    for folder in ("", *listing.folders):
        if os.path.lexists(ignore := os.path.join(root, folder, ".gitignore")):
            yield ignore
    for site in listing.site_files:
        yield os.path.normpath(os.path.join(root, site.path))


def _above(folder: str) -> Iterator[str]:
    """What decides from above; of the nearest folders their own stamp, too, which changes with their names."""
    for level, above in enumerate(Path(folder).parents):
        for name in _DECIDING:
            yield os.path.join(above, name)
        if level < _MOST_ABOVE and _is_searched(folder, level):
            yield str(above)
            yield from (os.path.join(above, name) for name in _BESIDE)


def _is_searched(folder: str, level: int) -> bool:
    """Whether site generators' files are looked for there: in the work tree, or in the two nearest folders."""
    if level < 2:
        return True
    parents = (Path(folder), *Path(folder).parents)
    top = next((n for n, parent in enumerate(parents) if (parent / ".git").exists()), None)
    return top is not None and level < top
