"""What every source returns: a listing of documents that are not read yet."""

from collections.abc import Callable

from msgspec import Struct

from checkfirst.model.finding import Failure
from checkfirst.model.left_out import LeftOut
from checkfirst.model.report import Skipped

#: Bytes of the largest file that is read; a larger one is a failure. Not measured.
SIZE_LIMIT = 128 * 1024 * 1024


class TooManyPatterns(Exception):
    """So many paths were held against so many patterns that no more are."""


def never(path: str) -> bool:
    """No path: the answer of a source without ignore rules."""
    return False


class Unreadable(Exception):
    """A file can't be read; the text is the reason of the failure."""


class Found(Struct, frozen=True, kw_only=True):
    """A document that was listed and is not read yet."""

    path: str
    """The path relative to the root, with ``/``."""
    load: Callable[[], bytes]
    """Reads the bytes. Raises ``Unreadable``."""


class SiteFile(Struct, frozen=True, kw_only=True):
    """A configuration file of a site generator, in the set or above it."""

    path: str
    """The path relative to the root; it begins with ``../`` above it. For a generator that is known by a hidden folder,
    that of the folder."""
    text: str
    """Empty if it could not be read."""


class Listing(Struct, frozen=True, kw_only=True):
    """The documents below one root, and what is not one of them."""

    root: str
    """The root as it is printed; empty for records in memory."""
    found: tuple[Found, ...]
    skipped: tuple[Skipped, ...] = ()
    failures: tuple[Failure, ...] = ()
    aliases: tuple[tuple[str, str], ...] = ()
    """Symbolic links inside the set, each with the path of its target."""
    folders: tuple[str, ...] = ()
    """Folders below the root: links and entries of an index may lead to one."""
    hidden: tuple[str, ...] = ()
    """Files and folders inside hidden folders, which are not documents. Links may lead to one."""
    site_files: tuple[SiteFile, ...] = ()
    location: str = ""
    """Names of the root and of a few folders above it, joined by ``/``: a path may leave the root and come back."""
    ignores: Callable[[str], bool] = never
    """Whether git ignores a path, whether there is such a file or not: it may be made by a build."""
    on_disk: Callable[[str], bool] = never
    """Whether a path relative to the root, or with a leading ``/`` to the top of the work tree, is there though it is not
    listed: where single files were named, links may lead to what lies beside them."""
    left_out: tuple[LeftOut, ...] = ()
    """Folders that tools made or fetched, whose files are not checked."""
    unread: tuple[str, ...] = ()
    """Paths of files in folders that are left out or hidden: links may lead to one."""
