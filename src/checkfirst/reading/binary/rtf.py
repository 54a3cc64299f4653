"""RTF documents: the text between the control words."""

import re
from collections.abc import Iterator
from io import StringIO
from typing import Final

from checkfirst import lazy_re
from checkfirst.model.document import Role
from checkfirst.model.losses import Concealment
from checkfirst.reading.binary.text_builder import Full, TextBuilder
from checkfirst.reading.bounds import UNPACKED_CHARACTERS
from checkfirst.reading.parsed import Damaged, LimitExceeded, Structure

#: A control word with its number, a hexadecimal byte, a control symbol, a brace, or plain text.
_TOKEN = lazy_re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.DOTALL
)
#: Control words of groups without text of the document.
_NO_TEXT: Final = {
    *(b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"themedata", b"datastore", b"xmlnstbl"),
    *(b"listtable", b"listoverridetable", b"rsidtbl", b"generator", b"latentstyles", b"fldinst", b"header", b"footer"),
    *(b"headerl", b"headerr", b"footerl", b"footerr", b"colorschememapping", b"filetbl", b"revtbl"),
}
#: Control words that stand for characters.
_CHARACTERS: Final = {
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
#: Levels of nested groups that are read. Not measured.
_DEEPEST: Final = 1_000
#: The code page where none is declared.
_DEFAULT_CODE_PAGE: Final = "cp1252"
#: Values of ``\u``: 16 bits, written as a signed number; the surrogates among them are no characters.
_UNICODE_VALUES, _SURROGATES = 0x10000, range(0xD800, 0xE000)


def read_rtf(data: bytes) -> Structure:
    """The paragraphs of the text. Raises ``Damaged`` for a file that is not RTF, ``LimitExceeded`` for deep groups."""
    if not data.lstrip().startswith(b"{\\rtf"):
        raise Damaged("no RTF: its first group is missing")
    out = TextBuilder()
    with out.up_to_limit():
        for paragraph in _paragraphs(out, data):
            if paragraph.strip():
                out.blank_line()
                out.add(paragraph.strip(), Role.PROSE)
    return out.build()


def _paragraphs(out: TextBuilder, data: bytes) -> Iterator[str]:
    """The paragraphs of the visible text; hidden text is added to ``out``."""
    begun = StringIO()
    for part in _visible_parts(out, data):
        first, *others = part.split("\n")
        begun.write(first)
        for line in others:
            yield begun.getvalue()
            begun = StringIO()
            begun.write(line)
        if begun.tell() > UNPACKED_CHARACTERS:
            break
    yield begun.getvalue()
    if begun.tell() > UNPACKED_CHARACTERS:
        raise Full


def _visible_parts(out: TextBuilder, data: bytes) -> Iterator[str]:
    """The visible text in pieces; hidden text is added to ``out``. Stacks hold the state of each open group."""
    encoded = bytearray()
    without_text, hidden, skip, unicode_skip, page = [False], [False], 0, [1], _DEFAULT_CODE_PAGE
    for match in _TOKEN.finditer(data):
        word, number, code, sign, brace, plain = match.groups()
        if code is not None and not skip and not without_text[-1] and not hidden[-1]:
            # A character of two bytes is written as two hexadecimal bytes: they are decoded together.
            encoded.append(int(code, 16))
            continue
        if encoded and match[0].strip(b"\r\n"):
            yield encoded.decode(page, "replace")
            encoded.clear()
        if brace == b"{":
            if len(without_text) > _DEEPEST:
                raise LimitExceeded(f"groups deeper than {_DEEPEST}")
            without_text.append(without_text[-1])
            hidden.append(hidden[-1])
            unicode_skip.append(unicode_skip[-1])
        elif brace == b"}":
            if len(without_text) > 1:
                without_text.pop(), hidden.pop(), unicode_skip.pop()
        elif word in _NO_TEXT or sign == b"*":
            without_text[-1] = True
        elif word in {b"v", b"deleted"}:
            hidden[-1] = number != b"0"
        elif word == b"uc" and number:
            unicode_skip[-1] = max(0, int(number))
        elif word == b"ansicpg" and number:
            page = _code_page(number)
        elif without_text[-1]:
            continue
        else:
            text, skip = _text_of_token(word, number, code, sign, plain, skip, unicode_skip[-1], page)
            if text and hidden[-1]:
                out.add_hidden(Concealment.HIDDEN_RUN, text)
            elif text:
                yield text
    yield encoded.decode(page, "replace")


def _text_of_token(
    word: bytes | None,
    number: bytes | None,
    code: bytes | None,
    sign: bytes | None,
    plain: bytes | None,
    skip: int,
    unicode_skip: int,
    page: str,
) -> tuple[str, int]:
    """The text of one token, and how many of the characters that replace a ``\\u`` in old programs are still to skip."""
    if word == b"u" and number:
        value = int(number) % _UNICODE_VALUES
        return ("" if value in _SURROGATES else chr(value)), unicode_skip
    if word is not None:
        return _CHARACTERS.get(word, ""), skip
    if code is not None:
        return ("", skip - 1) if skip else (bytes([int(code, 16)]).decode(page, "replace"), 0)
    if sign is not None:
        return {b"~": "\u00a0", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n"}.get(sign, ""), skip
    text = (plain or b"").decode(page, "replace")
    return text[skip:], max(0, skip - len(text))


def _code_page(number: bytes) -> str:
    """The name of a code page; the default for one that Python does not know."""
    name = f"cp{int(number)}"
    try:
        "".encode(name)
    except LookupError:
        return _DEFAULT_CODE_PAGE
    return name
