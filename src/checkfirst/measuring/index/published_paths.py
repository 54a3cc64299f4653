"""Links in the form in which a site publishes its pages: in another case, without folders of versions, with another ending."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePosixPath
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.index.target_forms import SOURCES_OF_LINKS, written_path
from checkfirst.model.links import BrokenLink, LinkFault

#: Different targets that differ from their files in the same way, and documents that have them, from which that is how the
#: site publishes its pages. Not measured.
_FEWEST, _DOCUMENTS = 5, 2
_PAGES: Final = (".html", ".htm", ".xhtml", ".xml", *SOURCES_OF_LINKS)
#: A folder that has the pages of one version.
_VERSION = lazy_re.compile(r"v?\d{1,4}(?:[._]\d{1,3}){0,3}(?:\.x)?", re.IGNORECASE)
_NAME: Final = "published paths"
_NAME_OF_FLAT: Final = "pages of one folder"
#: Part of a path as a link writes it, and as the file has it.
_Difference = tuple[str, str]


def in_published_form(broken: Iterable[BrokenLink], present: Collection[str]) -> dict[BrokenLink, str]:
    """The links to missing files that a site may serve, with the name of their form, if enough differ in the same way."""
    links = {b: b.target_path for b in broken if b.fault is LinkFault.FILE and b.target_path}
    if len(links) < _FEWEST:
        return {}
    wanted = set(map(_key, links.values()))
    files: dict[str, str] = {}
    for path in sorted(present):
        if (key := _key(path)) in wanted:
            files.setdefault(key, path)
    ways = {
        link: way for link, target in links.items() if (file := files.get(_key(target))) and (way := _way(target, file))
    }
    usual = _usual(ways)
    found = {link: _NAME for link, way in ways.items() if usual.issuperset(way)}
    return found | dict.fromkeys(_in_one_folder(links, present), _NAME_OF_FLAT)


def _in_one_folder(links: Iterable[BrokenLink], present: Collection[str]) -> list[BrokenLink]:
    """The links to pages by their names alone, if the sources of enough of them lie in other folders: the site has all
    its pages in one folder, those too that a program makes (the publisher of FHIR's guides, wikis that were exported)."""
    bare = [
        link for link in links if "/" not in (path := written_path(link.target)) and path.endswith((".html", ".htm"))
    ]
    names = {PurePosixPath(path).stem for path in present if path.endswith(SOURCES_OF_LINKS)} if bare else set()
    known = [link for link in bare if PurePosixPath(written_path(link.target)).stem in names]
    enough = len({written_path(b.target) for b in known}) >= _FEWEST and len({b.path for b in known}) >= _DOCUMENTS
    return bare if enough else []


def _usual(ways: Mapping[BrokenLink, Collection[_Difference]]) -> set[_Difference]:
    """The differences that many links have."""
    having: defaultdict[_Difference, list[BrokenLink]] = defaultdict(list)
    for link, way in ways.items():
        for difference in way:
            having[difference].append(link)
    return {
        difference
        for difference, links in having.items()
        if len({link.target_path for link in links}) >= _FEWEST and len({link.path for link in links}) >= _DOCUMENTS
    }


def _key(path: str) -> str:
    """A path without what a site may change: case, folders of versions and the ending of a page."""
    folder, name = posixpath.split(path.lower())
    suffix = next((s for s in _PAGES if name.endswith(s)), "")
    folders = (part for part in folder.split("/") if not _VERSION.fullmatch(part))
    # Names of calls end with "_" in place of their brackets.
    return posixpath.join(*folders, name[: len(name) - len(suffix)].rstrip("_"))


def _way(target: str, file: str) -> set[_Difference]:
    """In what a target differs from its file: the folders written in another case, folders of versions, and the name.

    Empty for the name of a page that differs in its case alone, unless it is in small letters: that is likelier a slip.
    """
    ours, others = PurePosixPath(target), PurePosixPath(file)
    if not others.suffix:
        # A folder.
        return _of_folders(ours.parts, others.parts)
    way = _of_folders(ours.parent.parts, others.parent.parts)
    if others.stem.rstrip("_") in {ours.stem.rstrip("_"), ours.name}:
        return way or {("name", "ending")}
    return {*way, ("name", "lower")} if ours.stem.islower() else set()


def _of_folders(ours: tuple[str, ...], others: tuple[str, ...]) -> set[_Difference]:
    plain = [[part for part in parts if not _VERSION.fullmatch(part)] for parts in (ours, others)]
    versions = [[part for part in parts if _VERSION.fullmatch(part)] for parts in (ours, others)]
    way = {(a, b) for a, b in zip(*plain, strict=True) if a != b}
    return way if versions[0] == versions[1] else {*way, ("", "version")}
