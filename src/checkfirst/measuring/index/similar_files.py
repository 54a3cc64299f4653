"""The file that a missing target may have meant."""

import posixpath
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final

from checkfirst.measuring.index.fuzzy_names import Names
from checkfirst.model.index_names import FOLDER_PAGES

#: Most missing files and anchors of a set for which a similar name is searched; it bounds the time. Not measured.
_MOST_GUESSED: Final = 200
#: Ratio of ``difflib`` from which another file is suggested: two wrong letters in eight. Not measured.
_SIMILAR: Final = 0.75


class SimilarFiles:
    """The files of a set by their names. How many names are searched is limited."""

    def __init__(self, paths: Iterable[str]) -> None:
        paths = sorted(paths)
        self._by_lower = {path.lower(): path for path in reversed(paths)}
        self._by_name: dict[str, list[str]] = {}
        self._by_folder: dict[str, list[str]] = {}
        for path in paths:
            self._by_name.setdefault(posixpath.basename(path), []).append(path)
            self._by_folder.setdefault(posixpath.dirname(path), []).append(posixpath.basename(path))
        self._names: Names | None = None
        self._nearest: dict[tuple[str, str], str] = {}
        self._guesses = _MOST_GUESSED

    def nearest(self, path: str, folder: str = "") -> str:
        """The file most similar to a missing one: in another case, in another folder, or with a similar name.

        Of several with its name, the one nearest to ``folder``. Empty if there is none.
        """
        if (path, folder) not in self._nearest:
            self._nearest[path, folder] = self._similar(path, folder)
        return self._nearest[path, folder]

    def may_guess(self) -> bool:
        """Whether one more similar name may be searched; each call uses up one of ``_MOST_GUESSED``."""
        self._guesses -= 1
        return self._guesses >= 0

    def _similar(self, path: str, folder: str) -> str:
        if (same := self._by_lower.get(path.lower())) is not None:
            return same
        name = PurePosixPath(path).name
        if name in FOLDER_PAGES:
            # Many folders have such a page, so that one of another folder is no likely target.
            return ""
        if name in self._by_name:
            return self._closest(name, folder)
        if not self.may_guess():
            return ""
        self._names = self._names or Names(self._by_name)
        close = Names(self._by_folder.get(folder, ())).nearest(name, cutoff=_SIMILAR)
        close = close or self._names.nearest(name, cutoff=_SIMILAR)
        return self._closest(close, folder) if close else ""

    def _closest(self, name: str, folder: str) -> str:
        """The file of this name with the shortest way from ``folder``."""
        return min(self._by_name[name], key=lambda path: (posixpath.relpath(path, folder or ".").count("/"), path))
