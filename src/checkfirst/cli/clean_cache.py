"""``checkfirst clean-cache``: delete the results of earlier checks."""

import argparse

from checkfirst.checking.cache import cache_file, clean
from checkfirst.cli.output import READY, say
from checkfirst.errors import OutputError, UsageError
from checkfirst.known import store


def run(_: argparse.Namespace) -> int:
    """Delete the cache file and print its size. Returns the exit code."""
    path = cache_file()
    if path is None:
        raise UsageError("no cache: this user has no home folder")
    try:
        size = clean(path) + store.clean()
    except OSError as error:
        raise OutputError(f"{path}: can't be deleted: {error.strerror}") from None
    say(f"{size / 1e6:.1f} MB of earlier results deleted from {path.parent}")
    return READY
