"""The places that any chapter of a book may link to by their names alone: books of sites, and books of joined files."""

import posixpath
from collections.abc import Callable, Collection, Iterable
from fnmatch import fnmatch
from pathlib import PurePosixPath

from checkfirst import lazy_re
from checkfirst.measuring.index.site import Site
from checkfirst.measuring.index.tree import Tree
from checkfirst.model.set_measures import DocumentSummary

#: The language at the end of the name of a translated chapter.
_LANGUAGE = lazy_re.compile(r"\.[a-z]{2}(?:[-_][A-Za-z]{2,4})?$")


class BookPlaces:
    """The names of the places of each book, made when the first one is asked for; ``None`` where they can't be known."""

    def __init__(
        self,
        documents: Iterable[DocumentSummary],
        tree: Tree,
        names: Callable[[str], Collection[str] | None],
    ) -> None:
        """``names`` has the names of the anchors of a document by its path; ``None`` if they can't be known."""
        self._documents = {document.path: document for document in documents}
        self._tree = tree
        self._names_of = names
        self._of_sites: dict[Site, frozenset[str] | None] = {}
        self._in_joined: dict[tuple[str, ...], frozenset[str] | None] = {}
        self._books_of: dict[str, list[frozenset[str] | None]] = {}
        self._chapters: dict[Site, frozenset[str]] = {}

    def of_site(self, site: Site) -> frozenset[str] | None:
        """The names that any chapter of a site's book may link to.

        A listed chapter that the set lacks is made by a build; its own name is taken for an anchor.
        """
        if site not in self._of_sites:
            self._of_sites[site] = self._names_of_site(site)
        return self._of_sites[site]

    def joined(self, path: str) -> list[frozenset[str] | None]:
        """The names in each book of joined files that a page is a chapter of; ``None`` for one with unknown chapters."""
        if path not in self._books_of:
            pages = (path, *self._tree.includers.get(path, ()))
            self._books_of[path] = [
                self._names_in_joined(chapters)
                for chapters in self._tree.books
                if any(fnmatch(page.rpartition(".")[0], chapter) for page in pages for chapter in chapters)
            ]
        return self._books_of[path]

    def chapters(self, site: Site) -> frozenset[str]:
        """The chapters of a book that the set has, and their translations. R Markdown may have been converted to Markdown."""
        if site not in self._chapters:
            patterns = [posixpath.normpath(posixpath.join(site.content, chapter)) for chapter in site.chapters]
            stems = [pattern.rpartition(".")[0] for pattern in patterns]
            self._chapters[site] = frozenset(
                path
                for path, document in (self._documents.items() if stems else ())
                if document.is_prose
                and not path.endswith(".html")
                and any(fnmatch(name, stem) for name in _chapter_names(path) for stem in stems)
            )
        return self._chapters[site]

    def _names_of_site(self, site: Site) -> frozenset[str] | None:
        names: set[str] = set()
        for page in self.chapters(site):
            if (known := self._names_of(page)) is None:
                return None
            names |= set(known)
        for chapter in site.chapters:
            stem = PurePosixPath(chapter).stem
            if not any(PurePosixPath(page).stem == stem for page in self.chapters(site)):
                names |= {stem, f"sec-{stem}"}
        return frozenset(names)

    def _names_in_joined(self, chapters: tuple[str, ...]) -> frozenset[str] | None:
        if chapters not in self._in_joined:
            by_chapter = [
                [self._names_of(path) for path in self._documents if fnmatch(path.rpartition(".")[0], chapter)]
                for chapter in chapters
            ]
            known = [names for pages in by_chapter for names in pages]
            is_known = all(by_chapter) and all(names is not None for names in known)
            self._in_joined[chapters] = frozenset(n for names in known for n in names or ()) if is_known else None
        return self._in_joined[chapters]


def _chapter_names(path: str) -> tuple[str, str]:
    """The path without suffix, and without the language of a translation: babelquarto renders ``intro.es.qmd`` beside
    ``intro.qmd``."""
    name = path.rpartition(".")[0]
    return name, _LANGUAGE.sub("", name)
