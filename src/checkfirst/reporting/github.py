"""Workflow commands of GitHub Actions: findings as annotations beside their lines."""

from collections.abc import Iterator

from checkfirst.model.finding import SET_PATH, Finding, Severity
from checkfirst.model.report import Report
from checkfirst.reporting.phrases import line_of, on_page, skipped_phrase, summary, true_path, verdict_phrase
from checkfirst.safe_text import escaped, printable

#: Lines that an annotation quotes.
_MOST_QUOTES = 3
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def parts(report: Report) -> Iterator[str]:
    """A line for each finding that is not accepted, the worst first, because GitHub shows only ten of each severity."""
    open_findings = [finding for finding in report.findings if not finding.accepted]
    for finding in sorted(open_findings, key=lambda f: (f.severity.rank, *f.sort_key)):
        yield _annotation(report, finding)
    for failure in report.failures:
        place = _property(true_path(report.root, failure.path))
        yield f"::warning file={place},title=not read::{_data(failure.reason)}\n"
    if skipped := skipped_phrase(report):
        yield f"{skipped}\n"
    yield f"{verdict_phrase(report).upper()}  {summary(report)}\n"


def _annotation(report: Report, finding: Finding) -> str:
    properties = {"title": f"{finding.code} {finding.name}"}
    if finding.path != SET_PATH:
        properties["file"] = true_path(report.root, finding.path)
        if finding.place is not None:
            properties |= {"line": str(finding.place.start_line), "endLine": str(finding.place.end_line)}
    shown = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    quotes = "\n".join(f"{line_of(e, finding.path)} | {printable(e.quote)}" for e in finding.evidence[:_MOST_QUOTES])
    text = f"{on_page(finding)}{printable(finding.message)}\n{quotes}\n{finding.help}"
    return f"::{_COMMANDS[finding.severity]} {shown}::{_data(text)}\n"


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
