"""A summary in Markdown, short enough for a comment on a pull request."""

from collections.abc import Iterator

from checkfirst import lazy_re
from checkfirst.model.finding import SET_PATH, Evidence, Finding, Severity
from checkfirst.model.report import Report
from checkfirst.reporting.counts import verdict_and_reason
from checkfirst.reporting.phrases import counted, fitted, line_of, lines_of, not_done, shown_path, skipped_phrase
from checkfirst.reporting.rows import Row, rows
from checkfirst.safe_text import printable, shortened

#: Documents that are listed, and findings of each; not measured.
_MOST_DOCUMENTS, _MOST_FINDINGS = 20, 6
_SIGNS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.NOTE: "ℹ️"}
#: Characters of a quote, a path and a message, at most; not measured.
_QUOTE, _PATH, _MESSAGE = 90, 160, 300
#: Characters of the whole, safely below the 65,536 that GitHub takes of a comment.
_ROOM = 60_000
#: Characters that would be markup, a mention or a link.
_SPECIAL = lazy_re.compile(
    r"([\\`*_{}\[\]()#+!|<>~@&$]|:(?=/)|:(?=\w+:)|^[-=](?=[\s\-=])|(?<=^\d)[.)]|\.(?=\w)(?<=www\.))"
)


def parts(report: Report) -> Iterator[str]:
    """The verdict, then the worst documents with what proves it, up to ``_ROOM`` characters."""
    skipped = skipped_phrase(report)
    told = rows(report)
    verdict, reason = verdict_and_reason(report, told)
    room = _ROOM
    left = 0
    for piece in (
        f"**checkfirst: {verdict.lower()}.** {_text(reason)}\n",
        *_documents(report, [row for row in told if row.severity is not None]),
        *_unread(report),
        *([f"\n{_text(skipped)}\n"] if skipped else []),
    ):
        if len(piece) > room:
            left += 1
            continue
        room -= len(piece)
        yield piece
    if left:
        yield f"\nand {counted(left, 'part')} more that had no room here\n"


def _documents(report: Report, told: list[Row]) -> Iterator[str]:
    for row in told[:_MOST_DOCUMENTS]:
        where = f", {lines_of(row.place)}" if row.text and row.place and row.path != SET_PATH else ""
        name = f"\n{_SIGNS[row.severity or Severity.NOTE]} **{_text(shortened(shown_path(report.root, row.path), _PATH))}**{where}"
        claim = f" {_text(row.text)} ({' '.join(row.codes)} {row.confidence:.0%})" if row.text else ""
        quotes = "".join(_quote(evidence, row.path) for evidence in row.quotes) if row.text else ""
        remedy = f"- {row.behind[0].help}\n" if row.behind else ""
        findings = [finding for group in row.beside for finding in group.findings]
        lines = "".join(map(_line, findings[:_MOST_FINDINGS]))
        left = len(findings) - _MOST_FINDINGS
        more = f"- and {counted(left, 'finding')} more\n" if left > 0 else ""
        yield f"{name}{claim}\n\n{quotes}{remedy}{lines}{more}"
    if len(told) > _MOST_DOCUMENTS:
        yield f"\nand {counted(len(told) - _MOST_DOCUMENTS, 'document')} more\n"


def _quote(evidence: Evidence, path: str) -> str:
    """A quoted line with its number as a list item, which a quote of its own can't be ended by."""
    return f"- {_text(line_of(evidence, path))} │ {_text(fitted(evidence.quote, _QUOTE))}\n"


def _unread(report: Report) -> Iterator[str]:
    for failure in report.failures[:_MOST_DOCUMENTS]:
        path = shortened(shown_path(report.root, failure.path), _PATH)
        yield f"\n{not_done(failure)}: {_text(path)}: {_text(failure.reason)}\n"


def _line(finding: Finding) -> str:
    where = f", {lines_of(finding.place)}" if finding.place and finding.path != SET_PATH else ""
    quote = next((e.quote for e in finding.evidence if e.quote.strip()), "")
    shown = f"\n  > {_text(fitted(quote, _QUOTE))}" if quote else ""
    return f"- {finding.severity.value} {finding.code} {finding.name}{where}: {_text(shortened(finding.message, _MESSAGE))}{shown}\n"


def _text(text: str) -> str:
    """The text of a document, escaped so that nothing in it is markup, a mention or a link."""
    return (
        _SPECIAL.sub(r"\\\1", printable(text)).replace("\\<", "&lt;").replace("\\>", "&gt;").replace("\\@", "@\u200b")
    )
