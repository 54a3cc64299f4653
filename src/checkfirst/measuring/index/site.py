"""The sites that the pages of a set belong to, and how each resolves links."""

import posixpath
from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from checkfirst.measuring.index.slugs import EVERY_DIALECT, Dialect
from checkfirst.model.quick_enum import QuickEnum


class Generator(QuickEnum):
    """The program that makes a site from a tree of files."""

    MKDOCS = "mkdocs"
    DOCUSAURUS = "docusaurus"
    VITEPRESS = "vitepress"
    VUEPRESS = "vuepress"
    QUARTO = "quarto"
    BOOKDOWN = "bookdown"
    MDBOOK = "mdbook"
    JEKYLL = "jekyll"
    HUGO = "hugo"
    ZOLA = "zola"
    ANTORA = "antora"
    SPHINX = "sphinx"
    ELEVENTY = "eleventy"
    ASTRO = "astro"
    DOCSIFY = "docsify"
    OBSIDIAN = "obsidian"
    MIDDLEMAN = "middleman"
    NANOC = "nanoc"
    MYST = "myst"
    GITBOOK = "gitbook"
    MINTLIFY = "mintlify"
    DOCFX = "docfx"
    EXDOC = "exdoc"
    HEXO = "hexo"
    FHIR = "fhir"
    UNKNOWN = "unknown"


class Site(Struct, frozen=True, kw_only=True):
    """How one site resolves the links of its pages."""

    generator: Generator
    folder: str = "."
    """The folder of the configuration, relative to the root of the set."""
    content: str = "."
    """The folder of the pages, relative to the root of the set."""
    dialects: tuple[Dialect, ...] = EVERY_DIALECT
    base: str = ""
    """The path of the site on its host, without ``/`` around it."""
    is_complete: bool = False
    """Whether a path from the root of the site can only be one of its files."""
    has_own_ids: bool = False
    """Whether a program in the configuration makes the ids of headings."""
    rewrites: bool = False
    """Whether the configuration moves pages to addresses that are not those of their files."""
    joins_others: bool = False
    """Whether the configuration joins other sites to this one, each under an address of its own."""
    added: frozenset[str] = frozenset()
    """Names of files and folders that the configuration adds to the site."""
    redirected: frozenset[str] = frozenset()
    """Former addresses of pages, relative to ``content`` and without suffix, that the configuration still serves."""
    copied: tuple[str, ...] = ()
    """Folders whose contents are copied to the root of the site, relative to the root of the set."""
    has_navigation: bool = False
    """Whether the configuration lists the pages."""
    chapters: tuple[str, ...] = ()
    """The chapters of a book, relative to ``content``: an id of one can be linked from any other by the id alone."""
    listed: tuple[str, ...] = ()
    """Patterns as in ``.gitignore``, from ``content``, of the pages that the navigation has."""
    mounts: tuple[tuple[str, str], ...] = ()
    """Files and folders that the site has under another path, each with that path, relative to the root of the set."""
    unlisted: tuple[str, ...] = ()
    """Patterns as in ``.gitignore``, from ``content``, of pages that are left out of the navigation on purpose."""
    excluded: tuple[str, ...] = ()
    """Patterns as in ``.gitignore``, from ``content``, of pages that are left out of the site."""


#: The site of a page for which no configuration is known.
UNKNOWN_SITE: Final = Site(generator=Generator.UNKNOWN)


def from_root(path: str, location: str) -> str:
    """The path relative to the root of the set, where a path above it that comes back is inside again."""
    path = posixpath.normpath(path)
    if not path.startswith("..") or not location:
        return path
    start = f"/{location}"
    return posixpath.relpath(posixpath.join(start, path), start)


def site_for(path: str, sites: Iterable[Site]) -> Site:
    """The site that a page belongs to: the innermost whose folder of pages holds it."""
    return next((site for site in sites if _holds(site.content, path)), UNKNOWN_SITE)


def _holds(folder: str, path: str) -> bool:
    if folder == "." or set(folder.split("/")) == {".."}:
        return True
    return path.startswith(f"{folder}/")
