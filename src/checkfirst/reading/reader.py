"""One file's bytes to a document: identify, decode, then the reader of its format."""

import hashlib
from dataclasses import replace

from checkfirst.model.document import Document, Format, Hidden, Loss, Source
from checkfirst.reading.decode import Decoded, decode
from checkfirst.reading.formats import ARCHIVES, READERS
from checkfirst.reading.identify import Identity, also_archive, identify
from checkfirst.reading.interface import Structure
from checkfirst.reading.invisible import invisible_text
from checkfirst.reading.isolated import read_isolated
from checkfirst.sources.interface import Unreadable

#: Longest text that is read: some 800 MB of memory are needed for it.
TEXT_LIMIT = 32_000_000
#: Losses of a file that could not be read at all.
FAILURES = frozenset({"damaged", "encrypted", "limit-exceeded"})


def read(uri: str, data: bytes, identity: Identity | None = None) -> Document:
    """The document that ``data`` holds. ``uri`` names it and promises a format.

    Raises ``Unreadable`` for a text over ``TEXT_LIMIT``.
    """
    identity = identity or identify(uri, data)
    document = _read(uri, data, identity)
    if identity.format in {Format.RICH, Format.BINARY} and also_archive(data):
        return replace(document, losses=(*document.losses, Loss(what="archive-inside", count=1)))
    return document


def _read(uri: str, data: bytes, identity: Identity) -> Document:
    source = Source(uri=uri, media_type=identity.media_type, size=len(data), sha256=hashlib.sha256(data).hexdigest())
    if identity.format is Format.RICH:
        rich = read_isolated(READERS[identity.media_type], data)
        failed = any(loss.what in FAILURES for loss in rich.losses)
        if identity.media_type in ARCHIVES and not failed:
            # It can be opened, and its members are documents of their own.
            return _document(source, replace(identity, format=Format.BINARY), None, _unread(data))
        return _document(source, replace(identity, format=Format.BINARY) if failed else identity, None, rich)
    if identity.format is Format.BINARY:
        return _document(source, identity, None, _unread(data))
    decoded = decode(data)
    if len(decoded.text) > TEXT_LIMIT:
        raise Unreadable(f"a text of {len(decoded.text):,} characters; more than {TEXT_LIMIT:,} are not read: split it")
    return _document(source, identity, decoded, read_structure(identity.format, decoded.text, identity.media_type))


def _unread(data: bytes) -> Structure:
    return Structure(text="", losses=(Loss(what="format-not-read", count=len(data)),))


def read_structure(format_: Format, text: str, media_type: str = "text/plain") -> Structure:
    """The structure of ``text`` under one format's reader; readers are imported when needed."""
    match format_:
        case Format.MARKDOWN:
            from checkfirst.reading.markdown import read_markdown

            return read_markdown(text)
        case Format.HTML:
            from checkfirst.reading.html import read_html

            return read_html(text)
        case Format.RESTRUCTUREDTEXT:
            from checkfirst.reading.restructured import read_restructured

            return read_restructured(text)
        case Format.DATA:
            from checkfirst.reading.data import read_data

            return read_data(text, media_type)
        case Format.CODE:
            from checkfirst.reading.source_code import read_code

            return read_code(text, media_type)
        case _:
            return _read_text(text, media_type)


def _read_text(text: str, media_type: str) -> Structure:
    match media_type:
        case "text/asciidoc":
            from checkfirst.reading.asciidoc import read_asciidoc

            return read_asciidoc(text)
        case "text/x-tex":
            from checkfirst.reading.latex import read_latex

            return read_latex(text)
        case "text/troff":
            from checkfirst.reading.manual import read_manual

            return read_manual(text)
        case _:
            from checkfirst.reading.subtitles import is_subtitles, read_subtitles

            return read_subtitles(text) if is_subtitles(text) else Structure(text=text)


def _invisible(structure: Structure) -> tuple[Hidden, ...]:
    """Invisible characters, in the source file's lines as the other hidden texts are."""
    numbers = structure.line_numbers
    found = invisible_text(structure.text)
    return tuple(replace(h, line=numbers[h.line - 1]) for h in found) if numbers else found


def _document(source: Source, identity: Identity, decoded: Decoded | None, structure: Structure) -> Document:
    return Document(
        id=source.uri,
        source=source,
        format=identity.format,
        named_format=identity.named_format,
        named_type=identity.named_type,
        encoding=decoded.encoding if decoded else None,
        title=structure.title,
        text=structure.text,
        line_numbers=structure.line_numbers,
        pages=structure.pages,
        segments=structure.segments,
        links=structure.links,
        anchors=structure.anchors,
        definitions=structure.definitions,
        losses=(*(decoded.losses if decoded else ()), *structure.losses),
        hidden=(*structure.hidden, *_invisible(structure)),
        metadata=structure.metadata,
    )
