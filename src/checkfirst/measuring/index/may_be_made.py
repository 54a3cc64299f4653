"""Whether a missing file may be there on the site all the same: by its configuration, its generator, or a build."""

import posixpath
import re
from collections.abc import Collection
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.index.labels import is_path_of_label
from checkfirst.measuring.index.site import Generator, Site
from checkfirst.measuring.index.target_forms import SOURCES_OF_LINKS
from checkfirst.measuring.index.tree import BUILD_WORDS, GENERATED_PAGES, Tree, without_page_suffix
from checkfirst.path_parts import folders_of, suffix_of

#: The page that ExDoc makes of a module of Elixir or Erlang.
_MODULE_PAGE: Final = lazy_re.compile(r"(?:[A-Z]\w*(?:\.[A-Z]\w*)*|[a-z]\w*)\.html")
#: Endings of the files of a page in ``src/pages``.
_PAGES_OF_ASTRO: Final = (".astro", "/index.astro", ".md", ".mdx", "/index.md", "/index.mdx")
_PAGES: Final = (".html", ".htm")
#: Suffixes of programs that write texts. Chosen by hand.
_PROGRAMS: Final = (".py", ".sh", ".rb", ".pl", ".mjs", ".cjs", ".R")
#: Suffixes of sources that a build changes into HTML.
_MARKUP: Final = (".xhtml", ".xml")


def may_be_made(path: str, site: Site, page: str, present: Collection[str], tree: Tree) -> bool:
    """Whether a path that is not among those ``present`` may be a page of the site. ``page`` has the link to it."""
    name = posixpath.basename(path)
    return (
        not site.added.isdisjoint(path.split("/"))
        or name in GENERATED_PAGES.get(site.generator, ())
        or (site.rewrites and not path.endswith(SOURCES_OF_LINKS))
        or _is_beside_the_site(path, site)
        or _has_maker(path, present)
        or _may_be_joined(path, site, present, tree)
        or _may_be_copied(path, site, present)
        or any(source not in present for source, _ in site.mounts)
        or _address_in(site, path) in site.redirected
        or _in_build_folder(path, present)
        or _in_viewed_folder(path, present)
        or _is_made_as(page, path, present)
        or _is_beside_content(path, present)
        or (site.generator is Generator.EXDOC and _MODULE_PAGE.fullmatch(name) is not None)
        or (page.endswith((".md", ".ipynb")) and is_path_of_label(path, tree, site))
    )


def _address_in(site: Site, path: str) -> str:
    """The address of the page for a path of a site, relative to the site's pages, without suffix."""
    inside = without_page_suffix(posixpath.relpath(path, site.content))
    return next((inside.removesuffix(s) for s in SOURCES_OF_LINKS if inside.endswith(s)), inside).removesuffix("/index")


def _is_beside_the_site(path: str, site: Site) -> bool:
    """Whether a path is that of a page above all pages of its site, as one of another site on the same host."""
    inside = posixpath.relpath(path, site.content)
    return site.content != site.folder and inside.startswith("../") and inside.endswith(_PAGES)


def _has_maker(path: str, present: Collection[str]) -> bool:
    """Whether a program lies beside a missing file that is called as it is, or a text from which a chapter in LaTeX is made."""
    stem = posixpath.splitext(path)[0]
    makers = (*_PROGRAMS, *(SOURCES_OF_LINKS if path.endswith(".tex") else ()))
    return any(stem + suffix in present for suffix in makers)


def _may_be_joined(path: str, site: Site, present: Collection[str], tree: Tree) -> bool:
    """Whether a path leads out of a site's own pages where a configuration joins several sites to one."""
    if not any(other.generator is site.generator and other.joins_others for other in tree.sites):
        return False
    inside = posixpath.relpath(path, site.content)
    first, slash, _ = inside.partition("/")
    return first == ".." or (slash != "" and posixpath.join(site.content, first) not in present)


def _may_be_copied(path: str, site: Site, present: Collection[str]) -> bool:
    """Whether a folder whose contents are copied to the site is not in the set, so that its files are not known."""
    unknown = any(folder not in present for folder in site.copied)
    return unknown and not path.lower().endswith(SOURCES_OF_LINKS)


def _in_build_folder(path: str, present: Collection[str]) -> bool:
    """Whether a path leads into a folder that is not there and named as the output of a build."""
    folders = folders_of(path)
    return any(
        folder not in present and BUILD_WORDS & set(re.split(r"[^a-z]+", posixpath.basename(folder).lower()))
        for folder in folders
    )


def _in_viewed_folder(path: str, present: Collection[str]) -> bool:
    """Whether a path leads into a folder that lies there with ".view" behind its name, for a site that shows its files."""
    return any(f"{folder}.view" in present for folder in (path, *folders_of(path)))


def _is_beside_content(path: str, present: Collection[str]) -> bool:
    """Whether a path among Astro's content is the address of a page that a component makes ("Pages", "Content collections")."""
    root, inside, _ = path.partition("src/content/")
    page = f"{root}src/pages/{posixpath.basename(path)}"
    return bool(inside) and any(f"{page}{suffix}" in present for suffix in _PAGES_OF_ASTRO)


def _is_made_as(page: str, path: str, present: Collection[str]) -> bool:
    """Whether a page is to be made of a source beside it of the sort that ``page`` is: ``x.html`` of ``x.xhtml``."""
    suffix = suffix_of(page).lower()
    return suffix in _MARKUP and path.endswith(".html") and path.removesuffix(".html") + suffix in present
