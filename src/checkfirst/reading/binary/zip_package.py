"""Zip packages of Office, OpenDocument and EPUB: members are read with caps, nothing is written anywhere."""

import io
import lzma
import posixpath
import zipfile
import zlib
from typing import Final
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from checkfirst.reading.parsed import Damaged, Encrypted, LimitExceeded

#: Bytes of all members together, how far one member may be blown up, and members of one package.
EXPANDED: Final = 100 * 1024 * 1024
RATIO: Final = 100
MEMBERS: Final = 10_000
#: Begins an Office document that is locked with a password: not a zip any more.
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: Small members may be blown up more: an empty sheet is nearly nothing when packed.
_SMALL: Final = 1024 * 1024
_CHUNK: Final = 256 * 1024
#: Bytes of one XML part: its tree takes some ten times as much.
XML: Final = 40 * 1024 * 1024
#: What ``zipfile`` and the unpackers below it raise on archives that are broken, odd or of a method they don't know.
_DAMAGE: Final = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, ValueError, OSError, EOFError, RuntimeError)


class Package:
    """The members of one zip, read on demand. Raises ``Damaged``, ``Encrypted`` and ``LimitExceeded``."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLE):
            raise Encrypted("the document is locked with a password")
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE as error:
            raise Damaged(f"no readable zip archive: {error}") from None
        members = self.archive.infolist()
        if len(members) > MEMBERS:
            raise LimitExceeded(f"{len(members):,} members; at most {MEMBERS:,} are read")
        self.members = {member.filename: member for member in members}
        self.left = EXPANDED

    def __contains__(self, name: str) -> bool:
        return name in self.members

    def names(self, prefix: str = "", suffix: str = "") -> list[str]:
        """Members by the beginning and end of their names, in the order of their numbers."""
        found = [name for name in self.members if name.startswith(prefix) and name.endswith(suffix)]
        return sorted(found, key=lambda name: (len(name), name))

    def read(self, name: str | zipfile.ZipInfo) -> bytes:
        """One member. The sizes that the archive declares are not believed: bytes are counted as they come."""
        member = self.members.get(name) if isinstance(name, str) else name
        if member is None:
            raise Damaged(f"{name} is not there")
        name = member.filename
        if member.flag_bits & 1:
            raise Encrypted("the archive is encrypted")
        most = min(self.left, max(_SMALL, RATIO * max(member.compress_size, 1)))
        chunks, size = [], 0
        try:
            with self.archive.open(member) as file:
                while chunk := file.read(_CHUNK):
                    size += len(chunk)
                    if size > most:
                        raise LimitExceeded(f"{name} grows beyond {most:,} bytes when unpacked")
                    chunks.append(chunk)
        except _DAMAGE as error:
            raise Damaged(f"{name}: {error}") from None
        self.left -= size
        return b"".join(chunks)

    def xml(self, name: str) -> Element:
        """One member as XML, without document types and entities."""
        data = self.read(name)
        if len(data) > XML:
            raise LimitExceeded(f"{name} has {len(data):,} bytes of XML; at most {XML:,} are read")
        return parse_xml(data, name)

    def relations(self, part: str) -> dict[str, str]:
        """Targets by their ids: what a part of an Office package refers to."""
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


def parse_xml(data: bytes, name: str) -> Element:
    """A tree, or ``Damaged`` for what is no XML or has a document type."""
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException:
        raise Damaged(f"{name} has a document type or entities, which no office program writes") from None
    except (ParseError, ValueError, LookupError, RecursionError) as error:
        raise Damaged(f"{name}: {error}") from None
    return root


def local(element: Element) -> str:
    """An element's name without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """An attribute by its name without namespace; empty where there is none."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return value
    return ""
