"""Binary types by magic bytes, and packages by their members."""

import io
import zipfile

from checkfirst.model.formats import PDF
from checkfirst.reading.format_table import OLE, OPEN, PRESENTATION, SPREADSHEET, WORDPROCESSING

#: Offset, magic bytes and media type.
_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF8", "image/gif"),
    (0, b"BM", "image/bmp"),
    (0, b"\x00\x00\x01\x00", "image/x-icon"),
    (0, b"\x1f\x8b", "application/gzip"),
    (0, b"BZh", "application/x-bzip2"),
    (0, b"\xfd7zXZ\x00", "application/x-xz"),
    (0, b"\x28\xb5\x2f\xfd", "application/zstd"),
    (0, b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (0, b"Rar!\x1a\x07", "application/vnd.rar"),
    (257, b"ustar", "application/x-tar"),
    (0, b"\x7fELF", "application/x-executable"),
    (0, b"MZ", "application/x-executable"),
    (0, b"\xca\xfe\xba\xbe", "application/java-vm"),
    (0, b"\x00asm", "application/wasm"),
    # Objects that Java wrote (Object Serialization Stream Protocol, section 6.4.2).
    (0, b"\xac\xed\x00\x05", "application/octet-stream"),
    (0, b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (0, b"PAR1", "application/vnd.apache.parquet"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"OggS", "audio/ogg"),
    (0, b"fLaC", "audio/flac"),
    (4, b"ftyp", "video/mp4"),
    (0, b"\x1aE\xdf\xa3", "video/x-matroska"),
    (0, b"OTTO\x00", "application/octet-stream"),
    (0, b"\x00\x01\x00\x00\x00", "application/octet-stream"),
    (0, b"wOFF", "font/woff"),
    (0, b"wOF2", "font/woff2"),
    (0, b"{\\rtf", "application/rtf"),
)
#: Magic bytes that occur in ordinary text ("BM", "MZ"): these types also need a byte that no text has.
_SHORT_MAGIC = {
    b"BM",
    b"MZ",
    b"ID3",
    b"GIF8",
    b"BZh",
    b"PAR1",
    b"ftyp",
    b"OggS",
    b"fLaC",
    b"wOFF",
    b"wOF2",
    b"Rar!\x1a\x07",
}

#: Those that do not begin a file; and all that a file may have, by its first byte.
_MAGIC_INSIDE = tuple(entry for entry in _MAGIC if entry[0] > 0)
_MAGIC_BY_FIRST = {
    first: tuple(entry for entry in _MAGIC if entry[0] > 0 or entry[1].startswith(first))
    for first in {magic[:1] for offset, magic, _ in _MAGIC if offset == 0}
}

#: The form type of a RIFF file, its place in the file, and the media types (Multimedia Programming Interface 1.0, RIFF).
_RIFF_FORM = slice(8, 12)
_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/x-riff", b"AVI ": "audio/x-riff"}
#: Bytes that no text has: control characters other than tab, line feed, vertical tab, form feed and carriage return.
_NOT_IN_TEXT = frozenset((*range(9), *range(14, 32), 0xFF))
#: Types that a package may declare in its member ``mimetype``.
_PACKAGES = (*(f"{OPEN}{what}" for what in ("text", "presentation", "spreadsheet")), "application/epub+zip")
#: Bytes searched at the start of any file, and at the end of a PDF for its end-of-file marker. Not measured.
_HEAD, _TAIL = 1_024, 2_048
#: Bytes of the end record of a ZIP without its comment, its longest comment, and the offset of the comment's length
#: (APPNOTE.TXT, section 4.3.16).
_END_RECORD, _LONGEST_COMMENT, _COMMENT_LENGTH_AT = 22, 65_535, 20
#: Bytes of the longest media type that a package may declare, and members whose names are compared. Not measured.
_LONGEST_TYPE, _NAMES = 200, 2_000
#: The list of an OpenDocument package's members (OpenDocument 1.3, part 2, section 3.2), and its most bytes. Not measured.
_MANIFEST, _LONGEST_MANIFEST = "META-INF/manifest.xml", 1_000_000
#: Share of NUL bytes in the start above which a file is binary. Not measured.
_BINARY_NULS = 0.1
#: A text is UTF-16 if more than this share of the even or of the odd bytes is NUL, and so many times fewer of the others.
#: Not measured.
_MANY_NULS, _NULS_APART = 0.4, 4
#: Members of an archive above which its list is not read here; the reader in the sandbox does. Not measured.
MEMBERS = 10_000
#: The beginning of a member's name by which a package is recognized.
_ZIP_MEMBERS: tuple[tuple[str, str], ...] = (
    ("word/", WORDPROCESSING),
    ("ppt/", PRESENTATION),
    ("xl/", SPREADSHEET),
    ("META-INF/MANIFEST.MF", "application/java-archive"),
)
#: A binary type that is not known.
UNKNOWN = "application/octet-stream"
#: Control characters but for white space and escape, and their share of the start above which a file is binary. Not
#: measured.
_CONTROL = tuple(bytes([byte]) for byte in (*range(1, 9), *range(14, 27), *range(28, 32), 127))
_MANY_CONTROL = 0.01
#: Bytes at the start in which such characters are counted.
_LONG_HEAD = 8_000
#: Stands for the type of a ZIP archive that can't be opened.
BROKEN_ZIP = "application/zip; broken"


def also_archive(data: bytes) -> bool:
    """Whether a file of another type is a ZIP archive, too: different programs see different contents.

    The end record must end the file (APPNOTE.TXT, section 4.3.16); that of a ZIP attached to a PDF does not.
    """
    if data.startswith(b"PK"):
        return False
    end = _end_record(data)
    comment = int.from_bytes(data[end + _COMMENT_LENGTH_AT : end + _END_RECORD], "little")
    return end > 0 and end + _END_RECORD + comment == len(data) and b"PK\x01\x02" in data


def _end_record(data: bytes) -> int:
    """The offset of a ZIP archive's end record; -1 if there is none."""
    return data.rfind(b"PK\x05\x06", max(0, len(data) - _END_RECORD - _LONGEST_COMMENT))


def binary_type(data: bytes) -> str | None:
    """The type of a binary file; ``None`` for a text."""
    head = data[:_HEAD]
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_type(data)
    if b"%PDF-" in head and (head.startswith(b"%PDF-") or (b"%%EOF" in data[-_TAIL:] and b" obj" in data)):
        # Readers look for the header in the first kilobyte (ISO 32000-1, appendix H, note 13).
        return PDF
    for offset, magic, media_type in _MAGIC_BY_FIRST.get(head[:1], _MAGIC_INSIDE):
        if head[offset : offset + len(magic)] == magic and (
            magic not in _SHORT_MAGIC or b"\0" in head or not _is_text(head)
        ):
            return media_type
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or not head:
        return None
    if head.startswith(b"RIFF") and (riff_type := _RIFF.get(head[_RIFF_FORM])):
        return riff_type
    nuls = head.count(0)
    if nuls > _BINARY_NULS * len(head) and not looks_utf16(head):
        return UNKNOWN
    return None


def has_control_characters(data: bytes) -> bool:
    """Whether bytes under a name that promises no text have characters that no text has.

    One NUL in the first 8,000 bytes is enough, as for Git (``buffer_is_binary``), unless the text is UTF-16.
    """
    head = data[:_LONG_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or looks_utf16(head):
        return False
    return b"\0" in head or sum(map(head.count, _CONTROL)) > _MANY_CONTROL * len(head)


def _declared_package(archive: zipfile.ZipFile, names: list[str]) -> str | None:
    """The type that an OpenDocument or EPUB package declares, if it also has the members of such a package."""
    if "mimetype" not in names:
        return _by_manifest(archive, names)
    declared = _short_member(archive, "mimetype", _LONGEST_TYPE).decode("ascii", "replace").strip()
    has_members = not {"content.xml", "META-INF/container.xml"}.isdisjoint(names)
    return declared if declared in _PACKAGES and has_members else None


def _by_manifest(archive: zipfile.ZipFile, names: list[str]) -> str | None:
    """The type of an OpenDocument package without ``mimetype``, as some programs write it, by its manifest."""
    if not {"content.xml", _MANIFEST}.issubset(names):
        return None
    manifest = _short_member(archive, _MANIFEST, _LONGEST_MANIFEST).decode("utf-8", "replace")
    return next((package for package in _PACKAGES if f'"{package}"' in manifest), None)


def _short_member(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """The content of a member; empty for one above ``most`` bytes, or packed otherwise than in such packages.

    The declared size may be wrong: without a number of bytes, ``zipfile`` unpacks all before it cuts, and of methods
    other than these two it unpacks a block whatever the number.
    """
    member = archive.getinfo(name)
    if member.file_size > most or member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        return b""
    with archive.open(member) as file:
        return file.read(most)


def looks_utf16(head: bytes) -> bool:
    """Whether bytes are UTF-16 without a byte-order mark: every other byte of Latin text is NUL."""
    pairs, even, odd = len(head) // 2, head[0::2].count(0), head[1::2].count(0)
    return pairs > 0 and max(even, odd) > _MANY_NULS * pairs > _NULS_APART * min(even, odd)


def _is_text(head: bytes) -> bool:
    """Whether bytes have no control characters besides white space, and no 0xFF."""
    return not any(byte in _NOT_IN_TEXT for byte in head)


def _zip_type(data: bytes) -> str:
    if data.count(b"PK\x01\x02") > MEMBERS:
        # The list alone could exhaust the memory; the reader in the sandbox has a limit. Headers are counted, since the
        # declared number may be wrong (APPNOTE.TXT, section 4.3.12).
        return BROKEN_ZIP
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()[:_NAMES]
            if declared := _declared_package(archive, names):
                return declared
    except Exception:  # a damaged or hostile archive is still an archive
        return BROKEN_ZIP
    return next(
        (media for member, media in _ZIP_MEMBERS if any(n.startswith(member) for n in names)), "application/zip"
    )
