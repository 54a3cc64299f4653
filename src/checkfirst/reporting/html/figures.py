"""Drawings of the page: the roles of a document's lines, and a map of the set by similarity."""

from collections.abc import Sequence
from html import escape

import numpy as np

from checkfirst.model.document import Role, Segment
from checkfirst.model.kinds import Answer
from checkfirst.model.location import Place
from checkfirst.model.report import DocumentReport, Report
from checkfirst.safe_text import printable, shortened

#: Size of the map, its margins above and at the sides, where names need room, and the height of the strip of lines, in
#: units of the drawing.
_WIDTH, _HEIGHT, _MARGIN, _SIDE_MARGIN, _STRIP = 640, 360, 30, 120, 14
#: Documents on the map: the fewest, the most, and up to how many all are named; not measured.
_FEWEST, _MOST, _MOST_NAMED = 3, 400, 30
#: Characters of a name, the width of one, and the height of a line of names, in units of the drawing.
_LONGEST_NAME, _CHARACTER, _ROW = 40, 6.4, 13
#: Distance of a name from its mark, to the side and down to its baseline; half the size of a cross; radius of a circle.
_ASIDE, _BASELINE, _CROSS, _RADIUS = 8, 4, 6, 4
#: Runs of lines that a strip shows, and the width that one has at least.
_MOST_RUNS, _THINNEST = 2_000, 0.5
#: Share of the lines from which the caption names a class: less would be 0%.
_SHARE_FROM = 0.005
#: Keeps the scale of a map finite when all documents are at one point.
_EPSILON = 1e-9
#: Classes of the page's style, with their roles; other roles are text.
CLASSES = {
    "chrome": {Role.NAVIGATION, Role.PAGE_CHROME, Role.ADVERTISEMENT, Role.TAGS, Role.REPUBLICATION_NOTE},
    "comment": {Role.COMMENT, Role.COMMENT_HEADER},
    "heading": {Role.HEADING, Role.TITLE},
    "shaped": {Role.CODE, Role.TABLE, Role.LIST, Role.METADATA, Role.REFERENCE_LIST},
}
#: The caption's words for the classes.
_NAMES = {
    "text": "text",
    "heading": "headings",
    "shaped": "code, tables, lists",
    "chrome": "page chrome",
    "comment": "reader comments",
}


def reading_strip(document: DocumentReport) -> str:
    """The document's lines from left to right, coloured by class; the caption gives the share of each. HTML."""
    runs = _runs(document.segments)
    total = sum(count for _, count in runs)
    if not total:
        return ""
    bars, left = [], 0.0
    for name, count in runs:
        width = _WIDTH * count / total
        bars.append(
            f'<rect class="role-{name}" x="{left:.1f}" y="0" width="{max(width, _THINNEST):.1f}" height="{_STRIP}"/>'
        )
        left += width
    shares = {name: sum(c for n, c in runs if n == name) / total for name in _NAMES}
    caption = ", ".join(f"{share:.0%} {_NAMES[name]}" for name, share in shares.items() if share >= _SHARE_FROM)
    return (
        f'<figure class="strip"><svg viewBox="0 0 {_WIDTH} {_STRIP}" role="img" aria-label="{escape(caption)}" '
        f'preserveAspectRatio="none">{"".join(bars)}</svg><figcaption>{escape(caption)}</figcaption></figure>\n'
    )


def _runs(segments: Sequence[Segment[Place]]) -> list[tuple[str, int]]:
    """The runs of lines of one class, in order: the class and the number of lines."""
    runs: list[tuple[str, int]] = []
    for segment in segments:
        name = next((name for name, roles in CLASSES.items() if segment.role in roles), "text")
        count = segment.span.end_line - segment.span.start_line + 1
        if runs and runs[-1][0] == name:
            runs[-1] = (name, runs[-1][1] + count)
        else:
            runs.append((name, count))
    return runs[:_MOST_RUNS]


def set_map(report: Report) -> str:
    """The documents at points whose distance shows how alike they are; outliers are crosses. HTML, or nothing."""
    placed = [d for d in report.documents if d.measures.embedding and d.fit is not None][:_MOST]
    if len(placed) < _FEWEST:
        return ""
    points = _points(placed)
    outliers = {n for n, document in enumerate(placed) if _is_outlier(document)}
    named = outliers | (set(range(len(placed))) if len(placed) <= _MOST_NAMED else set())
    # Outliers are named first: a name that would overlap another is left out, and the table below the map has it.
    taken: list[tuple[float, float, float]] = []
    marks = []
    for n in sorted(range(len(placed)), key=lambda n: (n not in outliers, n)):
        x, y = points[n]
        label = _label(placed[n], x, y, taken) if n in named else ""
        marks.append(_mark(placed[n], x, y) + label)
    names = ", ".join(placed[n].path for n in sorted(outliers)) or "none"
    description = escape(printable(f"{len(placed)} documents by likeness; outliers: {names}"))
    return (
        f'<figure class="map"><svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{description}">{"".join(marks)}</svg>'
        "<figcaption>Documents near one another are alike in subject and form. A cross is a document that does not"
        " belong with the others.</figcaption></figure>\n"
    )


def _points(placed: list[DocumentReport]) -> list[tuple[float, float]]:
    """A point of the map for each document: the first two principal components of the embeddings, scaled to fit."""
    vectors = np.array([np.frombuffer(d.measures.embedding, dtype=np.float16) for d in placed], dtype=np.float64)
    centred = vectors - vectors.mean(axis=0)
    flat = centred @ np.linalg.svd(centred, full_matrices=False)[2][:2].T
    spread = np.abs(flat).max(axis=0) + _EPSILON
    half = np.array([_WIDTH / 2 - _SIDE_MARGIN, _HEIGHT / 2 - _MARGIN])
    points = np.array([_WIDTH / 2, _HEIGHT / 2]) + flat / spread * half
    return [(float(x), float(y)) for x, y in points]


def _is_outlier(document: DocumentReport) -> bool:
    return document.fit is not None and document.fit.answer is Answer.NO


def _label(document: DocumentReport, x: float, y: float, taken: list[tuple[float, float, float]]) -> str:
    """The name beside its mark, on the side where there is room; nothing where another name is.

    ``taken`` has the left end, right end and height of each name so far; the name is added to it.
    """
    shown = printable(shortened(document.path, _LONGEST_NAME))
    width = _CHARACTER * len(shown)
    is_right = x + _ASIDE + width < _WIDTH
    left = x + _ASIDE if is_right else x - _ASIDE - width
    if any(abs(y - other) < _ROW and left < end and start < left + width for start, end, other in taken):
        return ""
    taken.append((left, left + width, y))
    anchor = "" if is_right else ' text-anchor="end"'
    edge = x + _ASIDE if is_right else x - _ASIDE
    return f'<text x="{edge:.1f}" y="{y + _BASELINE:.1f}"{anchor}>{escape(shown)}</text>'


def _mark(document: DocumentReport, x: float, y: float) -> str:
    name = escape(printable(shortened(document.path, _LONGEST_NAME)))
    if _is_outlier(document):
        size = 2 * _CROSS
        path = f"M{x - _CROSS:.1f} {y - _CROSS:.1f}l{size} {size}m0 -{size}l-{size} {size}"
        return f'<path class="outlier" d="{path}"><title>{name}</title></path>'
    return f'<circle class="document" cx="{x:.1f}" cy="{y:.1f}" r="{_RADIUS}"><title>{name}</title></circle>'
