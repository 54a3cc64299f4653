"""Entries that name the pages of a set by the addresses of its own site: ``https://docs.example/guide.md``.

Which site is the set's own shows in how many addresses lead to its files once host and first folders are taken off. What
is missing then is told only where the address can't mean a page that is made from something else.
"""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final
from urllib.parse import unquote, urlsplit

from msgspec import Struct
from msgspec.structs import replace

from checkfirst import lazy_re
from checkfirst.measuring.index.target_forms import SOURCES_OF_LINKS
from checkfirst.measuring.index.targets import Targets, TargetState
from checkfirst.model.entries import RawEntry
from checkfirst.model.set_measures import DocumentSummary
from checkfirst.path_parts import stem_of

#: Fewest addresses of one host that lead to files, and share of them, from which the host is the set's own. Not measured.
_FEWEST: Final = 2
_SHARE_FROM: Final = 0.5
#: First folders of the addresses of a host that may be taken off, and addresses by which its place in the set is found.
_DEEPEST: Final = 6
_TRIED: Final = 200
_ADDRESS = lazy_re.compile(r"https?://[^/\s]+/", re.IGNORECASE)
_NUMBER = lazy_re.compile(r"^\d+[-_. ]+")


def is_address(target: str) -> bool:
    """Whether a target is the address of something on a web site other than its first page."""
    return _ADDRESS.match(target) is not None


def with_own_addresses(indexes: Iterable[DocumentSummary], targets: Targets) -> list[DocumentSummary]:
    """The indexes with the entries that lead to the set's own site resolved, and without those that lead elsewhere."""
    return [
        replace(index, entries=_resolved(index, targets))
        if any(is_address(raw.target) for raw in index.entries or ())
        else index
        for index in indexes
    ]


class _Site(Struct, frozen=True):
    """Where the addresses of a host lie in the set."""

    prefix: str
    """The first folders of its addresses that the set lacks, with a final ``/``; or empty."""
    root: str
    """The folder of the set that they are relative to."""


def _resolved(index: DocumentSummary, targets: Targets) -> tuple[RawEntry, ...]:
    by_host: defaultdict[str, list[str]] = defaultdict(list)
    for raw in index.entries or ():
        if is_address(raw.target) and (path := _path(raw.target)):
            by_host[urlsplit(raw.target).netloc.lower()].append(path)
    sites = {host: _site(paths, index.path, targets) for host, paths in by_host.items()}
    stems = {_stem(path) for path in targets.documents}
    kept = []
    for raw in index.entries or ():
        if not is_address(raw.target):
            kept.append(raw)
            continue
        site = sites.get(urlsplit(raw.target).netloc.lower())
        if site and (inside := _path(raw.target).removeprefix(site.prefix)):
            there = _is_there(inside, site.root, targets)
            if there or _is_certain(inside, site.root, targets, stems):
                base = posixpath.relpath(site.root or ".", posixpath.dirname(index.path) or ".")
                kept.append(replace(raw, inside=inside, base="" if base == "." else base))
    return tuple(kept)


def _path(target: str) -> str:
    return unquote(urlsplit(target).path).strip("/")


def _stem(path: str) -> str:
    return _NUMBER.sub("", stem_of(path).lower())


def _site(paths: list[str], index: str, targets: Targets) -> _Site | None:
    """Where the addresses of one host lie, if enough of them lead to documents."""
    roots = dict.fromkeys((posixpath.dirname(index), "", "docs", *(site.content for site in targets.tree.sites)))
    common = posixpath.commonpath([posixpath.dirname(path) for path in paths]).split("/")[:_DEEPEST]
    paths = paths[:_TRIED]
    prefixes = ["".join(f"{part}/" for part in common[:n]) for n in range(len(common) + 1) if common != [""] or n == 0]
    best = max(
        (_Site(prefix, root) for prefix in prefixes for root in roots),
        key=lambda site: sum(_is_there(path.removeprefix(site.prefix), site.root, targets) for path in paths),
    )
    there = sum(_is_there(path.removeprefix(best.prefix), best.root, targets) for path in paths)
    return best if there >= _FEWEST and there >= _SHARE_FROM * len(paths) else None


def _is_there(inside: str, root: str, targets: Targets) -> bool:
    found = targets.find(root, inside) if inside else None
    return found is not None and found.state is TargetState.THERE and found.file in targets.documents


def _is_certain(inside: str, root: str, targets: Targets, stems: set[str]) -> bool:
    """Whether a page that is not there should be: no document has its name, and it is the source of a page or lies in a
    folder of the set."""
    if _stem(inside) in stems or targets.find(root, inside).state is not TargetState.MISSING:
        return False
    folder = posixpath.join(root, posixpath.dirname(inside)).rstrip("/")
    return inside.lower().endswith(SOURCES_OF_LINKS) or ("/" in inside and folder in targets.present)
