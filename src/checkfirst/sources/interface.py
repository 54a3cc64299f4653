"""What every kind of source gives to the pipeline."""

from collections.abc import Callable
from dataclasses import dataclass

from checkfirst.model.finding import Failure
from checkfirst.model.report import Skipped

#: Bytes of one file that are read; a larger one is a failure that says so.
SIZE_LIMIT = 128 * 1024 * 1024


class Unreadable(Exception):
    """A file can't be read as it stands; the text says why, for the failure line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A document that was found and not read yet."""

    path: str
    """Path relative to the root, with ``/``."""
    load: Callable[[], bytes]
    """Reads the bytes when called; raises ``Unreadable``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What was found below one root."""

    root: str
    found: tuple[Found, ...]
    skipped: tuple[Skipped, ...] = ()
    failures: tuple[Failure, ...] = ()
    aliases: tuple[tuple[str, str], ...] = ()
    """Symbolic links inside the set, each with the path it leads to."""
    folders: tuple[str, ...] = ()
    """Folders below the root, so that a promise of a folder can be kept."""
