"""Mail (EML and MBOX): what each message says, with its head; attachments are listed and not read."""

import re
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import default
from typing import Final

from checkfirst.model.document import Role
from checkfirst.model.location import AS_STORED
from checkfirst.model.losses import LossKind
from checkfirst.reading.binary.text_builder import TextBuilder
from checkfirst.reading.parsed import Damaged, Structure
from checkfirst.reading.text.decode import decode
from checkfirst.reading.text.html import read_html

_HEAD: Final = ("From", "To", "Cc", "Date", "Subject")
#: What separates messages: a blank line, a sender, a date with a time (RFC 4155, appendix A), and a header below.
_MESSAGE = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From \S[^\n]{0,200}\d{1,2}:\d{2}[^\n]{0,40}\r?\n(?=[\w-]+:)")
#: Messages of one mailbox that are read, and parts of one message.
_MOST, _PARTS = 20_000, 200


def read_mail(data: bytes) -> Structure:
    """One page a message; quoted lines as quotations."""
    out = TextBuilder()
    starts = [m.start() for m in _MESSAGE.finditer(data)]
    if not starts:
        messages = [data]
    else:
        messages = [data[a:b] for a, b in zip(starts, [*starts[1:], len(data)], strict=True)][:_MOST]
        if len(starts) > _MOST:
            out.add_loss(LossKind.MESSAGE, len(starts) - _MOST)
    numbers: dict[str, int] = {}
    for number, raw in enumerate(messages, start=1):
        out.page = number
        body = raw.partition(b"\n")[2] if raw.startswith(b"From ") else raw
        message = message_from_bytes(body, policy=default)
        numbers.setdefault(_header(message, "Message-ID"), number)
        _message(out, message, _answered(message, numbers))
        out.blank_line()
    return out.build()


def _answered(message: EmailMessage | Message, numbers: dict[str, int]) -> int | None:
    """The number of the message that this one answers, where it stands above."""
    named = f"{_header(message, 'In-Reply-To')} {' '.join(reversed(_header(message, 'References').split()))}"
    return next((numbers[name] for name in named.split() if name in numbers), None)


def _message(out: TextBuilder, message: EmailMessage | Message, answered: int | None) -> None:
    for name in _HEAD:
        if value := _header(message, name):
            if name == "Subject" and out.title is None:
                out.title = value
            out.add(f"{name}: {value}", Role.METADATA)
    if answered:
        out.add(f"In reply to message {answered}", Role.METADATA)
    out.blank_line()
    parts = [part for part in message.walk() if not part.is_multipart()][:_PARTS]
    plain = [part for part in parts if part.get_content_type() == "text/plain" and not part.get_filename()]
    pages = [part for part in parts if part.get_content_type() == "text/html" and not part.get_filename()]
    for part in plain or pages:
        text = _decoded(part).replace("\r\n", "\n")
        text = text if part in plain else read_html(text).text
        for line in text.rstrip("\n").split("\n"):
            quoted = line.startswith(">")
            out.add(line, Role.QUOTATION if quoted else Role.PROSE)
    for part in parts:
        if part.get_filename():
            out.add_loss(LossKind.ATTACHMENT)


def _decoded(part: Message) -> str:
    """The text in the character set that the part declares, if that can be; else in what its bytes look like."""
    data = _payload(part)
    try:
        return data.decode(part.get_content_charset() or "x-none")
    except (LookupError, UnicodeDecodeError):
        return decode(data).text


def _payload(part: Message) -> bytes:
    try:
        found = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError):
        found = None
    return found if isinstance(found, bytes) else b""


def _header(message: EmailMessage | Message, name: str) -> str:
    try:
        value = message.get(name)
    except Exception:  # the standard library's header parser raises what it likes on broken ones
        return ""
    return " ".join(str(value).split()) if value else ""


def read_web_archive(data: bytes) -> Structure:
    """A web page saved as mail (MHTML): the page itself; pictures, styles and frames beside it are left out.

    Raises ``Damaged`` where there is no page in it.
    """
    message = message_from_bytes(data, policy=default)
    parts = [part for part in message.walk() if not part.is_multipart()][:_PARTS]
    page = next((part for part in parts if part.get_content_type() in {"text/html", "application/xhtml+xml"}), None)
    if page is None:
        raise Damaged("no page in the web archive")
    read = read_html(decode(_payload(page)).text)
    address = _header(page, "Content-Location") or _header(message, "Snapshot-Content-Location")
    saved = (("saved-from", address),) if address else ()
    return replace(read, line_map=AS_STORED, metadata=(*read.metadata, *saved))
