"""The head of the page: the verdict with its reason, and what was checked, when, for what and by which version."""

import os
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from checkfirst.model.finding import SET_PATH
from checkfirst.model.report import Report, Verdict
from checkfirst.reporting.counts import verdict_and_reason
from checkfirst.reporting.html.escape import safe, safe_path
from checkfirst.reporting.html.items import Item
from checkfirst.reporting.phrases import shown_path, skipped_phrase
from checkfirst.version import __version__

#: The variable that sets the day of what is built, in seconds of 1970 (reproducible-builds.org).
_EPOCH = "SOURCE_DATE_EPOCH"
_SIGNS = {Verdict.READY: "✓", Verdict.CHECK_FIRST: "✗"}


def header(report: Report, items: Sequence[Item]) -> Iterator[str]:
    """The head as HTML, piece by piece."""
    root = shown_path(report.root, SET_PATH)
    verdict, reason = verdict_of(report, items)
    tone = "partial" if report.partial or not report.documents else report.verdict.value
    sign = _SIGNS[report.verdict] if tone != "partial" else "…"
    yield f'<header class="{tone}">\n<h1><span aria-hidden="true">{sign}</span> {verdict}</h1>\n'
    yield f'<p class="reason">{safe(reason.removeprefix(f"{root} · "))}</p>\n<dl class="facts">\n'
    for term, fact in (
        ("Set", safe_path(root)),
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


def verdict_of(report: Report, items: Sequence[Item]) -> tuple[str, str]:
    """The verdict as a title, and its reason."""
    verdict, reason = verdict_and_reason(report, [item.row for item in items if item.failure is None])
    return verdict.capitalize(), reason


def _day() -> str:
    """The day of the check: today, or the one that the environment sets so that the same input gives the same page."""
    epoch = os.environ.get(_EPOCH, "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now().astimezone()
    return f'<time datetime="{moment:%Y-%m-%d}">{moment.day} {moment:%B %Y}</time>'
