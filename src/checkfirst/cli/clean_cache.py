"""``checkfirst clean-cache``: delete what is kept of earlier checks and reviews."""

import argparse

from checkfirst.checking.cache import cache_file, clean
from checkfirst.cli.output import READY, say
from checkfirst.errors import OutputError, UsageError
from checkfirst.known import store
from checkfirst.review import address
from checkfirst.user_cache import emptied


def run(_: argparse.Namespace) -> int:
    """Delete the results, what agents were told, and the addresses of reviews; print the size. Returns the exit code.

    A review that runs goes on; once it ends, it is served at another address.
    """
    path = cache_file()
    if path is None:
        raise UsageError("no cache: this user has no home folder")
    try:
        size = clean(path) + emptied(store.FOLDER) + emptied(address.FOLDER)
    except OSError as error:
        raise OutputError(f"{path}: can't be deleted: {error.strerror}") from None
    say(f"{size / 1e6:.1f} MB of earlier results deleted from {path.parent}")
    return READY
