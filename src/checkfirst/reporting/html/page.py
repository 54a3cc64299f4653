"""The report as one web page: it works from disk and by mail, runs no script and fetches nothing."""

import base64
import hashlib
from collections.abc import Iterator

from checkfirst.model.finding import SET_PATH, Finding, Severity
from checkfirst.model.kinds import Answer
from checkfirst.model.location import Unit
from checkfirst.model.report import DocumentReport, Report, Verdict
from checkfirst.reporting.html.escape import safe
from checkfirst.reporting.html.figures import reading_strip, set_map
from checkfirst.reporting.html.filters import SIGNS, filter_style, filters, kind_of
from checkfirst.reporting.html.index_table import promises
from checkfirst.reporting.html.style import STYLE
from checkfirst.reporting.html.text import shown_text
from checkfirst.reporting.phrases import by_document, counted, kind_phrase, line_of, lines_of, shown_path, summary
from checkfirst.version import __version__

#: Letters of documents' text that the page may hold in all; documents that stand open; others that are listed.
_ROOM, _OPEN, _MOST_OTHERS = 1_000_000, 5, 400
_ANSWERS = {Answer.YES: "yes", Answer.NO: "no", Answer.UNKNOWN: "can't tell"}


def parts(report: Report) -> Iterator[str]:
    """The page, piece by piece. All words of documents are escaped; the policy allows its own style and nothing else."""
    style = STYLE + filter_style(report)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    verdict = "Ready" if report.verdict is Verdict.READY else "Check first"
    title = safe(f"{verdict}: {shown_path(report.root, SET_PATH)}")
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n'
    yield f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    yield '<a class="skip" href="#findings">Skip to the findings</a>\n<header>\n'
    yield f'<h1 class="{report.verdict.value}">{verdict}</h1>\n<p>{safe(summary(report))}</p>\n'
    if report.partial:
        yield "<p><strong>Interrupted: what is here holds, the rest was not looked at.</strong></p>\n"
    grouped = by_document(report)
    yield from _worst(report, grouped)
    yield "</header>\n<main>\n"
    yield from filters(report)
    yield '<section id="findings" aria-label="Findings">\n'
    if not grouped:
        yield "<p>Nothing found.</p>\n"
    # What is left of the page's size, shared out: documents with findings first.
    room = _ROOM // max(1, len(grouped))
    for number, (path, document, findings) in enumerate(grouped):
        yield f'<div id="d{number}">\n'
        yield from _document(report, path, document, findings, room, is_open=number < _OPEN)
        yield "</div>\n"
    yield "</section>\n"
    yield from _others(report, {path for path, _, _ in grouped})
    yield from promises(report)
    yield from _set(report)
    yield f"</main>\n<footer><p>checkfirst {__version__}, purpose {report.purpose.value}. Severity says how bad a finding is, "
    yield "confidence how likely it is to be right; there is no overall score.</p></footer>\n</body>\n</html>\n"


def _worst(report: Report, grouped: list[tuple[str, DocumentReport | None, list[Finding]]]) -> Iterator[str]:
    """The documents to look at first, each with the first thing that is wrong with it."""
    wrong = [
        (number, path, finding)
        for number, (path, _, findings) in enumerate(grouped)
        if (finding := next((f for f in findings if f.severity is Severity.ERROR and not f.accepted), None))
    ]
    if wrong:
        yield '<ol class="worst">\n'
        for number, path, finding in wrong[:_OPEN]:
            yield f'<li><a href="#d{number}">{safe(shown_path(report.root, path))}</a>: {safe(finding.message)}</li>\n'
        yield "</ol>\n"


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


def _others(report: Report, told: set[str]) -> Iterator[str]:
    """Documents of which nothing is said but what they are, with their first lines."""
    rest = [document for document in report.documents if document.path not in told]
    if rest:
        yield '<section aria-label="Other documents">\n<h2>Nothing found in these</h2>\n'
        for document in rest[:_MOST_OTHERS]:
            yield from _document(report, document.path, document, [], 0, is_open=False)
        if len(rest) > _MOST_OTHERS:
            yield f"<p>And {len(rest) - _MOST_OTHERS:,} more.</p>\n"
        yield "</section>\n"


def _what(document: DocumentReport) -> str:
    measures = document.measures
    said = [
        kind_phrase(measures, document.thread) or "no words",
        f"describes a system: {_ANSWERS[measures.describes_system.answer]}",
    ]
    if document.fit is not None:
        said.append(f"belongs with the others: {_ANSWERS[document.fit.answer]}")
    size = f"{counted(measures.statistics.lines, 'line')}, {counted(measures.statistics.words, 'word')}"
    return "; ".join([*said, f"{document.source.media_type}, {size}"])


def _finding(finding: Finding, beside: bool = False) -> Iterator[str]:
    severity = finding.severity
    where = f", {lines_of(finding.place)}" if finding.place and finding.path != SET_PATH else ""
    accepted = " (accepted)" if finding.accepted else ""
    yield f'<article class="finding {severity.value} is-{severity.value} is-{finding.code}">\n'
    yield f'<h3><span aria-hidden="true">{SIGNS[severity]}</span> {severity.value} '
    yield f"{finding.code} {safe(finding.name)}{where}{accepted} <small>confidence {finding.confidence:.0%}</small></h3>\n"
    yield f"<p>{safe(finding.message)}</p>\n"
    # A line that stands right above is not said again.
    quotes = finding.evidence[1:] if beside else finding.evidence
    yield '<ol class="quotes">\n' if quotes else ""
    for evidence in quotes:
        place = evidence.place
        page = f"{place.unit or Unit.PAGE} {place.page}, " if place.page else ""
        yield f'<li><span class="line">{page}{safe(line_of(evidence, finding.path))}</span><q>{safe(evidence.quote)}</q></li>\n'
    yield "</ol>\n" if quotes else ""
    yield f'<p class="help">{safe(finding.help)}</p>\n</article>\n'


def _set(report: Report) -> Iterator[str]:
    yield '<section aria-label="The set">\n<h2>The set</h2>\n'
    yield set_map(report)
    yield '<div class="scroll" tabindex="0" role="region" aria-label="Documents"><table>\n<caption>What each document is</caption>\n'
    yield "<thead><tr><th>document</th><th>what it is</th><th>describes a system</th><th>belongs</th></tr></thead>\n<tbody>\n"
    for document in report.documents:
        measures = document.measures
        fits = _ANSWERS[document.fit.answer] if document.fit else "-"
        cells = [
            safe(document.path),
            safe(kind_phrase(measures, document.thread) or "no words"),
            _ANSWERS[measures.describes_system.answer],
            fits,
        ]
        yield f'<tr><th scope="row">{cells[0]}</th>{"".join(f"<td>{cell}</td>" for cell in cells[1:])}</tr>\n'
    yield "</tbody></table></div>\n"
    if report.failures:
        yield "<h3>Not read</h3>\n<ul>\n"
        for failure in report.failures:
            yield f"<li>{safe(failure.path)}: {safe(failure.reason)}</li>\n"
        yield "</ul>\n"
    yield "</section>\n"
