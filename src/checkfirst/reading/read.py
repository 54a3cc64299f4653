"""One file's bytes to a document: identify, decode, then the reader of its format."""

import hashlib
from dataclasses import replace

from checkfirst.model.document import Document, Format, Hidden, Loss, Source
from checkfirst.reading.detect.identify import Identity, identify
from checkfirst.reading.detect.signatures import also_archive
from checkfirst.reading.formats import ARCHIVES, READERS
from checkfirst.reading.invisible import invisible_text
from checkfirst.reading.parsed import Structure
from checkfirst.reading.sandbox.client import read_isolated
from checkfirst.reading.sandbox.protocol import STRUCTURE
from checkfirst.reading.text.decode import Decoded, decode
from checkfirst.reading.text.markup_structure import read_structure
from checkfirst.sources.interface import Unreadable

#: Longest text that is read: some 800 MB of memory are needed for it.
TEXT_LIMIT = 32_000_000
#: Letters from which a text is read in another process.
_LONG = 400_000
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
    if len(decoded.text) <= _LONG:
        return _document(source, identity, decoded, read_structure(identity.format, decoded.text, identity.media_type))
    # A long text can keep any reader busy: it is read where it can be stopped.
    head = f"{identity.format.value} {identity.media_type}\n".encode()
    structure = read_isolated(STRUCTURE, head + decoded.text.encode("utf-8", "surrogatepass"))
    failed = any(loss.what in FAILURES for loss in structure.losses)
    return _document(source, replace(identity, format=Format.BINARY) if failed else identity, decoded, structure)


def _unread(data: bytes) -> Structure:
    return Structure(text="", losses=(Loss(what="format-not-read", count=len(data)),))


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
        cells=structure.cells,
        segments=structure.segments,
        links=structure.links,
        anchors=structure.anchors,
        definitions=structure.definitions,
        losses=(*(decoded.losses if decoded else ()), *structure.losses),
        hidden=(*structure.hidden, *_invisible(structure)),
        metadata=structure.metadata,
    )
