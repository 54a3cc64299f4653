"""The sites that a set's pages belong to, by the configuration of their generators."""

import posixpath
from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace

from checkfirst.measuring.index.configuration_text import value
from checkfirst.measuring.index.site import Generator, Site, from_root
from checkfirst.measuring.index.site_readers import READERS
from checkfirst.measuring.index.slugs import Dialect
from checkfirst.measuring.index.unpublished import all_but
from checkfirst.sources.interface import SiteFile

#: The folder in which Hugo looks for parts of its configuration, below that of the site.
_HUGO_FOLDER: Final = "config/_default"


def sites_of(files: Iterable[SiteFile], location: str = "") -> tuple[Site, ...]:
    """The sites whose configuration is among the files, those with the innermost pages first.

    ``location`` has the names of the root of the set and of folders above it, joined by ``/``.
    """
    files = tuple(files)
    names = {file.path for file in files}
    sites = []
    for file in files:
        folder, name = posixpath.split(file.path)
        read = next((reader for pattern, reader in READERS if pattern.fullmatch(name)), None)
        site = read(file.text) if read else None
        if site is None:
            continue
        if (
            site.generator is Generator.JEKYLL
            and {posixpath.join(folder, n) for n in ("_toc.yml", "_toc.yaml")} & names
        ):
            # Jupyter Book is configured by a file of the same name.
            site = Site(
                generator=Generator.SPHINX,
                dialects=(Dialect.GITHUB, Dialect.SPHINX),
                excluded=_outside_the_table(file.text, folder, files),
            )
        if site.generator is Generator.HUGO and folder.endswith(_HUGO_FOLDER):
            folder = folder[: -len(_HUGO_FOLDER)].rstrip("/")
        content = from_root(posixpath.join(folder, site.content), location)
        copied = tuple(from_root(posixpath.join(folder, name), location) for name in site.copied)
        mounts = tuple(
            (from_root(posixpath.join(folder, source), location), from_root(posixpath.join(folder, target), location))
            for source, target in site.mounts
        )
        site = replace(site, folder=from_root(folder or ".", location), content=content, copied=copied, mounts=mounts)
        sites.append(site)
        sites += [replace(site, content=source) for source, _ in mounts if source != content]
    by_content: dict[str, Site] = {}
    for site in sites:
        known = by_content.get(site.content)
        by_content[site.content] = _merged(known, site) if known else site
    # The innermost pages first; ".." is outside the set.
    return tuple(
        sorted(by_content.values(), key=lambda s: (s.content[:2] == "..", -len(s.content.split("/")), s.content))
    )


def _outside_the_table(text: str, folder: str, files: Iterable[SiteFile]) -> tuple[str, ...]:
    """Patterns of the pages that Jupyter Book does not build, if it builds those of its table of contents alone."""
    if value(text, "only_build_toc_files").lower() != "true":
        return ()
    tables = (f.text for f in files if posixpath.split(f.path) in {(folder, "_toc.yml"), (folder, "_toc.yaml")})
    return all_but("\n".join(tables))


def _merged(one: Site, other: Site) -> Site:
    """One site for two configurations of the same pages, as with a book that two programs can build."""
    return replace(
        one,
        dialects=tuple(dict.fromkeys((*one.dialects, *other.dialects))),
        is_complete=one.is_complete and other.is_complete,
        has_own_ids=one.has_own_ids or other.has_own_ids,
        rewrites=one.rewrites or other.rewrites,
        joins_others=one.joins_others or other.joins_others,
        added=one.added | other.added,
        redirected=one.redirected | other.redirected,
        copied=(*one.copied, *other.copied),
        chapters=(*one.chapters, *other.chapters),
        listed=(*one.listed, *other.listed),
        mounts=(*one.mounts, *other.mounts),
        unlisted=(*one.unlisted, *other.unlisted),
        excluded=(*one.excluded, *other.excluded),
        has_navigation=one.has_navigation or other.has_navigation,
    )
