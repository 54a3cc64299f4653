"""Features of every line, in arrays: how it is shaped, what it repeats, which cues it carries."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.cues import LONGEST, Cue, cues_of
from checkfirst.measuring.words import Words

Matrix = NDArray[np.float32]

_CLASSES: Final = ("lower", "upper", "digit", "space", "stop", "comma", "bracket", "symbol", "other", "bar")
_LOWER, _UPPER, _DIGIT, _SPACE, _STOP, _COMMA, _BRACKET, _SYMBOL, _OTHER, _BAR, _NEWLINE = range(11)
_WIDTH: Final = 11
_OPENERS: Final = (b"-*+", b"#", b">", b"|", b"\"'", b"@", b"([{<", b"0123456789")
_FORM_COLUMNS: Final = 24
BASE_COLUMNS: Final = _FORM_COLUMNS + len(_CLASSES) + len(_OPENERS) + len(Cue)
#: Columns whose neighbours' values are features too: length, words, endings, blank, repeated, indent ...
_NEIGHBOURED: Final = (0, 1, 2, 4, 5, 6, 7, 8, 9)
#: Words of a line up to which every cue is tried; a longer one needs a word that cues are made of.
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
_OPENER_TABLE = _byte_table(tuple((group, n) for n, group in enumerate(_OPENERS, start=1)), 0, 0)


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text with their shape; all arrays have a row a line."""

    texts: list[str]
    shape: Matrix
    """``BASE_COLUMNS`` columns."""
    cues: dict[int, list[Cue]]
    """Cues of the lines that carry any."""
    blank: NDArray[np.bool_]
    lengths: NDArray[np.int64]
    """Bytes of UTF-8 that are not white space."""
    word_counts: NDArray[np.int64]


def measure_lines(text: str, words: Words, triggers: NDArray[np.bool_]) -> Lines:
    """Shape features of all lines of ``text``.

    ``triggers`` says of each word number whether some cue is made of it.
    """
    texts = text.split("\n")
    data = np.frombuffer(text.encode("utf-8", "surrogatepass"), dtype=np.uint8)
    classes = _TABLE[data]
    ends = np.append(np.flatnonzero(classes == _NEWLINE), len(data))
    counts = _class_counts(classes, ends)
    lengths = counts[:, :_NEWLINE].sum(axis=1) - counts[:, _SPACE]
    blank = lengths == 0
    word_counts = np.bincount(words.lines, minlength=len(texts))
    stripped = [line.strip() for line in texts]
    if not text.isascii():
        # White space of other alphabets: a line of it is as blank as any.
        blank |= np.fromiter((not line for line in stripped), dtype=np.bool_, count=len(stripped))
    triggered = np.bincount(words.lines, weights=triggers[words.ids], minlength=len(texts)) > 0
    tried = ~blank & (lengths <= LONGEST) & ((word_counts <= _FEW_WORDS) | triggered | (counts[:, _DIGIT] >= 6))
    cues = {}
    for number in np.flatnonzero(tried).tolist():
        line = stripped[number]
        if 0 < len(line) <= LONGEST and (found := cues_of(line)):
            cues[number] = found
    shape = np.zeros((len(texts), BASE_COLUMNS), dtype=np.float32)
    _fill_form(shape, stripped, word_counts, counts, blank)
    _fill_ends(shape, data, classes, ends, blank)
    for number, found in cues.items():
        shape[number, [cue - len(Cue) for cue in found]] = 1
    return Lines(texts=texts, shape=shape, cues=cues, blank=blank, lengths=lengths, word_counts=word_counts)


def _class_counts(classes: NDArray[np.uint8], ends: NDArray[np.int64]) -> NDArray[np.int64]:
    """Bytes of each class in each line, in one count over (line, class) pairs."""
    sizes = np.diff(np.concatenate(([-1], ends)))
    sizes[-1] -= 1
    key = np.repeat(np.arange(len(ends), dtype=np.int32) * _WIDTH, sizes)
    key += classes
    return np.bincount(key, minlength=len(ends) * _WIDTH).reshape(len(ends), _WIDTH)


def _fill_form(
    shape: Matrix,
    stripped: list[str],
    words: NDArray[np.int64],
    counts: NDArray[np.int64],
    blank: NDArray[np.bool_],
) -> None:
    total = np.maximum(counts[:, :_NEWLINE].sum(axis=1), 1)
    repeats = Counter(stripped)
    n = len(stripped)
    position = np.arange(n, dtype=np.float32)
    upper, lower = counts[:, _UPPER], counts[:, _LOWER]
    columns = (
        np.log1p(total - counts[:, _SPACE]),
        np.log1p(words),
        blank,
        words >= 25,
        np.log1p(np.array([repeats[line] for line in stripped], dtype=np.float32)) * ~blank,
        np.log1p(counts[:, _STOP] + counts[:, _COMMA]),
        words >= 8,
        (words <= 4) & ~blank,
        upper >= np.maximum(0.6 * words, 1),
        (upper > 1) & (lower == 0),
        np.log1p(position),
        np.log1p(n - 1 - position),
        position / max(n - 1, 1),
        np.full(n, np.log1p(n), dtype=np.float32),
    )
    for number, column in enumerate(columns):
        shape[:, number] = column
    shape[:, _FORM_COLUMNS : _FORM_COLUMNS + len(_CLASSES)] = counts[:, :_NEWLINE] / total[:, None]


def _fill_ends(
    shape: Matrix,
    data: NDArray[np.uint8],
    classes: NDArray[np.uint8],
    ends: NDArray[np.int64],
    blank: NDArray[np.bool_],
) -> None:
    """How each line begins and ends: its first and last byte that is not white space."""
    inked = np.flatnonzero((classes != _SPACE) & (classes != _NEWLINE))
    if not len(inked):
        return
    starts = np.concatenate(([0], ends[:-1] + 1))
    filled = ~blank
    first = inked[np.minimum(np.searchsorted(inked, starts[filled]), len(inked) - 1)]
    last = inked[np.searchsorted(inked, ends[filled]) - 1]
    begin, end = data[first], data[last]
    typographic = (end >= 0x80) & (last >= 2) & (data[np.maximum(last - 2, 0)] == 0xE2)
    rows = np.flatnonzero(filled)
    for column, values in (
        (14, np.log1p(first - starts[filled])),
        (15, classes[first] == _UPPER),
        (16, classes[first] == _LOWER),
        (17, (classes[last] == _STOP) | (end == 0x22) | (end == 0x29) | typographic),
        (18, end == ord("?")),
        (19, end == ord("!")),
        (20, end == ord(":")),
        (21, end == ord(",")),
        (22, classes[last] == _LOWER),
        (23, classes[last] == _DIGIT),
    ):
        shape[rows, column] = values
    opener = _OPENER_TABLE[begin]
    known = opener > 0
    shape[rows[known], _FORM_COLUMNS + len(_CLASSES) + opener[known] - 1] = 1


def with_context(columns: Matrix, blank: NDArray[np.bool_]) -> Matrix:
    """Each line's features beside those of its neighbours that are not blank, and window means.

    Neighbours are counted over lines with content, so that blank lines lost or added change little.
    Returns a row for each line that is not blank.
    """
    own = columns[~blank]
    spaced = np.zeros(len(columns), dtype=np.float32)
    spaced[1:] = blank[:-1]
    near = own[:, list(_NEIGHBOURED)]
    cue_columns = own[:, -len(Cue) :]
    parts = [own, spaced[~blank][:, None]]
    for offset in (-2, -1, 1, 2):
        parts.append(shifted(near, offset))
    for offset in (-1, 1):
        parts.append(shifted(cue_columns, offset))
    parts.extend((window_mean(near, 5), window_mean(near, 20), window_mean(cue_columns, 10)))
    return np.hstack(parts)


def shifted(rows: Matrix, offset: int) -> Matrix:
    """Row ``i`` holds what row ``i + offset`` held; zeros past the ends."""
    result = np.zeros_like(rows)
    if abs(offset) >= len(rows):
        return result
    if offset > 0:
        result[:-offset] = rows[offset:]
    else:
        result[-offset:] = rows[:offset]
    return result


def window_mean(rows: Matrix, radius: int) -> Matrix:
    """Mean over ``radius`` rows on each side and the row itself."""
    if not len(rows):
        return rows
    sums = np.concatenate((np.zeros((1, rows.shape[1])), np.cumsum(rows, axis=0, dtype=np.float64)))
    low = np.maximum(np.arange(len(rows)) - radius, 0)
    high = np.minimum(np.arange(len(rows)) + radius + 1, len(rows))
    means: Matrix = ((sums[high] - sums[low]) / (high - low)[:, None]).astype(np.float32)
    return means
