"""What bytes are, by their content; and what a file's name promises."""

import io
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath

from checkfirst.model.document import Format
from checkfirst.reading.formats import READERS

_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"%PDF-", "application/pdf"),
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
_SHORT_MAGIC = {b"BM", b"MZ", b"ID3"}

_ZIP_MEMBERS: tuple[tuple[str, str], ...] = (
    ("word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
)

_MARKDOWN = dict.fromkeys((".md", ".markdown", ".mdx", ".mkd", ".qmd", ".rmd"), "text/markdown")
_HTML = dict.fromkeys((".html", ".htm", ".xhtml"), "text/html")
_REST = dict.fromkeys((".rst", ".rest"), "text/x-rst")
_TEXT = {
    **dict.fromkeys((".txt", ".text", ".asc", ".log", ".pod", ".me"), "text/plain"),
    **dict.fromkeys((".adoc", ".asciidoc"), "text/asciidoc"),
    ".tex": "text/x-tex",
    ".srt": "application/x-subrip",
    ".vtt": "text/vtt",
}
_DATA = {
    **dict.fromkeys((".json", ".jsonl", ".ndjson"), "application/json"),
    **dict.fromkeys((".yaml", ".yml"), "application/yaml"),
    **dict.fromkeys((".csv", ".tsv"), "text/csv"),
    **dict.fromkeys((".xml", ".xsd", ".rss", ".atom"), "text/xml"),
    **dict.fromkeys((".toml", ".ini", ".cfg", ".conf", ".properties"), "text/x-config"),
}
_CODE = dict.fromkeys(
    (
        *(".py", ".pyi", ".js", ".mjs", ".cjs", ".ts", ".tsx", ".jsx", ".java", ".kt", ".go", ".rs"),
        *(".c", ".h", ".cc", ".cpp", ".hpp", ".cs", ".swift", ".rb", ".php", ".pl", ".pm", ".lua"),
        *(".sh", ".bash", ".zsh", ".ps1", ".bat", ".sql", ".r", ".jl", ".scala", ".hs", ".ex", ".erl"),
        *(".css", ".scss", ".less", ".vue", ".svelte", ".proto", ".tf", ".sol", ".m", ".mm", ".dart"),
    ),
    "text/x-source",
)
_RICH = {
    ".pdf": "application/pdf",
    **dict.fromkeys((".docx", ".docm", ".dotx"), _ZIP_MEMBERS[0][1]),
    **dict.fromkeys((".pptx", ".pptm", ".potx"), _ZIP_MEMBERS[1][1]),
    **dict.fromkeys((".xlsx", ".xlsm"), _ZIP_MEMBERS[2][1]),
    ".odt": "application/vnd.oasis.opendocument.text",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".epub": "application/epub+zip",
    ".rtf": "application/rtf",
    ".eml": "message/rfc822",
    ".mbox": "application/mbox",
    ".ipynb": "application/x-ipynb+json",
}
#: What stands for the type of an archive that can't be opened.
_BROKEN_ZIP = "application/zip; broken"
#: Rich types that are text on the outside: the name alone tells them.
_RICH_TEXT = {"message/rfc822", "application/mbox", "application/x-ipynb+json"}
_BINARY = {
    **dict.fromkeys((".doc", ".ppt", ".xls", ".msg"), "application/x-ole-storage"),
    ".zip": "application/zip",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    **dict.fromkeys((".jpg", ".jpeg"), "image/jpeg"),
    ".gif": "image/gif",
}
_NAMED: dict[str, tuple[Format, str]] = {
    suffix: (format_, media)
    for format_, table in (
        (Format.MARKDOWN, _MARKDOWN),
        (Format.HTML, _HTML),
        (Format.RESTRUCTUREDTEXT, _REST),
        (Format.TEXT, _TEXT),
        (Format.DATA, _DATA),
        (Format.CODE, _CODE),
        (Format.RICH, _RICH),
        (Format.BINARY, _BINARY),
    )
    for suffix, media in table.items()
}
_PAGE_STARTS = (b"<!doctype html", b"<html", b"<head>", b"<head ", b"<body>", b"<body ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What the bytes are, beside what the name says."""

    format: Format
    media_type: str
    named_format: Format | None
    named_type: str | None


def identify(name: str, data: bytes) -> Identity:
    """The true type of ``data`` and the type that ``name`` promises."""
    named = _NAMED.get(PurePosixPath(name.lower()).suffix)
    named_format, named_type = named or (None, None)
    format_, media_type = _by_content(data, named_format, named_type)
    return Identity(format=format_, media_type=media_type, named_format=named_format, named_type=named_type)


def is_document(media_type: str) -> bool:
    """Whether people write documents in this type; pictures, sound, fonts and programs are none."""
    return not media_type.startswith(("image/", "audio/", "video/", "font/")) and media_type not in {
        "application/x-executable",
        "application/java-vm",
        "application/wasm",
        "application/octet-stream",
    }


def _by_content(data: bytes, named: Format | None, named_type: str | None) -> tuple[Format, str]:
    if binary := _binary_type(data):
        if binary == _BROKEN_ZIP:
            # Half a document is a broken one of its kind; the name says which.
            rich = named is Format.RICH and named_type not in _RICH_TEXT
            return (Format.RICH, named_type or "") if rich else (Format.BINARY, "application/zip")
        return (Format.RICH if binary in READERS else Format.BINARY), binary
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"<!--"):
        start = start.partition(b"-->")[2].lstrip()
    if named is not Format.CODE and _is_page(start):
        return Format.HTML, "text/html"
    if named is not Format.CODE and _is_picture(start):
        return Format.BINARY, "image/svg+xml"
    if start.startswith(b"<?xml") and named is not Format.HTML:
        page = b"<html" in data[:2048].lower()
        return (Format.HTML, "application/xhtml+xml") if page else (Format.DATA, "text/xml")
    if named in {None, Format.BINARY} or named_type is None or (named is Format.RICH and named_type not in _RICH_TEXT):
        return Format.TEXT, "text/plain"
    return named or Format.TEXT, named_type


def _is_page(start: bytes) -> bool:
    return start.startswith(_PAGE_STARTS)


def _is_picture(start: bytes) -> bool:
    """A drawing in XML: its first element is ``svg``."""
    prolog = start.startswith((b"<?xml", b"<!doctype svg"))
    return start.startswith(b"<svg") or (prolog and b"<svg" in start and b"<html" not in start)


def _binary_type(data: bytes) -> str | None:
    head = data[:1024]
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_type(data)
    for offset, magic, media_type in _MAGIC:
        if head[offset : offset + len(magic)] == magic and (magic not in _SHORT_MAGIC or b"\0" in head):
            return media_type
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or not head:
        return None
    if head.startswith(b"RIFF") and head[8:12] in {b"WEBP", b"WAVE", b"AVI "}:
        return "image/webp" if head[8:12] == b"WEBP" else "audio/x-riff"
    nuls = head.count(0)
    if nuls > len(head) // 10 and not _looks_utf16(head):
        return "application/octet-stream"
    return None


def _looks_utf16(head: bytes) -> bool:
    pairs = len(head) // 2
    return pairs > 0 and max(head[0::2].count(0), head[1::2].count(0)) > 0.4 * pairs > 4 * min(
        head[0::2].count(0), head[1::2].count(0)
    )


def _zip_type(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()[:2000]
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                return archive.read("mimetype").decode("ascii", "replace").strip()
    except Exception:  # a damaged or hostile archive is still an archive
        return _BROKEN_ZIP
    return next(
        (media for member, media in _ZIP_MEMBERS if any(n.startswith(member) for n in names)), "application/zip"
    )
