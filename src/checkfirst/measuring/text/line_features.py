"""The features of a line: their names, and the rows for length, form, beginning and end."""

from collections import Counter
from typing import Final

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.text.cues import Cue

Counts = NDArray[np.int64]

#: Classes of bytes; their shares of a line are features.
_CLASSES: Final = ("lower", "upper", "digit", "space", "stop", "comma", "bracket", "symbol", "other", "bar")
_LOWER, _UPPER, DIGIT, SPACE, _STOP, _COMMA, _BRACKET, _SYMBOL, _OTHER, _BAR, NEWLINE = range(11)
#: First characters of a line that are features, in groups.
_OPENERS: Final = {
    "bullet": b"-*+",
    "hash": b"#",
    "angle": b">",
    "bar": b"|",
    "quote": b"\"'",
    "at": b"@",
    "bracket": b"([{<",
    "digit": b"0123456789",
}
#: Words of a long, a medium and a short line, and share of a line's words with capitals from which it counts as
#: capitalised. The weights were learned with them; not measured.
_LONG_WORDS: Final = 25
_MEDIUM_WORDS: Final = 8
_SHORT_WORDS: Final = 4
_CAPITALISED_FROM: Final = 0.6
_FORM: Final = (
    *("length", "words", "repeats", "punctuation", "lines before", "lines after", "lines in all"),
    *(f"{_LONG_WORDS} words or more", f"{_MEDIUM_WORDS} words or more", f"{_SHORT_WORDS} words or fewer"),
    *("capitalised", "all capitals", "position"),
)
#: Last characters of a line that are features, one each.
_END_SIGNS: Final = "?!:,"
#: Last characters that close a sentence besides ``.``, ``!`` and ``?``.
_CLOSING_QUOTE, _CLOSING_BRACKET = b'")'
#: First of the three bytes of typographic quotes, dashes and the ellipsis in UTF-8, and how many bytes follow it; bytes of
#: other characters than ASCII begin at ``_NON_ASCII``.
_TYPOGRAPHIC: Final = 0xE2
_FOLLOWING: Final = 2
_NON_ASCII: Final = 0x80
_ENDS: Final = (
    *("indent", "begins with a capital", "begins with a small letter", "ends a sentence"),
    *(f"ends with {sign}" for sign in _END_SIGNS),
    *("ends with a letter", "ends with a digit"),
)
#: Names of the cue features, 1 on lines with the cue.
CUE_COLUMNS: Final = tuple(f"cue {cue.name.lower()}" for cue in Cue)
#: Names of all features of a line, in the order of the rows of ``Lines.features``.
LINE_COLUMNS: Final = (
    *_FORM,
    *_ENDS,
    *(f"share of {name}" for name in _CLASSES),
    *(f"begins with {name}" for name in _OPENERS),
    *CUE_COLUMNS,
)
(_LENGTH, _WORDS, _REPEATS, _PUNCTUATION, _BEFORE, _AFTER, _IN_ALL) = range(7)
(_LONG, _MEDIUM, _SHORT, _CAPITALISED, _CAPITALS, _POSITION) = range(_IN_ALL + 1, len(_FORM))
_INDENT: Final = LINE_COLUMNS.index("indent")
_BEGINS_UPPER: Final = LINE_COLUMNS.index("begins with a capital")
_BEGINS_LOWER: Final = LINE_COLUMNS.index("begins with a small letter")
#: Row of the feature that is 1 on lines that end a sentence.
CLOSES: Final = LINE_COLUMNS.index("ends a sentence")
_FIRST_SIGN: Final = CLOSES + 1
_ENDS_LOWER: Final = LINE_COLUMNS.index("ends with a letter")
_ENDS_DIGIT: Final = LINE_COLUMNS.index("ends with a digit")
FIRST_CLASS: Final = len(_FORM) + len(_ENDS)
FIRST_OPENER: Final = FIRST_CLASS + len(_CLASSES)
FIRST_CUE: Final = len(LINE_COLUMNS) - len(Cue)


def _byte_table(values: tuple[tuple[bytes, int], ...], default: int, high: int) -> NDArray[np.uint8]:
    """A number for each byte value: of its characters, else ``high`` outside ASCII and ``default`` within."""
    table = np.full(256, default, dtype=np.uint8)
    table[_NON_ASCII:] = high
    for characters, number in values:
        table[np.frombuffer(characters, dtype=np.uint8)] = number
    return table


BYTE_CLASSES = _byte_table(
    (
        (b"abcdefghijklmnopqrstuvwxyz", _LOWER),
        (b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", _UPPER),
        (b"0123456789", DIGIT),
        (b" \t\x0b\x0c\r\x1c\x1d\x1e\x1f", SPACE),
        (b".!?", _STOP),
        (b",;:'\"", _COMMA),
        (b"()[]{}<>", _BRACKET),
        (b"|", _BAR),
        (b"\n", NEWLINE),
    ),
    _SYMBOL,
    _OTHER,
)
_OPENER_TABLE = _byte_table(tuple((group, n) for n, group in enumerate(_OPENERS.values(), start=1)), 0, 0)


def fill_form(features: Matrix, stripped: list[str], filled: Counts, words: Counts, counts: Counts, total: int) -> None:
    """Fill the rows of ``_FORM``. ``words`` and ``counts`` are those of the lines of ``filled``, of ``total`` lines."""
    repeats = Counter(stripped) if len(set(stripped)) < len(stripped) else {}
    upper, lower = counts[_UPPER], counts[_LOWER]
    position = filled.astype(np.float32)
    features[_LENGTH] = counts[:NEWLINE].sum(axis=0) - counts[SPACE]
    features[_WORDS] = words
    if not repeats:
        features[_REPEATS] = 1
    else:
        features[_REPEATS] = np.fromiter(map(repeats.__getitem__, stripped), dtype=np.float32, count=len(stripped))
    features[_PUNCTUATION] = counts[_STOP] + counts[_COMMA]
    features[_BEFORE] = position
    features[_AFTER] = total - 1 - position
    features[_IN_ALL] = total
    counted = features[: _IN_ALL + 1]
    np.log1p(counted, out=counted)
    features[_LONG] = words >= _LONG_WORDS
    features[_MEDIUM] = words >= _MEDIUM_WORDS
    features[_SHORT] = words <= _SHORT_WORDS
    features[_CAPITALISED] = upper >= np.maximum(_CAPITALISED_FROM * words, 1)
    features[_CAPITALS] = (upper > 1) & (lower == 0)
    features[_POSITION] = position / max(total - 1, 1)


def fill_ends(features: Matrix, data: NDArray[np.uint8], edges: Counts) -> None:
    """Fill the rows of ``_ENDS`` and ``_OPENERS``. ``edges`` says of each line where it starts in ``data``, and where its
    first and last byte are that is not white space."""
    starts, first, last = edges
    begin, end = data[first], data[last]
    closing, opening = BYTE_CLASSES[end], BYTE_CLASSES[begin]
    # ``last`` is the third byte of such a character.
    head = data[np.maximum(last - _FOLLOWING, 0)]
    typographic = (end >= _NON_ASCII) & (last >= _FOLLOWING) & (head == _TYPOGRAPHIC)
    features[_INDENT] = np.log1p(first - starts)
    features[_BEGINS_UPPER] = opening == _UPPER
    features[_BEGINS_LOWER] = opening == _LOWER
    features[CLOSES] = (closing == _STOP) | (end == _CLOSING_QUOTE) | (end == _CLOSING_BRACKET) | typographic
    for n, sign in enumerate(_END_SIGNS.encode(), start=_FIRST_SIGN):
        features[n] = end == sign
    features[_ENDS_LOWER] = closing == _LOWER
    features[_ENDS_DIGIT] = closing == DIGIT
    opener = _OPENER_TABLE[begin]
    known = opener.nonzero()[0]
    features[FIRST_OPENER - 1 + opener[known].astype(np.int64), known] = 1
