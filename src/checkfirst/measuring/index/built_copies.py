"""Pages that a build wrote beside their sources: a link that is broken in both is told at the source alone."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.index.target_forms import written_path
from checkfirst.model.links import BrokenLink, LinkFault

#: Names of folders that builds write to. Chosen by hand.
_OUTPUT: Final = frozenset(
    [
        "docs",
        "book",
        "_book",
        "public",
        "site",
        "_site",
        "dist",
        "build",
        "_build",
        "output",
        "_output",
        "out",
        "html",
        "www",
        "target",
        "gh-pages",
    ]
)
#: What marks a file as the source of a page: at the end of its name, and in the name of its folder. Chosen by hand.
_MARK: Final = lazy_re.compile(r"[-_.](?:source|src|template|tmpl)$", re.IGNORECASE)
_SOURCE_WORDS: Final = frozenset(("source", "sources", "src"))
_PAGE: Final = lazy_re.compile(r"\.html?$", re.IGNORECASE)
_SUFFIX: Final = lazy_re.compile(r"\.[A-Za-z]\w{0,8}$")


def without_copies(broken: Iterable[BrokenLink]) -> tuple[BrokenLink, ...]:
    """The broken links, without those of a page whose source has them, too."""
    broken = tuple(broken)
    alike: dict[tuple[str, str, str], list[BrokenLink]] = defaultdict(list)
    for link in broken:
        alike[_key(link)].append(link)
    return tuple(link for link in broken if not any(_is_copy(link, other) for other in alike[_key(link)]))


def without_built(broken: Iterable[BrokenLink], present: Collection[str]) -> tuple[BrokenLink, ...]:
    """The broken links, without those of a source that hold from its page, which a build wrote into another folder."""
    broken = tuple(broken)
    sources = {link.path: name for link in broken if link.fault is LinkFault.FILE and (name := _page_name(link.path))}
    if not sources:
        return broken
    folders: defaultdict[str, set[str]] = defaultdict(set)
    names = set(sources.values())
    for path in present:
        if (stem := _SUFFIX.sub("", posixpath.basename(path))) in names and path not in sources:
            folders[stem].add(posixpath.dirname(path))
    return tuple(link for link in broken if not _holds_from(link, folders[sources.get(link.path, "")], present))


def _page_name(path: str) -> str:
    """The name without suffix of the page that a source is for, by its mark or its folder; empty for no source."""
    folder, name = posixpath.split(path)
    stem = _SUFFIX.sub("", name)
    if marked := _MARK.search(stem):
        return stem[: marked.start()]
    is_source = not _SOURCE_WORDS.isdisjoint(re.split(r"[^a-z]+", posixpath.basename(folder).lower()))
    return stem if is_source else ""


def _holds_from(link: BrokenLink, folders: Iterable[str], present: Collection[str]) -> bool:
    target = written_path(link.target)
    return link.fault is LinkFault.FILE and any(
        posixpath.normpath(posixpath.join(folder, target)) in present
        for folder in folders
        if folder != posixpath.dirname(link.path)
    )


def _key(link: BrokenLink) -> tuple[str, str, str]:
    """The name of the page and what the link names, whatever suffixes a build gives to them."""
    path, _, fragment = link.target.partition("#")
    return _SUFFIX.sub("", posixpath.basename(link.path)), _SUFFIX.sub("", path), fragment


def _is_copy(link: BrokenLink, other: BrokenLink) -> bool:
    """Whether a link is that of the source. A page that is no HTML has its lines, too."""
    is_same = _PAGE.search(link.path) is not None or link.links[0].quote.text == other.links[0].quote.text
    return is_same and link.path != other.path and _is_made_of(link.path, other.path)


def _is_made_of(page: str, source: str) -> bool:
    """Whether a page is the output of a source: it lies beside it as HTML, or at the same place in a folder for output."""
    stem, source_stem = _SUFFIX.sub("", page), _SUFFIX.sub("", source)
    if _PAGE.search(page) and not _PAGE.search(source) and stem == source_stem:
        return True
    parts, others = stem.split("/"), source_stem.split("/")
    for level, name in enumerate(parts[:-1]):
        if parts[:level] != others[:level]:
            return False
        if name.lower() not in _OUTPUT:
            continue
        below = parts[level + 1 :]
        is_beside = others[level + 1 :] == below and others[level].lower() not in _OUTPUT
        if is_beside or others[level:] == below:
            return True
    return False
