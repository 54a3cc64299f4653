"""Whether the pages of a folder have the names of sources elsewhere in the set: ``valves/index.html`` of ``valves.md``."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from checkfirst import lazy_re
from checkfirst.sources.names import PAGE_SOURCES, NameTree, suffix_of

#: Share of a folder's pages that have a source, from which it mirrors them: generators add pages of their own, and a
#: part of the sources may be outside the set. Not measured.
_SHARE: Final = 0.5
_FEWEST: Final = 2
#: Numbers by which generators sort pages and that addresses leave out, as in ``01-setup.md``.
_NUMBER = lazy_re.compile(r"^\d+[-_. ]+(?=\D)")
#: Names of the page of a folder.
_FOLDER_PAGES: Final = frozenset({"index", "readme", "-index"})
#: Pages that generators write without a source.
_WITHOUT_SOURCE: Final = frozenset(
    {"404", "search", "genindex", "modindex", "py-modindex", "print", "tags", "categories", "toc", "sitemap", "archive"}
)


class Sources:
    """The paths of all texts that pages are made from, for comparison with the paths of pages."""

    def __init__(self, tree: NameTree) -> None:
        self._endings = {
            parts[start:]
            for path in tree.files
            if suffix_of(path) in PAGE_SOURCES and "/_sources/" not in f"/{path}"
            for parts in (_parts(path),)
            for start in range(len(parts))
        }

    def mirrored(self, folder: str, pages: Iterable[str]) -> bool:
        """Whether most pages of a folder have a source at the same path below some other folder."""
        compared = [parts for page in pages if (parts := _parts(page[len(folder) + 1 :]))]
        compared = [parts for parts in compared if parts[-1] not in _WITHOUT_SOURCE]
        found = sum(parts in self._endings for parts in compared)
        return found >= _FEWEST and found >= _SHARE * len(compared)


def _parts(path: str) -> tuple[str, ...]:
    """The parts of a page's address: without suffix, sort numbers and the name of the folder's page, in one spelling."""
    parts = [_spelling(part) for part in path[: path.rfind(".")].split("/")]
    return tuple(parts[:-1] if parts[-1] in _FOLDER_PAGES else parts)


@lru_cache(maxsize=10_000)
def _spelling(part: str) -> str:
    return _NUMBER.sub("", part).lower().replace(" ", "-").replace("_", "-")
