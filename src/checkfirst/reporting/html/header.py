"""The head of the page: the verdict with its reason, and what was checked, when, for what and by which version."""

import os
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from checkfirst.model.finding import SET_PATH
from checkfirst.model.report import Report, Verdict
from checkfirst.reporting.counts import faults, kinds, plural
from checkfirst.reporting.html.escape import safe, safe_path
from checkfirst.reporting.html.items import Item
from checkfirst.reporting.phrases import counted, shown_path, skipped_phrase, verdict_phrase
from checkfirst.version import __version__

#: The variable that sets the day of what is built, in seconds of 1970 (reproducible-builds.org).
_EPOCH = "SOURCE_DATE_EPOCH"
_SIGNS = {Verdict.READY: "✓", Verdict.CHECK_FIRST: "✗"}


def header(report: Report, items: Sequence[Item]) -> Iterator[str]:
    """The head as HTML, piece by piece."""
    name = safe_path(shown_path(report.root, SET_PATH))
    tone = "partial" if report.partial or not report.documents else report.verdict.value
    sign = _SIGNS[report.verdict] if tone != "partial" else "…"
    yield f'<header class="{tone}">\n<h1><span aria-hidden="true">{sign}</span> {verdict(report)}</h1>\n'
    yield f'<p class="reason">{safe(_reason(report, items))}</p>\n<dl class="facts">\n'
    for term, fact in (
        ("Set", name),
        ("Checked", _day()),
        ("Purpose", report.purpose.value),
        ("By", f"checkfirst {__version__}"),
        ("Skipped", safe(skipped_phrase(report).removeprefix("skipped "))),
    ):
        yield f"<div><dt>{term}</dt><dd>{fact}</dd></div>\n" if fact else ""
    yield "</dl>\n"
    if report.partial:
        yield "<p><strong>Interrupted: what is here holds, the rest was not looked at.</strong></p>\n"
    yield "</header>\n"


def verdict(report: Report) -> str:
    """The verdict as a title."""
    return verdict_phrase(report).capitalize() if report.documents else "Nothing to check"


def _reason(report: Report, items: Sequence[Item]) -> str:
    """``300 documents: 3 wrong, 2 missing``; what they are, where nothing is wrong."""
    told = [item.row for item in items]
    unread = [f"{counted(len(report.failures), 'file')} not read"] if report.failures else []
    found = [*faults(row for row in told if row.document or row.behind or row.beside), *unread]
    count = counted(len(report.documents), "document")
    if found or not report.documents:
        return f"{count}: {', '.join(found)}" if found else "no document is there"
    named, untold = kinds(report.documents, report)
    sorts = ", ".join(f"{len(paths):,} {plural(what, len(paths))}" for what, paths in named.items())
    doubt = f"{len(untold):,} could not be judged" if untold else ""
    return f"{count}: {' · '.join(part for part in (sorts, doubt) if part)}"


def _day() -> str:
    """The day of the check: today, or the one that the environment sets so that the same input gives the same page."""
    epoch = os.environ.get(_EPOCH, "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now().astimezone()
    return f'<time datetime="{moment:%Y-%m-%d}">{moment.day} {moment:%B %Y}</time>'
