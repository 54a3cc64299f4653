"""Where Antora looks for the targets of links: in the module of a page ("Standard File and Directory Set")."""

import posixpath
from collections.abc import Iterator
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.index.site import Generator, Site, from_root
from checkfirst.measuring.index.target_forms import ASCIIDOC_SUFFIXES

#: The module of a file in a component.
_MODULE: Final = lazy_re.compile(r"((?:.*/)?modules/[^/]+)/")
#: The folders of resources in a module.
_FAMILIES: Final = ("pages", "attachments", "images", "partials", "examples")
#: The first folders of a file where the set is a module, or the folder of the modules.
_INSIDE: Final = lazy_re.compile(rf"((?:[^/]+/)?)(?:{'|'.join(_FAMILIES)})/")


def module_of(page: str, location: str, site: Site) -> str | None:
    """The folder of the module of a page, relative to the root of the set; ``None`` outside of modules.

    ``location`` has the names of the root and of folders above it. Navigation beside the configuration belongs to the
    module ROOT.
    """
    if found := _MODULE.match(page):
        return found[1]
    if found := _MODULE.match(posixpath.join(location, page)):
        return posixpath.relpath(f"/{found[1]}", f"/{location}")
    if site.generator is Generator.ANTORA and posixpath.basename(page).startswith("nav"):
        return posixpath.join(site.folder, "modules/ROOT")
    return None


def paths_in_module(module: str, written: str) -> Iterator[str]:
    """The paths that a target may mean in a module."""
    yield from (posixpath.join(module, family, written) for family in _FAMILIES)


def has_all_pages(module: str, location: str) -> bool:
    """Whether the pages of a module are inside the set, so that one which is not there is missing."""
    return not from_root(posixpath.join(module, "pages"), location).startswith("..")


def is_partial(page: str, location: str) -> bool:
    """Whether a file is included by pages, which may be those of another component."""
    return "/partials/" in f"/{posixpath.join(location, page)}" and page.endswith(ASCIIDOC_SUFFIXES)


def own_module(path: str) -> str | None:
    """The folder of the module of a document in a set of which nothing else is known; empty for the set itself."""
    found = _MODULE.match(path) or _INSIDE.match(path)
    return found[1].rstrip("/") if found else None
