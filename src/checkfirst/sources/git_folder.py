"""What lies in the folder of a repository before git reads it: git waits for ever on a pipe in place of a file."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from checkfirst.errors import UsageError
from checkfirst.sources.interface import Unreadable
from checkfirst.sources.regular_file import read_start, refusal

#: Bytes of a file that names another folder (gitrepository-layout(5)).
_LONGEST_POINTER: Final = 4_096
_POINTER: Final = b"gitdir: "
#: Folders that none of our questions makes git read.
_NOT_ASKED: Final = frozenset(("hooks", "lfs", "logs", "modules"))


def refuse_what_is_no_file(top: Path) -> None:
    """Raises ``UsageError`` if the repository of a work tree has a pipe, a device or a socket where a file belongs."""
    for path in _paths_of(top / ".git"):
        try:
            why = refusal(path.stat().st_mode) if not path.is_dir() else None
        except OSError:
            # A link that leads nowhere; git says so.
            continue
        if why:
            raise UsageError(f"{path}: {why}; a repository with such a thing is not read")


def program() -> str:
    """The path of git. Raises ``UsageError`` without one.

    An empty or relative entry of PATH would name a program in the folder where git is started, which is the set's own.
    """
    folders = os.pathsep.join(folder for folder in os.get_exec_path() if os.path.isabs(folder))
    found = shutil.which("git", path=folders) if folders else None
    if not found or not os.path.isabs(found):
        raise UsageError("git can't be run: no such program in PATH; install it, or leave out the revision")
    return found


def _paths_of(git: Path) -> Iterator[Path]:
    """All that lies in the folders that a repository is made of; of files their links are followed, of folders not."""
    folders = [git]
    if not git.is_dir():
        yield git
        folders = [_named_in(git, _POINTER)]
    folders += [_named_in(folders[0] / "commondir", b"")]
    while folders:
        here = folders.pop()
        try:
            with os.scandir(here) as entries:
                found = [
                    (Path(e.path), e.is_dir(follow_symlinks=False), e.is_file(follow_symlinks=False)) for e in entries
                ]
        except OSError:
            continue
        yield from (path for path, is_folder, is_file in found if not is_folder and not is_file)
        folders += [path for path, is_folder, _ in found if is_folder and path.name not in _NOT_ASKED]


def _named_in(file: Path, before: bytes) -> Path:
    """The folder that a file names, relative to its own; a path that is not there if it names none."""
    try:
        named = read_start(file, _LONGEST_POINTER).strip()
    except Unreadable:
        return file / "none"
    return file.parent / os.fsdecode(named.removeprefix(before))
