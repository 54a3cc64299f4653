"""Resolution of the targets of links, index entries and references against the files of a set.

A target exists if, as written or percent-decoded, it is a file, a folder, or the page that a site generator makes from
a file (``guide.html`` from ``guide.md``). Targets that cannot be resolved are unknown, never missing.
"""

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote

from checkfirst.measuring.index.fuzzy_names import Names
from checkfirst.model.formats import Trait
from checkfirst.model.index_names import FOLDER_PAGES
from checkfirst.reading.formats import suffixes_of

#: A URL scheme or a host at the start of a target.
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.\-]*:|//", re.IGNORECASE)
#: Characters of template placeholders, formulas and glob patterns.
_NO_NAME = re.compile(r"[{}<>$|*\[]|%7B|\s{2}", re.IGNORECASE)
#: Suffixes of the files that pages are made from, in the order in which they are tried.
_SOURCES: Final = suffixes_of(Trait.SITE_SOURCE)
#: Most missing files and anchors of a set for which a similar name is searched; it bounds the time. Not measured.
_MOST_GUESSED: Final = 200
#: Ratio of ``difflib`` from which another file is suggested: two wrong letters in eight. Not measured.
_SIMILAR: Final = 0.75


class TargetState(StrEnum):
    """Whether a target exists."""

    THERE = "there"
    MISSING = "missing"
    OUTSIDE = "outside"
    """It is outside the root of the set."""
    UNKNOWN = "unknown"
    """It cannot be resolved: a path from the root of some site, a pattern, a template."""


@dataclass(frozen=True, slots=True)
class Target:
    """A resolved target."""

    state: TargetState
    path: str | None = None
    """The path relative to the root; ``None`` if it is outside or unknown."""
    file: str | None = None
    """The existing file or folder: the path itself, the source of a page, or the page of a folder."""


_UNKNOWN: Final = Target(TargetState.UNKNOWN)


def leads_elsewhere(target: str) -> bool:
    """Whether a target has a scheme or a host, and so is no file of the set."""
    return _ELSEWHERE.match(target) is not None


def is_no_name(target: str) -> bool:
    """Whether a target is a template, a formula or a pattern, and so names no single file."""
    return _NO_NAME.search(target) is not None


def written_path(target: str) -> str:
    """The path in a target as written, without query and fragment, with ``/`` between folders."""
    return target.partition("#")[0].partition("?")[0].replace("\\", "/").strip()


class Targets:
    """The files and folders of a set, indexed so that many targets can be resolved."""

    def __init__(self, present: Iterable[str], documents: Iterable[str]) -> None:
        """``present`` has the paths of all known files and folders, ``documents`` those of the documents."""
        paths = frozenset(present)
        # Records come without folders, but links may lead to a folder.
        self.present = paths | {str(folder) for path in paths for folder in PurePosixPath(path).parents}
        self.documents = frozenset(documents)
        self._by_lower = {path.lower(): path for path in sorted(paths, reverse=True)}
        self._by_name: dict[str, str] = {}
        for path in sorted(paths):
            self._by_name.setdefault(PurePosixPath(path).name, path)
        self._lower_names = {name.lower() for name in self._by_name}
        self._names: Names | None = None
        self._nearest: dict[str, str] = {}
        self._guesses = _MOST_GUESSED

    def find(self, folder: str, target: str) -> Target:
        """The resolved target of a link in a document of ``folder``."""
        written = written_path(target)
        if not written:
            return _UNKNOWN
        found = _UNKNOWN
        for path in dict.fromkeys((written, unquote(written).strip())):
            found = self._found(folder, path)
            if found.state is TargetState.THERE:
                return found
        return _UNKNOWN if is_no_name(target) else found

    def nearest(self, path: str) -> str:
        """The file most similar to a missing one: in another case, in another folder, or with a similar name.

        Empty if there is none.
        """
        if path not in self._nearest:
            self._nearest[path] = self._similar(path)
        return self._nearest[path]

    def may_guess(self) -> bool:
        """Whether one more similar name may be searched; each call uses up one of ``_MOST_GUESSED``."""
        self._guesses -= 1
        return self._guesses >= 0

    def has_name(self, name: str) -> bool:
        """Whether any file or folder has this name, ignoring case."""
        return name.lower() in self._lower_names

    def _found(self, folder: str, written: str) -> Target:
        """The target for a path as written; a path from the root counts only if its first folder exists."""
        if written.startswith("/"):
            inside = written.strip("/")
            if inside.partition("/")[0] not in self.present:
                return _UNKNOWN
            path = posixpath.normpath(inside)
        else:
            path = posixpath.normpath(posixpath.join(folder, written))
        if path == ".." or path.startswith("../"):
            return Target(TargetState.OUTSIDE)
        file = self._file(path)
        return Target(TargetState.MISSING if file is None else TargetState.THERE, path, file)

    def _file(self, path: str) -> str | None:
        """The existing file or folder for a path: itself, or the source of the page at that path."""
        if path == "." or path in self.present:
            return self._page_of(path)
        stem = path.removesuffix(".html").removesuffix(".htm")
        for suffix in _SOURCES:
            if stem + suffix in self.present:
                return stem + suffix
        return self._page_of(stem) if "/" not in stem and stem in self.present else None

    def _page_of(self, path: str) -> str:
        """The page of a folder, if it has one, else the path itself."""
        if path in self.documents:
            return path
        pages = (posixpath.normpath(posixpath.join(path, name)) for name in FOLDER_PAGES)
        return next((page for page in pages if page in self.documents), path)

    def _similar(self, path: str) -> str:
        if (same := self._by_lower.get(path.lower())) is not None:
            return same
        name = PurePosixPath(path).name
        if name in FOLDER_PAGES:
            # Many folders have such a page, so that one of another folder is no likely target.
            return ""
        if name in self._by_name:
            return self._by_name[name]
        if not self.may_guess():
            return ""
        self._names = self._names or Names(self._by_name)
        close = self._names.nearest(name, cutoff=_SIMILAR)
        return self._by_name[close] if close else ""
