"""The functions that cost most, in plain Python: what ``_core.c`` must do, and what is used where C could not be compiled.

Texts come as UTF-8 in which lone surrogates are encoded like any other character. Arrays are returned as the bytes of
their items in the machine's own order.
"""

from collections import Counter
from itertools import repeat
from typing import Final
from zlib import crc32

import numpy as np

from checkfirst import lazy_re
from checkfirst.twins_markdown import markdown_parts as markdown_parts

#: Typographic forms of quotation marks, and characters without width.
QUOTATION_MARKS: Final = {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00ad": "", "\ufeff": ""}
#: Other signs outside ASCII that are frequent in prose; in words, those of ASCII are spaces, too.
SIGNS: Final = "–—…•·«»„‚€£¥°±−×≤≥≠→§、。，：；「」（）"
_QUOTATION_BYTES: Final = tuple((a.encode(), b.encode()) for a, b in QUOTATION_MARKS.items())
_SIGN_BYTES: Final = tuple(sign.encode() for sign in SIGNS)
_NO_BREAK: Final = "\u00a0".encode()
_BULLET: Final = "•".encode()
#: ASCII characters of emphasis, code, tables and headings, and words that are list items, rules or underlines.
_MARKUP: Final = b"*_`|#"
_RULES: Final = b"-=~:+>^"
#: Numbers that follow one another count as one, so that "1,000" and "2.5 to 3" have the same words as "7".
_NUMBERS: Final = lazy_re.compile(rb"0[0 ]*")
#: Bytes from here on belong to characters outside ASCII.
_NON_ASCII: Final = 0x80
#: Added to the hashes of unknown words, so that they differ from word numbers.
_UNKNOWN_CODE: Final = 0x8000_0000
_LISTED_PAIR: Final = lazy_re.compile(r"([^\W\d_]+)(?=([^\w\n,;:|/(=])([^\W\d_]+))?")
_LETTERS: Final = lazy_re.compile(r"[^\W\d_]+")
_TOKEN: Final = lazy_re.compile(r"[^\W_]+")
_PLAIN: Final = lazy_re.compile(r"[A-Z]?[a-z]*|[A-Z]*")
_BROKEN_PAIR: Final = lazy_re.compile(r"\b([^\W\d_]+) (?=([^\W\d_]+)\b)")

#: A table of words, which ``word_table`` makes.
WordTable = dict[bytes, int]
#: A table of literals, which ``literal_table`` makes.
LiteralTable = dict[bytes, int]


def translation(digit: str | None) -> bytes:
    """A byte table: letters become lower case, digits become ``digit`` or stay if it is ``None``; newlines, apostrophes
    and bytes outside ASCII stay; all else becomes a space."""
    table = bytearray(b" " * 256)
    for byte in range(256):
        character = chr(byte)
        if byte >= _NON_ASCII or "a" <= character <= "z" or character in "'\n":
            table[byte] = byte
        elif "A" <= character <= "Z":
            table[byte] = byte + 32
        elif character.isdigit():
            table[byte] = ord(digit or character)
    return bytes(table)


#: The learned models know words whose digits are all 0.
_TABLE: Final = translation("0")


def word_table(numbers: dict[bytes, int]) -> WordTable:
    """A table in which the other functions look words up. Numbers are positive."""
    return numbers


def number_words(data: bytes, table: WordTable) -> tuple[bytes, bytes, bytes]:
    """For each word of a text its number (32 bits, 0 if the table has none), its line from 0 (32 bits), and its code: the
    number, or for an unknown word a CRC-32 of at least 2**31.

    Words are in small letters, with 0 for each digit.
    """
    # No word holds the sign of a line's end.
    words = data.replace(_NO_BREAK, b" ").translate(_TABLE).replace(b"\n", b" \1 ").split()
    ids = np.fromiter(map(table.get, words, repeat(0)), dtype=np.int32, count=len(words))
    codes = ids.astype(np.uint32)
    unknown = (ids == 0).nonzero()[0]
    # Unlike Python's own hashes, these are the same in every run.
    codes[unknown] = [crc32(words[n]) | _UNKNOWN_CODE for n in unknown.tolist()]
    ends = np.fromiter(map(b"\1".__eq__, words), dtype=np.bool_, count=len(words))
    inside = (~ends).nonzero()[0]
    lines = ends.cumsum(dtype=np.int32)[inside]
    return ids[inside].tobytes(), lines.tobytes(), codes[inside].tobytes()


def words_alone(data: bytes) -> bytes:
    """The words of a text in small letters, without signs and with 0 for each number."""
    for mark, plain in _QUOTATION_BYTES:
        data = data.replace(mark, plain)
    if not data.isascii():
        for sign in (*_SIGN_BYTES, _NO_BREAK):
            data = data.replace(sign, b" ")
    return _NUMBERS.sub(b" 0 ", b" ".join(data.translate(_TABLE).split()))


def without_blanks(data: bytes, prose: bool) -> bytes:
    """A text with plain quotation marks and single spaces in place of all white space; of prose, without markup."""
    for mark, plain in _QUOTATION_BYTES:
        data = data.replace(mark, plain)
    if not prose:
        return b" ".join(data.split())
    words = data.replace(b"|", b" ").translate(None, _MARKUP).replace(_BULLET, b" ").split()
    return b" ".join([word for word in words if word.strip(_RULES)])


def broken_pairs(text: str, table: WordTable) -> list[tuple[str, str]]:
    """Each two words with one space between them that the table has as one word, but not both of them."""
    return [
        (before, after)
        for before, after in _BROKEN_PAIR.findall(text)
        if _encoded(before + after) in table and not (_encoded(before) in table and _encoded(after) in table)
    ]


def listed_pairs(text: str, table: WordTable) -> list[tuple[str, str, str]]:
    """Each word of letters that the table has, with the sign and the word behind it where one sign alone parts them."""
    return [pair for pair in _LISTED_PAIR.findall(text) if _encoded(pair[0]) in table]


def count_tokens(text: str, counted: WordTable, known: WordTable) -> tuple[bytes, dict[str, int]]:
    """How many words of letters and digits have each number in ``counted`` (64 bits each), as 0 those that only ``known``
    has; and how often each other word comes, in the order of the first ones.

    The tables are asked for words of ASCII's letters in small ones. Other words, and those with capitals behind small
    letters, are in no table.
    """
    counts = [0] * (max(counted.values(), default=0) + 1)
    others = {}
    for word, times in Counter(_TOKEN.findall(text)).items():
        small = word.lower().encode() if _PLAIN.fullmatch(word) else b""
        number = counted.get(small, 0)
        if number or small in known:
            counts[number] += times
        else:
            others[word] = times
    return np.array(counts, dtype=np.int64).tobytes(), others


def line_words(text: str, table: WordTable) -> bytes:
    """The numbers of the words of letters of each line as bits, put together: 32 bits a line."""
    found = np.zeros(text.count("\n") + 1, dtype=np.uint32)
    for n, line in enumerate(text.split("\n")):
        for word in _LETTERS.findall(line):
            found[n] |= table.get(_encoded(word), 0)
    return found.tobytes()


def class_counts(data: bytes, classes: bytes, blank: int) -> bytes:
    """How many bytes of each class each line has, class by class; then where each line starts, and where its first and its
    last byte of another class than ``blank`` are, -1 without one. All have 64 bits.

    ``classes`` has the class of each byte value.
    """
    read = np.frombuffer(data, dtype=np.uint8)
    kinds = np.frombuffer(classes, dtype=np.uint8)[read]
    newlines = read == ord("\n")
    ends = np.append(newlines.nonzero()[0], len(data))
    sizes = np.diff(ends, prepend=-1)
    starts = ends - sizes + 1
    sizes[-1] -= 1
    count = max(classes) + 1
    # One count over numbers of (line, class) pairs is quicker than one per class.
    lines = np.repeat(np.arange(len(ends)), sizes)
    counted = np.bincount(lines * count + kinds, minlength=len(ends) * count).reshape(len(ends), count)
    firsts, lasts = np.full((2, len(ends)), -1, dtype=np.int64)
    inked = ((kinds != blank) & ~newlines).nonzero()[0]
    lasts[lines[inked]] = inked
    firsts[lines[inked[::-1]]] = inked[::-1]
    return np.vstack((counted.T, starts, firsts, lasts)).astype(np.int64).tobytes()


def line_bits(data: bytes, bits: bytes) -> bytes:
    """The bits of all bytes of each line, 64 a line. ``bits`` has those of each byte value."""
    of_bytes = np.frombuffer(bits, dtype=np.uint64)
    # A line without a byte has the bits of its end, which are none.
    own = of_bytes[np.frombuffer(data + b"\n", dtype=np.uint8)]
    ends = (np.frombuffer(data + b"\n", dtype=np.uint8) == ord("\n")).nonzero()[0]
    own[ends] = 0
    return np.bitwise_or.reduceat(own, np.concatenate(([0], ends[:-1] + 1))).tobytes()


def literal_table(bits: dict[bytes, int]) -> LiteralTable:
    """A table of literals, with 64 bits for each. They have 2 to 255 bytes and no end of a line."""
    return bits


def line_literals(data: bytes, literals: LiteralTable) -> bytes:
    """The bits of all literals that each line has, 64 a line."""
    ends = (np.frombuffer(data, dtype=np.uint8) == ord("\n")).nonzero()[0]
    found = np.zeros(len(ends) + 1, dtype=np.uint64)
    for literal, bits in literals.items():
        at = data.find(literal)
        while at >= 0:
            line = int(ends.searchsorted(at))
            found[line] |= np.uint64(bits)
            # Once is enough for a line.
            at = data.find(literal, int(ends[line])) if line < len(ends) else -1
    return found.tobytes()


def text_literals(data: bytes, literals: LiteralTable) -> int:
    """The bits of all literals that a text has. The capital letters of ASCII count as small ones in it."""
    small, bits = data.lower(), 0
    for literal, of_literal in literals.items():
        bits |= of_literal if literal in small else 0
    return bits


def _encoded(word: str) -> bytes:
    return word.encode("utf-8", "surrogatepass")
