"""Archives of a listing as sets inside the set: each member is a document of its own, named by its path."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from posixpath import dirname

from checkfirst.model.finding import Failure, Stage
from checkfirst.model.formats import Trait
from checkfirst.model.report import Skipped, SkipReason
from checkfirst.reading.binary.archive import Members, is_archive
from checkfirst.reading.parsed import ReadingError
from checkfirst.sources.interface import Found, Listing, Unreadable

_ANOTHER = "the archive changed while it was checked; check again"


def with_archive_members(listing: Listing) -> Listing:
    """The listing with what is inside its archives. One that can't be opened stays, and its reading says why."""
    if not any(is_archive(item.path) for item in listing.found):
        return listing
    found: list[Found] = []
    skipped, failures = list(listing.skipped), list(listing.failures)
    folders = set(listing.folders)
    for item in listing.found:
        members = _members_of(item) if is_archive(item.path) else None
        if members is None:
            found.append(item)
            continue
        digest, held = members
        inside = [f"{item.path}/{name}" for name in held.files]
        found += [
            Found(path=uri, load=partial(_load, item.path, item.load, digest, name))
            for uri, name in zip(inside, held.files, strict=True)
        ]
        files = "1 file is" if len(inside) == 1 else f"{len(inside)} files are"
        skipped.append(Skipped(path=item.path, why=SkipReason.ARCHIVE, detail=f"its {files} checked one by one"))
        skipped += [Skipped(path=f"{item.path}/{name}", why=SkipReason.HIDDEN) for name in held.hidden]
        failures += [Failure(path=f"{item.path}/{name}", stage=Stage.SOURCES, reason=why) for name, why in held.refused]
        folders |= {item.path, *(folder for uri in inside for folder in _above(uri, item.path))}
    return replace(
        listing,
        found=tuple(sorted(found, key=lambda f: f.path)),
        skipped=tuple(sorted(skipped, key=lambda s: s.path)),
        failures=tuple(sorted(failures, key=lambda f: f.path)),
        folders=tuple(sorted(folders)),
    )


def _members_of(item: Found) -> tuple[str, Members] | None:
    try:
        from checkfirst.reading.detect.identify import identify

        data = item.load()
        if Trait.ARCHIVE not in identify(item.path, data).spec.traits:
            # A Word document or a book is a zip too, and read as what it is.
            return None
        digest = hashlib.sha256(data).hexdigest()
        return digest, _opened(item.path, digest, data)
    except (Unreadable, ReadingError):
        return None


#: The archive that was opened last: members are checked in the order of their names, so it is mostly the right one.
_LAST: dict[tuple[str, str], Members] = {}


def _opened(uri: str, digest: str, data: bytes) -> Members:
    from checkfirst.reading.sandbox.client import unpack_isolated

    _LAST.clear()
    members = unpack_isolated(uri, data)
    _LAST[uri, digest] = members
    return members


def _load(uri: str, load: Callable[[], bytes], digest: str, name: str) -> bytes:
    """One member's bytes; the archive is opened again where another one was opened since."""
    members = _LAST.get((uri, digest))
    if members is None:
        data = load()
        if hashlib.sha256(data).hexdigest() != digest:
            raise Unreadable(_ANOTHER)
        try:
            members = _opened(uri, digest, data)
        except ReadingError as error:
            raise Unreadable(str(error)) from None
    return members.files[name]


def _above(uri: str, archive: str) -> list[str]:
    """The folders between an archive and a member."""
    folders = []
    folder = dirname(uri)
    while len(folder) > len(archive):
        folders.append(folder)
        folder = dirname(folder)
    return folders
