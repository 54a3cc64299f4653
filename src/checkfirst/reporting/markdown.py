"""A summary in Markdown, short enough for a comment on a pull request."""

import re
from collections.abc import Iterator

from checkfirst.model.finding import SET_PATH, Finding
from checkfirst.model.report import Report, Verdict
from checkfirst.printing import printable, shortened
from checkfirst.reporting.words import by_document, counted, kind_phrase, lines_of, shown_path, summary

#: Documents and findings of each that are told; a comment takes 65,536 characters.
_DOCUMENTS, _FINDINGS = 20, 6
_QUOTE = 90
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|<>~@&$]|:(?=/))")


def parts(report: Report) -> Iterator[str]:
    """Verdict, then the worst documents with their findings and one quote each."""
    word = "ready" if report.verdict is Verdict.READY else "check first"
    yield f"**checkfirst: {word}.** {summary(report)}\n"
    grouped = [(p, d, [f for f in fs if not f.accepted]) for p, d, fs in by_document(report)]
    told = [entry for entry in grouped if entry[2]]
    for path, document, findings in told[:_DOCUMENTS]:
        what = f" ({_text(kind_phrase(document.measures))})" if document and kind_phrase(document.measures) else ""
        yield f"\n**{_text(shown_path(report.root, path))}**{what}\n\n"
        for finding in findings[:_FINDINGS]:
            yield _line(finding)
        if len(findings) > _FINDINGS:
            yield f"- and {counted(len(findings) - _FINDINGS, 'finding')} more\n"
    if len(told) > _DOCUMENTS:
        yield f"\nand {counted(len(told) - _DOCUMENTS, 'document')} more\n"
    for failure in report.failures[:_DOCUMENTS]:
        yield f"\nnot read: {_text(shown_path(report.root, failure.document_id))}: {_text(failure.reason)}\n"


def _line(finding: Finding) -> str:
    where = f", {lines_of(finding.span, finding.path)}" if finding.span and finding.path != SET_PATH else ""
    quote = next((e.quote for e in finding.evidence if e.quote.strip()), "")
    shown = f"\n  > {_text(shortened(quote, _QUOTE))}" if quote else ""
    return f"- {finding.severity.value} {finding.code} {finding.name}{where}: {_text(finding.message)}{shown}\n"


def _text(text: str) -> str:
    """A document's words as words: nothing in them is markup, a mention or a link."""
    return (
        _SPECIAL.sub(r"\\\1", printable(text)).replace("\\<", "&lt;").replace("\\>", "&gt;").replace("\\@", "@\u200b")
    )
