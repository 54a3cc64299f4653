"""RTF: the text between the control words."""

import re
from typing import Final

from checkfirst.model.document import Role
from checkfirst.model.losses import Concealment
from checkfirst.reading.binary.text_builder import TextBuilder
from checkfirst.reading.parsed import Damaged, LimitExceeded, Structure

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.DOTALL
)
#: Groups that hold no text of the document.
_APART: Final = {
    *(b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"themedata", b"datastore", b"xmlnstbl"),
    *(b"listtable", b"listoverridetable", b"rsidtbl", b"generator", b"latentstyles", b"fldinst", b"header", b"footer"),
    *(b"headerl", b"headerr", b"footerl", b"footerr", b"colorschememapping", b"filetbl", b"revtbl"),
}
_SIGNS: Final = {
    **dict.fromkeys((b"par", b"line", b"sect", b"page", b"row"), "\n"),
    b"tab": "\t",
    b"cell": " | ",
    b"emdash": "\u2014",
    b"endash": "\u2013",
    b"lquote": "\u2018",
    b"rquote": "\u2019",
    b"ldblquote": "\u201c",
    b"rdblquote": "\u201d",
    b"bullet": "\u2022",
}
_DEEPEST: Final = 1_000


def read_rtf(data: bytes) -> Structure:
    """The text as paragraphs. Raises ``Damaged`` for what is no RTF, ``LimitExceeded`` for groups too deep."""
    if not data.lstrip().startswith(b"{\\rtf"):
        raise Damaged("no RTF: its first group is missing")
    out = TextBuilder()
    for paragraph in "".join(_text(out, data)).split("\n"):
        if paragraph.strip():
            out.blank_line()
            out.add(paragraph.strip(), Role.PROSE)
    return out.build()


def _text(out: TextBuilder, data: bytes) -> list[str]:
    parts: list[str] = []
    waiting = bytearray()
    apart, hidden, skip, unicode_skip, page = [False], [False], 0, [1], "cp1252"
    for match in _TOKEN.finditer(data):
        word, number, code, sign, brace, plain = match.groups()
        if code is not None and not skip and not apart[-1] and not hidden[-1]:
            # Letters of two bytes are written as two of these.
            waiting.append(int(code, 16))
            continue
        if waiting and match[0].strip(b"\r\n"):
            parts.append(waiting.decode(page, "replace"))
            waiting.clear()
        if brace == b"{":
            if len(apart) > _DEEPEST:
                raise LimitExceeded(f"groups deeper than {_DEEPEST}")
            apart.append(apart[-1])
            hidden.append(hidden[-1])
            unicode_skip.append(unicode_skip[-1])
        elif brace == b"}":
            if len(apart) > 1:
                apart.pop(), hidden.pop(), unicode_skip.pop()
        elif word in _APART or sign == b"*":
            apart[-1] = True
        elif word in {b"v", b"deleted"}:
            hidden[-1] = number != b"0"
        elif word == b"uc" and number:
            unicode_skip[-1] = max(0, int(number))
        elif word == b"ansicpg" and number:
            page = _code_page(number)
        elif apart[-1]:
            continue
        else:
            text, skip = _shown(word, number, code, sign, plain, skip, unicode_skip[-1], page)
            if text and hidden[-1]:
                out.add_hidden(Concealment.HIDDEN_RUN, text)
            elif text:
                parts.append(text)
    parts.append(waiting.decode(page, "replace"))
    return parts


def _shown(
    word: bytes | None,
    number: bytes | None,
    code: bytes | None,
    sign: bytes | None,
    plain: bytes | None,
    skip: int,
    unicode_skip: int,
    page: str,
) -> tuple[str, int]:
    """What one token shows, and how many characters that stand for an older program are still to be skipped."""
    if word == b"u" and number:
        point = int(number) % 65536
        return ("" if 0xD800 <= point < 0xE000 else chr(point)), unicode_skip
    if word is not None:
        return _SIGNS.get(word, ""), skip
    if code is not None:
        return ("", skip - 1) if skip else (bytes([int(code, 16)]).decode(page, "replace"), 0)
    if sign is not None:
        return {b"~": "\u00a0", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n"}.get(sign, ""), skip
    text = (plain or b"").decode(page, "replace")
    return text[skip:], max(0, skip - len(text))


def _code_page(number: bytes) -> str:
    name = f"cp{int(number)}"
    try:
        "".encode(name)
    except LookupError:
        return "cp1252"
    return name
