"""Resolution of the targets of links, index entries and references against the files of a set.

A target exists if, as written or percent-decoded, it is a file, a folder, or the page that a site generator makes from
a file (``guide.html`` from ``guide.md``). Targets that cannot be resolved are unknown, never missing.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final
from urllib.parse import unquote

from msgspec import Struct

from checkfirst.measuring.index.antora import has_all_pages, is_partial, module_of, paths_in_module
from checkfirst.measuring.index.customs import customary_paths, wiki_of
from checkfirst.measuring.index.may_be_made import may_be_made
from checkfirst.measuring.index.page_sources import made_pages
from checkfirst.measuring.index.similar_files import SimilarFiles
from checkfirst.measuring.index.site import UNKNOWN_SITE, Generator, Site, from_root, site_for
from checkfirst.measuring.index.target_forms import (
    ASCIIDOC_SUFFIXES,
    SOURCES,
    SOURCES_OF_LINKS,
    gitbook_mark,
    is_no_name,
    is_part,
    is_too_deep,
    written_path,
)
from checkfirst.measuring.index.tree import (
    PLAIN_TREE,
    Tree,
    from_site_root,
    hugo_pages,
    is_folder_page,
    mounted,
    page_addresses,
    without_numbers,
    without_page_suffix,
)
from checkfirst.model.index_names import FOLDER_PAGES
from checkfirst.path_parts import folders_of, name_of, stem_of, suffix_of
from checkfirst.sources.interface import TooManyPatterns, never

#: Generators that resolve a link from the root of the pages, too: docsify unless it is set to ``relativePath``; Docusaurus
#: for links to sources ("Markdown links"); Hugo by ``GetPage``; Eleventy by its plugin for input paths.
_FROM_CONTENT: Final = {Generator.DOCSIFY, Generator.DOCUSAURUS, Generator.HUGO, Generator.ELEVENTY}
#: Generators that find a file by the end of its path: Obsidian, Hugo by ``GetPage``, and ExDoc, which flattens pages.
_BY_NAME: Final = {Generator.OBSIDIAN, Generator.HUGO, Generator.EXDOC}
#: What stands for the folder of the configuration in links of Docusaurus.
_SITE_ROOT: Final = "@site/"
#: What stands for the folder of the pages in links of Zola.
_CONTENT_ROOT: Final = "@/"


class TargetState(StrEnum):
    """Whether a target exists."""

    THERE = "there"
    MISSING = "missing"
    OUTSIDE = "outside"
    """It is outside the root of the set."""
    UNKNOWN = "unknown"
    """It cannot be resolved: a path from the root of some site, a pattern, a template."""


class Target(Struct, frozen=True):
    """A resolved target."""

    state: TargetState
    path: str | None = None
    """The path relative to the root; ``None`` if it is outside or unknown."""
    file: str | None = None
    """The existing file or folder: the path itself, the source of a page, or the page of a folder."""


_UNKNOWN: Final = Target(TargetState.UNKNOWN)
#: What the name of a page's source has after the address of the page.
_ENDINGS: Final = ("", *SOURCES_OF_LINKS, "/index.md", "/_index.md", "/README.md")
#: What is said where the patterns of ``.gitignore`` files are too many for all missing targets.
_TOO_MANY_PATTERNS: Final = (
    "links to missing files were not all held against the patterns of .gitignore: too many of both"
)


class Targets:
    """The files and folders of a set, indexed so that many targets can be resolved."""

    def __init__(self, present: Iterable[str], documents: Iterable[str], tree: Tree = PLAIN_TREE) -> None:
        """``present`` has the paths of all known files and folders, ``documents`` those of the documents."""
        paths = frozenset(present)
        # Records come without folders, but links may lead to a folder.
        self.present = paths | {folder for path in paths for folder in folders_of(path)}
        self.documents = frozenset(documents)
        self.tree = tree
        self._pages = page_addresses(self.documents, tree)
        self._made_from = made_pages(sorted(paths), paths)
        for made, source in self._made_from.items():
            self._pages.setdefault(without_page_suffix(made), source)
        self._wiki = wiki_of(paths)
        self._aliases = dict(tree.aliases)
        # Such a folder, of which pages include some files, holds no page, for sites leave it out.
        folders = map(posixpath.dirname, tree.includers)
        self._folders_of_parts = frozenset(f for f in folders if posixpath.basename(f).startswith("_"))
        self._by_name: dict[str, list[str]] = {}
        for path in sorted(paths):
            self._by_name.setdefault(name_of(path), []).append(path)
        self._lower_names = {name.lower() for name in self._by_name}
        self.similar = SimilarFiles(paths)
        self._resolved: dict[tuple[str, str, str], Target] = {}
        #: What could not be compared to its end, one line each.
        self.unsettled: set[str] = set()

    def find(self, folder: str, target: str, page: str = "") -> Target:
        """The resolved target of a link in a document of ``folder``, whose own path is ``page``."""
        # Several measures ask about each link.
        key = (folder, target, page)
        if key not in self._resolved:
            self._resolved[key] = self._resolve(folder, target, page)
        return self._resolved[key]

    def _resolve(self, folder: str, target: str, page: str) -> Target:
        written = written_path(target)
        if not written or is_too_deep(written):
            return _UNKNOWN
        site = site_for(page or posixpath.join(folder, "page"), self.tree.sites)
        found = _UNKNOWN
        for path in dict.fromkeys((written, unquote(written).strip())):
            found = self._found(folder, path, page, site)
            if found.state is TargetState.THERE:
                return found
        if mark := gitbook_mark(target):
            return Target(TargetState.MISSING, mark)
        # Links of a part are resolved from the page that includes it, which may not be known.
        is_missing = found.state in {TargetState.MISSING, TargetState.OUTSIDE}
        part = is_part(page) or is_partial(page, self.tree.location)
        part = part or posixpath.dirname(page) in self._folders_of_parts
        homeless = part and page not in self.tree.includers and is_missing
        homeless = homeless or (is_missing and self._is_of_other_pages(written, page, site))
        missing = found.path if found.state is TargetState.MISSING else None
        made = bool(missing and may_be_made(missing, site, page, self.present, self.tree))
        made = made or self._is_ignored(found, folder, unquote(written).strip(), page, site)
        return _UNKNOWN if homeless or is_no_name(target) or made else found

    def is_sure_of(self, source: str, target: str, file: str) -> bool:
        """Whether a target is that file alone: one with a leading ``/`` may begin at a root above the set."""
        if not target.startswith("/"):
            return True
        site = site_for(source, self.tree.sites)
        is_of_site = site != UNKNOWN_SITE and site_for(file, self.tree.sites) == site
        return is_of_site or file.partition("/")[0] in self.tree.roots

    def named(self, name: str) -> list[str]:
        """The paths of all files and folders of this name."""
        return self._by_name.get(name, [])

    def has_name(self, name: str) -> bool:
        """Whether any file or folder has this name, ignoring case."""
        return name.lower() in self._lower_names

    def _found(self, folder: str, written: str, page: str, site: Site) -> Target:
        """The target for a path as written. A path from the root is missing only if the site is all there is."""
        candidates = list(self._candidates(folder, written, page, site))
        if site.mounts:
            candidates += mounted(candidates, folder, written, page, site)
        for path in candidates:
            inside = from_root(path, self.tree.location)
            if (file := self._file(inside)) is not None:
                return Target(TargetState.THERE, inside, file)
        if self.tree.on_disk is not never and (found := self._on_disk(candidates, written)):
            return found
        if written.startswith("/"):
            inside = posixpath.normpath(written.strip("/"))
            if inside.partition("/")[0] in self.tree.roots and inside.lower().endswith(SOURCES_OF_LINKS):
                return Target(TargetState.MISSING, inside)
            missing = posixpath.normpath(posixpath.join(site.content, inside))
            return Target(TargetState.MISSING, missing) if site.is_complete and inside != "." else _UNKNOWN
        is_zola = written.startswith(_CONTENT_ROOT) and site.generator is Generator.ZOLA
        path = from_root(candidates[0] if is_zola else posixpath.join(folder, written), self.tree.location)
        if path == ".." or path.startswith("../"):
            return Target(TargetState.OUTSIDE)
        return Target(TargetState.MISSING, path)

    def _on_disk(self, candidates: list[str], written: str) -> Target | None:
        """The target beside documents that were named alone; what it holds is not known."""
        paths = [from_root(path, self.tree.location) for path in candidates]
        paths += [f"/{posixpath.normpath(written.strip('/'))}"] if written.startswith("/") else []
        stems = [path.removesuffix(".html").removesuffix(".htm") for path in paths]
        sources = (
            stem + ending
            for stem, path in zip(stems, paths, strict=True)
            for ending in _ENDINGS
            if stem != path or not suffix_of(path)
        )
        found = next((path for path in (*paths, *sources) if self.tree.on_disk(path)), None)
        return Target(TargetState.THERE, found, found) if found else None

    def _candidates(self, folder: str, written: str, page: str, site: Site) -> Iterator[str]:
        """The paths that a target may mean, the likeliest first."""
        if written.startswith("/"):
            yield from from_site_root(written, site, self._pages, posixpath.basename(self.tree.location))
            if site.generator is Generator.HUGO:
                yield from hugo_pages(written.strip("/"), (), page, site.content)
            return
        if written.startswith(_SITE_ROOT):
            yield posixpath.join(site.folder, written.removeprefix(_SITE_ROOT))
            return
        if written.startswith(_CONTENT_ROOT) and site.generator is Generator.ZOLA:
            yield posixpath.join(site.content, written.removeprefix(_CONTENT_ROOT))
            return
        yield posixpath.join(folder, written)
        if site.generator in _FROM_CONTENT:
            yield posixpath.join(site.content, written)
            yield posixpath.join(site.content, "docs", written)
        if site.generator is Generator.HUGO:
            yield from hugo_pages(written, (folder,), page, site.content)
        if (module := module_of(page, self.tree.location, site)) is not None:
            yield from paths_in_module(module, written)
            alias = from_root(posixpath.join(module, "pages", written.removesuffix(".adoc")), self.tree.location)
            yield from filter(None, (self._pages.get(alias),))
        if site.generator is Generator.MIDDLEMAN:
            # Pages in this folder are published without it (Middleman, "Localization").
            yield posixpath.join(folder.replace("/localizable", ""), written)
        if written.endswith(ASCIIDOC_SUFFIXES) and page.endswith(ASCIIDOC_SUFFIXES) and not written.startswith("."):
            # Antora begins at the folder of the module's pages, which may be the root of the set or above it.
            yield from (posixpath.join(above, written) for above in folders_of(folder))
        yield from customary_paths(folder, written, page, site)
        yield from self._wiki.paths(written) if self._wiki else ()
        if not written.lower().endswith(SOURCES_OF_LINKS):
            yield from self._as_page(folder, written, page)
        if site.copied:
            address = posixpath.relpath(posixpath.join(folder, written), site.content)
            yield from (posixpath.join(copied, address) for copied in site.copied if not address.startswith(".."))
        for includer in self.tree.includers.get(page, ()):
            yield posixpath.join(posixpath.dirname(includer), written)
        if site.generator in _BY_NAME:
            yield from self._by_end(written)
        elif self.tree.is_vault and "/" not in written and len(named_so := self._by_name.get(written, [])) == 1:
            yield from named_so

    def _as_page(self, folder: str, written: str, page: str) -> Iterator[str]:
        """The sources of a page whose address is relative to that of ``page``, with or without a folder of its own."""
        known = self.tree.addresses.get(page, ())
        # A link without suffix may be relative to the address of the page's folder, whose name has lost its number. An
        # address without "/" at the end is relative to the folder above it.
        bases = [folder, *((page.rpartition(".")[0], *known, without_numbers(folder)) if page else ())]
        bases += [posixpath.dirname(address) for address in known]
        bases += [posixpath.dirname(folder)] if folder and is_folder_page(page) else []
        for base in bases:
            address = posixpath.normpath(posixpath.join(base, written))
            found = self._pages.get(without_page_suffix(address))
            # Below its own address a page has no index: the link means that of a folder.
            if found and not (found == page and stem_of(written) == "index"):
                yield found
            if base != folder:
                yield address

    def _by_end(self, written: str) -> Iterator[str]:
        """The files that a link names without their first folders (Obsidian, "Shortest path when possible")."""
        end = without_page_suffix(written)
        name = name_of(end)
        named_so = (f"{name}{suffix}" for suffix in ("", *SOURCES_OF_LINKS))
        for path in (path for known in named_so for path in self._by_name.get(known, ())):
            if f"/{path}".endswith(f"/{end}") or f"/{path.rpartition('.')[0]}".endswith(f"/{end}"):
                yield path

    def _is_of_other_pages(self, written: str, page: str, site: Site) -> bool:
        """Whether a target is relative to the pages of a module of Antora of which the set is a part."""
        module = module_of(page, self.tree.location, site)
        relative = written.startswith(("./", "../"))
        return module is not None and not relative and not has_all_pages(module, self.tree.location)

    def _is_ignored(self, target: Target, folder: str, written: str, page: str, site: Site) -> bool:
        """Whether git ignores a missing file or the source of a missing page, so that a build may make it.

        It may be so where the patterns are too many to know.
        """
        if target.state is not TargetState.MISSING or self.tree.ignores is never:
            return False
        inside = (from_root(path, self.tree.location) for path in self._candidates(folder, written, page, site))
        paths = (path for path in dict.fromkeys(inside) if path != "." and path.partition("/")[0] != "..")
        endings = ("",) if written.lower().endswith(SOURCES_OF_LINKS) else _ENDINGS
        stems = (stem for path in paths for stem in dict.fromkeys((path, re.sub(r"\.html?$", "", path))))
        try:
            return any(self.tree.ignores(stem + ending) for stem in stems for ending in endings)
        except TooManyPatterns:
            self.unsettled.add(_TOO_MANY_PATTERNS)
            return True

    def _file(self, path: str) -> str | None:
        """The existing file or folder for a path: itself, or the source of the page at that path."""
        if path == "." or path in self.present:
            return self._page_of(path)
        if path in self._made_from:
            return self._made_from[path]
        if (linked := self._through_links(path)) != path:
            return self._file(linked)
        stem = path.removesuffix(".html").removesuffix(".htm")
        for suffix in SOURCES:
            if stem + suffix in self.present:
                return stem + suffix
            if stem + suffix in self._made_from:
                return self._made_from[stem + suffix]
        if stem in self._made_from:
            return self._made_from[stem]
        if stem != path and name_of(stem).lower() == "index":
            # The page of a folder, whatever its source is called: mdBook makes index.html of README.md.
            page = self._page_of(posixpath.dirname(stem) or ".")
            return page if page in self.documents else None
        return self._page_of(stem) if "/" not in stem and stem in self.present else None

    def _through_links(self, path: str) -> str:
        """The path with a symbolic link at its start replaced by what it leads to."""
        if not self._aliases:
            return path
        for folder in (path, *folders_of(path)):
            if folder in self._aliases:
                target = self._aliases[folder] + path[len(folder) :]
                return target if not target.startswith(f"{folder}/") else path
        return path

    def _page_of(self, path: str) -> str:
        """The page of a folder, if it has one, else the path itself."""
        if path in self.documents:
            return path
        pages = (posixpath.normpath(posixpath.join(path, name)) for name in FOLDER_PAGES)
        return next((page for page in pages if page in self.documents), path)
