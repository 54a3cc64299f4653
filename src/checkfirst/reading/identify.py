"""What bytes are, by their content; and what a file's name promises."""

import io
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath

from checkfirst.model.document import Format
from checkfirst.reading.formats import READERS
from checkfirst.reading.sniff import has_form, lacks_form, type_by_form
from checkfirst.reading.type_model import TypeModel, shipped_model, tokens_of
from checkfirst.reading.type_names import (
    FORMAT_OF,
    NAMED,
    OLE,
    OPEN,
    PRESENTATION,
    RICH_TEXT,
    SPREADSHEET,
    WORDPROCESSING,
)

_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
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
#: Members of an archive from which its list is not looked at here.
MEMBERS = 10_000
_ZIP_MEMBERS: tuple[tuple[str, str], ...] = (
    ("word/", WORDPROCESSING),
    ("ppt/", PRESENTATION),
    ("xl/", SPREADSHEET),
    ("META-INF/MANIFEST.MF", "application/java-archive"),
)
#: What stands for the type of an archive that can't be opened.
_BROKEN_ZIP = "application/zip; broken"
#: Name of the stream that holds an encrypted Office document (MS-OFFCRYPTO, section 2.3.4.4).
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
#: How much likelier (natural logarithm of odds) another type must be than the one that the name promises.
_TRUST = 4.0
#: How much likelier a type must be than plain text, where the name promises nothing.
_DOUBT = 1.0
#: Bytes below which a text says too little; and too little to deny what its name says.
_FEWEST, _FEWEST_AGAINST_NAME = 24, 160
#: Types that are one and the same to whoever reads them, so that the name may choose.
_ALIKE = (
    {"text/x-diff", "application/mbox"},
    {"text/x-diff", "message/rfc822"},
    {"text/javascript", "text/x-typescript"},
    {"application/mbox", "message/rfc822"},
    {"text/x-vue", "text/html"},
)
#: Bytes of comments before the first element that are passed over.
_LONGEST_COMMENT = 65_536
_PAGE_STARTS = (b"<!doctype html", b"<html", b"<head>", b"<head ", b"<body>", b"<body ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What the bytes are, beside what the name says."""

    format: Format
    media_type: str
    named_format: Format | None
    named_type: str | None


def identify(name: str, data: bytes, model: TypeModel | None = None) -> Identity:
    """The true type of ``data`` and the type that ``name`` promises; by the shipped model unless another is given."""
    named_format, named_type = NAMED.get(PurePosixPath(name.lower()).suffix, (None, None))
    format_, media_type = _by_content(data, named_format, named_type, model)
    return Identity(format=format_, media_type=media_type, named_format=named_format, named_type=named_type)


def disguised_as(name: str) -> str | None:
    """The PDF or office type that the last ending but one promises: "invoice.pdf.exe", "report.pdf.html"."""
    suffixes = PurePosixPath(name.lower()).suffixes
    inner = NAMED.get(suffixes[-2]) if len(suffixes) > 1 else None
    return inner[1] if inner and inner[0] is Format.RICH and inner[1] not in RICH_TEXT else None


def also_archive(data: bytes) -> bool:
    """Whether bytes that begin as something else end as a ZIP archive: two readers see two files in them.

    The end record must end the file (APPNOTE.TXT, section 4.3.16), as it does not in a PDF with attachments.
    """
    if data.startswith(b"PK"):
        return False
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - 65_557))
    comment = int.from_bytes(data[end + 20 : end + 22], "little")
    return end > 0 and end + 22 + comment == len(data) and b"PK\x01\x02" in data


def is_document(media_type: str) -> bool:
    """Whether people write documents in this type; pictures, sound, fonts and programs are none."""
    return not media_type.startswith(("image/", "audio/", "video/", "font/")) and media_type not in {
        "application/x-executable",
        "application/java-vm",
        "application/wasm",
        "application/octet-stream",
    }


def _by_content(
    data: bytes, named: Format | None, named_type: str | None, model: TypeModel | None
) -> tuple[Format, str]:
    if binary := _binary_type(data):
        if binary == _BROKEN_ZIP:
            # Half a document is a broken one of its kind; the name says which.
            rich = named is Format.RICH and named_type not in RICH_TEXT
            return Format.RICH, (named_type or "") if rich else "application/zip"
        if binary == OLE and _ENCRYPTED in data:
            # Office wraps a locked document so; its reader says that it is locked.
            return Format.RICH, (named_type or "") if named_type in READERS else WORDPROCESSING
        return (Format.RICH if binary in READERS else Format.BINARY), binary
    text = _in_one_byte(data)
    media_type = _marked_up(text, named) or _text_type(text, named, named_type, model)
    return FORMAT_OF.get(media_type, Format.TEXT), media_type


def _in_one_byte(data: bytes) -> bytes:
    """The text with one byte a letter where it is Latin: UTF-16 is told by its form."""
    head = data[:1024]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace").encode()
    if b"\0" in head and _looks_utf16(head):
        return data.decode(
            "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be", "replace"
        ).encode()
    return data


def _marked_up(data: bytes, named: Format | None) -> str | None:
    """A page, a picture or XML, by its first element."""
    start = data[:_LONGEST_COMMENT].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    prolog = b""
    while start.startswith((b"<!--", b"<?xml")):
        prolog += start[:5]
        start = start.partition(b"-->" if start.startswith(b"<!--") else b"?>")[2].lstrip()
    start = start[:2048]
    declared = b"<?xml" in prolog
    if named is not Format.CODE and _is_page(start):
        return "application/xhtml+xml" if declared and named is not Format.HTML else "text/html"
    if named is not Format.CODE and _is_picture(start):
        return "image/svg+xml"
    if declared and named is not Format.HTML:
        return "application/xhtml+xml" if b"<html" in start else "text/xml"
    return None


def _text_type(data: bytes, named: Format | None, named_type: str | None, model: TypeModel | None) -> str:
    """By the form; else by the words, with a handicap for every type but the one that the name promises."""
    promised = named_type if named_type in RICH_TEXT or named not in {Format.RICH, Format.BINARY} else None
    if promised and lacks_form(promised, data) and data.strip():
        promised = None
    form = type_by_form(data)
    if form is not None:
        return promised if promised and {form, promised} in _ALIKE else form
    if promised in RICH_TEXT:
        return promised
    if len(data.strip()) < (_FEWEST_AGAINST_NAME if promised else _FEWEST):
        return promised or "text/plain"
    if promised and has_form(promised, data):
        return promised
    scores = (model or shipped_model()).scores(tokens_of(data))
    best = max(scores, key=lambda name: scores[name])
    if promised is None:
        return best if scores[best] - scores["text/plain"] > _DOUBT else "text/plain"
    return best if promised in scores and scores[best] - scores[promised] > _TRUST else promised


def _is_page(start: bytes) -> bool:
    return start.startswith(_PAGE_STARTS)


def _is_picture(start: bytes) -> bool:
    """A drawing in XML: its first element is ``svg``."""
    prolog = start.startswith(b"<!doctype svg")
    return start.startswith(b"<svg") or (prolog and b"<svg" in start and b"<html" not in start)


def _binary_type(data: bytes) -> str | None:
    head = data[:1024]
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_type(data)
    if b"%PDF-" in head and (head.startswith(b"%PDF-") or (b"%%EOF" in data[-2048:] and b" obj" in data)):
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
    if nuls > len(head) // 10 and not _looks_utf16(head):
        return "application/octet-stream"
    return None


def _declared_package(archive: zipfile.ZipFile, names: list[str]) -> str | None:
    """The type that an OpenDocument or EPUB package says it has, if it has what such a package is made of."""
    if "mimetype" not in names or archive.getinfo("mimetype").file_size > 200:
        return None
    said = archive.read("mimetype").decode("ascii", "replace").strip()
    return said if said in _PACKAGES and not {"content.xml", "META-INF/container.xml"}.isdisjoint(names) else None


def _members_said(data: bytes) -> int:
    """How many members the end record says that there are."""
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - 65_557))
    return int.from_bytes(data[end + 10 : end + 12], "little") if end >= 0 else 0


def _looks_utf16(head: bytes) -> bool:
    pairs = len(head) // 2
    return pairs > 0 and max(head[0::2].count(0), head[1::2].count(0)) > 0.4 * pairs > 4 * min(
        head[0::2].count(0), head[1::2].count(0)
    )


def _is_text(head: bytes) -> bool:
    """Whether bytes are letters and line ends alone."""
    return not any(byte < 9 or 13 < byte < 32 for byte in head) and b"\xff" not in head


def _zip_type(data: bytes) -> str:
    if _members_said(data) > MEMBERS:
        # Its list alone would fill the memory; its reader says so, within its limits.
        return _BROKEN_ZIP
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()[:2000]
            if said := _declared_package(archive, names):
                return said
    except Exception:  # a damaged or hostile archive is still an archive
        return _BROKEN_ZIP
    return next(
        (media for member, media in _ZIP_MEMBERS if any(n.startswith(member) for n in names)), "application/zip"
    )
