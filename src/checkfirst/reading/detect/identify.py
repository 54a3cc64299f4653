"""What bytes are, by their content; and what a file's name promises."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from checkfirst.model.document import Format
from checkfirst.reading.detect.media_types import (
    FORMAT_OF,
    NAMED,
    OLE,
    RICH_TEXT,
    WORDPROCESSING,
)
from checkfirst.reading.detect.signatures import BROKEN_ZIP, binary_type, looks_utf16
from checkfirst.reading.detect.text_classifier import TypeModel, shipped_model, tokens_of
from checkfirst.reading.detect.text_signatures import has_form, lacks_form, type_by_form
from checkfirst.reading.formats import READERS

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
    if binary := binary_type(data):
        if binary == BROKEN_ZIP:
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
    if b"\0" in head and looks_utf16(head):
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
