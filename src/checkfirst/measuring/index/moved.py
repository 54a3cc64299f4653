"""Links of documents that were moved from the folder for which they were written, or that will be copied into one."""

import posixpath
from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final

from msgspec.structs import replace

from checkfirst import lazy_re
from checkfirst.measuring.index.target_forms import gitbook_mark, written_path
from checkfirst.measuring.index.targets import Targets
from checkfirst.model.entries import Entry
from checkfirst.model.form_names import has_word_of_form
from checkfirst.model.links import BrokenLink, LinkFault

#: Fewest different targets that lack the same first folder, so that the folder is taken for that of the set. Not
#: measured.
_FEWEST_MOVED: Final = 3
#: Fewest documents with the same word as a target, so that it is a sign for a program of the site. Not measured.
_FEWEST_WITH_SIGN: Final = 8
#: Different targets, and documents that have them, that are there from a folder above, so that links count from it. Not
#: measured.
_FEWEST_ROOTED: Final = 5
_ROOTED_IN: Final = 3
_WORD = lazy_re.compile(r"[\w-]{1,30}")


def is_beside_copies(path: str, folder: str, target: str) -> bool:
    """Whether a missing target would lie beside the copies of a template, below its own folder."""
    if not target.startswith(f"{folder}/" if folder else ""):
        return False
    return any(map(has_word_of_form, PurePosixPath(path).with_suffix("").parts))


def without_moved(broken: Iterable[BrokenLink], targets: Targets) -> tuple[BrokenLink, ...]:
    """The broken links, without those that name the set's own folder.

    A part of a larger tree has links that are relative to a folder above it: several of them begin with the same folder,
    which the set lacks, and lead to files of the set without it. A word that is a target in many documents is a sign for a
    program of the site, as with a hook of Hugo that renders links.
    """
    broken = tuple(broken)
    moved: dict[str, set[str]] = defaultdict(set)
    for link in broken:
        if (first := _first_folder(link)) and _leads_within(link, targets):
            moved[first].add(written_path(link.target))
    sources: dict[str, set[str]] = defaultdict(set)
    for link in broken:
        if link.fault is LinkFault.FILE and _WORD.fullmatch(link.target) and not gitbook_mark(link.target):
            sources[link.target].add(link.path)
    signs = {target for target, paths in sources.items() if len(paths) >= _FEWEST_WITH_SIGN}
    own = {folder for folder, paths in moved.items() if len(paths) >= _FEWEST_MOVED}
    rooted = {b for b in broken if b.fault is LinkFault.FILE and _from_ancestor(b.path, b.target, targets)}
    are_rooted = len({b.target for b in rooted}) >= _FEWEST_ROOTED and len({b.path for b in rooted}) >= _ROOTED_IN
    return tuple(
        b
        for b in broken
        if b.target not in signs
        and not (are_rooted and b in rooted)
        and (_first_folder(b) not in own or not _leads_within(b, targets))
        and not (own and _leads_above(b, targets))
    )


def entries_from_above(entries: tuple[Entry, ...], targets: Targets) -> tuple[Entry, ...]:
    """The entries, those found that begin with the set's own folder, as links from a folder above do."""
    below = {entry: rest for entry in entries if (rest := _below_own(entry, targets)) is not None}
    found: dict[str, set[str]] = defaultdict(set)
    for entry, rest in below.items():
        found[_top(entry)].add(rest)
    own = {folder for folder, paths in found.items() if len(paths) >= _FEWEST_MOVED}
    files = {entry: rest for entry, rest in below.items() if _top(entry) in own}
    above = {e: file for e in entries if not e.exists and (file := _from_ancestor(e.index, e.target, targets))}
    if len(set(above.values())) >= _FEWEST_ROOTED:
        files |= above
    return tuple(replace(e, path=files[e], exists=True, file=files[e]) if e in files else e for e in entries)


def _top(entry: Entry) -> str:
    """The first folder of an entry's target."""
    return written_path(entry.target).partition("/")[0]


def _from_ancestor(path: str, target: str, targets: Targets) -> str | None:
    """The file that a relative target is from a folder above that of its document, as from the root of a site."""
    written = written_path(target)
    if not written or written.startswith((".", "/")) or "/" not in written:
        return None
    folders = list(PurePosixPath(path).parents)[1:]
    found = (posixpath.normpath(posixpath.join(folder, written)) for folder in folders)
    return next((file for file in found if file in targets.present), None)


def _below_own(entry: Entry, targets: Targets) -> str | None:
    """The file for the target of a missing entry without its first folder, which the set lacks; ``None`` without one."""
    first, slash, rest = written_path(entry.target).partition("/")
    if entry.exists or not slash or first in {"", ".", ".."} or first in targets.present:
        return None
    rest = posixpath.normpath(rest)
    return rest if rest in targets.present else None


def _leads_above(link: BrokenLink, targets: Targets) -> bool:
    """Whether the first folder of a missing target is not in the set: where links count from above, it is beside the set."""
    first = _first_folder(link)
    return bool(first) and not {first, posixpath.join(posixpath.dirname(link.path), first)} & targets.present


def _first_folder(link: BrokenLink) -> str:
    """The first folder of a missing target; empty for another fault, and for a target that goes up."""
    folder, slash, _ = written_path(link.target).removeprefix("./").partition("/")
    return folder if link.fault is LinkFault.FILE and slash and folder != ".." else ""


def _leads_within(link: BrokenLink, targets: Targets) -> bool:
    """Whether the target leads to a file of the set when its first folder, which is not there, is left out."""
    first = _first_folder(link)
    folder = posixpath.dirname(link.path)
    if posixpath.join(folder, first) in targets.present:
        return False
    rest = written_path(link.target).removeprefix("./").partition("/")[2]
    return any(posixpath.normpath(posixpath.join(base, rest)) in targets.present for base in (folder, ""))
