"""Questions to git about a folder: which files differ from a revision, and the files at a revision."""

import os
import stat
from functools import partial
from hashlib import sha1, sha256
from pathlib import Path
from typing import Final

from msgspec import Struct

from checkfirst.errors import UsageError
from checkfirst.sources.dot_folders import readable
from checkfirst.sources.folder import OUR_OWN, OWNER_FILE, list_paths
from checkfirst.sources.git_contents import Contents
from checkfirst.sources.git_repository import Repository, find_repository
from checkfirst.sources.included import Included
from checkfirst.sources.interface import SIZE_LIMIT, Found, Listing, Unreadable
from checkfirst.sources.regular_file import read_bytes
from checkfirst.sources.site_files import site_files_among

#: Modes of files and of symbolic links in a tree (git-fast-import(1)).
_FILES: Final = ("100644", "100755")
_LINK: Final = "120000"
#: Bytes up to which a file of a revision may be a pointer to one that is stored elsewhere (Git LFS, "spec.md").
_POINTER: Final = 1_024
#: Digits of the name of an object that is made with SHA-1.
_SHA1_DIGITS: Final = 40


class _Entry(Struct, frozen=True):
    """A file in the tree of a revision."""

    path: str
    mode: str
    id: str
    """The name of its object."""


def changed_since(revision: str, folder: Path) -> tuple[set[str], set[str]]:
    """Paths below ``folder`` that differ from a revision or are new, and those that were deleted.

    Files are compared by their bytes; line ends that differ make no change, nor does a file whose pointer of Git LFS the
    revision keeps. Raises ``UsageError`` for an unknown revision, or where git can't be run.
    """
    repository, commit = _resolved(revision, folder)
    entries = _tree(repository, commit)
    gone = {e.path for e in entries if not os.path.lexists(repository.folder / e.path)}
    differs = [e for e in entries if e.path not in gone and not _is_same(e, repository.folder / e.path)]
    listing = list_paths([repository.folder])
    known = {e.path for e in entries}
    listed = [*(item.path for item in listing.found), *(failure.path for failure in listing.failures)]
    new = {path for path in listed if path not in known}
    with repository.contents() as contents:
        stored = _sizes(repository, differs)
        changed = {
            e.path
            for e in differs
            if stored.get(e.id, 0) > _POINTER or not _is_pointer_to(contents, e, repository.folder / e.path)
        }
    return changed | new, gone


def list_revision(revision: str, folder: Path, contents: Contents, include: tuple[str, ...] = ()) -> Listing:
    """The files below ``folder`` at a revision, without our own and hidden ones; ``contents`` loads them.

    Hidden files that are documents in dot folders, or that ``include`` names, are among them. Raises ``UsageError`` for
    an unknown revision, an object that is missing, or where git can't be run.
    """
    repository, commit = _resolved(revision, folder)
    entries = [e for e in _tree(repository, commit) if e.mode in _FILES]
    included, documents = Included(include), readable([e.path for e in entries])
    read = [e for e in entries if _is_read(e.path, documents, included)]
    sizes = _sizes(repository, read)
    if missing := next((e.path for e in read if e.id not in sizes), None):
        raise UsageError(f"{folder}: git lacks the content of {missing} at {revision!r}; fetch it first")
    found = tuple(Found(path=e.path, load=partial(_loaded, contents, e, sizes[e.id])) for e in read)
    return Listing(root="", found=found, site_files=site_files_among(found))


def contents_of(folder: Path) -> Contents:
    """The contents of the repository that a folder is in; it has to be closed. Raises ``UsageError``."""
    return find_repository(folder).contents()


def is_revision(revision: str, folder: Path) -> bool:
    """Whether git knows a commit by this name."""
    try:
        _resolved(revision, folder)
    except UsageError:
        return False
    return True


def _resolved(revision: str, folder: Path) -> tuple[Repository, str]:
    """The repository, and the hash of a revision's commit. Raises ``UsageError`` for an unknown one."""
    if revision.startswith("-"):
        raise UsageError(f"{revision!r} is no revision")
    repository = find_repository(folder)
    try:
        commit = repository.ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except UsageError:
        shallow = repository.ask("rev-parse", "--is-shallow-repository").strip() == b"true"
        hint = "; this clone is shallow: `git fetch --unshallow`, or `fetch-depth: 0` in CI" if shallow else ""
        raise UsageError(f"git knows no commit {revision!r} here{hint}") from None
    return repository, commit.decode("ascii", "replace").strip()


def _tree(repository: Repository, commit: str) -> list[_Entry]:
    """The entries below the folder, by path. Raises ``UsageError`` for a path that no work tree can hold."""
    listed = repository.ask("ls-tree", "-r", "-z", "--full-tree", f"{commit}:{repository.prefix}").split(b"\0")
    entries = []
    for line in filter(None, listed):
        what, _, name = line.partition(b"\t")
        mode, _, identity = what.decode("ascii", "replace").split()[:3]
        path = name.decode("utf-8", "surrogateescape")
        if not {"", ".", "..", ".git"}.isdisjoint(path.split("/")):
            raise UsageError(f"{repository.folder}: the revision has a path that no folder can hold: {path!r}")
        entries.append(_Entry(path, mode, identity))
    return sorted((e for e in entries if e.mode in (*_FILES, _LINK)), key=lambda e: e.path)


def _is_read(path: str, documents: set[str], included: Included) -> bool:
    parts = path.split("/")
    hidden = any(part.startswith(".") for part in parts) or parts[-1].startswith(OWNER_FILE)
    return (not hidden or path in documents or included.has(path)) and path.rpartition("/")[2] not in OUR_OWN


def _sizes(repository: Repository, entries: list[_Entry]) -> dict[str, int]:
    """The size of each entry's object in bytes, by its name; a missing object is left out."""
    names = dict.fromkeys(e.id for e in entries)
    answer = repository.ask("cat-file", "--batch-check", given="".join(f"{name}\n" for name in names).encode())
    lines = (line.split() for line in answer.decode("ascii", "replace").splitlines())
    return {name: int(size) for name, *_, size in lines if size.isdigit()}


def _loaded(contents: Contents, entry: _Entry, size: int) -> bytes:
    if size > SIZE_LIMIT:
        raise Unreadable(f"{size:,} bytes; at most {SIZE_LIMIT:,} are read")
    return contents.load(entry.id)


def _is_same(entry: _Entry, path: Path) -> bool:
    """Whether a file or link has the content that the tree has, but for the ends of its lines."""
    try:
        is_link = stat.S_ISLNK(path.lstat().st_mode)
        if is_link or entry.mode == _LINK:
            return is_link and entry.mode == _LINK and _name_of(os.fsencode(os.readlink(path)), entry) == entry.id
        content = read_bytes(path)
    except (OSError, Unreadable):
        return False
    return entry.id in {_name_of(content, entry), _name_of(content.replace(b"\r\n", b"\n"), entry)}


def _name_of(content: bytes, entry: _Entry) -> str:
    """The name that git gives an object with this content (Pro Git, "Git Objects")."""
    stored = b"blob %d\0%s" % (len(content), content)
    made = sha1(stored, usedforsecurity=False) if len(entry.id) == _SHA1_DIGITS else sha256(stored)
    return made.hexdigest()


def _is_pointer_to(contents: Contents, entry: _Entry, path: Path) -> bool:
    """Whether the revision keeps a pointer of Git LFS to the content of a file."""
    try:
        pointer = contents.load(entry.id)
        if b"\noid sha256:" not in pointer:
            return False
        return b"\noid sha256:" + sha256(read_bytes(path)).hexdigest().encode() + b"\n" in pointer
    except Unreadable:
        return False
