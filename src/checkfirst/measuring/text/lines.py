"""Features of every line, in arrays: how it is shaped, what it repeats, which cues it carries."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.text.cues import DATE_DIGITS, LONGEST, Cue, cues_of
from checkfirst.measuring.text.tokens import Words
from checkfirst.measuring.text.triggers import OF_CUES, WITH_DIGITS, WORDED_WITHIN, Trigger

Counts = NDArray[np.int64]

_CLASSES: Final = ("lower", "upper", "digit", "space", "stop", "comma", "bracket", "symbol", "other", "bar")
_LOWER, _UPPER, _DIGIT, _SPACE, _STOP, _COMMA, _BRACKET, _SYMBOL, _OTHER, _BAR, _NEWLINE = range(11)
_WIDTH: Final = 11
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
_FORM: Final = (
    *("length", "words", "repeats", "punctuation", "lines before", "lines after", "lines in all"),
    *("25 words or more", "8 words or more", "4 words or fewer", "capitalised", "all capitals", "position"),
)
#: Signs that a line may end with, each a feature of its own.
_END_SIGNS: Final = "?!:,"
_ENDS: Final = (
    *("indent", "begins with a capital", "begins with a small letter", "ends a sentence"),
    *(f"ends with {sign}" for sign in _END_SIGNS),
    *("ends with a letter", "ends with a digit"),
)
#: The cues as features: 1 where a line carries the cue.
CUE_COLUMNS: Final = tuple(f"cue {cue.name.lower()}" for cue in Cue)
#: Names of a line's shape features, in the order of their rows.
LINE_COLUMNS: Final = (
    *_FORM,
    *_ENDS,
    *(f"share of {name}" for name in _CLASSES),
    *(f"begins with {name}" for name in _OPENERS),
    *CUE_COLUMNS,
)
(_LENGTH, _WORDS, _REPEATS, _PUNCTUATION, _BEFORE, _AFTER, _IN_ALL) = range(7)
(_LONG, _FAIR, _SHORT, _CAPITALISED, _CAPITALS, _POSITION) = range(_IN_ALL + 1, len(_FORM))
_INDENT: Final = LINE_COLUMNS.index("indent")
_BEGINS_UPPER: Final = LINE_COLUMNS.index("begins with a capital")
_BEGINS_LOWER: Final = LINE_COLUMNS.index("begins with a small letter")
#: Row of the shape that says whether a line ends as a sentence does.
CLOSES: Final = LINE_COLUMNS.index("ends a sentence")
_FIRST_SIGN: Final = CLOSES + 1
_ENDS_LOWER: Final = LINE_COLUMNS.index("ends with a letter")
_ENDS_DIGIT: Final = LINE_COLUMNS.index("ends with a digit")
_FIRST_CLASS: Final = len(_FORM) + len(_ENDS)
_FIRST_OPENER: Final = _FIRST_CLASS + len(_CLASSES)
_FIRST_CUE: Final = len(LINE_COLUMNS) - len(Cue)
#: Words of a line up to which it is tried as a name.
_FEW_WORDS: Final = 6


def _byte_table(values: tuple[tuple[bytes, int], ...], default: int, high: int) -> NDArray[np.uint8]:
    table = np.full(256, default, dtype=np.uint8)
    table[128:] = high
    for characters, number in values:
        table[np.frombuffer(characters, dtype=np.uint8)] = number
    return table


_TABLE = _byte_table(
    (
        (b"abcdefghijklmnopqrstuvwxyz", _LOWER),
        (b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", _UPPER),
        (b"0123456789", _DIGIT),
        (b" \t\x0b\x0c\r\x1c\x1d\x1e\x1f", _SPACE),
        (b".!?", _STOP),
        (b",;:'\"", _COMMA),
        (b"()[]{}<>", _BRACKET),
        (b"|", _BAR),
        (b"\n", _NEWLINE),
    ),
    _SYMBOL,
    _OTHER,
)
_OPENER_TABLE = _byte_table(tuple((group, n) for n, group in enumerate(_OPENERS.values(), start=1)), 0, 0)


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text with their shape; arrays have an item a line unless they say otherwise."""

    texts: list[str]
    blank: NDArray[np.bool_]
    filled: Counts
    """Numbers of the lines with content."""
    shape: Matrix
    """A row for each of ``LINE_COLUMNS``, a column for each line with content."""
    cues: dict[int, list[Cue]]
    """Cues of the lines that carry any."""
    triggers: dict[int, int]
    """Triggers of the lines whose words are any, as bits."""
    lengths: Counts
    """Bytes of UTF-8 that are not white space."""
    word_counts: Counts


def measure_lines(text: str, words: Words, triggers: NDArray[np.int32]) -> Lines:
    """Shape features of all lines of ``text``. ``triggers`` holds the bits of each word number."""
    texts = text.split("\n")
    stripped = [line.strip() for line in texts]
    data = np.frombuffer(text.encode("utf-8", "surrogatepass"), dtype=np.uint8)
    classes = _TABLE[data]
    ends = np.append((classes == _NEWLINE).nonzero()[0], len(data))
    counts = _class_counts(classes, ends)
    totals = counts[:_NEWLINE].sum(axis=0)
    lengths = totals - counts[_SPACE]
    blank = lengths == 0
    if not text.isascii():
        # White space of other alphabets: a line of it is as blank as any.
        blank |= np.fromiter((not line for line in stripped), dtype=np.bool_, count=len(stripped))
    filled = (~blank).nonzero()[0]
    word_counts = np.bincount(words.lines, minlength=len(texts))
    triggered = _line_triggers(words, triggers, counts[_DIGIT])
    cues = _find_cues(stripped, triggered, word_counts, lengths, counts[_DIGIT], filled)
    shape = np.zeros((len(LINE_COLUMNS), len(filled)), dtype=np.float32)
    if len(filled):
        own = counts[:, filled]
        _fill_form(shape, [stripped[n] for n in filled.tolist()], filled, word_counts[filled], own, len(texts))
        shape[_FIRST_CLASS:_FIRST_OPENER] = own[:_NEWLINE] / np.maximum(totals[filled], 1)
        _fill_ends(shape, data, classes, ends, filled)
        place = np.cumsum(~blank) - 1
        for number, found in cues.items():
            shape[[_FIRST_CUE + cue for cue in found], place[number]] = 1
    return Lines(
        texts=texts,
        blank=blank,
        filled=filled,
        shape=shape,
        cues=cues,
        triggers=triggered,
        lengths=lengths,
        word_counts=word_counts,
    )


def _class_counts(classes: NDArray[np.uint8], ends: Counts) -> Counts:
    """Bytes of each class in each line, a row a class, in one count over (line, class) pairs."""
    sizes = ends + 1
    sizes[1:] -= ends[:-1] + 1
    sizes[-1] -= 1
    key = np.repeat(np.arange(len(ends), dtype=np.int32) * _WIDTH, sizes)
    key += classes
    counted = np.bincount(key, minlength=len(ends) * _WIDTH).reshape(len(ends), _WIDTH)
    return np.ascontiguousarray(counted.T)


def _line_triggers(words: Words, triggers: NDArray[np.int32], digits: Counts) -> dict[int, int]:
    """The triggers of each line's words, joined; those that can't matter where they stand are left out."""
    bits = triggers[words.ids]
    hits = bits.nonzero()[0]
    if not len(hits):
        return {}
    lines, bits = words.lines[hits], bits[hits]
    deep = hits - np.searchsorted(words.lines, lines) >= WORDED_WITHIN
    bits[deep] &= ~int(Trigger.WORDED)
    bits[digits[lines] == 0] &= ~WITH_DIGITS
    starts = np.concatenate(([0], (lines[1:] != lines[:-1]).nonzero()[0] + 1))
    joined = np.bitwise_or.reduceat(bits, starts)
    told = joined != 0
    return dict(zip(lines[starts[told]].tolist(), joined[told].tolist(), strict=True))


def _find_cues(
    stripped: list[str],
    triggered: dict[int, int],
    word_counts: Counts,
    lengths: Counts,
    digits: Counts,
    filled: Counts,
) -> dict[int, list[Cue]]:
    few = word_counts[filled] <= _FEW_WORDS
    tried = set(filled[(few | (digits[filled] >= DATE_DIGITS)) & (lengths[filled] <= LONGEST)].tolist())
    tried.update(line for line, triggers in triggered.items() if triggers & OF_CUES)
    cues = {}
    for number in sorted(tried):
        line = stripped[number]
        if 0 < len(line) <= LONGEST and (found := cues_of(line, triggered.get(number, 0), int(digits[number]))):
            cues[number] = found
    return cues


def _fill_form(shape: Matrix, stripped: list[str], filled: Counts, words: Counts, counts: Counts, total: int) -> None:
    repeats = Counter(stripped)
    upper, lower = counts[_UPPER], counts[_LOWER]
    position = filled.astype(np.float32)
    shape[_LENGTH] = counts[:_NEWLINE].sum(axis=0) - counts[_SPACE]
    shape[_WORDS] = words
    if len(repeats) == len(stripped):
        shape[_REPEATS] = 1
    else:
        shape[_REPEATS] = np.fromiter(map(repeats.__getitem__, stripped), dtype=np.float32, count=len(stripped))
    shape[_PUNCTUATION] = counts[_STOP] + counts[_COMMA]
    shape[_BEFORE] = position
    shape[_AFTER] = total - 1 - position
    shape[_IN_ALL] = total
    counted = shape[: _IN_ALL + 1]
    np.log1p(counted, out=counted)
    shape[_LONG] = words >= 25
    shape[_FAIR] = words >= 8
    shape[_SHORT] = words <= 4
    shape[_CAPITALISED] = upper >= np.maximum(0.6 * words, 1)
    shape[_CAPITALS] = (upper > 1) & (lower == 0)
    shape[_POSITION] = position / max(total - 1, 1)


def _fill_ends(
    shape: Matrix, data: NDArray[np.uint8], classes: NDArray[np.uint8], ends: Counts, filled: Counts
) -> None:
    """How each line begins and ends: its first and last byte that is not white space."""
    inked = ((classes != _SPACE) & (classes != _NEWLINE)).nonzero()[0]
    starts = np.concatenate(([0], ends[:-1] + 1))[filled]
    first = inked[np.minimum(np.searchsorted(inked, starts), len(inked) - 1)]
    last = inked[np.searchsorted(inked, ends[filled]) - 1]
    begin, end, closing = data[first], data[last], classes[last]
    typographic = (end >= 0x80) & (last >= 2) & (data[np.maximum(last - 2, 0)] == 0xE2)
    shape[_INDENT] = np.log1p(first - starts)
    shape[_BEGINS_UPPER] = classes[first] == _UPPER
    shape[_BEGINS_LOWER] = classes[first] == _LOWER
    shape[CLOSES] = (closing == _STOP) | (end == 0x22) | (end == 0x29) | typographic
    for n, sign in enumerate(_END_SIGNS.encode(), start=_FIRST_SIGN):
        shape[n] = end == sign
    shape[_ENDS_LOWER] = closing == _LOWER
    shape[_ENDS_DIGIT] = closing == _DIGIT
    opener = _OPENER_TABLE[begin]
    known = opener.nonzero()[0]
    shape[_FIRST_OPENER - 1 + opener[known].astype(np.int64), known] = 1
