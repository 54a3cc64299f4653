"""Configuration files of site generators, in a set and in the few folders above it. They are read and never run."""

import os
import re
from collections.abc import Iterable
from os.path import relpath
from pathlib import Path
from typing import Final

from checkfirst import lazy_re
from checkfirst.sources.interface import Found, SiteFile, Unreadable
from checkfirst.sources.regular_file import read_bytes

#: Names of the files and folders by which a generator is known.
_NAMES = lazy_re.compile(
    r"mkdocs\.ya?ml|docusaurus\.config\.\w+|_quarto\.ya?ml|_bookdown\.ya?ml|book\.toml|_config\.ya?ml|_toc\.ya?ml"
    r"|hugo\.(?:toml|ya?ml|json)|config\.toml|zola\.toml|module\.(?:toml|ya?ml|json)|antora\.yml|conf\.py|myst\.ya?ml|\.eleventy\.c?js|eleventy\.config\.\w+"
    r"|astro\.config\.\w+|index\.html|config\.rb|atlas\.json|specs\.json|[Bb]ook\.txt|(?:defaults|pandoc|book|metadata)\.ya?ml|[Mm]akefile|nanoc\.ya?ml|docs\.json|mint\.json|docfx\.json|mix\.exs|ig\.ini|sushi-config\.ya?ml|\.gitbook\.ya?ml|\.gitignore"
)
#: Hidden folders by which a generator is known, and the configuration in them.
_FOLDERS: Final = {".vitepress", ".vuepress", ".obsidian", ".gitbook"}
#: Names in a folder above a set by which what is known of the set may change.
DECIDING_NAMES: Final = "|".join((_NAMES.pattern, *map(re.escape, sorted(_FOLDERS))))
_CONFIGURATION = lazy_re.compile(r"config\.(?:js|ts|mjs|mts|cjs)")
#: Files beside the configuration that it imports, and that may have former addresses of pages (VuePress, "redirect").
_REDIRECTS = lazy_re.compile(r"(?:redirect(?:s|ions?)?|(?:theme|plugins?)(?=\.))(?:\.(?:js|ts|mjs|mts|cjs|json))?")
#: Folders beside the pages that hold nothing but the site, by the convention of Docusaurus.
_BESIDE: Final = ("website",)
#: Bytes of a configuration file that are read; files in a set; folders above it that are searched, inside a git work
#: tree and outside. Not measured.
_MOST_BYTES: Final = 256 * 1024
_MOST_FILES: Final = 200
_MOST_ABOVE: Final = 5
_MOST_ABOVE_WITHOUT_GIT: Final = 2
#: Folders above the set whose names are kept. Not measured.
_MOST_NAMED: Final = 6


def folders_above(root: Path) -> tuple[Path, ...]:
    """The folders above a set, and those beside it, in which configuration is looked for."""
    return tuple(beside for above in _above(root) for beside in (above, *(above / name for name in _BESIDE)))


def is_site_file(name: str) -> bool:
    """Whether a file name is that of a generator's configuration."""
    return _NAMES.fullmatch(name) is not None


def site_files(root: Path, paths: Iterable[str], hidden: Iterable[str]) -> tuple[SiteFile, ...]:
    """The configuration among the ``paths`` of a set and its ``hidden`` folders, and in the folders above ``root``."""
    paths, hidden = tuple(paths), tuple(hidden)
    inside = [root / path for path in _likeliest(path for path in (*paths, *hidden) if _is_configuration(path))]
    folders = [root / path for path in hidden if path.rpartition("/")[2] in _FOLDERS][:_MOST_FILES]
    for folder in folders_above(root):
        names = _names_in(folder)
        inside += [folder / name for name in names if is_site_file(name)]
        folders += [folder / name for name in names if name in _FOLDERS]
    found = [SiteFile(path=_relative(path, root), text=_text_of(path)) for path in inside]
    for folder in folders:
        names = _names_in(folder)
        read = [name for name in names if _CONFIGURATION.fullmatch(name)][:1]
        text = "".join(_text_of(folder / name) for name in read)
        # The name of the file says what its map is for.
        text += "".join(f"\n// redirects {_text_of(folder / name)}" for name in names if _REDIRECTS.fullmatch(name))
        found.append(SiteFile(path=_relative(folder, root), text=text))
    return tuple(found)


def site_files_among(found: Iterable[Found]) -> tuple[SiteFile, ...]:
    """The configuration among documents that no folder holds. Each is loaded alone: all together may need any memory."""
    by_path = {item.path: item for item in found if _is_configuration(item.path)}
    return tuple(SiteFile(path=path, text=_start_of(by_path[path])) for path in _likeliest(by_path))


def _start_of(item: Found) -> str:
    try:
        return item.load()[:_MOST_BYTES].decode("utf-8", "replace")
    except Unreadable:
        return ""


def _is_configuration(path: str) -> bool:
    return is_site_file(path.rpartition("/")[2])


def _likeliest(paths: Iterable[str]) -> list[str]:
    """The first ``_MOST_FILES`` paths, those nearest to the root first, and pages that only may hold a configuration last."""
    return sorted(paths, key=lambda path: (path.endswith("index.html"), path.count("/"), path))[:_MOST_FILES]


def location_of(root: Path) -> str:
    """The names of a few folders above the root and of the root itself, joined by ``/``."""
    above = max(_above(root), list(root.parents)[:_MOST_NAMED], key=len)
    return "/".join(folder.name for folder in reversed([root, *above]) if folder.name)


def _above(root: Path) -> list[Path]:
    """The folders above the root that may hold configuration: up to the top of the work tree, and only a few."""
    parents = list(root.parents)
    chain = [root, *parents]
    top = next((level for level, folder in enumerate(chain) if (folder / ".git").exists()), None)
    return parents[:_MOST_ABOVE_WITHOUT_GIT] if top is None else parents[: min(top, _MOST_ABOVE)]


def _names_in(folder: Path) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def _relative(path: Path, root: Path) -> str:
    return relpath(path, root).replace(os.sep, "/")


def _text_of(path: Path) -> str:
    """The start of a file; empty for one that can't be read or is too large to be configuration."""
    try:
        return read_bytes(path, _MOST_BYTES).decode("utf-8", "replace")
    except Unreadable:
        return ""
