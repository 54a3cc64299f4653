"""Folders that tools made or fetched, which are left out of a set."""

from enum import StrEnum

from msgspec import Struct


class Made(StrEnum):
    """What a folder holds that nobody wrote for this set, as it is named in messages."""

    PACKAGES = "installed packages"
    VIRTUAL_ENVIRONMENT = "a virtual environment"
    CACHE = "a cache"
    SITE = "a built site"
    API_PAGES = "generated API pages"
    VENDORED = "vendored code"


class LeftOut(Struct, frozen=True, kw_only=True):
    """A folder that is left out."""

    path: str
    """Relative to the root."""
    what: Made
    mark: str
    """Path of the file or folder that shows it, relative to the root."""
    files: int | None
    """Number of files in it; ``None`` if they were not counted."""
