"""One file's bytes to a document: identify, decode, then the reader of its format."""

import hashlib
from dataclasses import replace

from checkfirst.model.document import Document, Format, Source, TypeNames
from checkfirst.model.location import LineMap, SourceLine, text_span
from checkfirst.model.losses import UNREADABLE, Loss, LossKind
from checkfirst.reading.detect.identify import Identity, disguised_as, identify
from checkfirst.reading.detect.media_types import ENDING_OF, title_of
from checkfirst.reading.detect.signatures import also_archive
from checkfirst.reading.formats import ARCHIVES, READERS, UNITS
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


def read(path: str, data: bytes, identity: Identity | None = None) -> Document:
    """The document that ``data`` holds. ``path`` names it and promises a format.

    Raises ``Unreadable`` for a text over ``TEXT_LIMIT``.
    """
    identity = identity or identify(path, data)
    document = _read(path, data, identity)
    if identity.format in {Format.RICH, Format.BINARY} and also_archive(data):
        return replace(document, losses=(*document.losses, Loss(kind=LossKind.ARCHIVE_INSIDE, count=1)))
    return document


def _read(path: str, data: bytes, identity: Identity) -> Document:
    source = Source(media_type=identity.media_type, size=len(data), sha256=hashlib.sha256(data).hexdigest())
    if identity.format is Format.RICH:
        rich = read_isolated(READERS[identity.media_type], data)
        failed = any(loss.kind in UNREADABLE for loss in rich.losses)
        if identity.media_type in ARCHIVES and not failed:
            # It can be opened, and its members are documents of their own.
            return _document(path, source, replace(identity, format=Format.BINARY), None, _unread(data))
        return _document(path, source, replace(identity, format=Format.BINARY) if failed else identity, None, rich)
    if identity.format is Format.BINARY:
        return _document(path, source, identity, None, _unread(data))
    decoded = decode(data)
    if len(decoded.text) > TEXT_LIMIT:
        raise Unreadable(f"a text of {len(decoded.text):,} characters; more than {TEXT_LIMIT:,} are not read: split it")
    if len(decoded.text) <= _LONG:
        return _document(
            path, source, identity, decoded, read_structure(identity.format, decoded.text, identity.media_type)
        )
    # A long text can keep any reader busy: it is read where it can be stopped.
    head = f"{identity.format.value} {identity.media_type}\n".encode()
    structure = read_isolated(STRUCTURE, head + decoded.text.encode("utf-8", "surrogatepass"))
    failed = any(loss.kind in UNREADABLE for loss in structure.losses)
    return _document(path, source, replace(identity, format=Format.BINARY) if failed else identity, decoded, structure)


def _unread(data: bytes) -> Structure:
    return Structure(text="", losses=(Loss(kind=LossKind.FORMAT_NOT_READ, count=len(data)),))


def _in_text(loss: Loss, lines: LineMap) -> Loss:
    """A loss of decoding, which knows lines of the file, with the line of the text that stands there."""
    if loss.span is None or lines.is_identity:
        return loss
    line = SourceLine(loss.span.start_line)
    return replace(loss, span=replace(text_span(lines.text_line(line) - 1), source_line=line))


def _type_names(path: str, identity: Identity) -> TypeNames:
    disguise = disguised_as(path)
    return TypeNames(
        true=title_of(identity.media_type),
        named=title_of(identity.named_type) if identity.named_type else None,
        disguise=title_of(disguise) if disguise else None,
        ending=ENDING_OF.get(identity.media_type),
        is_archive=identity.media_type in ARCHIVES,
    )


def _document(path: str, source: Source, identity: Identity, decoded: Decoded | None, structure: Structure) -> Document:
    lines = replace(structure.line_map, unit=UNITS.get(source.media_type))
    return Document(
        path=path,
        source=source,
        format=identity.format,
        named_format=identity.named_format,
        named_type=identity.named_type,
        type_names=_type_names(path, identity),
        encoding=decoded.encoding if decoded else None,
        title=structure.title,
        text=structure.text,
        line_map=lines,
        segments=structure.segments,
        links=structure.links,
        anchors=structure.anchors,
        losses=(*(_in_text(loss, lines) for loss in (decoded.losses if decoded else ())), *structure.losses),
        hidden=(*structure.hidden, *invisible_text(structure.text)),
        metadata=structure.metadata,
    )
