"""Mail (EML and MBOX): header and text of each message; attachments are counted and not read."""

import re
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import default
from itertools import islice
from typing import Final

from checkfirst import lazy_re
from checkfirst.model.document import Role
from checkfirst.model.losses import LossKind
from checkfirst.reading.binary.page_inside import read_page_inside
from checkfirst.reading.binary.text_builder import TextBuilder
from checkfirst.reading.parsed import Damaged, Structure
from checkfirst.reading.text.decode import Decoded, decode

#: The header fields that are shown.
_HEADER_FIELDS: Final = ("From", "To", "Cc", "Date", "Subject")
#: The line before each message of a mailbox: a blank line above, "From", a sender, a date with a time (RFC 4155,
#: appendix A), and a header field below.
_MESSAGE = lazy_re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From \S[^\n]{0,200}\d{1,2}:\d{2}[^\n]{0,40}\r?\n(?=[\w-]+:)")
#: Messages of one mailbox that are read, and texts of one message. Not measured.
_MOST, _TEXTS = 20_000, 200
#: Characters of the longest header field that is read: the standard library needs a thousand bytes for each. Not measured.
_LONGEST_FIELD: Final = 50_000
#: What a line ends with and a part of a message begins with, and how many of them are read. The standard library makes an
#: object of each line, and of each part one that takes more than a kilobyte.
_LINE, _BOUNDARY = lazy_re.compile(rb"\n"), lazy_re.compile(rb"\n--")
_LINES, _PARTS = 500_000, 20_000


def read_mail(data: bytes) -> Structure:
    """The text of a mailbox or message; each message is a page. Lines after ">" are quotations."""
    out = TextBuilder()
    starts = [m.start() for m in _MESSAGE.finditer(data)]
    if not starts:
        messages = [data]
    else:
        messages = [data[a:b] for a, b in zip(starts, [*starts[1:], len(data)], strict=True)][:_MOST]
        if len(starts) > _MOST:
            out.add_loss(LossKind.MESSAGE, len(starts) - _MOST)
    numbers: dict[str, int] = {}
    with out.up_to_limit():
        for number, raw in enumerate(messages, start=1):
            out.page = number
            body = raw.partition(b"\n")[2] if raw.startswith(b"From ") else raw
            message = message_from_bytes(_start(out, body), policy=default)
            numbers.setdefault(_header(message, "Message-ID"), number)
            _add_message(out, message, _parent(message, numbers))
            out.blank_line()
    return out.build()


def _start(out: TextBuilder, message: bytes) -> bytes:
    """The message, or of one with very many lines or parts the beginning, and in ``out`` the loss of the others."""
    end = min(_end(message, _LINE, _LINES), _end(message, _BOUNDARY, _PARTS))
    if end < len(message):
        out.end_left_out()
    return message[:end]


def _end(message: bytes, pattern: re.Pattern[bytes], most: int) -> int:
    """The offset of a pattern that was found so many times before; the end if it is not found so often."""
    found = islice(pattern.finditer(message), most, None)
    return next((match.start() for match in found), len(message))


def _parent(message: EmailMessage | Message, numbers: dict[str, int]) -> int | None:
    """The number of the message to which this one replies; ``None`` if it is not above. ``numbers`` are by Message-ID."""
    references = f"{_header(message, 'In-Reply-To')} {' '.join(reversed(_header(message, 'References').split()))}"
    return next((numbers[reference] for reference in references.split() if reference in numbers), None)


def _add_message(out: TextBuilder, message: EmailMessage | Message, parent: int | None) -> None:
    for name in _HEADER_FIELDS:
        if value := _header(message, name):
            if name == "Subject" and out.title is None:
                out.title = value
            out.add(f"{name}: {value}", Role.METADATA)
    if parent:
        out.add(f"In reply to message {parent}", Role.METADATA)
    out.blank_line()
    parts = [part for part in message.walk() if not part.is_multipart()]
    plain = [part for part in parts if part.get_content_type() == "text/plain" and not part.get_filename()]
    pages = [part for part in parts if part.get_content_type() == "text/html" and not part.get_filename()]
    texts = plain or pages
    for part in texts[:_TEXTS]:
        first, decoded = len(out.lines), _decoded(part)
        text = decoded.text.replace("\r\n", "\n")
        out.add_structure(Structure(text=text) if plain else read_page_inside(out, text), _role)
        out.add_decoding_losses(decoded.losses, first)
    if len(texts) > _TEXTS:
        out.add_loss(LossKind.MESSAGE_PART, len(texts) - _TEXTS, name=f"message {out.page}")
    for part in parts:
        if part.get_filename():
            out.add_loss(LossKind.ATTACHMENT)


def _role(line: str) -> Role:
    """The role of a line without markup."""
    return Role.QUOTATION if line.startswith(">") else Role.PROSE


def _decoded(part: Message) -> Decoded:
    """The text of a part in its declared character set, or in the detected one where that fails."""
    data, declared = _payload(part), part.get_content_charset() or "x-none"
    try:
        return Decoded(text=data.decode(declared), encoding=declared)
    except (LookupError, UnicodeDecodeError):
        return decode(data)


def _payload(part: Message) -> bytes:
    try:
        found = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError):
        found = None
    return found if isinstance(found, bytes) else b""


def _header(message: EmailMessage | Message, name: str) -> str:
    written = next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")
    try:
        value = message.policy.header_fetch_parse(name, written[:_LONGEST_FIELD])
    except Exception:  # the standard library raises many kinds of errors for malformed header fields
        return ""
    return " ".join(str(value).split()) if value else ""


def read_web_archive(data: bytes) -> Structure:
    """The page in a web archive (MHTML), without pictures, styles and frames. Raises ``Damaged`` if there is none."""
    out = TextBuilder()
    message = message_from_bytes(_start(out, data), policy=default)
    parts = (part for part in message.walk() if not part.is_multipart())
    page = next((part for part in parts if part.get_content_type() in {"text/html", "application/xhtml+xml"}), None)
    if page is None:
        raise Damaged("no page in the web archive")
    decoded = decode(_payload(page))
    read = read_page_inside(out, decoded.text)
    out.title = read.title
    with out.up_to_limit():
        out.add_structure(read)
    out.add_decoding_losses(decoded.losses)
    address = _header(page, "Content-Location") or _header(message, "Snapshot-Content-Location")
    return out.build((*read.metadata, *((("saved-from", address),) if address else ())))
