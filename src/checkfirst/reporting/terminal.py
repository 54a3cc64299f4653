"""For a person at a terminal: the worst file first, each finding with its place, proof and remedy."""

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from rich.console import Console
from rich.text import Text

from checkfirst.model.finding import SET_PATH, Finding, Severity
from checkfirst.model.report import Report, Verdict
from checkfirst.reporting.phrases import (
    by_document,
    counted,
    kind_phrase,
    line_of,
    lines_of,
    shown_path,
    skipped_phrase,
    summary,
)
from checkfirst.safe_text import printable

_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_VERDICT = {Verdict.READY: ("READY", "bold green"), Verdict.CHECK_FIRST: ("CHECK FIRST", "bold red")}
#: Width where the output goes to a file or a pipe.
_PIPED_WIDTH = 100
_WIDEST = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How the report is laid out, and what of it."""

    width: int = _PIPED_WIDTH
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
        width=max(40, min(style.width, _WIDEST)),
        force_terminal=style.color,
        color_system="standard" if style.color else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    if style.files:
        _files(console, report)
    for path, document, findings in [] if style.quiet else by_document(report):
        lines = [_name(report.root, path, links=style.links)]
        if document and (phrase := kind_phrase(document.measures, document.thread)):
            lines += _indented(console, phrase, 2, "dim")
        for finding in findings:
            lines += _finding(console, finding, path)
        # Printed at once: each call has its price, and large sets have thousands of lines.
        _put(console, Text("\n").join([*lines, Text()]))
    if style.verbose:
        _explained(console, report)
    if style.statistics:
        _statistics(console, report)
    _closing(console, report, style)
    return "\n".join(line.rstrip() for line in file.getvalue().split("\n"))


def _put(console: Console, text: Text) -> None:
    """A text as it is, with its colours where there are any: rendering has its price in large reports."""
    if console.is_terminal:
        console.print(text, soft_wrap=True)
    else:
        console.file.write(f"{text.plain}\n")


def _name(root: str, path: str, *, links: bool) -> Text:
    shown = shown_path(root, path)
    place = Path(root or ".").resolve() / ("" if path == SET_PATH else path)
    link = f" link {place.as_uri()}" if links and place.exists() else ""
    return Text(shown, style=f"bold{link}")


def _explained(console: Console, report: Report) -> None:
    """What each rule that found something is about, once."""
    from checkfirst.rules.registry import RULES

    for code in sorted({finding.code for finding in report.findings}):
        rule = RULES[code]
        _put(console, Text(f"{code} {rule.name}", style="bold"))
        for line in _indented(console, " ".join(rule.explanation.split()), 2):
            _put(console, line)
    if report.findings:
        _put(console, Text())


def _statistics(console: Console, report: Report) -> None:
    """How often each rule found something, and in how many documents."""
    from checkfirst.rules.registry import RULES

    counts = Counter(finding.code for finding in report.findings)
    for code, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        documents = len({finding.path for finding in report.findings if finding.code == code})
        said = f"{count:>7,}  {code}  {RULES[code].name}, in {counted(documents, 'document')}"
        _put(console, Text(said))
    if counts:
        _put(console, Text())


def _finding(console: Console, finding: Finding, path: str) -> Iterator[Text]:
    place = f", {lines_of(finding.place)}" if finding.place and path != "." else ""
    head = Text("  ")
    head.append(f"{finding.severity.value} ", style=_STYLE[finding.severity])
    head.append(finding.code, style="bold")
    head.append(f" {finding.name}{place}", style="dim")
    if finding.accepted:
        head.append(" (accepted)", style="dim")
    yield head
    yield from _indented(console, printable(finding.message), 4)
    numbers = [line_of(evidence, finding.path) for evidence in finding.evidence]
    for evidence, number in zip(finding.evidence, numbers, strict=True):
        line = Text(f"    {number:>{max(map(len, numbers))}} │ ", style="dim")
        line.append(evidence.quote, style="default")
        line.truncate(console.width, overflow="ellipsis")
        yield line
    yield from _indented(console, f"→ {finding.help}", 4, "green")


def _indented(console: Console, text: str, indent: int, style: str = "") -> Iterator[Text]:
    room = console.width - indent - 2
    whole = Text(text, style=style)
    for line in [whole] if whole.cell_len <= room else whole.wrap(console, room):
        line.rstrip()
        padded = Text(" " * indent)
        padded.append_text(line)
        yield padded


def _files(console: Console, report: Report) -> None:
    for document in report.documents:
        about = f"{document.source.media_type}, {counted(document.measures.statistics.words, 'word')}"
        if phrase := kind_phrase(document.measures, document.thread):
            about += f": {phrase}"
        console.print(
            Text(f"read     {shown_path(report.root, document.path)}  {about}"),
            soft_wrap=True,
        )
    for skipped in report.skipped:
        _put(console, Text(f"skipped  {shown_path(report.root, skipped.path)}  {printable(skipped.reason)}"))
    console.print()


def _closing(console: Console, report: Report, style: Style) -> None:
    for failure in report.failures:
        line = Text("not read ", style="yellow")
        line.append(f"{shown_path(report.root, failure.path)}: {printable(failure.reason)}", style="default")
        _put(console, line)
    if report.skipped and not style.files and not style.quiet:
        total = counted(len(report.skipped), "path")
        _put(console, Text(f"skipped {total} ({skipped_phrase(report)}); --show-files names them", style="dim"))
    if report.unused_acceptances:
        many = "acceptances are" if len(report.unused_acceptances) > 1 else "acceptance is"
        console.print(
            Text(
                f"{len(report.unused_acceptances)} {many} no longer needed; `checkfirst accept --prune` drops them",
                style="dim",
            ),
            soft_wrap=True,
        )
    if inline := _ignored(report):
        many = "findings are" if inline > 1 else "finding is"
        said = f"{inline} {many} let stand by comments in the documents themselves; --no-inline counts them"
        _put(console, Text(said, style="dim"))
    if report.unused_ignores:
        said = ", ".join(map(printable, report.unused_ignores[:3])) + (" …" if len(report.unused_ignores) > 3 else "")
        _put(console, Text(f"ignored in vain: {said}; take the comment out", style="dim"))
    if report.partial:
        _put(console, Text("INTERRUPTED: what is here holds, the rest was not looked at", style="bold yellow"))
    word, tone = _VERDICT[report.verdict] if report.documents else ("NOTHING TO CHECK", "bold yellow")
    last = Text(f"{word}  ", style=tone)
    last.append(summary(report), style="default")
    _put(console, last)


def _ignored(report: Report) -> int:
    """Findings that a comment in their own document lets stand."""
    known = {(document.path, ignore.code) for document in report.documents for ignore in document.ignores}
    return sum(finding.accepted and (finding.path, finding.code) in known for finding in report.findings)


def width_of(stream: TextIO) -> int:
    """Columns of the terminal that a stream leads to; a fixed width for anything else."""
    import os
    import shutil

    if os.environ.get("COLUMNS", "").isdigit() or stream.isatty():
        return shutil.get_terminal_size((_PIPED_WIDTH, 24)).columns
    return _PIPED_WIDTH


def wants_links(stream: TextIO) -> bool:
    """Links on a terminal that is known to show them or at least to pass them over, and where nobody logs."""
    import os

    if os.environ.get("CI") or os.environ.get("TERM", "dumb") in {"dumb", "linux"} or os.environ.get("NO_COLOR"):
        return False
    return stream.isatty()


def wants_color(stream: TextIO) -> bool:
    """Colour on a terminal, unless NO_COLOR (https://no-color.org) or a dumb terminal says otherwise."""
    import os

    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()
