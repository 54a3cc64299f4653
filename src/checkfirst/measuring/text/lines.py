"""The lines of a text with their features, cues and triggers, in arrays."""

from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from checkfirst.core import class_counts
from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.text.cues import DATE_DIGITS, LONGEST, Cue, cues_of
from checkfirst.measuring.text.line_features import (
    BYTE_CLASSES,
    DIGIT,
    FIRST_CLASS,
    FIRST_CUE,
    FIRST_OPENER,
    LINE_COLUMNS,
    NEWLINE,
    SPACE,
    Counts,
    fill_ends,
    fill_form,
)
from checkfirst.measuring.text.tokens import Words
from checkfirst.measuring.text.triggers import CONTROL_WITHIN, CUE_TRIGGERS, DIGIT_TRIGGERS, Trigger

_BYTE_CLASSES: Final = BYTE_CLASSES.tobytes()
#: Most words of a line that is searched for names. The weights were learned with it; not measured.
_NAME_WORDS: Final = 6


class Lines(Struct, frozen=True):
    """The lines of a text with their features. Lines are numbered from 0."""

    texts: list[str]
    stripped: list[str]
    """The same without white space around them."""
    blank: NDArray[np.bool_]
    """An item per line."""
    filled: Counts
    """Numbers of the lines that are not blank, in ascending order."""
    features: Matrix
    """A row for each of ``LINE_COLUMNS``, a column for each line of ``filled``."""
    cues: dict[int, list[Cue]]
    """Cues by line, for lines that have any."""
    triggers: dict[int, int]
    """Bits of the triggers of a line's words, by line, for lines that have any."""
    lengths: Counts
    """Number of UTF-8 bytes of each line that are not white space."""
    word_counts: Counts
    """Number of words of each line."""


def measure_lines(text: str, words: Words, triggers: NDArray[np.int32]) -> Lines:
    """The lines of ``text`` with their features. ``triggers`` has the trigger bits of each word number."""
    texts = text.split("\n")
    stripped = [line.strip() for line in texts]
    utf8 = text.encode("utf-8", "surrogatepass")
    of_lines = np.frombuffer(class_counts(utf8, _BYTE_CLASSES, SPACE), dtype=np.int64).reshape(-1, len(texts))
    counts, edges = of_lines[: NEWLINE + 1], of_lines[NEWLINE + 1 :]
    totals = counts[:NEWLINE].sum(axis=0)
    lengths = totals - counts[SPACE]
    blank = lengths == 0
    if not text.isascii():
        # The byte classes know the white space of ASCII alone.
        blank |= np.fromiter((not line for line in stripped), dtype=np.bool_, count=len(stripped))
    filled = (~blank).nonzero()[0]
    word_counts = np.bincount(words.lines, minlength=len(texts))
    triggered = _line_triggers(words, triggers, counts[DIGIT])
    cues = _find_cues(stripped, triggered, word_counts, lengths, counts[DIGIT], filled)
    features = np.zeros((len(LINE_COLUMNS), len(filled)), dtype=np.float32)
    if len(filled):
        filled_counts = counts[:, filled]
        filled_texts = [stripped[n] for n in filled.tolist()]
        fill_form(features, filled_texts, filled, word_counts[filled], filled_counts, len(texts))
        features[FIRST_CLASS:FIRST_OPENER] = filled_counts[:NEWLINE] / np.maximum(totals[filled], 1)
        fill_ends(features, np.frombuffer(utf8, dtype=np.uint8), edges[:, filled])
        column = np.cumsum(~blank) - 1
        for number, found in cues.items():
            features[[FIRST_CUE + cue for cue in found], column[number]] = 1
    return Lines(
        texts=texts,
        stripped=stripped,
        blank=blank,
        filled=filled,
        features=features,
        cues=cues,
        triggers=triggered,
        lengths=lengths,
        word_counts=word_counts,
    )


def _line_triggers(words: Words, triggers: NDArray[np.int32], digits: Counts) -> dict[int, int]:
    """Bits of the triggers of each line's words, without triggers whose patterns cannot match there."""
    bits = triggers[words.ids]
    hits = bits.nonzero()[0]
    if not len(hits):
        return {}
    lines, bits = words.lines[hits], bits[hits]
    too_far_in = hits - np.searchsorted(words.lines, lines) >= CONTROL_WITHIN
    bits[too_far_in] &= ~int(Trigger.CONTROL)
    bits[digits[lines] == 0] &= ~DIGIT_TRIGGERS
    starts = np.concatenate(([0], (lines[1:] != lines[:-1]).nonzero()[0] + 1))
    joined = np.bitwise_or.reduceat(bits, starts)
    left = joined != 0
    return dict(zip(lines[starts[left]].tolist(), joined[left].tolist(), strict=True))


def _find_cues(
    stripped: list[str],
    triggered: dict[int, int],
    word_counts: Counts,
    lengths: Counts,
    digits: Counts,
    filled: Counts,
) -> dict[int, list[Cue]]:
    """Cues by line. Only short lines, lines that may hold a date, and lines with a trigger are searched."""
    may_be_name = word_counts[filled] <= _NAME_WORDS
    may_be_date = digits[filled] >= DATE_DIGITS
    searched = set(filled[(may_be_name | may_be_date) & (lengths[filled] <= LONGEST)].tolist())
    searched.update(line for line, triggers in triggered.items() if triggers & CUE_TRIGGERS)
    cues, of_digits = {}, digits.tolist()
    for number in sorted(searched):
        line = stripped[number]
        if 0 < len(line) <= LONGEST and (found := cues_of(line, triggered.get(number, 0), of_digits[number])):
            cues[number] = found
    return cues
