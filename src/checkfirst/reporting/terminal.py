"""For a person at a terminal: the worst file first, each finding with its place, proof and remedy."""

import io
from typing import TextIO

from rich.console import Console
from rich.text import Text

from checkfirst.measuring.quoting import printable
from checkfirst.model.finding import Finding, Severity
from checkfirst.model.report import Report, Verdict
from checkfirst.reporting.words import by_document, counted, kind_phrase, lines_of, shown_path, skipped_phrase, summary

_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_VERDICT = {Verdict.READY: ("READY", "bold green"), Verdict.CHECK_FIRST: ("CHECK FIRST", "bold red")}
#: Width where the output goes to a file or a pipe.
_PIPED_WIDTH = 100
_WIDEST = 120


def render(report: Report, *, width: int = _PIPED_WIDTH, color: bool = False, show_files: bool = False) -> str:
    """The report as text for a terminal of ``width`` columns."""
    file = io.StringIO()
    console = Console(
        file=file,
        width=max(40, min(width, _WIDEST)),
        force_terminal=color,
        color_system="standard" if color else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    if show_files:
        _files(console, report)
    for path, document, findings in by_document(report):
        console.print(Text(shown_path(report.root, path), style="bold"), soft_wrap=True)
        if document and (phrase := kind_phrase(document.measures)):
            _indented(console, phrase, 2, "dim")
        for finding in findings:
            _finding(console, finding, path)
        console.print()
    _closing(console, report, show_files=show_files)
    return "\n".join(line.rstrip() for line in file.getvalue().split("\n"))


def _finding(console: Console, finding: Finding, path: str) -> None:
    place = f", {lines_of(finding.span, path)}" if finding.span and path != "." else ""
    head = Text("  ")
    head.append(f"{finding.severity.value} ", style=_STYLE[finding.severity])
    head.append(finding.code, style="bold")
    head.append(f" {finding.name}{place}", style="dim")
    if finding.accepted:
        head.append(" (accepted)", style="dim")
    console.print(head, soft_wrap=True)
    _indented(console, printable(finding.message), 4)
    numbers = max(len(str(e.span.start_line)) for e in finding.evidence)
    for evidence in finding.evidence:
        line = Text(f"    {evidence.span.start_line:>{numbers}} │ ", style="dim")
        line.append(evidence.quote, style="default")
        console.print(line, overflow="ellipsis", no_wrap=True, crop=True)
    _indented(console, f"→ {finding.help}", 4, "green")


def _indented(console: Console, text: str, indent: int, style: str = "") -> None:
    for line in Text(text, style=style).wrap(console, console.width - indent - 2):
        line.rstrip()
        padded = Text(" " * indent)
        padded.append_text(line)
        console.print(padded, no_wrap=True)


def _files(console: Console, report: Report) -> None:
    for document in report.documents:
        about = f"{document.source.media_type}, {counted(document.measures.statistics.words, 'word')}"
        if phrase := kind_phrase(document.measures):
            about += f": {phrase}"
        console.print(
            Text(f"read     {shown_path(report.root, document.path)}  {about}"),
            soft_wrap=True,
        )
    for skipped in report.skipped:
        console.print(
            Text(f"skipped  {shown_path(report.root, skipped.path)}  {printable(skipped.reason)}"), soft_wrap=True
        )
    console.print()


def _closing(console: Console, report: Report, *, show_files: bool) -> None:
    for failure in report.failures:
        line = Text("not read ", style="yellow")
        line.append(f"{shown_path(report.root, failure.document_id)}: {printable(failure.reason)}", style="default")
        console.print(line, soft_wrap=True)
    if report.skipped and not show_files:
        total = counted(len(report.skipped), "path")
        console.print(
            Text(f"skipped {total} ({skipped_phrase(report)}); --show-files names them", style="dim"), soft_wrap=True
        )
    if report.needless:
        many = "acceptances are" if len(report.needless) > 1 else "acceptance is"
        console.print(
            Text(
                f"{len(report.needless)} {many} no longer needed; `checkfirst accept --prune` drops them", style="dim"
            ),
            soft_wrap=True,
        )
    if report.partial:
        console.print(
            Text("INTERRUPTED: what is here holds, the rest was not looked at", style="bold yellow"), soft_wrap=True
        )
    word, style = _VERDICT[report.verdict] if report.documents else ("NOTHING TO CHECK", "bold yellow")
    last = Text(f"{word}  ", style=style)
    last.append(summary(report), style="default")
    console.print(last, soft_wrap=True)


def width_of(stream: TextIO) -> int:
    """Columns of the terminal that a stream leads to; a fixed width for anything else."""
    import os
    import shutil

    if os.environ.get("COLUMNS", "").isdigit() or stream.isatty():
        return shutil.get_terminal_size((_PIPED_WIDTH, 24)).columns
    return _PIPED_WIDTH


def wants_color(stream: TextIO) -> bool:
    """Colour on a terminal, unless NO_COLOR (https://no-color.org) or a dumb terminal says otherwise."""
    import os

    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()
