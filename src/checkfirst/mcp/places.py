"""Which paths a client may name: those inside its roots, links followed."""

import os
from collections.abc import Iterable

#: Characters of the longest path that is looked at.
_LONGEST = 4_096


class Outside(Exception):
    """A path that is not inside the roots, or is nothing; the text says so."""


def place_of(path: str, roots: Iterable[str]) -> tuple[str, str]:
    """The root and the real path of what a client names, relative to the first root where it is relative.

    Raises ``Outside`` for what leads out of every root, by its name or by a link, or is not there: a client learns nothing
    of what is outside.
    """
    folders = [os.path.realpath(root) for root in roots]
    if not folders:
        raise Outside("no folder to read: the client named no roots")
    if not path or len(path) > _LONGEST or not _may_be_a_name(path):
        raise Outside("path: not a path")
    real = os.path.realpath(os.path.join(folders[0], path))
    for folder in folders:
        if real == folder or real.startswith(os.path.join(folder, "")):
            if not os.path.exists(real):
                raise Outside("path: no such file or folder inside the roots")
            return folder, real
    raise Outside("path: not inside the roots of this session")


def folders_of(roots: object) -> list[str]:
    """The folders in a client's list of roots; those that are no files of this machine are left out."""
    found = []
    for root in roots if isinstance(roots, list) else ():
        address = root.get("uri") if isinstance(root, dict) else None
        if isinstance(address, str) and address.startswith("file://"):
            from urllib.parse import urlsplit
            from urllib.request import url2pathname

            try:
                parts = urlsplit(address)
            except ValueError:
                # Half an address of IPv6 in place of a host.
                continue
            path = url2pathname(parts.path)
            if parts.netloc in {"", "localhost"} and os.path.isabs(path) and _may_be_a_name(path):
                found.append(path)
    return found


def _may_be_a_name(path: str) -> bool:
    """Whether the system takes the text for a path: JSON may hold a lone surrogate, which no file's name has."""
    try:
        return b"\0" not in os.fsencode(path)
    except UnicodeEncodeError:
        return False
