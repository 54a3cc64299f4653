"""The names of a set's files and folders as a tree, and the suffixes of pages and of the texts they are made from."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from posixpath import dirname, join
from typing import Final

#: Suffixes of web pages.
PAGES: Final = frozenset({".html", ".htm", ".xhtml"})
#: Suffixes of texts that site generators and document converters make pages from. Not computed from the table of
#: formats, which is read after the files are listed.
PAGE_SOURCES: Final = frozenset(
    {
        ".md",
        ".mdx",
        ".mdc",
        ".markdown",
        ".qmd",
        ".rmd",
        ".rst",
        ".adoc",
        ".asciidoc",
        ".org",
        ".ipynb",
        ".tex",
        ".textile",
    }
)


def suffix_of(path: str) -> str:
    """The last suffix of a path in lower case, with its dot."""
    name = path[path.rfind("/") + 1 :]
    dot = name.rfind(".")
    return name[dot:].lower() if dot > 0 else ""


def counted_by_folder(paths: Iterable[str]) -> Counter[str]:
    """The number of the paths in each folder, with those in folders inside it; the root is left out."""
    counts: Counter[str] = Counter()
    for folder, count in Counter(map(dirname, paths)).items():
        while folder:
            counts[folder] += count
            folder = dirname(folder)
    return counts


class NameTree:
    """Files and folders of a set by their names alone; the root is the empty path."""

    def __init__(self, files: Iterable[str]) -> None:
        self.files = sorted(set(files))
        self._children: dict[str, set[str]] = {"": set()}
        for path in self.files:
            self._add(path)

    def _add(self, path: str) -> None:
        while path:
            folder, _, name = path.rpartition("/")
            known = folder in self._children
            self._children.setdefault(folder, set()).add(name)
            if known:
                return
            path = folder

    @property
    def folders(self) -> list[str]:
        """All folders below the root, each before those inside it."""
        return sorted(filter(None, self._children), key=lambda folder: folder.split("/"))

    def names(self, folder: str) -> set[str]:
        """The names of the files and folders in a folder."""
        return self._children.get(folder, set())

    def subfolders(self, folder: str) -> list[str]:
        """The paths of the folders in a folder."""
        paths = (join(folder, name) for name in sorted(self.names(folder)))
        return [path for path in paths if path in self._children]

    def below(self, folder: str) -> list[str]:
        """The paths of all files in a folder and in those inside it."""
        if not folder:
            return self.files
        # "0" is the character after "/".
        return self.files[bisect_left(self.files, f"{folder}/") : bisect_left(self.files, f"{folder}0")]
