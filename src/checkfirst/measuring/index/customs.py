"""Paths that a link means by a custom of its site or of the program that reads the page, besides that beside the page."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from msgspec import Struct

from checkfirst import lazy_re
from checkfirst.measuring.index.site import Generator, Site
from checkfirst.measuring.index.target_forms import SOURCES_OF_LINKS, in_folder_of_parts
from checkfirst.path_parts import stem_of

#: Pages that a code host's wiki shows beside all others, and its first one: two of them make a wiki.
_OF_WIKI: Final = ("_sidebar", "_footer", "home")
_FEWEST_OF_WIKI: Final = 2
_BETWEEN: Final = lazy_re.compile(r"[\s_-]+")
#: A hidden folder, but for those of code hosts, which show pages in them as any other.
_HIDDEN: Final = lazy_re.compile(r"\.(?!git)\w")


def customary_paths(folder: str, written: str, page: str, site: Site) -> Iterator[str]:
    """The paths from the root of the set that a link of ``page`` in ``folder`` may mean."""
    parts = folder.split("/")
    hidden = next((n for n, name in enumerate(parts) if _HIDDEN.match(name)), None)
    if hidden is not None:
        # Agents and editors read the rules in their hidden folders from the root of the project.
        yield posixpath.join(*parts[:hidden], written)
    if site.generator is Generator.MINTLIFY and written.endswith(".md"):
        yield posixpath.join(folder, f"{written}x")
    if in_folder_of_parts(page):
        # A build joins the parts to one document at the root.
        yield written


class Wiki(Struct, frozen=True):
    """A copy of a code host's wiki: its folder, and its pages by the names that links use, whatever folder they lie in (Gollum)."""

    root: str
    pages: Mapping[str, str]

    def paths(self, written: str) -> Iterator[str]:
        """The paths that a target may mean: that of the page of this name, and from the root of the wiki."""
        if page := self.pages.get(_wiki_name(written)):
            yield page
        yield posixpath.join(self.root, written)


def wiki_of(paths: Iterable[str]) -> Wiki | None:
    """The wiki that a set is or holds, if it does."""
    pages = sorted(path for path in paths if path.lower().endswith(SOURCES_OF_LINKS))
    marks = {path: name for path in pages if (name := stem_of(path).lower()) in _OF_WIKI}
    if len(set(marks.values())) < _FEWEST_OF_WIKI:
        return None
    root = min((posixpath.dirname(path) for path in marks), key=lambda folder: folder.count("/") + bool(folder))
    found: dict[str, str] = {}
    for path in pages:
        if not root or path.startswith(f"{root}/"):
            found.setdefault(_wiki_name(path), path)
    return Wiki(root, found)


def _wiki_name(written: str) -> str:
    """The name of a page in a link of such a wiki, without regard to case and to what stands between words."""
    name = posixpath.basename(written.rstrip("/"))
    suffix = next((s for s in SOURCES_OF_LINKS if name.lower().endswith(s)), "")
    return _BETWEEN.sub("-", name[: len(name) - len(suffix)]).casefold()
