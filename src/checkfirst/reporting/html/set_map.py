"""A map of the set by likeness, behind a toggle: documents near one another are alike in subject and form."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from checkfirst.model.report import DocumentReport, Report
from checkfirst.reporting.html.escape import safe
from checkfirst.reporting.html.items import Item
from checkfirst.reporting.html.layout import Layout

#: Size of the map, and its margins above and at the sides, where names need room. The page scrolls a map that is wider
#: than the screen, so that its names stay as large as other text.
_WIDTH, _HEIGHT, _MARGIN, _SIDE_MARGIN = 1_000, 520, 24, 150
#: Documents on the map: the fewest, the most, and up to how many all are named; not measured.
_FEWEST, _MOST, _MOST_NAMED = 3, 400, 40
#: Characters of the longest name that is shown, the width of one, and the height of a line of names.
_LONGEST_NAME, _CHARACTER, _ROW = 60, 6.6, 15
#: Distance of a name from its mark, to the side and down to its baseline; half the size of a mark.
_ASIDE, _BASELINE, _HALF = 10, 4, 5
#: Keeps the scale of a map finite when all documents are at one point.
_EPSILON = 1e-9
#: The tones, the worst first, with what the legend says of each.
_TONES = {
    "error": "error",
    "warning": "warning",
    "note": "note",
    "untold": "can't tell",
    "fine": "looks right",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """A document at its point."""

    item: Item
    x: float
    y: float


def set_map(report: Report, items: Sequence[Item], layout: Layout) -> Iterator[str]:
    """The map, folded. HTML; nothing where too few documents were compared."""
    compared = {d.path: d for d in report.documents if d.measures.embedding and d.fit is not None}
    placed = [item for item in items if item.row.path in compared and item.row.document][:_MOST]
    if len(placed) < _FEWEST:
        return
    points = _points([compared[item.row.path] for item in placed])
    marks = [_Mark(item=item, x=x, y=y) for item, (x, y) in zip(placed, points, strict=True)]
    yield '<details class="map"><summary>Map of the set: which documents are alike</summary>\n'
    yield f'<div class="scroll" tabindex="0" role="group" aria-label="Map of {len(marks)} documents by likeness">'
    yield f'<svg width="{_WIDTH}" height="{_HEIGHT}" viewBox="0 0 {_WIDTH} {_HEIGHT}">\n'
    # Those with a name are drawn last, above the others, and the worst are named first.
    labels = _labels(marks)
    for mark in sorted(marks, key=lambda mark: (mark.item.number in labels, -mark.item.number)):
        yield _drawn(mark, labels.get(mark.item.number, ""), layout)
    yield '</svg></div>\n<ul class="keys">'
    tones = {mark.item.tone for mark in marks}
    for tone, words in _TONES.items():
        if tone in tones:
            yield f'<li><svg class="swatch" aria-hidden="true" width="14" height="14">{_shape(tone, 7, 7)}</svg> {words}</li>'
    yield '</ul>\n<p class="soft">Documents near one another are alike in subject and form. A point leads to its document.</p>\n</details>\n'


def _points(placed: Sequence[DocumentReport]) -> list[tuple[float, float]]:
    """A point of the map for each document: the first two principal components of the embeddings, scaled to fit."""
    vectors = np.array([np.frombuffer(d.measures.embedding, dtype=np.float16) for d in placed], dtype=np.float64)
    centred = vectors - vectors.mean(axis=0)
    flat = centred @ np.linalg.svd(centred, full_matrices=False)[2][:2].T
    low, high = flat.min(axis=0), flat.max(axis=0)
    room = np.array([_WIDTH - 2 * _SIDE_MARGIN, _HEIGHT - 2 * _MARGIN])
    points = np.array([_SIDE_MARGIN, _MARGIN]) + (flat - low) / (high - low + _EPSILON) * room
    return [(float(x), float(y)) for x, y in points]


def _labels(marks: Sequence[_Mark]) -> dict[int, str]:
    """The names beside their marks, on the side where there is room; none where another name or a bad document is.

    Names are whole: one that is longer than the map has room for is that of the file without its folders, or is left to
    the table.
    """
    labels: dict[int, str] = {}
    taken = [(mark.x - _HALF, mark.x + _HALF, mark.y) for mark in marks if not mark.item.is_sound]
    for mark in marks:
        path = mark.item.row.path
        name = path if len(path) <= _LONGEST_NAME // 2 else path.rpartition("/")[2]
        if len(name) > _LONGEST_NAME or (len(marks) > _MOST_NAMED and mark.item.is_sound):
            continue
        width = _CHARACTER * len(name)
        for edge, left, anchor in (
            (mark.x + _ASIDE, mark.x + _ASIDE, ""),
            (mark.x - _ASIDE, mark.x - _ASIDE - width, ' text-anchor="end"'),
        ):
            if left < 0 or left + width > _WIDTH or _is_over(taken, left, left + width, mark.y):
                continue
            taken.append((left, left + width, mark.y))
            labels[mark.item.number] = f'<text x="{edge:.1f}" y="{mark.y + _BASELINE:.1f}"{anchor}>{safe(name)}</text>'
            break
    return labels


def _is_over(taken: Sequence[tuple[float, float, float]], left: float, right: float, y: float) -> bool:
    """Whether what is taken, by its ends and its height, leaves no room between two points."""
    return any(abs(y - other) < _ROW and left < end and start < right for start, end, other in taken)


def _drawn(mark: _Mark, label: str, layout: Layout) -> str:
    item = mark.item
    title = f"<title>{safe(item.row.path)}: {item.word}</title>"
    shape = f"{_shape(item.tone, mark.x, mark.y)}{label}"
    if item.row.path not in layout.anchors:
        return f"<g>{title}{shape}</g>\n"
    return f'<a href="#d{item.number}">{title}{shape}</a>\n'


def _shape(tone: str, x: float, y: float) -> str:
    """A cross for an error, a triangle for a warning, a dot for a note, a ring for the others."""
    h = _HALF
    match tone:
        case "error":
            path = f"M{x - h:.1f} {y - h:.1f}l{2 * h} {2 * h}m0 -{2 * h}l-{2 * h} {2 * h}"
            return f'<path class="mark error" d="{path}"/>'
        case "warning":
            return f'<path class="mark warning" d="M{x:.1f} {y - h:.1f}l{h} {2 * h}h-{2 * h}z"/>'
        case "note":
            return f'<circle class="mark note" cx="{x:.1f}" cy="{y:.1f}" r="{h - 1}"/>'
        case _:
            return f'<circle class="mark {tone}" cx="{x:.1f}" cy="{y:.1f}" r="{h - 1}"/>'
