"""A summary in Markdown, short enough for a comment on a pull request."""

import re
from collections.abc import Iterator

from checkfirst.model.finding import SET_PATH, Finding
from checkfirst.model.report import Report, Verdict
from checkfirst.reporting.phrases import by_document, counted, kind_phrase, lines_of, shown_path, summary
from checkfirst.safe_text import printable, shortened

#: Documents and findings of each that are told; a comment takes 65,536 characters.
_DOCUMENTS, _FINDINGS = 20, 6
_QUOTE, _PATH, _MESSAGE = 90, 160, 300
#: Letters of the whole, safely below what a comment takes.
_ROOM = 60_000
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|<>~@&$]|:(?=/)|:(?=\w+:)|^[-=](?=[\s\-=])|(?<=^\d)[.)]|\.(?=\w)(?<=www\.))")


def parts(report: Report) -> Iterator[str]:
    """Verdict, then the worst documents with their findings and one quote each, as far as there is room."""
    word = "ready" if report.verdict is Verdict.READY else "check first"
    room = _ROOM
    left = 0
    for piece in (f"**checkfirst: {word}.** {summary(report)}\n", *_documents(report), *_unread(report)):
        if len(piece) > room:
            left += 1
            continue
        room -= len(piece)
        yield piece
    if left:
        yield f"\nand {counted(left, 'part')} more that had no room here\n"


def _documents(report: Report) -> Iterator[str]:
    grouped = [(p, d, [f for f in fs if not f.accepted]) for p, d, fs in by_document(report)]
    told = [entry for entry in grouped if entry[2]]
    for path, document, findings in told[:_DOCUMENTS]:
        what = (
            f" ({_text(kind_phrase(document.measures, document.thread))})"
            if document and kind_phrase(document.measures, document.thread)
            else ""
        )
        lines = "".join(map(_line, findings[:_FINDINGS]))
        more = f"- and {counted(len(findings) - _FINDINGS, 'finding')} more\n" if len(findings) > _FINDINGS else ""
        yield f"\n**{_text(shortened(shown_path(report.root, path), _PATH))}**{what}\n\n{lines}{more}"
    if len(told) > _DOCUMENTS:
        yield f"\nand {counted(len(told) - _DOCUMENTS, 'document')} more\n"


def _unread(report: Report) -> Iterator[str]:
    for failure in report.failures[:_DOCUMENTS]:
        path = shortened(shown_path(report.root, failure.path), _PATH)
        yield f"\nnot read: {_text(path)}: {_text(failure.reason)}\n"


def _line(finding: Finding) -> str:
    where = f", {lines_of(finding.place)}" if finding.place and finding.path != SET_PATH else ""
    quote = next((e.quote for e in finding.evidence if e.quote.strip()), "")
    shown = f"\n  > {_text(shortened(quote, _QUOTE))}" if quote else ""
    return f"- {finding.severity.value} {finding.code} {finding.name}{where}: {_text(shortened(finding.message, _MESSAGE))}{shown}\n"


def _text(text: str) -> str:
    """A document's words as words: nothing in them is markup, a mention or a link."""
    return (
        _SPECIAL.sub(r"\\\1", printable(text)).replace("\\<", "&lt;").replace("\\>", "&gt;").replace("\\@", "@\u200b")
    )
