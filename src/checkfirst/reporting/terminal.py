"""The report for a person at a terminal: the verdict, then a row a document, the worst first, with proof and remedy."""

import io
from itertools import chain

from msgspec import Struct
from rich.console import Console
from rich.text import Text

from checkfirst.model.report import Report
from checkfirst.reporting.rows import Row, rows
from checkfirst.reporting.stream import PIPED_WIDTH
from checkfirst.reporting.terminal_lines import Layout, column_of
from checkfirst.reporting.terminal_rows import lines_of_row
from checkfirst.reporting.terminal_summary import closing, explained, files, headline, put, sound, statistics

#: The fewest and the most columns that the report takes of a terminal; not measured.
_NARROWEST, _WIDEST = 40, 120
#: Documents with notes alone that are told one by one. Not measured.
_MOST_NOTED = 12
#: Lines of a report from which the verdict is repeated below it: as many as a screen shows. Not measured.
_SCREEN = 30


class Style(Struct, frozen=True, kw_only=True):
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
    """Whether every finding is printed, accepted ones too, and each rule that found something is explained."""
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
    told = rows(report)
    put(console, headline(report, told))
    if style.files:
        files(console, report)
    if not style.quiet:
        printed = _rows(console, report, told, style)
        sound(console, report, told)
    if style.verbose:
        explained(console, report)
    if style.statistics:
        statistics(console, report)
    closing(console, report, told, quiet=style.quiet, counts_skipped=not style.files)
    if not style.quiet and printed > _SCREEN:
        put(console, headline(report, told))
    return "\n".join(line.rstrip() for line in file.getvalue().split("\n"))


def _rows(console: Console, report: Report, told: tuple[Row, ...], style: Style) -> int:
    """Print a row for each document that something speaks against. Returns the number of lines."""
    against = [row for row in told if row.severity is not None]
    noted = [row for row in against if row.is_noted]
    shown = [row for row in against if not row.is_noted] + (noted if style.verbose else noted[:_MOST_NOTED])
    layout = Layout(root=report.root, links=style.links, whole=style.verbose, column=column_of(report.root, shown))
    advised: set[str] = set()
    lines = list(chain.from_iterable(lines_of_row(console, row, layout, advised) for row in shown))
    if more := len(against) - len(shown):
        lines.append(Text(f"· {more:,} more with notes alone: --verbose prints them", style="dim"))
    # Printed at once, because each call takes time and large sets have thousands of lines.
    if lines:
        put(console, Text("\n").join([Text(), *lines, Text()]))
    return len(lines)
