"""Whose files are believed: other users of a machine can put some where a program looks for its own."""

import os
import stat

#: The user who may write everything anyhow.
_ROOT = 0
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def is_own(path: str | os.PathLike[str]) -> bool:
    """Whether a file or folder is the user's own: no link, and nobody else may write it. Where a system doesn't tell, yes."""
    if not hasattr(os, "geteuid"):
        return True
    try:
        status = os.lstat(path)
    except OSError:
        return False
    return status.st_uid == os.geteuid() and not stat.S_ISLNK(status.st_mode) and not status.st_mode & _OTHERS_WRITE


def is_of_the_same(path: str | os.PathLike[str], owned: str | os.PathLike[str]) -> bool:
    """Whether a file belongs to this user, to root, or to the owner of ``owned``; where a system doesn't tell, yes."""
    if not hasattr(os, "geteuid"):
        return True
    try:
        owner = os.stat(path).st_uid
        return owner in {os.geteuid(), _ROOT} or owner == os.stat(owned).st_uid
    except OSError:
        # What is not there is told where it is looked for.
        return True
