"""The listing that is checked: with the members of archives, without excluded files and what tools made."""

import re
from os.path import relpath
from pathlib import Path

from msgspec.structs import replace

from checkfirst.checking.archive_members import with_archive_members
from checkfirst.config import Config
from checkfirst.errors import ConfigError, UsageError
from checkfirst.model.report import Skipped, SkipReason
from checkfirst.sources.included import Included
from checkfirst.sources.interface import Listing
from checkfirst.sources.left_out import without_left_out


def prepare(listing: Listing, config: Config) -> tuple[Listing, Config]:
    """The listing to check, and the configuration with its indexes named by their paths in the set.

    Raises ``UsageError`` for an index that is not in the set, and ``ConfigError`` for a wrong pattern.
    """
    written = without_left_out(_without_excluded(listing, config.exclude), Included(config.include).has)
    chosen = _without_excluded(with_archive_members(written), config.exclude)
    return chosen, replace(config, index=tuple(_in_set(name, chosen) for name in config.index))


def _in_set(name: str, listing: Listing) -> str:
    """The path of an index in the set. Its name is relative to the root, or to the current folder."""
    paths = {found.path for found in listing.found}
    tried = (name.replace("\\", "/"), Path(relpath(name or ".", listing.root or ".")).as_posix())
    inside = next((path for path in tried if path in paths), None)
    if inside is None:
        raise UsageError(f"index {name}: no file of the set; give its path below {listing.root or 'the root'}")
    return inside


def _without_excluded(listing: Listing, patterns: tuple[str, ...]) -> Listing:
    if not patterns:
        return listing
    from checkfirst.sources.ignore_patterns import spec_of

    try:
        spec = spec_of(patterns)
    except (ValueError, re.error) as error:
        raise ConfigError(f"exclude: not patterns as in .gitignore: {error}") from None
    excluded = tuple(Skipped(path=f.path, why=SkipReason.EXCLUDED) for f in listing.found if spec.match_file(f.path))
    paths = {skipped.path for skipped in excluded}
    return replace(
        listing,
        found=tuple(f for f in listing.found if f.path not in paths),
        skipped=tuple(sorted((*listing.skipped, *excluded), key=lambda s: s.path)),
    )
