"""Workflow commands of GitHub Actions: claims, and findings beside them, as annotations at their lines."""

from collections.abc import Iterator, Sequence

from checkfirst.model.finding import SET_PATH, Evidence, Severity
from checkfirst.model.location import Place
from checkfirst.model.report import Report
from checkfirst.reporting.counts import headline
from checkfirst.reporting.phrases import line_of, not_done, on_page, skipped_phrase, true_path
from checkfirst.reporting.rows import rows
from checkfirst.safe_text import escaped, printable

#: Lines that an annotation quotes.
_MOST_QUOTES = 3
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def parts(report: Report) -> Iterator[str]:
    """A line for each claim and for each finding beside it, the worst first, because GitHub shows only ten of each
    severity."""
    told = rows(report)
    for row in told:
        if row.text and row.severity:
            lead = row.behind[0] if row.behind else None
            title = f"{' '.join(row.codes)} {row.status.value}".strip()
            remedy = lead.help if lead else ""
            yield _annotation(
                report, row.severity, title, row.path, row.place, f"{on_page(row.place)}{row.text}", row.quotes, remedy
            )
        for finding in (finding for group in row.beside for finding in group.findings):
            message = f"{on_page(finding.place)}{finding.message}"
            title = f"{finding.code} {finding.name}"
            quotes = finding.evidence[:_MOST_QUOTES]
            yield _annotation(
                report, finding.severity, title, finding.path, finding.place, message, quotes, finding.help
            )
    for failure in report.failures:
        place = _property(true_path(report.root, failure.path))
        yield f"::warning file={place},title={not_done(failure)}::{_data(failure.reason)}\n"
    if skipped := skipped_phrase(report):
        yield f"{skipped}\n"
    yield f"{headline(report, told)}\n"


def _annotation(
    report: Report,
    severity: Severity,
    title: str,
    path: str,
    place: Place | None,
    message: str,
    quotes: Sequence[Evidence],
    remedy: str,
) -> str:
    properties = {"title": title}
    if path != SET_PATH:
        properties["file"] = true_path(report.root, path)
        if place is not None:
            properties |= {"line": str(place.start_line), "endLine": str(place.end_line)}
    shown = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    quoted = "\n".join(f"{line_of(e, path)} | {printable(e.quote)}" for e in quotes)
    text = "\n".join([printable(message), quoted, remedy])
    return f"::{_COMMANDS[severity]} {shown}::{_data(text)}\n"


def _data(text: str) -> str:
    """The text as a command's message: its line ends and percent signs, which could end or forge a command, escaped."""
    lines = (printable(line) for line in text.split("\n"))
    return "%0A".join(line.replace("%", "%25").replace("\r", "%0D") for line in lines)


def _property(text: str) -> str:
    """The text as a command's property: what would end it is escaped, and what acts on a terminal that shows the log."""
    kept = "".join(c if c.isprintable() or c in "\r\n" else escaped(c) for c in text)
    for character, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")):
        kept = kept.replace(character, code)
    return kept
