"""Archives (ZIP, TAR, and single packed files): the members are kept in memory, within limits; no file is written."""

import bz2
import gzip
import io
import lzma
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePosixPath
from typing import IO, Final

from checkfirst.model.formats import Trait
from checkfirst.reading.binary.zip_package import EXPANDED, MEMBERS, RATIO, Package
from checkfirst.reading.formats import named
from checkfirst.reading.parsed import Damaged, Encrypted, LimitExceeded, ReadingError, Structure

#: Levels of archives inside archives that are opened. Not measured.
DEPTH: Final = 3
#: Bytes up to which a packed file may expand by more than ``RATIO``. Not measured.
_SMALL: Final = 1024 * 1024
#: Bytes unpacked at a time.
_CHUNK: Final = 256 * 1024
#: Bits by which the Unix mode is shifted in a ZIP member's external attributes (Info-ZIP).
_UNIX_MODE: Final = 16
#: Global fields of a TAR archive (POSIX, pax), each of which every member has a copy of; programs write one or two. Not
#: measured.
_MOST_GLOBAL: Final = 100
#: Bytes of the first header of a TAR archive (POSIX, pax, ustar interchange format).
_TAR_HEADER: Final = 512
#: The suffix of the unpacked file, for suffixes that name two formats at once.
_NAME_AFTER: Final = {".tgz": ".tar", ".tbz2": ".tar", ".txz": ".tar"}


@dataclass(slots=True)
class Members:
    """The members of an archive, by their paths inside it."""

    files: dict[str, bytes] = field(default_factory=dict)
    refused: list[tuple[str, str]] = field(default_factory=list)
    """Members that are not read, each with the reason."""
    hidden: list[str] = field(default_factory=list)
    """Hidden files, which are not read."""
    left: int = EXPANDED
    """Bytes that may still be unpacked."""
    exceeded: bool = False
    """Whether a member was too large to be unpacked."""
    locked: bool = False
    """Whether a member is locked with a password."""
    too_deep: bool = False
    """Whether an archive is inside more archives than are opened."""

    def take(self, name: str, data: bytes) -> None:
        """Keep a member; a second one of the same name is refused. Raises ``LimitExceeded`` for too many members."""
        if name in self.files:
            self.refused.append((name, "a second file of this name in the archive"))
            return
        if len(self.files) >= MEMBERS:
            raise LimitExceeded(f"more than {MEMBERS:,} files; no more are read")
        self.files[name] = data


def is_archive(name: str) -> bool:
    """Whether a file's suffix declares an archive whose members are read."""
    spec = named(name)
    return spec is not None and Trait.ARCHIVE in spec.traits


def read_archive(data: bytes) -> Structure:
    """An empty structure, if the archive can be opened. Raises the errors of ``unpack``."""
    unpack(data)
    return Structure(text="")


def unpack(data: bytes, name: str = "") -> Members:
    """The members of an archive and of archives inside it; ``name`` names a packed single file.

    Raises ``Damaged``, ``Encrypted`` or ``LimitExceeded`` if none can be read. The limits hold for all members together.
    """
    members = Members()
    _unpack(data, name, "", 1, members)
    if not members.files:
        if members.locked:
            raise Encrypted("the archive is locked with a password")
        if members.exceeded:
            raise LimitExceeded(members.refused[0][1])
        if members.too_deep:
            raise LimitExceeded(_TOO_DEEP)
        if not members.hidden:
            raise Damaged(members.refused[0][1] if members.refused else "an archive without files")
    return members


#: Characters and folders of the longest path of a member that is read, and characters of a longer one that are shown:
#: each folder is a path of its own, so that a few long paths would fill the memory. Not measured.
_LONGEST_PATH, _DEEPEST, _SHOWN = 1_024, 100, 200
_TOO_LONG: Final = f"its path has more than {_LONGEST_PATH:,} characters or {_DEEPEST} folders"
_TOO_DEEP: Final = f"archives inside archives are opened {DEPTH} deep, and no deeper"


def _unpack(data: bytes, name: str, above: str, depth: int, into: Members) -> None:
    for path, load in _entries(data, name, into):
        safe = _inside(path)
        if safe is None:
            into.refused.append((above + path.lstrip("/\\"), "its name leads out of the archive"))
            continue
        if len(above + safe) > _LONGEST_PATH or safe.count("/") > _DEEPEST:
            into.refused.append((f"{above}{safe[:_SHOWN]}…", _TOO_LONG))
            into.exceeded = True
            continue
        if _is_hidden(safe):
            into.hidden.append(above + safe)
            continue
        try:
            content = load()
        except LimitExceeded as error:
            into.refused.append((above + safe, str(error)))
            into.exceeded = True
        except Encrypted:
            into.refused.append((above + safe, "locked with a password"))
            into.locked = True
        except Damaged as error:
            into.refused.append((above + safe, str(error)))
        else:
            _keep(above + safe, content, depth, into)


def _keep(path: str, content: bytes, depth: int, into: Members) -> None:
    """Keep a member, or the members of one that is an archive itself."""
    if not is_archive(path):
        into.take(path, content)
    elif depth >= DEPTH:
        into.refused.append((path, _TOO_DEEP))
        into.too_deep = True
    else:
        try:
            _unpack(content, path, f"{path}/", depth + 1, into)
        except LimitExceeded as error:
            into.refused.append((path, str(error)))
            into.exceeded = True
        except ReadingError as error:
            into.refused.append((path, str(error)))


#: A member's name as stored, and a function that reads it.
Entry = tuple[str, Callable[[], bytes]]


def _entries(data: bytes, name: str, members: Members) -> Iterator[Entry]:
    """The files of one archive. Raises ``Damaged``."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        yield from _zip_entries(data, members)
        return
    plain = _inflated(data, members)
    if _is_tar(plain):
        yield from _tar_entries(plain, members)
    elif plain is not data:
        yield _name_inside(name), partial(bytes, plain)
    else:
        raise Damaged("neither a ZIP nor a TAR archive, nor a packed file")


def _zip_entries(data: bytes, members: Members) -> Iterator[Entry]:
    package = Package(data)
    for member in package.archive.infolist():
        # zipfile's own test fails for a member without a name.
        if member.filename.endswith("/"):
            continue
        if not member.filename:
            members.refused.append(("", "a member of an archive without a name"))
        elif stat.S_ISLNK(member.external_attr >> _UNIX_MODE):
            members.refused.append((member.filename, "a symbolic link in an archive; not followed"))
        else:
            yield member.filename, partial(_zip_member, package, member, members)


def _zip_member(package: Package, member: zipfile.ZipInfo, members: Members) -> bytes:
    package.left = members.left
    content = package.read(member)
    members.left = package.left
    return content


def _is_tar(data: bytes) -> bool:
    try:
        return bool(data) and bool(tarfile.TarInfo.frombuf(data[:_TAR_HEADER], "utf-8", "surrogateescape"))
    except (tarfile.TarError, ValueError):
        return False


def _tar_entries(data: bytes, members: Members) -> Iterator[Entry]:
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:", errors="replace") as archive:
            for member in archive:
                if len(archive.pax_headers) > _MOST_GLOBAL:
                    raise LimitExceeded(f"more than {_MOST_GLOBAL} global fields")
                if member.isdir():
                    continue
                if not member.isfile():
                    members.refused.append((member.name, "a link or device in an archive; not followed"))
                elif (file := archive.extractfile(member)) is not None:
                    # The declared size of a sparse file may be far larger than what is stored.
                    content = file.read(members.left + 1)
                    _spend(len(content), members)
                    yield member.name, partial(bytes, content)
    except (tarfile.TarError, ValueError, EOFError, OSError) as error:
        raise Damaged(f"the TAR archive breaks off: {error}") from None


def _inflated(data: bytes, members: Members) -> bytes:
    """The content of a gzip, bzip2 or xz stream; other data unchanged. Raises ``Damaged`` and ``LimitExceeded``."""
    opener = next((opener for magic, opener in _OPENERS.items() if data.startswith(magic)), None)
    if opener is None:
        return data
    most = min(members.left, max(_SMALL, RATIO * len(data)))
    chunks, size = [], 0
    try:
        with opener(io.BytesIO(data)) as opened:
            while chunk := opened.read(_CHUNK):
                size += len(chunk)
                if size > most:
                    raise LimitExceeded(f"grows beyond {most:,} bytes when unpacked")
                chunks.append(chunk)
    except (OSError, EOFError, zlib.error, lzma.LZMAError, ValueError) as error:
        raise Damaged(f"the packed stream breaks off: {error}") from None
    return b"".join(chunks)


_OPENERS: Final[dict[bytes, Callable[[IO[bytes]], gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile]]] = {
    b"\x1f\x8b": lambda file: gzip.GzipFile(fileobj=file),
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ\x00": lzma.LZMAFile,
}


def _spend(size: int, members: Members) -> None:
    members.left -= size
    if members.left < 0:
        raise LimitExceeded(f"grows beyond {EXPANDED:,} bytes when unpacked")


def _name_inside(name: str) -> str:
    """The name of a packed single file: that of the archive without its suffix."""
    path = PurePosixPath(name)
    return path.stem + _NAME_AFTER.get(path.suffix.lower(), "") if path.name else "file"


def _inside(name: str) -> str | None:
    """A member's normalized path; ``None`` for one that leads out of the archive."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in {"", "."}]
    leads_out = name.startswith(("/", "\\")) or ".." in parts or (parts and parts[0].endswith(":"))
    return "/".join(parts) if parts and not leads_out else None


def _is_hidden(path: str) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in path.split("/"))
