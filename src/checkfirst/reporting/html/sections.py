"""The documents below the table: of each its claim with the evidence, what else was found, and its text, folded."""

from collections.abc import Iterator, Sequence

from checkfirst.model.finding import SET_PATH, Evidence, Finding, Severity
from checkfirst.model.kinds import Answer
from checkfirst.model.report import DocumentReport
from checkfirst.reporting.html.escape import safe, safe_path
from checkfirst.reporting.html.excerpts import excerpts
from checkfirst.reporting.html.findings import group_html
from checkfirst.reporting.html.items import Item
from checkfirst.reporting.html.layout import Layout
from checkfirst.reporting.html.status import severity_of
from checkfirst.reporting.html.text import full_text, opening
from checkfirst.reporting.phrases import claim_phrase, counted

_ANSWERS = {Answer.YES: "yes", Answer.NO: "no", Answer.UNKNOWN: "can't tell"}


def faulty(layout: Layout, item: Item) -> Iterator[str]:
    """The section of a document that something speaks against. HTML, piece by piece."""
    row = item.row
    yield f'<section class="doc {item.tone}" id="d{item.number}" data-of="{item.number}" tabindex="-1">\n'
    yield f'<div class="head"><h3>{safe_path(named(row.path))}</h3> {pill(item)} <a class="up" href="#documents">Back to the table</a></div>\n'
    if row.text:
        sure = f" <small>{row.confidence:.0%} sure</small>" if row.behind else ""
        yield f'<p class="claim">{safe(row.text)}{sure}</p>\n'
    if row.document:
        yield f'<p class="about">{safe(_about(row.document, is_claimed=bool(row.text)))}</p>\n'
    proof = row.quotes if row.text else ()
    columns = " two" if proof and row.beside else ""
    yield f'<div class="columns{columns}">\n'
    if row.behind or proof:
        yield from _proof(layout, item, proof)
    if row.beside:
        yield '<div class="beside">\n'
        for number, group in enumerate(row.beside):
            # What leads a row without a claim is its evidence, and stands among the lines around it.
            leads = not row.text and number == 0
            yield from group_html(layout, row.path, group.findings, group.first.severity, frozenset(), leads=leads)
        yield "</div>\n"
    yield "</div>\n"
    # A page that is served shows the text beside.
    if row.document and layout.served is None:
        findings = [*row.behind, *(finding for group in row.beside for finding in group.findings)]
        yield from full_text(row.document, findings, layout)
    yield "</section>\n"


def sound(item: Item) -> Iterator[str]:
    """The folded section of a document that nothing speaks against."""
    document = item.row.document
    if document is None:
        return
    # The number is within the fold, so that a link to it unfolds it without the script.
    yield f'<details class="doc sound" data-of="{item.number}"><summary>{safe_path(item.row.path)} '
    yield f'<span class="soft">{safe(item.kind or item.word)}</span></summary>\n'
    yield f'<div id="d{item.number}"><p class="about">{safe(_about(document, is_claimed=False))}</p>\n'
    yield from opening(document)
    yield "</div></details>\n"


def pill(item: Item) -> str:
    """The status with its sign and colour."""
    return f'<span class="pill {item.tone}"><span aria-hidden="true">{item.sign}</span> {item.word}</span>'


def named(path: str) -> str:
    """The path as the page has it: relative to the set."""
    return "the set as a whole" if path == SET_PATH else path


def _proof(layout: Layout, item: Item, quotes: Sequence[Evidence]) -> Iterator[str]:
    """The quoted lines that a claim rests on, then what each rule says."""
    row = item.row
    by_code: dict[tuple[str, Severity], list[Finding]] = {}
    for finding in row.behind:
        by_code.setdefault((finding.code, severity_of(row, finding)), []).append(finding)
    tokens = " ".join(f"{code}:{severity.value}" for code, severity in by_code)
    yield f'<div class="proof" data-rules="{tokens}">\n' if tokens else '<div class="proof">\n'
    yield from excerpts(layout, row.path, quotes)
    for (_, severity), findings in by_code.items():
        yield from group_html(layout, row.path, tuple(findings), severity, frozenset(quotes), leads=not quotes)
    yield "</div>\n"


def _about(document: DocumentReport, *, is_claimed: bool) -> str:
    """Type and size; where nothing is claimed against it also what it is, and whether it belongs with the others.

    Beside a claim these answers would contradict it or say it again.
    """
    measures = document.measures
    size = f"{counted(measures.statistics.lines, 'line')}, {counted(measures.statistics.words, 'word')}"
    facts = [f"{document.source.media_type}, {size}"]
    if not is_claimed:
        facts.insert(0, claim_phrase(document) or "no words")
        facts.append(f"describes a system: {_ANSWERS[measures.describes_system.answer]}")
        if document.fit is not None:
            facts.append(f"belongs with the others: {_ANSWERS[document.fit.answer]}")
    return " · ".join(facts)
