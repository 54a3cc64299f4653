"""Decoding: by byte-order mark, then as strict UTF-8, then in the detected encoding; bad bytes are counted as losses."""

import codecs

from msgspec import Struct

from checkfirst.model.location import TextSpan, text_span
from checkfirst.model.losses import Concealment, Hidden, Loss, LossKind

#: Byte-order marks; those of UTF-32 begin like those of UTF-16 and come first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Bytes from which an encoding is detected. Not measured.
_SAMPLE = 1 << 16
#: The encoding where detection fails: the most frequent one that is not UTF-8.
_FALLBACK = "windows-1252"
#: Bytes in which UTF-16 without a byte-order mark is recognized.
_UTF16_HEAD = 1_024
#: Valid non-ASCII characters per invalid one above which a text is damaged UTF-8, not another encoding. Not measured.
_GOOD_PER_BAD = 4
#: A text is UTF-16 if more than this share of the even or of the odd bytes is NUL, the other half has at most this share
#: of that number, and NULs are at least so many. Not measured.
_MANY_NULS, _FEW_NULS, _FEWEST_NULS = 0.4, 0.1, 2
#: Overwritten lines of one document that are kept. Not measured.
_MOST_OVERWRITTEN = 100


class Decoded(Struct, frozen=True, kw_only=True):
    """Text with ``\\n`` line endings, its encoding, and the losses."""

    text: str
    encoding: str
    losses: tuple[Loss, ...] = ()
    """Their spans count lines of this text, which need not be those of the document; see ``reading.read``."""
    overwritten: tuple[Hidden, ...] = ()
    """What a terminal overwrites with the rest of its line; spans as above."""


def decode(data: bytes) -> Decoded:
    """The text of ``data``. Bytes that can't be decoded, and NULs, become U+FFFD and a loss; no error is raised."""
    text, encoding = _decode(data)
    overwritten: tuple[Hidden, ...] = ()
    if "\r" in text:
        text = text.replace("\r\n", "\n")
        overwritten = _overwritten(text) if "\r" in text else ()
        text = text.replace("\r", "\n")
    losses = []
    if "\0" in text:
        losses.append(Loss(kind=LossKind.NUL_BYTES, count=text.count("\0"), span=_line_of(text, "\0")))
        text = text.replace("\0", "\ufffd")
    elif "\ufffd" in text and data.count("\ufffd".encode()) < text.count("\ufffd"):
        losses.append(Loss(kind=LossKind.UNDECODABLE_BYTES, count=text.count("\ufffd"), span=_line_of(text, "\ufffd")))
    return Decoded(text=text, encoding=encoding, losses=tuple(losses), overwritten=overwritten)


def _overwritten(text: str) -> tuple[Hidden, ...]:
    """The beginnings of lines behind which a carriage return goes back; none where carriage returns end the lines."""
    if text.count("\r") > text.count("\n"):
        return ()
    found, number = [], 0
    for line in text.split("\n"):
        *lost, _ = line.split("\r")
        for piece in lost:
            if piece.strip():
                found.append(Hidden(how=Concealment.OVERWRITTEN, text=piece.strip(), span=text_span(number)))
            number += 1
        number += 1
    return tuple(found[:_MOST_OVERWRITTEN])


def _decode(data: bytes) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding.removesuffix("-sig")
    if utf16 := _utf16(data):
        return data.decode(utf16, "replace"), utf16
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(data, error.start):
            return data.decode("utf-8", "replace"), "utf-8"
    encoding = _detected(data)
    return data.decode(encoding, "replace"), encoding


def _is_damaged_utf8(data: bytes, first: int) -> bool:
    """Whether the text around the first bad byte is mostly valid UTF-8 with non-ASCII characters."""
    sample = data[max(0, first - _SAMPLE) : first + _SAMPLE].decode("utf-8", "replace")
    bad = sample.count("\ufffd")
    good = sum(not c.isascii() for c in sample) - bad
    return good > _GOOD_PER_BAD * bad


def _detected(data: bytes) -> str:
    from resiliparse.parse.encoding import detect_encoding

    name = detect_encoding(data[:_SAMPLE]) or _FALLBACK
    try:
        codecs.lookup(name)
    except LookupError:
        return _FALLBACK
    # The data is not valid UTF-8, whatever the detection says.
    return _FALLBACK if name.lower() in {"utf-8", "ascii", "us-ascii"} else name.lower()


def _utf16(data: bytes) -> str | None:
    """The byte order of UTF-16 without a byte-order mark, in which every other byte of Latin text is NUL; else ``None``."""
    even, odd = data[0:_UTF16_HEAD:2].count(0), data[1:_UTF16_HEAD:2].count(0)
    least = _MANY_NULS * len(data[0:_UTF16_HEAD:2])
    if least < _FEWEST_NULS or max(even, odd) <= least or min(even, odd) > _FEW_NULS * max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _line_of(text: str, character: str) -> TextSpan:
    """The line of a character's first occurrence."""
    return text_span(text.count("\n", 0, text.index(character)))
