"""Lines of the terminal's report: what a row begins with, quotes, remedies, and codes at the right end."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from checkfirst.model.finding import SET_PATH, Evidence, Severity
from checkfirst.model.location import Place
from checkfirst.reporting.phrases import fitted, line_of, lines_of, shown_path
from checkfirst.reporting.rows import Row

STYLES: Final = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
SIGNS: Final = {Severity.ERROR: "✗", Severity.WARNING: "▲", Severity.NOTE: "·"}
#: Columns before quotes and remedies, those between what stands side by side, and the fewest that show enough of a line.
INDENT, GAP, NARROWEST_QUOTE = 4, 2, 24
#: The widest column of paths; text beside a longer path stands below it. Not measured.
_WIDEST_PATHS: Final = 32


class Layout(Struct, frozen=True, kw_only=True):
    """What all rows of a report share."""

    root: str
    links: bool
    whole: bool
    """Whether every finding is printed with all its quotes and its whole remedy."""
    column: int
    """Columns of paths."""


def column_of(root: str, rows: Sequence[Row]) -> int:
    """The columns that the paths of most rows need."""
    widths = [cell_len(where(root, row.path, row.place)) for row in rows]
    return max((width for width in widths if width <= _WIDEST_PATHS), default=0)


def where(root: str, path: str, place: Place | None) -> str:
    """``docs/auth.md:34``, as terminals and editors open it; with the page where there is one."""
    shown = shown_path(root, path)
    if place is None or path == SET_PATH:
        return shown
    return f"{shown}, {lines_of(place)}" if place.page or place.cell else f"{shown}:{place.start_line}"


def head(
    console: Console, path: str, place: Place | None, severity: Severity, text: str, layout: Layout
) -> Iterator[Text]:
    """The sign, the path with its line, and the text: beside it, or below it where there is no room."""
    line = Text()
    line.append(f"{SIGNS[severity]} ", style=STYLES[severity])
    shown = where(layout.root, path, place)
    line.append(shown, style=f"bold{_link(path, layout)}")
    padding = " " * (max(0, layout.column - cell_len(shown)) + GAP)
    if line.cell_len + len(padding) + cell_len(text) <= console.width:
        line.append(f"{padding}{text}")
        yield line
        return
    yield line
    yield from wrapped(console, text, INDENT)


def proof(
    console: Console, path: str, quotes: Sequence[Evidence], remedy: str, codes: Sequence[str], sure: str
) -> Iterator[Text]:
    """The quotes, then the remedy; the codes at the right end of the last line, as many as fit there."""
    lines = [*quoted(console, path, quotes), *(wrapped(console, f"→ {remedy}", INDENT, "dim") if remedy else [])]
    last = lines.pop() if lines else Text()
    yield from lines
    yield from with_codes(console, last, codes, sure)


def with_codes(console: Console, line: Text, codes: Sequence[str], sure: str) -> Iterator[Text]:
    """The line with codes and confidence at its right end: the first codes where not all fit, else on a line of their own."""
    every = " ".join([*codes, sure]).strip()
    first = " ".join([*codes[:1], *([f"+{len(codes) - 1}"] if len(codes) > 1 else []), sure]).strip()
    for told in (every, first):
        if (room := console.width - line.cell_len - len(told)) >= GAP:
            line.append(" " * room)
            line.append(told, style="dim")
            yield line
            return
    yield line
    yield Text(" " * max(0, console.width - len(every)) + every, style="dim")


def quoted(console: Console, path: str, quotes: Sequence[Evidence]) -> Iterator[Text]:
    """The quoted lines with their numbers, and with their file where that is not ``path``."""
    numbers = [line_of(evidence, path) for evidence in quotes]
    for evidence, number in zip(quotes, numbers, strict=True):
        line = Text()
        line.append(f"{' ' * INDENT}{number:>{max(map(len, numbers))}} │ ", style="dim")
        line.append(fitted(evidence.quote, max(NARROWEST_QUOTE, console.width - line.cell_len)), style="default")
        line.truncate(console.width, overflow="ellipsis")
        yield line


def wrapped(console: Console, text: str, indent: int, style: str = "") -> Iterator[Text]:
    """The text in lines that fit the console's width, each indented by so many columns."""
    room = console.width - indent
    whole = Text(text, style=style)
    for line in [whole] if whole.cell_len <= room else whole.wrap(console, room):
        line.rstrip()
        padded = Text(" " * indent)
        padded.append_text(line)
        yield padded


def _link(path: str, layout: Layout) -> str:
    if not layout.links:
        return ""
    file = Path(layout.root or ".").resolve() / ("" if path == SET_PATH else path)
    return f" link {file.as_uri()}" if file.exists() else ""
