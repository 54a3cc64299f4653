"""The report as one web page: it works from disk and by mail, runs no script and fetches nothing."""

import base64
import hashlib
from collections.abc import Iterator
from html import escape

from checkfirst.measuring.quoting import printable
from checkfirst.model.finding import SET_PATH, Finding, Severity
from checkfirst.model.kinds import Answer
from checkfirst.model.report import DocumentReport, Report, Verdict
from checkfirst.reporting.html_figures import reading_strip, set_map
from checkfirst.reporting.html_style import STYLE
from checkfirst.reporting.words import by_document, counted, kind_phrase, lines_of, shown_path, summary
from checkfirst.version import __version__

_SIGNS = {Severity.ERROR: "\u25a0", Severity.WARNING: "\u25b2", Severity.NOTE: "\u25cf"}
_ANSWERS = {Answer.YES: "yes", Answer.NO: "no", Answer.UNKNOWN: "can't tell"}


def parts(report: Report) -> Iterator[str]:
    """The page, piece by piece. All words of documents are escaped; the policy allows its own style and nothing else."""
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    verdict = "Ready" if report.verdict is Verdict.READY else "Check first"
    title = _text(f"{verdict}: {shown_path(report.root, SET_PATH)}")
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n'
    yield f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
    yield '<a class="skip" href="#findings">Skip to the findings</a>\n<header>\n'
    yield f'<h1 class="{report.verdict.value}">{verdict}</h1>\n<p>{_text(summary(report))}</p>\n'
    if report.partial:
        yield "<p><strong>Interrupted: what is here holds, the rest was not looked at.</strong></p>\n"
    yield "</header>\n<main>\n"
    yield from _filters(report)
    yield '<section id="findings" aria-label="Findings">\n'
    grouped = by_document(report)
    if not grouped:
        yield "<p>Nothing found.</p>\n"
    for number, (path, document, findings) in enumerate(grouped):
        yield from _document(report, path, document, findings, is_open=number < 5)
    yield "</section>\n"
    yield from _set(report)
    yield f"</main>\n<footer><p>checkfirst {__version__}, purpose {report.purpose.value}. Severity says how bad a finding is, "
    yield "confidence how likely it is to be right; there is no overall score.</p></footer>\n</body>\n</html>\n"


def _filters(report: Report) -> Iterator[str]:
    yield '<fieldset class="filters"><legend>Show</legend>\n'
    for severity in Severity:
        count = sum(finding.severity is severity for finding in report.findings)
        name = f"show-{severity.value}"
        yield f'<label><input type="checkbox" id="{name}" checked> {_SIGNS[severity]} {counted(count, severity.value)}</label>\n'
    yield "</fieldset>\n"


def _document(
    report: Report, path: str, document: DocumentReport | None, findings: list[Finding], *, is_open: bool
) -> Iterator[str]:
    counts = ", ".join(counted(n, s.value) for s in Severity if (n := sum(f.severity is s for f in findings)))
    yield f"<details{' open' if is_open else ''}>\n<summary><h2>{_text(shown_path(report.root, path))}</h2> <span>{counts}</span></summary>\n"
    if document is not None:
        yield f'<p class="what">{_text(_what(document))}</p>\n{reading_strip(document)}'
    for finding in findings:
        yield from _finding(finding)
    yield "</details>\n"


def _what(document: DocumentReport) -> str:
    measures = document.measures
    said = [kind_phrase(measures) or "no words", f"describes a system: {_ANSWERS[measures.describes_system.answer]}"]
    if document.fit is not None:
        said.append(f"belongs with the others: {_ANSWERS[document.fit.answer]}")
    size = f"{counted(measures.statistics.lines, 'line')}, {counted(measures.statistics.words, 'word')}"
    return "; ".join([*said, f"{document.source.media_type}, {size}"])


def _finding(finding: Finding) -> Iterator[str]:
    severity = finding.severity
    where = f", {lines_of(finding.span, finding.path)}" if finding.span and finding.path != SET_PATH else ""
    accepted = " (accepted)" if finding.accepted else ""
    yield f'<article class="finding {severity.value}">\n<h3><span aria-hidden="true">{_SIGNS[severity]}</span> {severity.value} '
    yield f"{finding.code} {_text(finding.name)}{where}{accepted} <small>confidence {finding.confidence:.0%}</small></h3>\n"
    yield f'<p>{_text(finding.message)}</p>\n<ol class="quotes">\n'
    for evidence in finding.evidence:
        place = (
            f"page {evidence.span.page}, {evidence.span.start_line}" if evidence.span.page else evidence.span.start_line
        )
        yield f'<li><span class="line">{place}</span><q>{_text(evidence.quote)}</q></li>\n'
    yield f'</ol>\n<p class="help">{_text(finding.help)}</p>\n</article>\n'


def _set(report: Report) -> Iterator[str]:
    yield '<section aria-label="The set">\n<h2>The set</h2>\n'
    yield set_map(report)
    yield '<div class="scroll" tabindex="0" role="region" aria-label="Documents"><table>\n<caption>What each document is</caption>\n'
    yield "<thead><tr><th>document</th><th>what it is</th><th>describes a system</th><th>belongs</th></tr></thead>\n<tbody>\n"
    for document in report.documents:
        measures = document.measures
        fits = _ANSWERS[document.fit.answer] if document.fit else "-"
        cells = [
            _text(document.path),
            _text(kind_phrase(measures) or "no words"),
            _ANSWERS[measures.describes_system.answer],
            fits,
        ]
        yield f'<tr><th scope="row">{cells[0]}</th>{"".join(f"<td>{cell}</td>" for cell in cells[1:])}</tr>\n'
    yield "</tbody></table></div>\n"
    if report.failures:
        yield "<h3>Not read</h3>\n<ul>\n"
        for failure in report.failures:
            yield f"<li>{_text(failure.document_id)}: {_text(failure.reason)}</li>\n"
        yield "</ul>\n"
    yield "</section>\n"


def _text(text: str) -> str:
    """Words that can't be markup: control and bidirectional characters are shown, not obeyed."""
    return escape(printable(text), quote=True)
