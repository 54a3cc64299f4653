"""A map of the set by likeness, behind a toggle: documents near one another are alike in subject and form."""

from collections.abc import Iterator, Sequence

from checkfirst.model.report import Report
from checkfirst.reporting.html.escape import safe
from checkfirst.reporting.html.items import Item
from checkfirst.reporting.html.layout import Layout
from checkfirst.reporting.html.map_layout import HALF, HEIGHT, WIDTH, Label, Mark, labels, points

#: Documents on the map: the fewest and the most; not measured.
_FEWEST, _MOST = 3, 400
#: The tones, the worst first, with what the legend says of each.
_TONES = {
    "error": "error",
    "warning": "warning",
    "note": "note",
    "untold": "can't tell",
    "fine": "looks right",
}


def set_map(report: Report, items: Sequence[Item], layout: Layout) -> Iterator[str]:
    """The map, folded. HTML; nothing where too few documents were compared."""
    compared = {d.path: d for d in report.documents if d.measures.embedding and d.fit is not None}
    placed = [item for item in items if item.row.path in compared and item.row.document][:_MOST]
    if len(placed) < _FEWEST:
        return
    places = points([compared[item.row.path] for item in placed])
    marks = [Mark(item=item, x=x, y=y) for item, (x, y) in zip(placed, places, strict=True)]
    yield '<details class="map"><summary>Map of the set: which documents are alike</summary>\n'
    yield f'<div class="scroll" tabindex="0" role="group" aria-label="Map of {len(marks)} documents by likeness">'
    yield f'<svg width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}">\n'
    # Those with a name are drawn last, above the others, and the worst are named first.
    names = labels(marks)
    for mark in sorted(marks, key=lambda mark: (mark.item.number in names, -mark.item.number)):
        yield _drawn(mark, names.get(mark.item.number), layout)
    yield '</svg></div>\n<ul class="keys">'
    tones = {mark.item.tone for mark in marks}
    for tone, words in _TONES.items():
        if tone in tones:
            yield f'<li><svg class="swatch" aria-hidden="true" width="14" height="14">{_shape(tone, 7, 7)}</svg> {words}</li>'
    yield '</ul>\n<p class="soft">Documents near one another are alike in subject and form. A point leads to its document.</p>\n</details>\n'


def _drawn(mark: Mark, label: Label | None, layout: Layout) -> str:
    item = mark.item
    title = f"<title>{safe(item.row.path)}: {item.word}</title>"
    shape = f"{_shape(item.tone, mark.x, mark.y)}{_name(label) if label else ''}"
    if item.row.path not in layout.anchors:
        return f"<g>{title}{shape}</g>\n"
    return f'<a href="#d{item.number}">{title}{shape}</a>\n'


def _name(label: Label) -> str:
    anchor = "" if label.is_right else ' text-anchor="end"'
    return f'<text x="{label.x:.1f}" y="{label.y:.1f}"{anchor}>{safe(label.name)}</text>'


def _shape(tone: str, x: float, y: float) -> str:
    """A cross for an error, a triangle for a warning, a dot for a note, a ring for the others."""
    h = HALF
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
