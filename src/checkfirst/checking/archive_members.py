"""Archives of a listing replaced by their members: each is a document, named by the archive's path and its own."""

import hashlib
from collections.abc import Callable
from functools import partial
from posixpath import dirname

from msgspec.structs import replace

from checkfirst.model.finding import Failure, Stage
from checkfirst.model.formats import Trait
from checkfirst.model.report import Skipped, SkipReason
from checkfirst.reading.binary.archive import Members, is_archive
from checkfirst.reading.parsed import ReadingError
from checkfirst.sources.interface import Found, Listing, Unreadable

_CHANGED = "the archive changed while it was checked; check again"


def with_archive_members(listing: Listing) -> Listing:
    """The listing with the members of its archives. An archive that can't be opened stays; reading it reports why."""
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
        digest, opened = members
        paths = [f"{item.path}/{name}" for name in opened.files]
        found += [
            Found(path=path, load=partial(_load, item.path, item.load, digest, name))
            for path, name in zip(paths, opened.files, strict=True)
        ]
        files = "1 file is" if len(paths) == 1 else f"{len(paths)} files are"
        skipped.append(Skipped(path=item.path, why=SkipReason.ARCHIVE, detail=f"its {files} checked one by one"))
        skipped += [Skipped(path=f"{item.path}/{name}", why=SkipReason.HIDDEN) for name in opened.hidden]
        failures += [
            Failure(path=f"{item.path}/{name}", stage=Stage.SOURCES, reason=why) for name, why in opened.refused
        ]
        folders |= {item.path, *(folder for path in paths for folder in _folders_of(path, item.path))}
    return replace(
        listing,
        found=tuple(sorted(found, key=lambda f: f.path)),
        skipped=tuple(sorted(skipped, key=lambda s: s.path)),
        failures=tuple(sorted(failures, key=lambda f: f.path)),
        folders=tuple(sorted(folders)),
    )


def _members_of(item: Found) -> tuple[str, Members] | None:
    """The SHA-256 and the members of an archive; ``None`` for another type of file, or where it can't be opened."""
    try:
        from checkfirst.reading.detect.identify import identify

        data = item.load()
        if Trait.ARCHIVE not in identify(item.path, data).spec.traits:
            # Word documents and EPUB books are ZIP files, too, and are read as documents.
            return None
        digest = hashlib.sha256(data).hexdigest()
        return digest, _opened(item.path, digest, data)
    except (Unreadable, ReadingError):
        return None


#: The members of the archive opened last, by its path and SHA-256. Members are checked in the order of their paths, so
#: one archive is enough.
_LAST: dict[tuple[str, str], Members] = {}


def _opened(path: str, digest: str, data: bytes) -> Members:
    from checkfirst.reading.sandbox.client import unpack_isolated

    _LAST.clear()
    members = unpack_isolated(path, data)
    _LAST[path, digest] = members
    return members


def _load(path: str, load: Callable[[], bytes], digest: str, name: str) -> bytes:
    """The bytes of one member. Opens the archive again if another one was opened since. Raises ``Unreadable``."""
    members = _LAST.get((path, digest))
    if members is None:
        data = load()
        if hashlib.sha256(data).hexdigest() != digest:
            raise Unreadable(_CHANGED)
        try:
            members = _opened(path, digest, data)
        except ReadingError as error:
            raise Unreadable(str(error)) from None
    return members.files[name]


def _folders_of(member: str, archive: str) -> list[str]:
    """The folders between an archive and a member."""
    folders = []
    folder = dirname(member)
    while len(folder) > len(archive):
        folders.append(folder)
        folder = dirname(folder)
    return folders
