"""A summary in Markdown, short enough for a comment on a pull request."""

import re
from collections.abc import Iterator

from checkfirst.model.finding import SET_PATH, Finding
from checkfirst.model.report import Report
from checkfirst.reporting.phrases import (
    by_document,
    claim_phrase,
    counted,
    lines_of,
    shown_path,
    skipped_phrase,
    summary,
    verdict_phrase,
)
from checkfirst.safe_text import printable, shortened

#: Documents that are listed, and findings of each; not measured.
_MOST_DOCUMENTS, _MOST_FINDINGS = 20, 6
#: Characters of a quote, a path and a message, at most; not measured.
_QUOTE, _PATH, _MESSAGE = 90, 160, 300
#: Characters of the whole, safely below the 65,536 that GitHub takes of a comment.
_ROOM = 60_000
#: Characters that would be markup, a mention or a link.
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|<>~@&$]|:(?=/)|:(?=\w+:)|^[-=](?=[\s\-=])|(?<=^\d)[.)]|\.(?=\w)(?<=www\.))")


def parts(report: Report) -> Iterator[str]:
    """The verdict, then the worst documents, each finding with one quote, up to ``_ROOM`` characters."""
    skipped = skipped_phrase(report)
    room = _ROOM
    left = 0
    for piece in (
        f"**checkfirst: {verdict_phrase(report)}.** {summary(report)}\n",
        *_documents(report),
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


def _documents(report: Report) -> Iterator[str]:
    grouped = [(p, d, [f for f in fs if not f.accepted]) for p, d, fs in by_document(report)]
    faulty = [(p, d, fs) for p, d, fs in grouped if fs or (d and d.claim and d.claim.severity)]
    for path, document, findings in faulty[:_MOST_DOCUMENTS]:
        phrase = claim_phrase(document) if document else ""
        what = f" ({_text(phrase)})" if phrase else ""
        lines = "".join(map(_line, findings[:_MOST_FINDINGS]))
        left = len(findings) - _MOST_FINDINGS
        more = f"- and {counted(left, 'finding')} more\n" if left > 0 else ""
        yield f"\n**{_text(shortened(shown_path(report.root, path), _PATH))}**{what}\n\n{lines}{more}"
    if len(faulty) > _MOST_DOCUMENTS:
        yield f"\nand {counted(len(faulty) - _MOST_DOCUMENTS, 'document')} more\n"


def _unread(report: Report) -> Iterator[str]:
    for failure in report.failures[:_MOST_DOCUMENTS]:
        path = shortened(shown_path(report.root, failure.path), _PATH)
        yield f"\nnot read: {_text(path)}: {_text(failure.reason)}\n"


def _line(finding: Finding) -> str:
    where = f", {lines_of(finding.place)}" if finding.place and finding.path != SET_PATH else ""
    quote = next((e.quote for e in finding.evidence if e.quote.strip()), "")
    shown = f"\n  > {_text(shortened(quote, _QUOTE))}" if quote else ""
    return f"- {finding.severity.value} {finding.code} {finding.name}{where}: {_text(shortened(finding.message, _MESSAGE))}{shown}\n"


def _text(text: str) -> str:
    """The text of a document, escaped so that nothing in it is markup, a mention or a link."""
    return (
        _SPECIAL.sub(r"\\\1", printable(text)).replace("\\<", "&lt;").replace("\\>", "&gt;").replace("\\@", "@\u200b")
    )
