"""Where documents stand on the map of the set, and which of their names there is room for."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from msgspec import Struct

from checkfirst.model.report import DocumentReport
from checkfirst.reporting.html.items import Item

#: Size of the map, and its margins above and at the sides, where names need room. The page scrolls a map that is wider
#: than the screen, so that its names stay as large as other text.
WIDTH: Final = 1_000
HEIGHT: Final = 520
_MARGIN, _SIDE_MARGIN = 24, 150
#: Half the size of a mark.
HALF: Final = 5
#: Up to how many documents all are named; not measured.
_MOST_NAMED = 40
#: Characters of the longest name that is shown, the width of one, and the height of a line of names.
_LONGEST_NAME, _CHARACTER, _ROW = 60, 6.6, 15
#: Distance of a name from its mark, to the side and down to its baseline.
_ASIDE, _BASELINE = 10, 4
#: Keeps the scale of a map finite when all documents are at one point.
_EPSILON = 1e-9


class Mark(Struct, frozen=True, kw_only=True):
    """A document at its point."""

    item: Item
    x: float
    y: float


class Label(Struct, frozen=True, kw_only=True):
    """A name beside its mark: where it begins, or ends, and its baseline."""

    name: str
    x: float
    y: float
    is_right: bool
    """Whether it stands right of the mark and begins at ``x``."""


def points(placed: Sequence[DocumentReport]) -> list[tuple[float, float]]:
    """A point of the map for each document: the first two principal components of the embeddings, scaled to fit."""
    vectors = np.array([np.frombuffer(d.measures.embedding, dtype=np.float16) for d in placed], dtype=np.float64)
    centred = vectors - vectors.mean(axis=0)
    flat = centred @ np.linalg.svd(centred, full_matrices=False)[2][:2].T
    low, high = flat.min(axis=0), flat.max(axis=0)
    room = np.array([WIDTH - 2 * _SIDE_MARGIN, HEIGHT - 2 * _MARGIN])
    scaled = np.array([_SIDE_MARGIN, _MARGIN]) + (flat - low) / (high - low + _EPSILON) * room
    return [(float(x), float(y)) for x, y in scaled]


def labels(marks: Sequence[Mark]) -> dict[int, Label]:
    """The names beside their marks, on the side where there is room; none where another name or a bad document is.

    Names are whole: one that is longer than the map has room for is that of the file without its folders, or is left to
    the table.
    """
    chosen: dict[int, Label] = {}
    taken = [(mark.x - HALF, mark.x + HALF, mark.y) for mark in marks if not mark.item.is_sound]
    for mark in marks:
        path = mark.item.row.path
        name = path if len(path) <= _LONGEST_NAME // 2 else path.rpartition("/")[2]
        if len(name) > _LONGEST_NAME or (len(marks) > _MOST_NAMED and mark.item.is_sound):
            continue
        width = _CHARACTER * len(name)
        for is_right in (True, False):
            edge = mark.x + _ASIDE if is_right else mark.x - _ASIDE
            left = edge if is_right else edge - width
            if left < 0 or left + width > WIDTH or _is_over(taken, left, left + width, mark.y):
                continue
            taken.append((left, left + width, mark.y))
            chosen[mark.item.number] = Label(name=name, x=edge, y=mark.y + _BASELINE, is_right=is_right)
            break
    return chosen


def _is_over(taken: Sequence[tuple[float, float, float]], left: float, right: float, y: float) -> bool:
    """Whether what is taken, by its ends and its height, leaves no room between two points."""
    return any(abs(y - other) < _ROW and left < end and start < right for start, end, other in taken)
