"""Whether what a link, an entry of an index or a text refers to is there: the one place that says so.

A target is there as it is written or percent-decoded; as a file, as a folder, or as the page that a site generator
makes of a file (``guide.html`` of ``guide.md``). What can't be told is never called missing.
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

#: A scheme or a host: no file of the set is meant.
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.\-]*:|//", re.IGNORECASE)
#: Signs of a template's blank, a formula or a pattern of names.
_NO_NAME = re.compile(r"[{}<>$|*\[]|%7B|\s{2}", re.IGNORECASE)
#: What a page may be made of, in the order in which it is looked for.
_SOURCES: Final = suffixes_of(Trait.SITE_SOURCE)
#: Missing files and places of one set for which a like name is looked for among many. Not measured.
_MOST_GUESSED: Final = 200
#: How like a name must be, by ``difflib``'s ratio, to be meant: two slips in eight letters. Not measured.
_LIKE: Final = 0.75


class TargetState(StrEnum):
    """What is known of a target."""

    THERE = "there"
    MISSING = "missing"
    OUTSIDE = "outside"
    """It leads out of the set."""
    UNKNOWN = "unknown"
    """It can't be told: another site's root, a pattern, a template."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a target leads."""

    whereabouts: TargetState
    path: str | None = None
    """The path from the root that is meant; ``None`` where it is outside or unknown."""
    file: str | None = None
    """The file or folder that is there: the path itself, the source of a page, or the page of a folder."""


_UNKNOWN: Final = Target(TargetState.UNKNOWN)


def leads_elsewhere(target: str) -> bool:
    """Whether a target has a scheme or a host, so that no file of the set is meant."""
    return _ELSEWHERE.match(target) is not None


def is_no_name(target: str) -> bool:
    """Whether a target is a template, a formula or a pattern, so that no one file is meant."""
    return _NO_NAME.search(target) is not None


def written_path(target: str) -> str:
    """A target as written, without the query and the place within, with ``/`` between folders."""
    return target.partition("#")[0].partition("?")[0].replace("\\", "/").strip()


class Targets:
    """The files and folders of a set, for finding many targets among them."""

    def __init__(self, present: Iterable[str], documents: Iterable[str]) -> None:
        """``present`` are the paths of all files and folders that are known, ``documents`` of those that were read."""
        paths = frozenset(present)
        # Records come without folders; a link to one is as good as to its page.
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
        """Where a target leads that stands in a document of ``folder``."""
        written = written_path(target)
        if not written:
            return _UNKNOWN
        meant = _UNKNOWN
        for name_similarity in dict.fromkeys((written, unquote(written).strip())):
            meant = self._found(folder, name_similarity)
            if meant.whereabouts is TargetState.THERE:
                return meant
        return _UNKNOWN if is_no_name(target) else meant

    def nearest(self, path: str) -> str:
        """A file much like one that is missing: another case, another folder, a slip of the pen; else nothing."""
        if path not in self._nearest:
            self._nearest[path] = self._like(path)
        return self._nearest[path]

    def may_guess(self) -> bool:
        """Whether one more like name may be looked for; each call counts."""
        self._guesses -= 1
        return self._guesses >= 0

    def has_name(self, name: str) -> bool:
        """Whether a file or folder bears a name, in any folder and in letters of any case."""
        return name.lower() in self._lower_names

    def _found(self, folder: str, written: str) -> Target:
        if written.startswith("/"):
            inside = written.strip("/")
            if inside.partition("/")[0] not in self.present:
                # A path from the site's root: ours only if its first folder is here.
                return _UNKNOWN
            path = posixpath.normpath(inside)
        else:
            path = posixpath.normpath(posixpath.join(folder, written))
        if path == ".." or path.startswith("../"):
            return Target(TargetState.OUTSIDE)
        file = self._file(path)
        return Target(TargetState.MISSING if file is None else TargetState.THERE, path, file)

    def _file(self, path: str) -> str | None:
        """The file or folder under a path, or the one that the page under it is made of."""
        if path == "." or path in self.present:
            return self._page_of(path)
        stem = path.removesuffix(".html").removesuffix(".htm")
        for suffix in _SOURCES:
            if stem + suffix in self.present:
                return stem + suffix
        return self._page_of(stem) if "/" not in stem and stem in self.present else None

    def _page_of(self, path: str) -> str:
        """The page shown for a folder, or the path itself."""
        if path in self.documents:
            return path
        pages = (posixpath.normpath(posixpath.join(path, name)) for name in FOLDER_PAGES)
        return next((page for page in pages if page in self.documents), path)

    def _like(self, path: str) -> str:
        if (same := self._by_lower.get(path.lower())) is not None:
            return same
        name = PurePosixPath(path).name
        if name in FOLDER_PAGES:
            # Every folder has such a page: the name says nothing.
            return ""
        if name in self._by_name:
            return self._by_name[name]
        if not self.may_guess():
            return ""
        self._names = self._names or Names(self._by_name)
        close = self._names.nearest(name, cutoff=_LIKE)
        return self._by_name[close] if close else ""
