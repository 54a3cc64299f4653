"""Links to files that a build puts elsewhere: pages for several languages, and pictures of a folder copied to the root."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.index.target_forms import SOURCES_OF_LINKS, written_path
from checkfirst.measuring.index.targets import Targets
from checkfirst.model.links import BrokenLink, LinkFault

#: Names of programming languages and platforms behind the names of pages. Chosen by hand.
_LANGUAGES: Final = (
    "js javascript ts typescript node nodejs deno java kotlin scala groovy python py csharp dotnet fsharp vb go golang ruby php "
    "rust swift objc cpp c dart flutter elixir erlang perl lua r julia haskell clojure android ios web react vue angular "
    "svelte linux macos windows"
)
_LANGUAGE: Final = rf"(?:{'|'.join(_LANGUAGES.split())})"
_OF_LANGUAGES: Final = lazy_re.compile(rf"(?P<page>.+?)(?:[-_.]{_LANGUAGE})+", re.IGNORECASE)
#: Characters of the longest path that may have such a name. Not measured.
_LONGEST_PATH: Final = 400
_PICTURES: Final = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif")
#: Fewest different targets that one custom explains, so that it is taken for that of the set. Not measured.
_FEWEST: Final = 3


def without_kept_elsewhere(broken: Iterable[BrokenLink], targets: Targets) -> tuple[BrokenLink, ...]:
    """The broken links, without those that a build leads to a file of the set, if it does so for several of them."""
    broken = tuple(broken)
    files = [link for link in broken if link.fault is LinkFault.FILE]
    if not files:
        return broken
    stems = (path.rpartition(".")[0] for path in targets.documents if len(path) <= _LONGEST_PATH)
    names = {_OF_LANGUAGES.fullmatch(stem) for stem in stems}
    pages = {found["page"] for found in names if found}
    found = _explained(files, lambda link: "page" if _page(link) in pages else "")
    found |= _explained(files, lambda link: _root(link, targets))
    return tuple(b for b in broken if b not in found) if found else broken


def _explained(links: list[BrokenLink], custom: Callable[[BrokenLink], str]) -> set[BrokenLink]:
    """The links of which the same custom explains several."""
    by_custom: defaultdict[str, list[BrokenLink]] = defaultdict(list)
    for link in links:
        if name := custom(link):
            by_custom[name].append(link)
    enough = (found for found in by_custom.values() if len({b.target_path for b in found}) >= _FEWEST)
    return {link for found in enough for link in found}


def _page(link: BrokenLink) -> str:
    path = link.target_path or ""
    return next((path.removesuffix(suffix) for suffix in SOURCES_OF_LINKS if path.endswith(suffix)), path)


def _root(link: BrokenLink, targets: Targets) -> str:
    """The folder from which the path of a picture leads to its one file of this name; empty if there is none or several."""
    path = posixpath.normpath(written_path(link.target).lstrip("/"))
    parts = [part for part in PurePosixPath(path).parts if part != ".."]
    if len(parts) < len(("folder", "name")) or not path.lower().endswith(_PICTURES):
        return ""
    end = f"/{'/'.join(parts)}"
    found = [file for file in targets.named(parts[-1]) if file.endswith(end)]
    return found[0].removesuffix(end) if len(found) == 1 else ""
