"""The form of a whole document in numbers: what its lines look like, at the top, at the end and all through."""

from typing import Final

import numpy as np

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.text.cues import Cue
from checkfirst.measuring.text.lexicons import LEXICONS
from checkfirst.measuring.text.lines import BASE_COLUMNS, Lines
from checkfirst.measuring.text.tokens import Words
from checkfirst.model.document import Document, Role

_ROLES: Final = (Role.HEADING, Role.LIST, Role.TABLE, Role.CODE, Role.QUOTATION, Role.METADATA)
COLUMNS: Final = 3 * BASE_COLUMNS + len(Cue) + len(_ROLES) + 12 + len(LEXICONS)


def document_shape(document: Document, lines: Lines, words: Words, lexicons: Matrix) -> Matrix:
    """A row of ``COLUMNS`` numbers that say how the document is built, whatever it is about."""
    filled = lines.shape
    count = len(lines.filled)
    if not count:
        return np.zeros(COLUMNS, dtype=np.float32)
    cues = np.bincount([c for found in lines.cues.values() for c in found], minlength=len(Cue))
    covered = _covered(document, len(lines.texts))
    size = max(1, len(words.ids))
    thousand = size / 1000
    counts = lines.word_counts[lines.filled]
    other = (
        np.log1p(size),
        np.log1p(count),
        np.log1p(counts.mean()),
        np.log1p(counts.std()),
        np.log1p(float(np.sort(counts)[int(0.9 * (len(counts) - 1))])),
        lines.blank.mean(),
        1 - int(words.often.sum()) / size,
        len(words.present) / size**0.7,
        np.log1p(len(document.links) / thousand),
        np.log1p(sum(link.image for link in document.links)),
        float(bool(document.metadata)),
        float(document.title is not None),
    )
    return np.concatenate(
        (
            filled.sum(axis=1) / count,
            filled[:, :12].sum(axis=1) / min(count, 12),
            filled[:, -8:].sum(axis=1) / min(count, 8),
            np.sqrt(cues / count),
            np.sqrt(covered),
            np.array(other, dtype=np.float32),
            np.log1p((words.often.astype(np.float32) @ lexicons[words.present]) / thousand),
        )
    ).astype(np.float32)


def _covered(document: Document, line_count: int) -> Matrix:
    """Share of the lines under each role that the markup gives."""
    covered = np.zeros(len(_ROLES), dtype=np.float32)
    for segment in document.segments:
        if segment.role in _ROLES:
            covered[_ROLES.index(segment.role)] += segment.span.end_line - segment.span.start_line + 1
    covered /= max(1, line_count)
    return covered
