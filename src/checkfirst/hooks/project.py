"""The folders in which the set of a project is: an agent may work in a folder below, or in several projects at once."""

import os
from collections.abc import Iterable


def projects_of(folders: Iterable[str], sets: list[str]) -> list[str]:
    """The folders whose paths ``sets`` are all there: of each of the ``folders`` the nearest one, itself or above."""
    found = (_nearest(os.path.abspath(folder), sets) for folder in folders)
    return list(dict.fromkeys(folder for folder in found if folder))


def _nearest(folder: str, sets: list[str]) -> str:
    """The folder itself or the nearest one above in which all paths are there; empty for none.

    The root of a Git repository is the last one that is looked into. The home folder and the root of the file system are no
    projects, unless an agent works there.
    """
    home = os.path.realpath(os.path.expanduser("~"))
    while not all(os.path.exists(os.path.join(folder, path)) for path in sets):
        above = os.path.dirname(folder)
        ends = above in {folder, os.path.dirname(above)} or os.path.realpath(above) == home
        if ends or os.path.exists(os.path.join(folder, ".git")):
            return ""
        folder = above
    return folder
