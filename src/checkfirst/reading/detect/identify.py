"""Detects the media type of a file from its content, and looks up the type that the suffix of its name declares."""

import re

from msgspec import Struct

from checkfirst import lazy_re
from checkfirst.model.formats import PDF, FormatSpec, Trait
from checkfirst.reading.detect.signatures import (
    BROKEN_ZIP,
    UNKNOWN,
    binary_type,
    has_control_characters,
    looks_utf16,
)
from checkfirst.reading.detect.text_classifier import TypeModel, shipped_model, tokens_of
from checkfirst.reading.detect.text_signatures import HEAD, has_form, lacks_form, type_by_form
from checkfirst.reading.format_table import OLE, PLAIN_TEXT, WORDPROCESSING
from checkfirst.reading.formats import FORMATS, named

#: Name of the stream that holds an encrypted Office document (MS-OFFCRYPTO, section 2.3.4.4).
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
#: Log-odds (natural logarithm) by which another type must be likelier than the declared one. The effect of this and the
#: next thresholds is printed by ``python -m benchmarks.types --files DIR --data DIR``.
_OVER_DECLARED = 4.0
#: Log-odds by which a type must be likelier than plain text, where the name declares none.
_OVER_PLAIN_TEXT = 1.0
#: Bytes of the shortest text that is classified, where its name declares no type and where it declares one.
_FEWEST_BYTES, _FEWEST_BYTES_DECLARED = 24, 160
#: Pairs of types that share a form: the declared one of them holds.
_COMPATIBLE = (
    {"text/x-diff", "application/mbox"},
    {"text/x-diff", "message/rfc822"},
    {"text/javascript", "text/x-typescript"},
    {"application/mbox", "message/rfc822"},
    {"text/x-vue", "text/html"},
)
#: Bytes in which UTF-16 is recognized.
_UTF16_HEAD = 1_024
#: Bytes at the start in which the first element is looked for, after comments. Not measured.
_LONGEST_PROLOG = 65_536
#: Bytes from the first element on in which the kind of a page is recognized. Not measured.
_FIRST_ELEMENT = 2_048
#: What may stand before the first element (XML 1.0, section 2.8): comments, processing instructions, and the
#: declaration of a document type with entities of its own.
_PROLOG = lazy_re.compile(
    rb"(?:\s+|<!--.*?-->|<\?.*?\?>|<!doctype\s(?!html)[^<>\[]*\[(?:[^\]\"']|\"[^\"]*\"|'[^']*')*\]\s*>)*", re.DOTALL
)
#: A block of code between fences (CommonMark, section 4.5).
_FENCE = lazy_re.compile(rb" {0,3}(```|~~~)([`~]*[ \t\r]*$)?")
_FENCE_SIGNS = (b"```", b"~~~")
_HTML, _MARKDOWN, _XML = "text/html", "text/markdown", "text/xml"
#: Fields of a site generator above a page (Jekyll, "Front Matter").
_FRONT_MATTER = lazy_re.compile(rb"---[ \t]*\r?\n(?:[^\n]*\n){0,60}?---[ \t]*\r?\n")
#: With what the prolog or the first element begins.
_MAY_BEGIN = (b"<", b"\v", b"\f")
_PAGE_STARTS = (b"<!doctype html", b"<html", b"<head>", b"<head ", b"<body>", b"<body ")


class Identity(Struct, frozen=True, kw_only=True):
    """The type of a file by its content, and by its name."""

    spec: FormatSpec
    """By the content."""
    named: FormatSpec | None
    """By the suffix of the name; ``None`` for no suffix, or an unknown one."""

    @property
    def media_type(self) -> str:
        """The type by the content."""
        return self.spec.media_type


def identify(name: str, data: bytes, model: TypeModel | None = None) -> Identity:
    """The type of ``data``, and the one that ``name`` declares. ``model`` is the shipped one unless given."""
    declared = named(name)
    return Identity(spec=_by_content(data, declared, model), named=declared)


def _by_content(data: bytes, declared: FormatSpec | None, model: TypeModel | None) -> FormatSpec:
    if (binary := binary_type(data)) and not (binary == PDF and declared and _is_text_about_pdf(data, declared)):
        if binary == BROKEN_ZIP:
            # A truncated package can't be recognized by its members; its name declares the type.
            packaged = declared and Trait.EXTRACTED in declared.traits and Trait.TEXTUAL not in declared.traits
            return declared if declared and packaged else FORMATS["application/zip"]
        if binary == OLE and _ENCRYPTED in data:
            # An encrypted Office document; its reader raises ``Encrypted``.
            return declared if declared and declared.isolated else FORMATS[WORDPROCESSING]
        return FORMATS[binary]
    # The number of a sample may look like the section of a manual.
    promised = declared is not None and Trait.TEXTUAL in declared.traits and not lacks_form(declared.media_type, data)
    if not promised and has_control_characters(data):
        return FORMATS[UNKNOWN]
    text = _as_ascii_superset(data)
    return FORMATS[_markup_type(text, declared) or _text_type(text, declared, model)]


def _is_text_about_pdf(data: bytes, declared: FormatSpec) -> bool:
    """Whether a text holds the source of a PDF as a sample: it goes on behind it."""
    end = data.rfind(b"%%EOF")
    return (
        Trait.TEXTUAL in declared.traits and not data.startswith(b"%PDF-") and bool(data[end + len(b"%%EOF") :].strip())
    )


def _as_ascii_superset(data: bytes) -> bytes:
    """The text with ASCII characters as single bytes: UTF-16 as UTF-8, anything else unchanged."""
    head = data[:_UTF16_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace").encode()
    if b"\0" in head and looks_utf16(head):
        return data.decode(
            "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be", "replace"
        ).encode()
    return data


#: A first element that names another namespace than that of XHTML.
_OF_OTHER_XML = lazy_re.compile(
    rb"<(?!html\b)[a-z][\w.:-]{0,40}\s[^<>]{0,400}?xmlns\s?=\s?[\"'](?!http://www\.w3\.org/1999/xhtml)"
)


def _markup_type(data: bytes, named_as: FormatSpec | None) -> str | None:
    """HTML, XHTML, SVG or XML by the first element; ``None`` for anything else."""
    start = data[:_LONGEST_PROLOG].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:1] not in _MAY_BEGIN and not (named_as and named_as.media_type == _XML):
        # Most texts have no markup at all.
        return None
    start = start.lower()
    if named_as and named_as.media_type == _XML and (fields := _FRONT_MATTER.match(start)):
        # A site generator takes the fields away.
        start = start[fields.end() :].lstrip()
    has_xml_declaration = start.startswith(b"<?xml")
    prolog = _PROLOG.match(start)
    start = start[prolog.end() if prolog else 0 :][:_FIRST_ELEMENT]
    traits = named_as.traits if named_as else frozenset()
    code, page = Trait.CODE in traits, Trait.PAGE in traits
    if not code and _is_page(start):
        return "application/xhtml+xml" if has_xml_declaration and not page else "text/html"
    # A fragment of HTML may be a drawing; one for itself names its namespace.
    if not code and _is_svg(start) and (has_xml_declaration or not page or b"xmlns" in start):
        return "image/svg+xml"
    if has_xml_declaration and not page:
        # A document in DocBook may show a page of HTML.
        return "application/xhtml+xml" if b"<html" in start and not _OF_OTHER_XML.match(start) else "text/xml"
    return None


def _text_type(data: bytes, named_as: FormatSpec | None, model: TypeModel | None) -> str:
    """The type by patterns of the text, else by the classifier, which must be surer of any but the declared type."""
    declared = named_as.media_type if named_as and Trait.TEXTUAL in named_as.traits else None
    if declared and lacks_form(declared, data) and data.strip():
        declared = None
    if declared == _MARKDOWN and _is_plainly_markdown(data):
        return declared
    # Samples in a guide have the form of what they show.
    outside = _without_fenced(data) if declared == _MARKDOWN else data
    form = type_by_form(outside)
    if form is not None:
        return declared if declared and {form, declared} in _COMPATIBLE else form
    if declared and named_as and named_as.isolated:
        return declared
    # A guide may be mostly samples: what stands around them says what the file is.
    data = outside
    if len(data.strip()) < (_FEWEST_BYTES_DECLARED if declared else _FEWEST_BYTES):
        return declared or PLAIN_TEXT
    if declared and has_form(declared, data):
        return declared
    scores = (model or shipped_model()).scores(tokens_of(data))
    # Samples of another type inside a text weigh as much as the text; a type whose files begin otherwise is none.
    # HTML elements are Markdown, too; a whole page was recognized by its first element.
    within = {_HTML, _XML} if declared == _MARKDOWN else set()
    best = next(n for n in sorted(scores, key=lambda n: -scores[n]) if n not in within and not lacks_form(n, data))
    if declared is None:
        return best if scores[best] - scores[PLAIN_TEXT] > _OVER_PLAIN_TEXT else PLAIN_TEXT
    return best if declared in scores and scores[best] - scores[declared] > _OVER_DECLARED else declared


def _is_plainly_markdown(data: bytes) -> bool:
    """Whether the start of a text under the name of Markdown says that it is that, as the whole would say, too."""
    head = _start_without_fenced(data)
    # Whether these are the start of another type depends on what follows.
    has_other = head.lstrip(b"\xef\xbb\xbf \t\r\n\v\f").startswith((b"{", b"[", b"<"))
    return head != b"" and not has_other and has_form(_MARKDOWN, head) and type_by_form(head) is None


def _is_page(start: bytes) -> bool:
    return start.startswith(_PAGE_STARTS)


def _is_svg(start: bytes) -> bool:
    return start.startswith((b"<svg", b"<!doctype svg")) and b"<html" not in start


def _start_without_fenced(data: bytes) -> bytes:
    """The start of what ``_without_fenced`` gives, with all bytes in which the form of a text is sought; empty if those are
    all."""
    kept: list[bytes] = []
    size, at, fence = 0, 0, b""
    ticks, tildes = (data.find(sign) for sign in _FENCE_SIGNS)
    while size <= HEAD:
        ticks = data.find(_FENCE_SIGNS[0], at) if 0 <= ticks < at else ticks
        tildes = data.find(_FENCE_SIGNS[1], at) if 0 <= tildes < at else tildes
        mark = min((sign for sign in (ticks, tildes) if sign >= 0), default=len(data))
        line = max(at, data.rfind(b"\n", at, mark) + 1) if mark < len(data) else mark
        end = data.find(b"\n", mark) + 1 or len(data)
        found = _FENCE.match(data[line:end])
        if fence:
            fence = b"" if found and found[1] == fence and found[2] is not None else fence
        else:
            kept.append(data[at : line if found else end])
            size += len(kept[-1])
            fence = found[1] if found else b""
        if mark == len(data):
            break
        at = end
    return b"".join(kept) if size > HEAD else b""


def _without_fenced(data: bytes) -> bytes:
    """The lines outside blocks of code; a block without an end is text."""
    if b"```" not in data and b"~~~" not in data:
        return data
    kept: list[bytes] = []
    block: list[bytes] = []
    fence = b""
    for line in data.split(b"\n"):
        found = _FENCE.match(line) if b"```" in line or b"~~~" in line else None
        if fence:
            block.append(line)
            if found and found[1] == fence and found[2] is not None:
                block, fence = [], b""
        elif found:
            block, fence = [line], found[1]
        else:
            kept.append(line)
    return b"\n".join([*kept, *block])
