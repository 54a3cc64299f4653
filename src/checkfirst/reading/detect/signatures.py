"""Types that magic bytes and the members of packages give away."""

import io
import zipfile

from checkfirst.reading.format_table import OLE, OPEN, PRESENTATION, SPREADSHEET, WORDPROCESSING

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
    (0, b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (0, b"PAR1", "application/vnd.apache.parquet"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"OggS", "audio/ogg"),
    (0, b"fLaC", "audio/flac"),
    (4, b"ftyp", "video/mp4"),
    (0, b"\x1aE\xdf\xa3", "video/x-matroska"),
    (0, b"wOFF", "font/woff"),
    (0, b"wOF2", "font/woff2"),
    (0, b"{\\rtf", "application/rtf"),
)
#: Two or three bytes of magic are ordinary text too often ("BM", "MZ"): these also need a NUL near.
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

#: Types that a package may say it has.
_PACKAGES = (*(f"{OPEN}{what}" for what in ("text", "presentation", "spreadsheet")), "application/epub+zip")
#: Bytes at the start, and at the end of a PDF, that are looked at.
_HEAD, _TAIL = 1_024, 2_048
#: The end record of a ZIP with its longest comment (APPNOTE.TXT, section 4.3.16).
_LONGEST_END = 22 + 65_535
#: Bytes of the longest media type that a package may declare, and members whose names are looked at.
_LONGEST_TYPE, _NAMES = 200, 2_000
#: Share of NUL in the start from which a file is no text. Not measured.
_BINARY_NULS = 0.1
#: Share of NUL among every other byte from which a text is UTF-16, and how many times fewer the others must have.
#: Not measured.
_MANY_NULS, _NULS_APART = 0.4, 4
#: Members of an archive from which its list is not looked at here.
MEMBERS = 10_000
_ZIP_MEMBERS: tuple[tuple[str, str], ...] = (
    ("word/", WORDPROCESSING),
    ("ppt/", PRESENTATION),
    ("xl/", SPREADSHEET),
    ("META-INF/MANIFEST.MF", "application/java-archive"),
)
#: What stands for the type of an archive that can't be opened.
BROKEN_ZIP = "application/zip; broken"


def also_archive(data: bytes) -> bool:
    """Whether bytes that begin as something else end as a ZIP archive: two readers see two files in them.

    The end record must end the file (APPNOTE.TXT, section 4.3.16), as it does not in a PDF with attachments.
    """
    if data.startswith(b"PK"):
        return False
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - _LONGEST_END))
    comment = int.from_bytes(data[end + 20 : end + 22], "little")
    return end > 0 and end + 22 + comment == len(data) and b"PK\x01\x02" in data


def binary_type(data: bytes) -> str | None:
    head = data[:_HEAD]
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_type(data)
    if b"%PDF-" in head and (head.startswith(b"%PDF-") or (b"%%EOF" in data[-_TAIL:] and b" obj" in data)):
        # Readers look for the header in the first kilobyte (ISO 32000-1, appendix H, note 13).
        return "application/pdf"
    for offset, magic, media_type in _MAGIC:
        if head[offset : offset + len(magic)] == magic and (
            magic not in _SHORT_MAGIC or b"\0" in head or not _is_text(head)
        ):
            return media_type
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or not head:
        return None
    if head.startswith(b"RIFF") and head[8:12] in {b"WEBP", b"WAVE", b"AVI "}:
        return "image/webp" if head[8:12] == b"WEBP" else "audio/x-riff"
    nuls = head.count(0)
    if nuls > _BINARY_NULS * len(head) and not looks_utf16(head):
        return "application/octet-stream"
    return None


def _declared_package(archive: zipfile.ZipFile, names: list[str]) -> str | None:
    """The type that an OpenDocument or EPUB package says it has, if it has what such a package is made of."""
    if "mimetype" not in names or archive.getinfo("mimetype").file_size > _LONGEST_TYPE:
        return None
    said = archive.read("mimetype").decode("ascii", "replace").strip()
    return said if said in _PACKAGES and not {"content.xml", "META-INF/container.xml"}.isdisjoint(names) else None


def _members_said(data: bytes) -> int:
    """How many members the end record says that there are."""
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - _LONGEST_END))
    return int.from_bytes(data[end + 10 : end + 12], "little") if end >= 0 else 0


def looks_utf16(head: bytes) -> bool:
    pairs = len(head) // 2
    return pairs > 0 and max(head[0::2].count(0), head[1::2].count(0)) > _MANY_NULS * pairs > _NULS_APART * min(
        head[0::2].count(0), head[1::2].count(0)
    )


def _is_text(head: bytes) -> bool:
    """Whether bytes are letters and line ends alone."""
    return not any(byte < 9 or 13 < byte < 32 for byte in head) and b"\xff" not in head


def _zip_type(data: bytes) -> str:
    if _members_said(data) > MEMBERS:
        # Its list alone would fill the memory; its reader says so, within its limits.
        return BROKEN_ZIP
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()[:_NAMES]
            if said := _declared_package(archive, names):
                return said
    except Exception:  # a damaged or hostile archive is still an archive
        return BROKEN_ZIP
    return next(
        (media for member, media in _ZIP_MEMBERS if any(n.startswith(member) for n in names)), "application/zip"
    )
