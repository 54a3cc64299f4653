"""Listing a dot folder: its documents are read, and the names of its other files are kept for links."""

import os
from collections.abc import Iterator
from pathlib import Path
from posixpath import commonpath, dirname
from typing import Final

from msgspec import Struct

from checkfirst.model.left_out import LeftOut, Made
from checkfirst.sources.dot_folders import PACKAGES, is_never_read, readable
from checkfirst.sources.ignored import Rules, Unread, ignores_all, is_ignored, tell_nobody, with_folder
from checkfirst.sources.names import PAGES, suffix_of

#: Most files that a dot folder may hold to be looked at; it bounds the time. Not measured.
_MOST_NAMES: Final = 5_000
#: Folders of version control, which can be huge and to which no link leads.
_HISTORY: Final = frozenset({".git", ".hg", ".svn"})
#: A folder inside a dot folder that holds one of these is another checkout or a virtual environment.
_OTHERS: Final = frozenset({".git", "pyvenv.cfg"})
#: Dot folders that site generators build into.
_BUILT: Final = frozenset({".docusaurus", ".next", ".nuxt", ".output", ".svelte-kit"})
#: Number of pages from which a dot folder without documents is a built site. Not measured.
_FEWEST_PAGES: Final = 2


class Hidden(Struct, frozen=True):
    """What is in a dot folder."""

    documents: tuple[str, ...] = ()
    """Paths of the documents in it, relative to the folder that it is in."""
    others: tuple[str, ...] = ()
    """Paths of its other files."""
    unlisted: tuple[tuple[str, str], ...] = ()
    """Paths of folders in it that can't be listed, each with the reason."""


def survey(folder: Path, rules: Rules, unread: Unread = tell_nobody) -> Hidden:
    """What is in a dot folder; no document is opened, and no symbolic link followed.

    ``unread`` is told of patterns of ``.gitignore`` that can't be read.
    """
    if folder.name in _HISTORY:
        return Hidden()
    is_read = not is_never_read(folder.name) and not is_ignored(rules, folder, folder=True)
    names, ignored, unlisted = [], set[str](), dict[Path, str]()
    for path, is_out in _names(folder, rules if is_read else None, unread, unlisted):
        name = path.relative_to(folder.parent).as_posix()
        names.append(name)
        if is_out:
            ignored.add(name)
        if len(names) > _MOST_NAMES:
            return Hidden()
    documents = readable(name for name in names if name not in ignored) if is_read else set()
    others = tuple(name for name in names if name not in documents)
    closed = tuple((path.relative_to(folder.parent).as_posix(), why) for path, why in unlisted.items() if is_read)
    return Hidden(tuple(sorted(documents)), others, closed)


def built(folder: Path, path: str, hidden: Hidden) -> LeftOut | None:
    """What a tool made in a dot folder at ``path``: a virtual environment or a built site. ``None`` for anything else."""
    if os.path.isfile(folder / "pyvenv.cfg"):
        mark = f"{path}/pyvenv.cfg"
        return None if ignores_all(folder) else LeftOut(path=path, what=Made.VIRTUAL_ENVIRONMENT, mark=mark, files=None)
    if folder.name in _BUILT:
        return LeftOut(path=path, what=Made.SITE, mark=path, files=None)
    pages = [name for name in hidden.others if suffix_of(name) in PAGES]
    if hidden.documents or len(pages) < _FEWEST_PAGES:
        return None
    above = path[: -len(folder.name)]
    inner = commonpath([dirname(page) for page in pages])
    files = sum(name.startswith(f"{inner}/") for name in hidden.others)
    return LeftOut(path=above + inner, what=Made.SITE, mark=above + pages[0], files=files)


def _names(folder: Path, rules: Rules | None, unread: Unread, unlisted: dict[Path, str]) -> Iterator[tuple[Path, bool]]:
    """The files in a dot folder, each with whether git ignores it; without folders of other tools.

    Without rules, no file counts as ignored. Folders that can't be listed are put into ``unlisted``.
    """
    waiting = [(folder, rules and with_folder(rules, folder, unread))]
    while waiting:
        here, inner = waiting.pop()
        try:
            listed = _children(here)
        except OSError as error:
            unlisted[here] = error.strerror or ""
            continue
        if here != folder and not _OTHERS.isdisjoint(name for name, _ in listed):
            continue
        for name, is_folder in listed:
            path = here / name
            is_out = inner is not None and is_ignored(inner, path, folder=is_folder)
            if not is_folder:
                yield path, is_out
            elif not (is_out or name in PACKAGES or (name.startswith(".") and is_never_read(name))):
                waiting.append((path, inner and with_folder(inner, path, unread)))


def _children(folder: Path) -> list[tuple[str, bool]]:
    """The names in a folder, each with whether it is a folder. Raises ``OSError`` if it can't be listed."""
    with os.scandir(folder) as entries:
        return sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries)
