"""Numbered series, such as decisions, that the index of their folder lists only up to some number."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from checkfirst import lazy_re
from checkfirst.model.entries import Entry
from checkfirst.model.set_measures import DocumentSummary

#: The number at the start of a name, behind a short word: "0007-keel.md", "ADR-7.md", "rfc_012_masts.rst".
_NUMBERED = lazy_re.compile(r"(?:[a-z]{2,9}[-_. ]?)?0*(\d{1,4})(?=[-_. ]|$)", re.IGNORECASE)
#: Numbers from here on are years: their files are an archive, of which an index may list the latest.
_YEARS_FROM: Final = 1900
#: Fewest members that an index must list, and share of those up to its last number; lists of a few are a choice. Not
#: measured.
_FEWEST_LISTED: Final = 3
_SHARE_FROM: Final = 0.75


def left_out_of_series(documents: Iterable[DocumentSummary], entries: Iterable[Entry]) -> frozenset[str]:
    """Paths of the members of numbered series that the index of their folder leaves out, though it lists the others."""
    members: defaultdict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for document in documents:
        for folder in _folders(document.path):
            if document.is_prose and document.entries is None and (found := _member(folder, document.path)):
                members[folder, found[0]][document.path] = found[1]
    listed: defaultdict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for entry in entries:
        folder = posixpath.dirname(entry.index)
        if entry.file and not entry.in_sentence and (found := _member(folder, entry.file)):
            listed[folder, found[0]][entry.index].add(entry.file)
    return frozenset(
        path
        for key, indexes in listed.items()
        if _is_nearly_whole(members[key], largest := max(indexes.values(), key=len))
        for path in members[key]
        if path not in largest
    )


def _is_nearly_whole(members: dict[str, int], listed: set[str]) -> bool:
    """Whether an index lists nearly all members up to the last that it lists."""
    numbers = [members[path] for path in listed if path in members]
    if len(numbers) < _FEWEST_LISTED:
        return False
    below = [path for path, number in members.items() if number <= max(numbers)]
    return len(numbers) >= _SHARE_FROM * len(below)


def _folders(path: str) -> tuple[str, ...]:
    """The folder of a file and the one above it, whose index may list it."""
    folder = posixpath.dirname(path)
    return (folder, posixpath.dirname(folder)) if folder else ("",)


def _member(folder: str, path: str) -> tuple[str, int] | None:
    """The series of a file in a folder, and its number: by its name, or by that of its own folder."""
    inside = posixpath.relpath(path, folder or ".").split("/")
    found = _NUMBERED.match(inside[0])
    if not found or inside[2:] or not 0 < int(found[1]) < _YEARS_FROM:
        return None
    word = inside[0][: found.start(1)].rstrip("0-_. ").lower()
    return "/".join((word, *inside[1:])), int(found[1])
