"""The report for a person at a terminal: the worst file first, each finding with its place, proof and remedy."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.text import Text

from checkfirst.model.finding import SET_PATH, Finding, Severity
from checkfirst.model.report import Report
from checkfirst.reporting.phrases import by_document, claim_phrase, line_of, lines_of, shown_path
from checkfirst.reporting.stream import PIPED_WIDTH
from checkfirst.reporting.terminal_summary import closing, explained, files, indented, put, statistics
from checkfirst.safe_text import printable

_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
#: The fewest and the most columns that the report takes of a terminal; not measured.
_NARROWEST, _WIDEST = 40, 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """The layout of the report, and which parts of it are printed."""

    width: int = PIPED_WIDTH
    color: bool = False
    links: bool = False
    """Whether names of files lead to them (OSC 8)."""
    files: bool = False
    """Whether everything that was read or skipped is listed."""
    quiet: bool = False
    """Whether the verdict alone is printed."""
    verbose: bool = False
    """Whether each rule that found something is explained."""
    statistics: bool = False
    """Whether findings are counted by rule."""


def render(report: Report, style: Style | None = None) -> str:
    """The report as text for a terminal."""
    style = style or Style()
    file = io.StringIO()
    console = Console(
        file=file,
        width=max(_NARROWEST, min(style.width, _WIDEST)),
        force_terminal=style.color,
        color_system="standard" if style.color else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    if style.files:
        files(console, report)
    if not style.quiet:
        _documents(console, report, style)
    if style.verbose:
        explained(console, report)
    if style.statistics:
        statistics(console, report)
    closing(console, report, counts_skipped=not style.files and not style.quiet)
    return "\n".join(line.rstrip() for line in file.getvalue().split("\n"))


def _documents(console: Console, report: Report, style: Style) -> None:
    """Print each document that has findings, the worst first."""
    for path, document, findings in by_document(report):
        lines = [_name(report.root, path, links=style.links)]
        if document and (phrase := claim_phrase(document)):
            lines += indented(console, phrase, 2, "dim")
        for finding in findings:
            lines += _finding(console, finding, path)
        # Printed at once, because each call takes time and large sets have thousands of lines.
        put(console, Text("\n").join([*lines, Text()]))


def _name(root: str, path: str, *, links: bool) -> Text:
    shown = shown_path(root, path)
    place = Path(root or ".").resolve() / ("" if path == SET_PATH else path)
    link = f" link {place.as_uri()}" if links and place.exists() else ""
    return Text(shown, style=f"bold{link}")


def _finding(console: Console, finding: Finding, path: str) -> Iterator[Text]:
    place = f", {lines_of(finding.place)}" if finding.place and path != SET_PATH else ""
    head = Text("  ")
    head.append(f"{finding.severity.value} ", style=_STYLE[finding.severity])
    head.append(finding.code, style="bold")
    head.append(f" {finding.name}{place}", style="dim")
    if finding.accepted:
        head.append(" (accepted)", style="dim")
    yield head
    yield from indented(console, printable(finding.message), 4)
    numbers = [line_of(evidence, finding.path) for evidence in finding.evidence]
    for evidence, number in zip(finding.evidence, numbers, strict=True):
        line = Text(f"    {number:>{max(map(len, numbers))}} │ ", style="dim")
        line.append(evidence.quote, style="default")
        line.truncate(console.width, overflow="ellipsis")
        yield line
    yield from indented(console, f"→ {finding.help}", 4, "green")
