"""Drawings of the page: how a document's lines are read, and how the documents of a set lie to one another."""

from collections.abc import Sequence
from html import escape

import numpy as np

from checkfirst.model.document import Role, Segment
from checkfirst.model.kinds import Answer
from checkfirst.model.location import Place
from checkfirst.model.report import DocumentReport, Report
from checkfirst.safe_text import printable, shortened

_WIDTH, _HEIGHT, _EDGE = 640, 360, 30
#: Documents that a map has room for, and names it has room for.
_MOST, _NAMED = 400, 30
#: Letters of a name, and the room that a letter and a line take.
_LONGEST_NAME, _LETTER, _ROW = 40, 6.4, 13
CLASSES = {
    "furniture": {Role.NAVIGATION, Role.PAGE_CHROME, Role.ADVERTISEMENT, Role.TAGS, Role.REPUBLICATION_NOTE},
    "comment": {Role.COMMENT, Role.COMMENT_HEADER},
    "heading": {Role.HEADING, Role.TITLE},
    "shaped": {Role.CODE, Role.TABLE, Role.LIST, Role.METADATA, Role.REFERENCE_LIST},
}
_SAID = {
    "text": "text",
    "heading": "headings",
    "shaped": "code, tables, lists",
    "furniture": "the page's furniture",
    "comment": "reader comments",
}


def reading_strip(document: DocumentReport) -> str:
    """The document's lines from left to right by what they are; the words say what the tones mean."""
    runs = _runs(document.segments)
    total = sum(count for _, count in runs)
    if not total:
        return ""
    bars, at = [], 0.0
    for name, count in runs:
        width = _WIDTH * count / total
        bars.append(f'<rect class="role-{name}" x="{at:.1f}" y="0" width="{max(width, 0.5):.1f}" height="14"/>')
        at += width
    shares = {name: sum(c for n, c in runs if n == name) / total for name in _SAID}
    told = ", ".join(f"{share:.0%} {_SAID[name]}" for name, share in shares.items() if share >= 0.005)
    return (
        f'<figure class="strip"><svg viewBox="0 0 {_WIDTH} 14" role="img" aria-label="{escape(told)}" '
        f'preserveAspectRatio="none">{"".join(bars)}</svg><figcaption>{escape(told)}</figcaption></figure>\n'
    )


def _runs(segments: Sequence[Segment[Place]]) -> list[tuple[str, int]]:
    """Lines in a row that are of one class."""
    runs: list[tuple[str, int]] = []
    for segment in segments:
        name = next((name for name, roles in CLASSES.items() if segment.role in roles), "text")
        count = segment.span.end_line - segment.span.start_line + 1
        if runs and runs[-1][0] == name:
            runs[-1] = (name, runs[-1][1] + count)
        else:
            runs.append((name, count))
    return runs[:2_000]


def set_map(report: Report) -> str:
    """Documents placed by likeness in two dimensions (principal components); strangers are crosses, with their names."""
    placed = [d for d in report.documents if d.measures.embedding and d.fit is not None][:_MOST]
    if len(placed) < 3:
        return ""
    points = np.array([np.frombuffer(d.measures.embedding, dtype=np.float16) for d in placed], dtype=np.float64)
    centred = points - points.mean(axis=0)
    flat = centred @ np.linalg.svd(centred, full_matrices=False)[2][:2].T
    spread = np.abs(flat).max(axis=0) + 1e-9
    room = np.array([_WIDTH / 2 - 4 * _EDGE, _HEIGHT / 2 - _EDGE])
    spots = np.array([_WIDTH / 2, _HEIGHT / 2]) + flat / spread * room
    named = _strangers(placed)
    named |= set(range(len(placed))) if len(placed) <= _NAMED else set()
    # Strangers are named first; a name that would lie on another one is left to the table below.
    order = sorted(range(len(placed)), key=lambda n: (n not in _strangers(placed), n))
    taken: list[tuple[float, float, float]] = []
    marks = []
    for n in order:
        x, y = map(float, spots[n])
        label = _label(placed[n], x, y, taken) if n in named else ""
        marks.append(_mark(placed[n], x, y) + label)
    strangers = ", ".join(d.path for d in placed if d.fit is not None and d.fit.answer is Answer.NO) or "none"
    label = escape(printable(f"{len(placed)} documents by likeness; strangers: {strangers}"))
    return (
        f'<figure class="map"><svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{label}">{"".join(marks)}</svg>'
        "<figcaption>Documents near one another are alike in subject and form. A cross is a document that does not"
        " belong with the others.</figcaption></figure>\n"
    )


def _strangers(placed: list[DocumentReport]) -> set[int]:
    return {n for n, d in enumerate(placed) if d.fit is not None and d.fit.answer is Answer.NO}


def _label(document: DocumentReport, x: float, y: float, taken: list[tuple[float, float, float]]) -> str:
    """The name beside its mark, on the side where there is room; nothing where another name is."""
    shown = printable(shortened(document.path, _LONGEST_NAME))
    width = _LETTER * len(shown)
    left = x + 8 if x + 8 + width < _WIDTH else x - 8 - width
    if any(abs(y - other) < _ROW and left < end and start < left + width for start, end, other in taken):
        return ""
    taken.append((left, left + width, y))
    anchor = "" if left > x else ' text-anchor="end"'
    return f'<text x="{x + (8 if left > x else -8):.1f}" y="{y + 4:.1f}"{anchor}>{escape(shown)}</text>'


def _mark(document: DocumentReport, x: float, y: float) -> str:
    name = escape(printable(shortened(document.path, _LONGEST_NAME)))
    if document.fit is not None and document.fit.answer is Answer.NO:
        return f'<path class="stranger" d="M{x - 6:.1f} {y - 6:.1f}l12 12m0 -12l-12 12"><title>{name}</title></path>'
    return f'<circle class="document" cx="{x:.1f}" cy="{y:.1f}" r="4"><title>{name}</title></circle>'
