"""From a file's bytes to a document: detect the type, decode the text, and call the reader of the format."""

import hashlib

from msgspec.structs import replace

from checkfirst.model.document import Document, Source
from checkfirst.model.formats import Format, Trait
from checkfirst.model.location import LineMap, SourceLine, text_span
from checkfirst.model.losses import UNREADABLE, Loss, LossKind
from checkfirst.reading.bounds import bounded
from checkfirst.reading.detect.identify import Identity, identify
from checkfirst.reading.detect.signatures import also_archive
from checkfirst.reading.formats import disguise, text_reader
from checkfirst.reading.invisible import invisible_text
from checkfirst.reading.old_office import macros
from checkfirst.reading.parsed import Structure
from checkfirst.reading.sandbox.client import read_isolated
from checkfirst.reading.text.decode import Decoded, decode
from checkfirst.reading.text.svg import read_svg
from checkfirst.sources.interface import Unreadable

#: Characters of the longest text that is read.
TEXT_LIMIT = 32_000_000
#: Characters from which a text is read in the sandbox, within its time limit. Not measured.
_LONG = 400_000


def read(path: str, data: bytes, identity: Identity | None = None) -> Document:
    """The document in ``data``. The suffix of ``path`` declares a format; ``identity`` is detected if not given.

    Raises ``Unreadable`` for a text over ``TEXT_LIMIT``.
    """
    identity = identity or identify(path, data)
    document = _read(path, data, identity)
    if (identity.spec.isolated or identity.spec.reader is None) and also_archive(data):
        return replace(document, losses=(*document.losses, Loss(kind=LossKind.ARCHIVE_INSIDE, count=1)))
    return document


def _read(path: str, data: bytes, identity: Identity) -> Document:
    source = Source(media_type=identity.media_type, size=len(data), sha256=hashlib.sha256(data).hexdigest())
    spec = identity.spec
    if spec.reader is None:
        return _document(path, source, identity, None, _unread(data), readable=False)
    if spec.isolated:
        rich = read_isolated(spec, data)
        readable = not any(loss.kind in UNREADABLE for loss in rich.losses)
        if Trait.ARCHIVE in spec.traits and readable:
            # The archive can be opened; its members are documents of their own.
            return _document(path, source, identity, None, _unread(data), readable=False)
        return _document(path, source, identity, None, rich, readable=readable)
    decoded = decode(data)
    if len(decoded.text) > TEXT_LIMIT:
        raise Unreadable(f"a text of {len(decoded.text):,} characters; more than {TEXT_LIMIT:,} are not read: split it")
    if len(decoded.text) <= _LONG:
        return _document(path, source, identity, decoded, bounded(text_reader(spec)(decoded.text)), readable=True)
    # A long text may take any reader too long, and only the sandbox can stop it.
    structure = read_isolated(spec, decoded.text.encode("utf-8", "surrogatepass"))
    readable = not any(loss.kind in UNREADABLE for loss in structure.losses)
    return _document(path, source, identity, decoded, structure, readable=readable)


def read_picture(path: str, data: bytes, identity: Identity) -> Document:
    """An SVG picture as a document of its words and its scripts; ``read`` takes it for one that can't be read."""
    source = Source(media_type=identity.media_type, size=len(data), sha256=hashlib.sha256(data).hexdigest())
    return _document(path, source, identity, None, read_svg(data), readable=False)


def _unread(data: bytes) -> Structure:
    return Structure(text="", losses=(Loss(kind=LossKind.FORMAT_NOT_READ, count=len(data)), *macros(data)))


def _in_text(loss: Loss, lines: LineMap) -> Loss:
    """A loss of decoding with the corresponding line of the document's text.

    Losses of decoding are the one exception to what ``TextSpan`` counts: their lines are those of the decoded file, for the
    text of the document is made from it only afterwards. Here they become lines of that text.
    """
    if loss.span is None or lines.is_identity:
        return loss
    line = SourceLine(loss.span.start_line)
    return replace(loss, span=replace(text_span(lines.text_line(line) - 1), source_line=line))


def _document(
    path: str, source: Source, identity: Identity, decoded: Decoded | None, structure: Structure, *, readable: bool
) -> Document:
    lines = replace(structure.line_map, unit=identity.spec.units)
    return Document(
        path=path,
        source=source,
        spec=identity.spec,
        named=identity.named,
        disguise=disguise(path),
        format=identity.spec.format if readable else Format.BINARY,
        encoding=decoded.encoding if decoded else None,
        title=structure.title,
        text=structure.text,
        line_map=lines,
        segments=structure.segments,
        links=structure.links,
        anchors=structure.anchors,
        comments=structure.comments,
        around=structure.around,
        page_signs=structure.page_signs,
        losses=(*(_in_text(loss, lines) for loss in (decoded.losses if decoded else ())), *structure.losses),
        # In another order of lines, a terminal overwrites nothing.
        hidden=(
            *structure.hidden,
            *(decoded.overwritten if decoded and lines.is_identity else ()),
            *invisible_text(structure.text),
        ),
        metadata=structure.metadata,
    )
