"""The file that a missing target may have meant."""

import posixpath
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from checkfirst.measuring.index.fuzzy_names import Names
from checkfirst.model.formats import Trait
from checkfirst.model.index_names import FOLDER_PAGES
from checkfirst.path_parts import name_of, stem_of, suffix_of
from checkfirst.reading.formats import suffixes_of

#: Suffixes of files that a page may be written in, none among them.
_PAGES: Final = frozenset(("", *suffixes_of(Trait.SITE_SOURCE)))
#: Most missing files and anchors of a set for which a similar name is searched; it bounds the time. Not measured.
_MOST_GUESSED: Final = 200
#: Ratios of ``difflib`` from which another file is suggested: two wrong letters in eight in the same folder, one in
#: another. Not measured.
_SIMILAR: Final = 0.75
_SIMILAR_ELSEWHERE: Final = 0.87


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
        # The names without suffix of the files of one sort in a folder, or in all, each with the whole name.
        self._stems: dict[tuple[str | None, str], tuple[dict[str, str], Names]] = {}
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
        name = name_of(path)
        if name in FOLDER_PAGES:
            # Many folders have such a page, so that one of another folder is no likely target.
            return ""
        if name in self._by_name:
            return self._closest(name, folder)
        if not self.may_guess():
            return ""
        for here in dict.fromkeys((posixpath.dirname(path), folder)):
            if close := self._near(name, here):
                return posixpath.join(here, close)
        stems, names = self._named(None, _sort(name))
        stem = names.nearest(stem_of(name), cutoff=_SIMILAR_ELSEWHERE)
        return self._closest(stems[stem], folder) if stem else ""

    def _near(self, name: str, folder: str) -> str:
        """The most similar of the names of files of the same sort in a folder, by what stands before their suffixes.

        Empty without one.
        """
        stems, names = self._named(folder, _sort(name))
        return stems.get(names.nearest(stem_of(name), _SIMILAR) or "", "")

    def _named(self, folder: str | None, sort: str) -> tuple[dict[str, str], Names]:
        """The names of one sort in a folder, or in all, by what stands before their suffixes."""
        if (folder, sort) not in self._stems:
            known = self._by_name if folder is None else self._by_folder.get(folder, ())
            stems: dict[str, str] = {}
            for name in known:
                if _sort(name) == sort:
                    stem = stem_of(name)
                    # Of several in one folder the last counts, of those in all folders the first.
                    stems[stem] = stems.get(stem, name) if folder is None else name
            self._stems[folder, sort] = (stems, Names(stems))
        return self._stems[folder, sort]

    def _closest(self, name: str, folder: str) -> str:
        """The file of this name with the shortest way from ``folder``; empty if two are as near."""
        ways = sorted((posixpath.relpath(path, folder or ".").count("/"), path) for path in self._by_name[name])
        return "" if len(ways) > 1 and ways[0][0] == ways[1][0] else ways[0][1]


@lru_cache(maxsize=10_000)
def _sort(name: str) -> str:
    """The suffix of a name, one for all documents that may be each other's source."""
    suffix = suffix_of(name).lower()
    return "" if suffix in _PAGES else suffix
