"""Parts of one text in numbered files, which a build joins though no list of them is there: ``1-aims.md``, ``2-terms.md``."""

import posixpath
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from typing import Final
from urllib.parse import unquote

from checkfirst import lazy_re
from checkfirst.model.formats import Trait
from checkfirst.model.set_measures import DocumentSummary
from checkfirst.reading.formats import suffixes_of

_NUMBERED: Final = lazy_re.compile(r"\d{1,3}(?:[-_. ]\d{1,3})*[-_. ]+\D")
_SOURCES: Final = tuple(suffix for suffix in suffixes_of(Trait.SITE_SOURCE) if suffix not in {".html", ".htm"})
#: Files of a folder that are numbered, and their share. Not measured.
_FEWEST_PARTS, _SHARE = 4, 0.8
#: Different places of other parts to which parts link as to their own, and parts that do so, from which all are joined. Not
#: measured.
_FEWEST_LINKS, _FEWEST_LINKING = 3, 2


class NumberedParts:
    """The folders of numbered parts of a set, and whether their links show that they are joined."""

    def __init__(self, documents: Iterable[DocumentSummary], names: Callable[[str], Collection[str] | None]) -> None:
        """``names`` has the names of the anchors of a document by its path; ``None`` if they can't be known."""
        self._names = names
        in_folder: defaultdict[str, list[DocumentSummary]] = defaultdict(list)
        for document in documents:
            if document.path.endswith(_SOURCES):
                in_folder[posixpath.dirname(document.path)].append(document)
        self._parts: dict[str, list[DocumentSummary]] = {}
        for folder, inside in in_folder.items():
            numbered = [d for d in inside if _NUMBERED.match(posixpath.basename(d.path))]
            if len(numbered) >= max(_FEWEST_PARTS, _SHARE * len(inside)):
                self._parts[folder] = numbered
        self._joined: dict[str, bool] = {}

    def are_joined(self, path: str) -> bool:
        """Whether a document is such a part of a text whose parts link to places of one another as to their own."""
        folder = posixpath.dirname(path)
        parts = self._parts.get(folder, [])
        if not any(part.path == path for part in parts):
            return False
        if folder not in self._joined:
            self._joined[folder] = self._link_to_one_another(parts)
        return self._joined[folder]

    def has(self, path: str, name: str) -> bool:
        """Whether a part of the same text has a place of this name."""
        return any(name in (self._names(part.path) or ()) for part in self._parts.get(posixpath.dirname(path), ()))

    def _link_to_one_another(self, parts: list[DocumentSummary]) -> bool:
        found = {
            (part.path, name)
            for part in parts
            for link in part.links
            if link.target.startswith("#")
            and (name := unquote(link.target[1:]))
            and name not in (self._names(part.path) or ())
            and self.has(part.path, name)
        }
        return len({name for _, name in found}) >= _FEWEST_LINKS and len({path for path, _ in found}) >= _FEWEST_LINKING
