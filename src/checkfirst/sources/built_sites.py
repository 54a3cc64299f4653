"""Built sites among the sources of their pages, and pages that documentation generators made from code.

A folder is one if nearly all its documents are pages and something shows that a tool made them: a file that only such
a tool writes, the configuration of a site generator that names the folder, or sources of the same names.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from posixpath import basename, join
from typing import Final

from checkfirst import lazy_re
from checkfirst.model.left_out import Made
from checkfirst.sources.fetched import Recognized
from checkfirst.sources.generators import API_NAMES, SITE_NAMES, SPHINX_NAMES, api_generator, outputs, site_generator
from checkfirst.sources.mirrors import Sources
from checkfirst.sources.names import PAGE_SOURCES, PAGES, NameTree, counted_by_folder, suffix_of

#: Returns the first bytes of a file as text; empty if it can't be read.
Peek = Callable[[str], str]
#: Share of pages among the documents of a built folder; the rest are downloads and notices. Not measured.
_MOSTLY_PAGES: Final = 0.8
#: Pages of a folder below which it is no site, unless its generator left files of its own. Not measured.
_FEWEST_PAGES: Final = 2
#: Folders of which a page is opened to look for a generator's name; it bounds the time. Not measured.
_MOST_OPENED: Final = 40
#: Names that output folders have by default or by custom.
_OUTPUT: Final = frozenset(
    {
        "_build", "build", "dist", "site", "_site", "public", "out", "output", "_output", "book",
        "_book", "html", "singlehtml", "dirhtml", "www", "target", "gh-pages", "generated", "rendered", "export",
        "exports", "_html", "web", "public_html",
    }
)  # fmt: skip
#: Those of them that hold the folders of several outputs and nothing that people wrote.
_OF_OUTPUTS: Final = frozenset({"_build", "build", "dist", "out", "output", "_output", "target"})
#: A release that was kept. Its pages are not those that the sources in the set give now, so they are documents.
_RELEASE: Final = lazy_re.compile(r"v?\d+(?:\.(?:\d+|x))*(?:[-_.]?(?:alpha|beta|rc|dev|post)[-_.]?\d*)?", re.IGNORECASE)


@dataclass(slots=True)
class Sites:
    """Recognizes built sites in one set."""

    tree: NameTree
    peek: Peek
    _pages: Counter[str] = field(default_factory=Counter)
    _others: Counter[str] = field(default_factory=Counter)
    _sources: Sources | None = None
    _outputs: dict[str, str] | None = None
    _opened: int = 0

    def __post_init__(self) -> None:
        self._pages = counted_by_folder(path for path in self.tree.files if suffix_of(path) in PAGES)
        if self._pages:
            # Sphinx copies the sources into the site.
            self._others = counted_by_folder(
                path for path in self.tree.files if suffix_of(path) in PAGE_SOURCES and "/_sources/" not in f"/{path}"
            )

    def recognize(self, folder: str) -> Recognized | None:
        """What a folder holds if a generator made it, with the file that shows it."""
        pages = self._pages[folder]
        if not pages or pages < _MOSTLY_PAGES * (pages + self._others[folder]):
            return None
        names = self.tree.names(folder)
        if mark := _first(API_NAMES, names):
            return Made.API_PAGES, join(folder, mark)
        if _RELEASE.fullmatch(basename(folder)):
            return None
        if mark := _first(SPHINX_NAMES, names):
            return Made.SITE, join(folder, mark)
        if configuration := self._configured().get(folder):
            return Made.SITE, configuration
        return self._by_pages(folder, pages, names)

    def _by_pages(self, folder: str, pages: int, names: set[str]) -> Recognized | None:
        configurations = set(self._configured().values())
        has_source = self._mirrors(folder)
        mark = _first(SITE_NAMES, names)
        if mark and (configurations or has_source):
            return Made.SITE, join(folder, mark)
        if pages < _FEWEST_PAGES:
            return None
        if has_source and (configurations or _OUTPUT & set(folder.split("/"))):
            return Made.SITE, self._first_page(folder)
        page = self._first_page(folder)
        text = self._open(page)
        if api_generator(text):
            return Made.API_PAGES, page
        if site_generator(text) and (configurations or has_source):
            return Made.SITE, page
        return None

    def _configured(self) -> dict[str, str]:
        """The folders that site generators of the set write to, each with the configuration that says so."""
        if self._outputs is None:
            self._outputs = outputs(self.tree, self.peek)
        return self._outputs

    def _mirrors(self, folder: str) -> bool:
        self._sources = self._sources or Sources(self.tree)
        return self._sources.mirrored(folder, [p for p in self.tree.below(folder) if suffix_of(p) in PAGES])

    def _first_page(self, folder: str) -> str:
        pages = [path for path in self.tree.below(folder) if suffix_of(path) in PAGES]
        index = join(folder, "index.html")
        return index if index in pages else pages[0]

    def _open(self, page: str) -> str:
        self._opened += 1
        return self.peek(page) if self._opened <= _MOST_OPENED else ""


def outermost(tree: NameTree, folder: str) -> str:
    """The folder, or the one above it for all outputs of a tool, if that holds nothing that people wrote."""
    above = folder.rpartition("/")[0]
    while above and basename(above) in _OF_OUTPUTS and not _holds_more(tree, above, folder):
        folder, above = above, above.rpartition("/")[0]
    return folder


def _holds_more(tree: NameTree, above: str, folder: str) -> bool:
    written = PAGES | PAGE_SOURCES
    return any(suffix_of(path) in written and not path.startswith(f"{folder}/") for path in tree.below(above))


def _first(choices: tuple[frozenset[str], ...], names: set[str]) -> str | None:
    """A name of the first choice that is there as a whole."""
    found = next((choice for choice in choices if choice <= names), None)
    return min(found) if found else None
