"""The report as one web page that can be opened from disk or sent by mail: it runs no script and fetches nothing."""

import base64
import hashlib
from collections.abc import Iterator

from checkfirst.model.finding import SET_PATH, Finding, Severity
from checkfirst.model.location import Unit
from checkfirst.model.report import DocumentReport, Report
from checkfirst.reporting.html.escape import safe
from checkfirst.reporting.html.figures import reading_strip
from checkfirst.reporting.html.filters import SIGNS, filter_style, filters, kind_of
from checkfirst.reporting.html.index_table import promises
from checkfirst.reporting.html.set_table import ANSWERS, set_table
from checkfirst.reporting.html.style import STYLE
from checkfirst.reporting.html.text import shown_text
from checkfirst.reporting.phrases import (
    by_document,
    claim_phrase,
    counted,
    line_of,
    lines_of,
    shown_path,
    skipped_phrase,
    summary,
    verdict_phrase,
)
from checkfirst.version import __version__

#: Characters of the documents' text that the page holds in all, so that a browser opens it soon; ``python -m
#: benchmarks.reports`` measures it.
_ROOM = 1_000_000
#: Documents that are unfolded, and documents without findings that are listed; not measured.
_OPEN, _MOST_OTHERS = 5, 400
#: A path with its document, which the set has none of, and its findings.
Grouped = tuple[str, DocumentReport | None, list[Finding]]


def parts(report: Report) -> Iterator[str]:
    """The page, piece by piece. Text of documents is escaped, and the policy allows nothing but the page's own style."""
    grouped = by_document(report)
    yield from _head(report)
    yield from _opening(report, grouped)
    yield "<main>\n"
    yield from filters(report)
    yield from _findings(report, grouped)
    yield from _others(report, {path for path, _, _ in grouped})
    yield from promises(report)
    yield from set_table(report)
    yield f"</main>\n<footer><p>checkfirst {__version__}, purpose {report.purpose.value}. Severity says how bad a finding is, "
    yield "confidence how likely it is to be right; there is no overall score.</p></footer>\n</body>\n</html>\n"


def _head(report: Report) -> Iterator[str]:
    style = STYLE + filter_style(report)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    title = safe(f"{verdict_phrase(report).capitalize()}: {shown_path(report.root, SET_PATH)}")
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n'
    yield f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n"


def _opening(report: Report, grouped: list[Grouped]) -> Iterator[str]:
    """The verdict, its reason, and the worst documents."""
    yield '<a class="skip" href="#findings">Skip to the findings</a>\n<header>\n'
    skipped = skipped_phrase(report)
    yield f'<h1 class="{report.verdict.value}">{verdict_phrase(report).capitalize()}</h1>\n<p>{safe(summary(report))}</p>\n'
    if skipped:
        yield f"<p>{safe(skipped)}</p>\n"
    if report.partial:
        yield "<p><strong>Interrupted: what is here holds, the rest was not looked at.</strong></p>\n"
    yield from _worst(report, grouped)
    yield "</header>\n"


def _findings(report: Report, grouped: list[Grouped]) -> Iterator[str]:
    """The documents with findings, the worst first."""
    yield '<section id="findings" aria-label="Findings">\n'
    if not grouped:
        yield "<p>Nothing found.</p>\n"
    # These documents share the room; those without findings have none, and show only their first lines.
    room = _ROOM // max(1, len(grouped))
    for number, (path, document, findings) in enumerate(grouped):
        yield f'<div id="d{number}">\n'
        yield from _document(report, path, document, findings, room, is_open=number < _OPEN)
        yield "</div>\n"
    yield "</section>\n"


def _worst(report: Report, grouped: list[Grouped]) -> Iterator[str]:
    """Links to the documents that keep the set from being ready, each with its claim or its first error."""
    wrong = [
        (number, path, reason)
        for number, (path, document, findings) in enumerate(grouped)
        if (reason := _reason(document, findings))
    ]
    if wrong:
        yield '<ol class="worst">\n'
        for number, path, reason in wrong[:_OPEN]:
            yield f'<li><a href="#d{number}">{safe(shown_path(report.root, path))}</a> {safe(reason)}</li>\n'
        yield "</ol>\n"


def _reason(document: DocumentReport | None, findings: list[Finding]) -> str:
    if document and document.claim and document.claim.stops:
        return document.claim.text
    return next((f.message for f in findings if f.severity is Severity.ERROR and not f.accepted), "")


def _document(
    report: Report,
    path: str,
    document: DocumentReport | None,
    findings: list[Finding],
    room: int,
    *,
    is_open: bool,
) -> Iterator[str]:
    counts = ", ".join(counted(n, s.value) for s in Severity if (n := sum(f.severity is s for f in findings)))
    classes = [f"is-{kind_of(document).value}"] if document else []
    severities = {finding.severity.value for finding in findings}
    classes += [f"only-{severity}" for severity in severities if len(severities) == 1]
    yield f'<details class="{" ".join(classes)}"{" open" if is_open else ""}>\n'
    yield f"<summary><h2>{safe(shown_path(report.root, path))}</h2> <span>{counts}</span></summary>\n"
    if document is None:
        for finding in findings:
            yield from _finding(finding)
    else:
        yield f'<p class="what">{safe(_what(document))}</p>\n{reading_strip(document)}'
        yield from shown_text(document, findings, room, _finding)
    yield "</details>\n"


def _others(report: Report, shown: set[str]) -> Iterator[str]:
    """The documents that are not among those ``shown``, with what they are and their first lines."""
    rest = [document for document in report.documents if document.path not in shown]
    if rest:
        yield '<section aria-label="Other documents">\n<h2>Nothing found in these</h2>\n'
        for document in rest[:_MOST_OTHERS]:
            yield from _document(report, document.path, document, [], 0, is_open=False)
        if len(rest) > _MOST_OTHERS:
            yield f"<p>And {len(rest) - _MOST_OTHERS:,} more.</p>\n"
        yield "</section>\n"


def _what(document: DocumentReport) -> str:
    """What the document is, the answers about it, its type and size."""
    measures = document.measures
    answers = [
        claim_phrase(document) or "no words",
        f"describes a system: {ANSWERS[measures.describes_system.answer]}",
    ]
    if document.fit is not None:
        answers.append(f"belongs with the others: {ANSWERS[document.fit.answer]}")
    size = f"{counted(measures.statistics.lines, 'line')}, {counted(measures.statistics.words, 'word')}"
    return "; ".join([*answers, f"{document.source.media_type}, {size}"])


def _finding(finding: Finding, below_quote: bool = False) -> Iterator[str]:
    severity = finding.severity
    where = f", {lines_of(finding.place)}" if finding.place and finding.path != SET_PATH else ""
    accepted = " (accepted)" if finding.accepted else ""
    yield f'<article class="finding {severity.value} is-{severity.value} is-{finding.code}">\n'
    yield f'<h3><span aria-hidden="true">{SIGNS[severity]}</span> {severity.value} '
    yield f"{finding.code} {safe(finding.name)}{where}{accepted} <small>confidence {finding.confidence:.0%}</small></h3>\n"
    yield f"<p>{safe(finding.message)}</p>\n"
    # The line right above is the first one quoted.
    quotes = finding.evidence[1:] if below_quote else finding.evidence
    yield '<ol class="quotes">\n' if quotes else ""
    for evidence in quotes:
        place = evidence.place
        page = f"{place.unit or Unit.PAGE} {place.page}, " if place.page else ""
        yield f'<li><span class="line">{page}{safe(line_of(evidence, finding.path))}</span><q>{safe(evidence.quote)}</q></li>\n'
    yield "</ol>\n" if quotes else ""
    yield f'<p class="help">{safe(finding.help)}</p>\n</article>\n'
