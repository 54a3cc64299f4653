"""Layout features of a whole document: means over all lines, the first lines and the last lines, and counts."""

from typing import Final

import numpy as np

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.text.cues import Cue
from checkfirst.measuring.text.lexicons import LEXICONS
from checkfirst.measuring.text.line_features import CUE_COLUMNS, LINE_COLUMNS
from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.tokens import Words
from checkfirst.model.document import Document, Role

_ROLES: Final = (Role.HEADING, Role.LIST, Role.TABLE, Role.CODE, Role.QUOTATION, Role.METADATA)
#: Number of first and of last non-blank lines that have features of their own. The weights were learned with them;
#: not measured.
_TOP: Final = 12
_END: Final = 8
#: Quantile of the words of a line that is a feature.
_HIGH_QUANTILE: Final = 0.9
#: Distinct words grow with about this power of all words (Heaps' law), so that the quotient does not depend on the
#: length of the text. The weights were learned with it; not measured.
_HEAPS_EXPONENT: Final = 0.7
#: Words to which the numbers of links and of words of a lexicon are related.
_RELATED_TO: Final = 1_000
_WHOLE: Final = (
    *("words", "lines", "words of a line, mean", "words of a line, deviation", "words of a line, 90th of 100"),
    *("share of blank lines", "share of unknown words", "distinct words"),
    *("links in a thousand words", "images", "has metadata", "has a title"),
)
#: Names of the features of a document, in the order of the weights.
DOCUMENT_COLUMNS: Final = (
    *(f"{name}, all lines" for name in LINE_COLUMNS),
    *(f"{name}, top {_TOP}" for name in LINE_COLUMNS),
    *(f"{name}, end {_END}" for name in LINE_COLUMNS),
    *(f"{name}, rate" for name in CUE_COLUMNS),
    *(f"share of {role.value}" for role in _ROLES),
    *_WHOLE,
    *(f"words of {name}" for name in LEXICONS),
)


def document_features(document: Document, lines: Lines, words: Words, lexicons: Matrix) -> Matrix:
    """The row of ``DOCUMENT_COLUMNS`` for a document; zeros for a text without words.

    ``lexicons`` has a row per word number and a column per lexicon.
    """
    filled = lines.features
    count = len(lines.filled)
    if not count:
        return np.zeros(len(DOCUMENT_COLUMNS), dtype=np.float32)
    cues = np.bincount([c for found in lines.cues.values() for c in found], minlength=len(Cue))
    covered = _covered(document, len(lines.texts))
    size = max(1, len(words.ids))
    thousand = size / _RELATED_TO
    counts = lines.word_counts[lines.filled]
    whole = {
        "words": np.log1p(size),
        "lines": np.log1p(count),
        "words of a line, mean": np.log1p(counts.mean()),
        "words of a line, deviation": np.log1p(counts.std()),
        "words of a line, 90th of 100": np.log1p(float(np.sort(counts)[int(_HIGH_QUANTILE * (len(counts) - 1))])),
        "share of blank lines": lines.blank.mean(),
        "share of unknown words": 1 - int(words.often.sum()) / size,
        "distinct words": len(words.present) / size**_HEAPS_EXPONENT,
        "links in a thousand words": np.log1p(len(document.links) / thousand),
        "images": np.log1p(sum(link.image for link in document.links)),
        "has metadata": float(bool(document.metadata)),
        "has a title": float(document.title is not None),
    }
    return np.concatenate(
        (
            filled.sum(axis=1) / count,
            filled[:, :_TOP].sum(axis=1) / min(count, _TOP),
            filled[:, -_END:].sum(axis=1) / min(count, _END),
            np.sqrt(cues / count),
            np.sqrt(covered),
            np.array([whole[name] for name in _WHOLE], dtype=np.float32),
            np.log1p((words.often.astype(np.float32) @ lexicons[words.present]) / thousand),
        )
    ).astype(np.float32)


def _covered(document: Document, line_count: int) -> Matrix:
    """Share of the lines to which the markup gives each role of ``_ROLES``."""
    covered = np.zeros(len(_ROLES), dtype=np.float32)
    for segment in document.segments:
        if segment.role in _ROLES:
            covered[_ROLES.index(segment.role)] += segment.span.end_line - segment.span.start_line + 1
    covered /= max(1, line_count)
    return covered
