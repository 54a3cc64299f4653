"""Check boxes that choose what the page shows, with the style that makes them work without a script."""

from collections import Counter
from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.kinds import Kind, plain_name
from checkfirst.model.report import DocumentReport, Report
from checkfirst.reporting.phrases import counted

SIGNS = {Severity.ERROR: "\u25a0", Severity.WARNING: "\u25b2", Severity.NOTE: "\u25cf"}


def filters(report: Report) -> Iterator[str]:
    """The boxes, as HTML: for the severities, rules and kinds that occur."""
    severities = Counter(finding.severity for finding in report.findings)
    codes = Counter(finding.code for finding in report.findings)
    kinds = Counter(kind_of(document) for document in report.documents)
    yield '<form class="filters" aria-label="What to show">\n'
    shown = [(s.value, f"{SIGNS[s]} {counted(severities[s], s.value)}") for s in Severity if severities[s]]
    yield from _boxes("Severity", shown)
    yield from _boxes("Rule", [(code, f"{code} ({n})") for code, n in sorted(codes.items())])
    yield from _boxes("Kind", [(kind.value, f"{plain_name(kind)} ({n})") for kind, n in sorted(kinds.items())])
    yield "</form>\n"


def kind_of(document: DocumentReport) -> Kind:
    """The document's kind; ``unknown`` when none is likely enough."""
    return document.measures.kind.kind


def filter_style(report: Report) -> str:
    """The style, as CSS: elements that have the class of an unchecked box are hidden."""
    names = {
        *(finding.severity.value for finding in report.findings),
        *(finding.code for finding in report.findings),
        *(kind_of(document).value for document in report.documents),
    }
    rules = [f"body:has(#show-{name}:not(:checked)) .is-{name}" for name in sorted(names)]
    # A document whose findings are all of one severity goes with them.
    rules += [f"body:has(#show-{s.value}:not(:checked)) .only-{s.value}" for s in Severity]
    return ",".join(rules) + "{display:none}"


def _boxes(legend: str, boxes: list[tuple[str, str]]) -> Iterator[str]:
    if len(boxes) > 1:
        yield f"<fieldset><legend>{legend}</legend>"
        for name, label in boxes:
            yield f'<label><input type="checkbox" id="show-{name}" checked> {label}</label> '
        yield "</fieldset>\n"
