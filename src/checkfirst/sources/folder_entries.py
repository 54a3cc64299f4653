"""What stands in a folder: each entry is listed, recorded as a failure, or followed to what it is an alias of."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

from checkfirst.errors import UsageError
from checkfirst.model.report import SkipReason
from checkfirst.sources.listing_builder import Builder
from checkfirst.sources.regular_file import refusal


def children(folder: Path, listing: Builder) -> Iterator[tuple[Path, bool, bool]]:
    """The paths in a folder by name, each with whether it is a folder and whether it is a symbolic link."""
    try:
        with os.scandir(folder) as entries:
            listed = sorted((e.name, e.is_dir(follow_symlinks=False), e.is_symlink()) for e in entries)
    except OSError as error:
        if folder == listing.root:
            raise UsageError(f"{folder}: can't be listed: {error.strerror}") from None
        listing.fail(folder, f"can't be listed: {error.strerror}")
        return
    for name, is_folder, is_link in listed:
        yield folder / name, is_folder, is_link


def take_entry(path: Path, listing: Builder) -> None:
    """Take a file; a pipe or a device, and a file that vanished, is a failure."""
    try:
        mode = path.lstat().st_mode
    except OSError as error:
        listing.fail(path, f"vanished or can't be looked at: {error.strerror}")
        return
    if why := refusal(mode):
        listing.fail(path, why)
    else:
        listing.take(path)


def follow(path: Path, listing: Builder) -> None:
    """Record a symbolic link: an alias inside the root, a failure outside. Its target is listed by its own path only."""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        loop = isinstance(error, RuntimeError) or error.errno == errno.ELOOP
        listing.fail(path, "symbolic link that leads in a circle" if loop else "broken symbolic link")
        return
    if target.is_relative_to(listing.root):
        listing.aliases.append((listing.name(path), listing.name(target)))
        listing.skip(path, SkipReason.LINK, listing.name(target))
    else:
        listing.fail(path, "symbolic link that leads out of the folder; not followed")
