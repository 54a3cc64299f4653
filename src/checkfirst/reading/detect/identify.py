"""What bytes are, by their content; and what a file's name promises."""

from dataclasses import dataclass

from checkfirst.model.formats import FormatSpec, Trait
from checkfirst.reading.detect.signatures import BROKEN_ZIP, binary_type, looks_utf16
from checkfirst.reading.detect.text_classifier import TypeModel, shipped_model, tokens_of
from checkfirst.reading.detect.text_signatures import has_form, lacks_form, type_by_form
from checkfirst.reading.format_table import OLE, PLAIN_TEXT, WORDPROCESSING
from checkfirst.reading.formats import FORMATS, named

#: Name of the stream that holds an encrypted Office document (MS-OFFCRYPTO, section 2.3.4.4).
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
#: How much likelier (natural logarithm of odds) another type must be than the one that the name promises. What this
#: and the numbers below lead to is printed by ``python -m benchmarks.types --files DIR --data DIR``.
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
#: Bytes in which halves of UTF-16 are looked for.
_WIDE_HEAD = 1_024
#: Bytes of comments before the first element that are passed over.
_LONGEST_COMMENT = 65_536
#: Bytes from the first element on in which it is recognized.
_FIRST_ELEMENT = 2_048
_PAGE_STARTS = (b"<!doctype html", b"<html", b"<head>", b"<head ", b"<body>", b"<body ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What the bytes are, beside what the name says."""

    spec: FormatSpec
    named: FormatSpec | None

    @property
    def media_type(self) -> str:
        """The type of the bytes."""
        return self.spec.media_type


def identify(name: str, data: bytes, model: TypeModel | None = None) -> Identity:
    """The true type of ``data`` and the type that ``name`` promises; by the shipped model unless another is given."""
    promised = named(name)
    return Identity(spec=_by_content(data, promised, model), named=promised)


def _by_content(data: bytes, promised: FormatSpec | None, model: TypeModel | None) -> FormatSpec:
    if binary := binary_type(data):
        if binary == BROKEN_ZIP:
            # Half a document is a broken one of its kind; the name says which.
            packaged = promised and Trait.EXTRACTED in promised.traits and Trait.TEXTUAL not in promised.traits
            return promised if promised and packaged else FORMATS["application/zip"]
        if binary == OLE and _ENCRYPTED in data:
            # Office wraps a locked document so; its reader says that it is locked.
            return promised if promised and promised.isolated else FORMATS[WORDPROCESSING]
        return FORMATS[binary]
    text = _in_one_byte(data)
    return FORMATS[_marked_up(text, promised) or _text_type(text, promised, model)]


def _in_one_byte(data: bytes) -> bytes:
    """The text with one byte a letter where it is Latin: UTF-16 is told by its form."""
    head = data[:_WIDE_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace").encode()
    if b"\0" in head and looks_utf16(head):
        return data.decode(
            "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be", "replace"
        ).encode()
    return data


def _marked_up(data: bytes, promised: FormatSpec | None) -> str | None:
    """A page, a picture or XML, by its first element."""
    start = data[:_LONGEST_COMMENT].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    prolog = b""
    while start.startswith((b"<!--", b"<?xml")):
        prolog += start[:5]
        start = start.partition(b"-->" if start.startswith(b"<!--") else b"?>")[2].lstrip()
    start = start[:_FIRST_ELEMENT]
    traits = promised.traits if promised else frozenset()
    code, page = Trait.CODE in traits, Trait.PAGE in traits
    declared = b"<?xml" in prolog
    if not code and _is_page(start):
        return "application/xhtml+xml" if declared and not page else "text/html"
    if not code and _is_picture(start):
        return "image/svg+xml"
    if declared and not page:
        return "application/xhtml+xml" if b"<html" in start else "text/xml"
    return None


def _text_type(data: bytes, named_as: FormatSpec | None, model: TypeModel | None) -> str:
    """By the form; else by the words, with a handicap for every type but the one that the name promises."""
    promised = named_as.media_type if named_as and Trait.TEXTUAL in named_as.traits else None
    if promised and lacks_form(promised, data) and data.strip():
        promised = None
    form = type_by_form(data)
    if form is not None:
        return promised if promised and {form, promised} in _ALIKE else form
    if promised and named_as and named_as.isolated:
        return promised
    if len(data.strip()) < (_FEWEST_AGAINST_NAME if promised else _FEWEST):
        return promised or PLAIN_TEXT
    if promised and has_form(promised, data):
        return promised
    scores = (model or shipped_model()).scores(tokens_of(data))
    best = max(scores, key=lambda name: scores[name])
    if promised is None:
        return best if scores[best] - scores[PLAIN_TEXT] > _DOUBT else PLAIN_TEXT
    return best if promised in scores and scores[best] - scores[promised] > _TRUST else promised


def _is_page(start: bytes) -> bool:
    return start.startswith(_PAGE_STARTS)


def _is_picture(start: bytes) -> bool:
    """A drawing in XML: its first element is ``svg``."""
    prolog = start.startswith(b"<!doctype svg")
    return start.startswith(b"<svg") or (prolog and b"<svg" in start and b"<html" not in start)
