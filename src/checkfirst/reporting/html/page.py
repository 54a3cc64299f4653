"""The report as one web page that can be opened from disk or sent by mail: it fetches nothing, and its scripts hide and
show what is there, and mark findings. ``checkfirst review`` serves the same page.
"""

from collections.abc import Iterator, Mapping, Sequence

from checkfirst.model.finding import SET_PATH, Severity
from checkfirst.model.report import Report
from checkfirst.reporting.html.assets import SCRIPTS, SERVED_SCRIPTS, STYLE, policy, served_policy
from checkfirst.reporting.html.escape import safe
from checkfirst.reporting.html.filters import filters
from checkfirst.reporting.html.findings import accepted_html
from checkfirst.reporting.html.glossary import glossary
from checkfirst.reporting.html.header import header, verdict_of
from checkfirst.reporting.html.items import Item, items
from checkfirst.reporting.html.layout import Layout, Served, Text
from checkfirst.reporting.html.review_bar import START, begin, panel, review_bar
from checkfirst.reporting.html.sections import faulty, sound
from checkfirst.reporting.html.set_map import set_map
from checkfirst.reporting.html.table import MOST_ROWS, table
from checkfirst.reporting.html.text import size_of
from checkfirst.reporting.phrases import counted, shown_path

#: Bytes of the documents' text that the page holds in all, so that a browser opens it soon; ``python -m
#: benchmarks.reports`` measures the page.
_ROOM = 700_000
#: The share of it that documents with errors may take. Not measured.
_GRAVE = 0.7
#: Documents that have a section: those that something speaks against, and the others. Not measured.
_MOST_FAULTY, _MOST_SOUND = 400, 400
#: Documents with a section from which a page is long: one of 250 draws a mark three times as fast so. A key has to be
#: answered within a tenth of a second (``python -m benchmarks.review``); where that begins was not measured.
_LONG = 100
#: Findings that are told in all, about, and those of one rule on one document that are told at least and at most.
_FINDINGS, _FEWEST, _MOST = 3_000, 3, 100
#: Documents with a section and findings of a page that is served, which is no file to send and has no text. Not measured.
_SERVED_FAULTY, _SERVED_FINDINGS = 2_000, 20_000


def parts(report: Report, served: Served | None = None) -> Iterator[str]:
    """The page, piece by piece. Text of documents is escaped; the policy allows the page's own style and scripts alone.

    ``served`` is what a page has that ``checkfirst review`` serves.
    """
    told = items(report)
    bad = [item for item in told[:MOST_ROWS] if not item.is_sound]
    good = [item for item in told[:MOST_ROWS] if item.is_sound]
    bad_told = bad[: _SERVED_FAULTY if served else _MOST_FAULTY]
    layout = _layout(report, bad_told, good[:_MOST_SOUND], served)
    scripts = SERVED_SCRIPTS if served else SCRIPTS
    yield from _head(report, told, served_policy() if served else policy())
    yield f"<body{begin(report, served)}>\n"
    yield '<a class="skip" href="#documents">Skip to the documents</a>\n'
    yield from header(report, told)
    # Browsers draw what is off the screen of a long page only when it is scrolled to.
    yield '<main class="many">\n' if len(layout.anchors) > _LONG else "<main>\n"
    yield from filters(told[:MOST_ROWS])
    yield '<div class="content">\n'
    yield from table(layout, told)
    yield from set_map(report, told, layout)
    yield from _sections(layout, bad_told, len(bad) - len(bad_told), good)
    yield from accepted_html(layout, tuple(finding for finding in report.findings if finding.accepted))
    yield from glossary(report.findings)
    yield "</div>\n"
    yield panel() if served else ""
    yield "</main>\n<footer><p>Severity says how bad a finding is, “sure” how likely it is to be right; there is no"
    yield " overall score.</p></footer>\n"
    yield from review_bar(report, served)
    yield from (f"<script>{script}</script>\n" for script in scripts)
    yield "</body>\n</html>\n"


def _head(report: Report, told: Sequence[Item], allowed: str) -> Iterator[str]:
    title = safe(f"{verdict_of(report, told)[0]}: {shown_path(report.root, SET_PATH)}")
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{allowed}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n'
    yield f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n"


def _layout(report: Report, bad: Sequence[Item], good: Sequence[Item], served: Served | None) -> Layout:
    groups = sum(len(item.tokens) for item in bad)
    whole, most = (_SERVED_FINDINGS, _SERVED_FINDINGS) if served else (_FINDINGS, _MOST)
    return Layout(
        texts={document.path: Text(document.shown) for document in report.documents},
        anchors={item.row.path: item.number for item in (*bad, *(item for item in good if item.row.document))},
        rooms=_rooms(bad),
        most=max(_FEWEST, min(most, whole // max(1, groups))),
        served=served,
    )


def _rooms(bad: Sequence[Item]) -> Mapping[str, int]:
    """The bytes that the text of each document may take: those with errors have the larger share."""
    grave = [item for item in bad if item.row.severity is Severity.ERROR]
    others = [item for item in bad if item.row.severity is not Severity.ERROR]
    rooms = _shared(grave, int(_ROOM * _GRAVE) if others else _ROOM)
    return {**rooms, **_shared(others, _ROOM - sum(rooms.values()))}


def _shared(items: Sequence[Item], room: int) -> dict[str, int]:
    """The room shared out: what a short text does not need goes to the longer ones."""
    needs = sorted(
        (sum(map(size_of, item.row.document.shown)), item.row.path) for item in items if item.row.document is not None
    )
    rooms: dict[str, int] = {}
    for n, (need, path) in enumerate(needs):
        rooms[path] = min(need, room // (len(needs) - n))
        room -= rooms[path]
    return rooms


def _sections(layout: Layout, bad: Sequence[Item], left: int, good: Sequence[Item]) -> Iterator[str]:
    """The documents, the worst first, then those that nothing speaks against."""
    if bad:
        yield f'<section class="part" aria-labelledby="found"><div class="bar-head"><h2 id="found">What was found</h2> {START}</div>\n'
        for item in bad:
            yield from faulty(layout, item)
        yield from _left(left)
        yield "</section>\n"
    if good:
        yield '<section class="part" aria-labelledby="sound"><h2 id="sound">Nothing speaks against these</h2>\n'
        for item in good[:_MOST_SOUND]:
            yield from sound(item)
        yield from _left(len(good) - _MOST_SOUND)
        yield "</section>\n"


def _left(count: int) -> Iterator[str]:
    """A word about the rows of the table that have no section."""
    if count > 0:
        yield f'<p class="soft">{counted(count, "more document")} of the table, nothing worse among them, not told here one by one;'
        yield " <code>checkfirst show FILE</code> tells of each.</p>\n"
