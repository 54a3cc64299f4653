"""ZIP packages of Office, OpenDocument and EPUB: members are read within limits; no file is written."""

import bz2
import io
import lzma
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, Final
from xml.etree.ElementTree import Element

from checkfirst.reading.binary.xml_source import XmlSource
from checkfirst.reading.binary.xml_stream import Streamed, streamed
from checkfirst.reading.parsed import Damaged, Encrypted, LimitExceeded

#: Bytes of all members together, the factor by which one may expand, and members of one package. Not measured.
EXPANDED: Final = 100 * 1024 * 1024
RATIO: Final = 100
MEMBERS: Final = 10_000
#: The first bytes of an encrypted Office document, which is an OLE file (MS-OFFCRYPTO, section 2.3).
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: Bytes up to which a member may expand by more than ``RATIO``: empty sheets do. Not measured.
_SMALL: Final = 1024 * 1024
#: Bytes read at a time.
_CHUNK: Final = 64 * 1024
#: The flag of an encrypted member (APPNOTE.TXT, section 4.4.4).
_ENCRYPTED_FLAG: Final = 1
#: Bytes of the header before a member's name, and the offsets of the lengths of its name and its extra field in it
#: (APPNOTE.TXT, section 4.3.7).
_LOCAL_HEADER: Final = 30
_LENGTHS_AT: Final = (26, 28)
#: What ``zipfile`` and the decompressors raise for archives that are broken or use an unknown method.
_DAMAGE: Final = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, ValueError, OSError, EOFError, RuntimeError)


#: The relations of a package as a whole.
_RELATIONS: Final = "_rels/.rels"


class Package:
    """The members of one ZIP archive, read on demand. Raises ``Damaged``, ``Encrypted`` and ``LimitExceeded``."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLE):
            raise Encrypted("the document is locked with a password")
        self.data = data
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE as error:
            raise Damaged(f"no readable zip archive: {error}") from None
        members = self.archive.infolist()
        if len(members) > MEMBERS:
            raise LimitExceeded(f"{len(members):,} members; at most {MEMBERS:,} are read")
        self.members = {member.filename: member for member in members}
        self.left = EXPANDED
        self.cut: list[str] = []
        """What of XML members was too large and not read."""

    def __contains__(self, name: str) -> bool:
        return name in self.members

    def names(self, prefix: str = "", suffix: str = "") -> list[str]:
        """The names of members with this beginning and end, sorted by length first: ``slide2`` before ``slide10``."""
        found = [name for name in self.members if name.startswith(prefix) and name.endswith(suffix)]
        return sorted(found, key=lambda name: (len(name), name))

    def read(self, name: str | zipfile.ZipInfo) -> bytes:
        """The content of one member."""
        return b"".join(self.pieces(name))

    def start(self, name: str, size: int) -> bytes:
        """The content of one member; of one with more than ``size`` bytes some more than these."""
        found = bytearray()
        for piece in self.pieces(name):
            found += piece
            if len(found) > size:
                break
        return bytes(found)

    def pieces(self, name: str | zipfile.ZipInfo) -> Iterator[bytes]:
        """The content of one member in pieces. Bytes are counted as they are read, since the declared sizes may be wrong."""
        member = self.members.get(name) if isinstance(name, str) else name
        if member is None:
            raise Damaged(f"{name} is not there")
        name = member.filename
        if member.flag_bits & _ENCRYPTED_FLAG:
            raise Encrypted("the archive is encrypted")
        most, size = min(self.left, max(_SMALL, RATIO * max(member.compress_size, 1))), 0
        try:
            with self._opened(member) as file:
                while chunk := file.read(_CHUNK):
                    size += len(chunk)
                    if size > most:
                        raise LimitExceeded(f"{name} grows beyond {most:,} bytes when unpacked")
                    yield chunk
        except _DAMAGE as error:
            raise Damaged(f"{name}: {error}") from None
        self.left -= size

    def _opened(self, member: zipfile.ZipInfo) -> IO[bytes]:
        """The unpacked content of a member, of which no more is unpacked than is read.

        ``zipfile`` unpacks bzip2 by blocks of what is packed, and one of them may hold gigabytes.
        """
        if member.compress_type != zipfile.ZIP_BZIP2:
            return self.archive.open(member)
        header = self.data[member.header_offset : member.header_offset + _LOCAL_HEADER]
        lengths = (int.from_bytes(header[at : at + 2], "little") for at in _LENGTHS_AT)
        first = member.header_offset + _LOCAL_HEADER + sum(lengths)
        return bz2.BZ2File(io.BytesIO(self.data[first : first + member.compress_size]))

    def stream(self, name: str) -> Streamed:
        """The root element of an XML member, to be read element by element. A document type raises ``Damaged``."""

        def left_out(what: str) -> None:
            self.cut.append(f"{what} of {posixpath.basename(name)}")

        return streamed(XmlSource(name, self.pieces(name), left_out))

    def xml(self, name: str) -> Element:
        """The root element of an XML member with all that is in it, of a very large one with the beginning."""
        return self.stream(name).whole()

    def main_part(self, usual: str) -> str:
        """The member with the main text: ``usual``, or what the package's relation says (ISO/IEC 29500-2, section 8.5;
        ISO/IEC 29500-1, section 9.1.4). Word for the web names it ``word/document2.xml``."""
        if usual in self or _RELATIONS not in self:
            return usual
        for relation in self.xml(_RELATIONS):
            target = posixpath.normpath(relation.get("Target", "").lstrip("/"))
            if relation.get("Type", "").endswith("/officeDocument") and target in self:
                return target
        return usual

    def relations(self, part: str) -> dict[str, str]:
        """The targets of a member's relations by their ids: members, or addresses outside the package."""
        folder, name = posixpath.split(part)
        rels = f"{folder}/_rels/{name}.rels".lstrip("/")
        if rels not in self:
            return {}
        found = {}
        for relation in self.xml(rels):
            target = relation.get("Target", "")
            if relation.get("TargetMode") != "External":
                target = (
                    posixpath.normpath(posixpath.join(folder, target)) if not target.startswith("/") else target[1:]
                )
            found[relation.get("Id", "")] = target
        return found
