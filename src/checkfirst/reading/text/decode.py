"""Bytes to text: byte-order mark, then strict UTF-8, then detection; what was lost is counted."""

import codecs
from dataclasses import dataclass

from checkfirst.model.location import TextSpan, text_span
from checkfirst.model.losses import Loss, LossKind

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Detection looks at this much; encodings do not change within a file that is worth reading.
_SAMPLE = 1 << 16
#: Bytes in which halves of UTF-16 are looked for.
_WIDE_HEAD = 1_024
#: Characters that decode as UTF-8 to one that does not, from which the text is damaged and not in another encoding.
#: Not measured.
_GOOD_A_BAD = 4
#: Share of NUL among the even or the odd bytes of the start from which they are halves of UTF-16; share of the more
#: frequent ones that the others may be; and NULs from which that can be told. Not measured.
_MANY_NULS, _FEW_NULS, _FEWEST_NULS = 0.4, 0.1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Text with ``\\n`` line endings, its encoding, and the losses."""

    text: str
    encoding: str
    losses: tuple[Loss, ...] = ()


def decode(data: bytes) -> Decoded:
    """Decode ``data``. Never fails: what can't be decoded becomes U+FFFD and a loss with its line."""
    text, encoding = _decode(data)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    losses = []
    if "\0" in text:
        losses.append(Loss(kind=LossKind.NUL_BYTES, count=text.count("\0"), span=_line_of(text, "\0")))
        text = text.replace("\0", "\ufffd")
    elif "\ufffd" in text and data.count("\ufffd".encode()) < text.count("\ufffd"):
        losses.append(Loss(kind=LossKind.UNDECODABLE_BYTES, count=text.count("\ufffd"), span=_line_of(text, "\ufffd")))
    return Decoded(text=text, encoding=encoding, losses=tuple(losses))


def _decode(data: bytes) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding.removesuffix("-sig")
    if wide := _wide(data):
        return data.decode(wide, "replace"), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(data, error.start):
            return data.decode("utf-8", "replace"), "utf-8"
    encoding = _detected(data)
    return data.decode(encoding, "replace"), encoding


def _is_damaged_utf8(data: bytes, first: int) -> bool:
    """Mostly valid multi-byte UTF-8 with a few bad bytes: damage, not another encoding."""
    sample = data[max(0, first - _SAMPLE) : first + _SAMPLE].decode("utf-8", "replace")
    bad = sample.count("\ufffd")
    good = sum(not c.isascii() for c in sample) - bad
    return good > _GOOD_A_BAD * bad


def _detected(data: bytes) -> str:
    from resiliparse.parse.encoding import detect_encoding

    name = detect_encoding(data[:_SAMPLE]) or "windows-1252"
    try:
        codecs.lookup(name)
    except LookupError:
        return "windows-1252"
    # UTF-8 was tried and refused; the usual legacy encoding loses least.
    return "windows-1252" if name.lower() in {"utf-8", "ascii", "us-ascii"} else name.lower()


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of text in Latin script is NUL."""
    even, odd = data[0:_WIDE_HEAD:2].count(0), data[1:_WIDE_HEAD:2].count(0)
    least = _MANY_NULS * len(data[0:_WIDE_HEAD:2])
    if least < _FEWEST_NULS or max(even, odd) <= least or min(even, odd) > _FEW_NULS * max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _line_of(text: str, character: str) -> TextSpan:
    return text_span(text.count("\n", 0, text.index(character)))
