"""One row of the terminal's report: what the document is, the lines that prove it, what to do, and what else was found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.text import Text

from checkfirst.model.finding import SET_PATH, Evidence, Finding, Severity
from checkfirst.model.location import Place
from checkfirst.reporting.phrases import line_of, lines_of, shown_path
from checkfirst.reporting.rows import FindingGroup, Row, groups
from checkfirst.safe_text import printable

_STYLES: Final = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_SIGNS: Final = {Severity.ERROR: "✗", Severity.WARNING: "▲", Severity.NOTE: "·"}
#: The widest column of paths; text beside a longer path stands below it. Not measured.
_WIDEST_PATHS: Final = 32
#: Confidence below which it is printed beside what is found; that of a claim always is.
_SURE: Final = 0.9
#: Findings of one rule that are named in its line, and notes beside a claim that are printed.
_MOST_NAMED, _MOST_NOTES = 6, 2
#: Columns before quotes and remedies, those between what stands side by side, and the fewest that show enough of a line.
_INDENT, _GAP, _NARROWEST_QUOTE = 4, 2, 24
#: The name of what a link leads to, in the data of a finding.
_TARGET: Final = "target"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What all rows of a report share."""

    root: str
    links: bool
    whole: bool
    """Whether every finding is printed with all its quotes and its remedy."""
    column: int
    """Columns of paths."""


def column_of(root: str, rows: Sequence[Row]) -> int:
    """The columns that the paths of most rows need."""
    widths = [len(where(root, row.path, row.place)) for row in rows]
    return max((width for width in widths if width <= _WIDEST_PATHS), default=0)


def where(root: str, path: str, place: Place | None) -> str:
    """``docs/auth.md:34``, as terminals and editors open it; with the page where there is one."""
    shown = shown_path(root, path)
    if place is None or path == SET_PATH:
        return shown
    return f"{shown}, {lines_of(place)}" if place.page or place.cell else f"{shown}:{place.start_line}"


def lines_of_row(console: Console, row: Row, layout: Layout, advised: set[str]) -> Iterator[Text]:
    """The lines of a row. ``advised`` are the codes of the rules whose remedy was printed already."""
    severity = row.severity or Severity.NOTE
    if row.text:
        text = printable(row.text)
        yield from _head(console, row.path, row.place, severity, text, layout)
        # Accepted by its form: the first finding says what to do.
        remedy = row.behind[0].help if row.behind else ""
        sure = f"{row.confidence:.0%}"
        # Once is enough, unless it is the worst of all.
        shown = remedy if severity is Severity.ERROR or not advised.issuperset(row.codes[:1]) else ""
        advised.update(row.codes[:1])
        yield from _proof(console, row.path, row.quotes, shown, f"{' '.join(row.codes)} {sure}".strip())
        behind = groups(row.behind) if layout.whole else ()
        yield from _beside(console, row, (*behind, *row.beside), layout, advised)
    else:
        first, *others = row.beside
        yield from _leading(console, row, first, layout, advised)
        yield from _beside(console, row, others, layout, advised)


def _head(
    console: Console, path: str, place: Place | None, severity: Severity, text: str, layout: Layout
) -> Iterator[Text]:
    """The sign, the path with its line, and what the document is."""
    line = Text(f"{_SIGNS[severity]} ", style=_STYLES[severity])
    shown = where(layout.root, path, place)
    line.append(shown, style=f"bold{_link(path, layout)}")
    room = layout.column - len(shown)
    if room >= 0:
        line.append(" " * (room + 2))
    fits = line.cell_len + len(text) <= console.width
    if fits and room >= 0:
        line.append(text)
        yield line
        return
    if line.cell_len + 2 + len(text) <= console.width:
        line.append(f"  {text}")
        yield line
        return
    line.rstrip()
    yield line
    yield from wrapped(console, text, _INDENT)


def _link(path: str, layout: Layout) -> str:
    if not layout.links:
        return ""
    file = Path(layout.root or ".").resolve() / ("" if path == SET_PATH else path)
    return f" link {file.as_uri()}" if file.exists() else ""


def _proof(console: Console, path: str, quotes: Sequence[Evidence], remedy: str, codes: str) -> Iterator[Text]:
    """The quotes, then the remedy; the codes at the right end of the last line."""
    lines = [*_quoted(console, path, quotes), *(wrapped(console, f"→ {remedy}", _INDENT, "dim") if remedy else [])]
    last = lines.pop() if lines else Text()
    yield from lines
    yield from _with_codes(console, last, codes)


def _with_codes(console: Console, line: Text, codes: str) -> Iterator[Text]:
    """The line with codes at its right end; on a line of their own where they don't fit."""
    room = console.width - line.cell_len - len(codes)
    if room < _GAP:
        yield line
        line, room = Text(), console.width - len(codes)
    line.append(" " * max(0, room))
    line.append(codes, style="dim")
    yield line


def _quoted(console: Console, path: str, quotes: Sequence[Evidence]) -> Iterator[Text]:
    numbers = [line_of(evidence, path) for evidence in quotes]
    for evidence, number in zip(quotes, numbers, strict=True):
        line = Text(f"{' ' * _INDENT}{number:>{max(map(len, numbers))}} │ ", style="dim")
        line.append(evidence.quote, style="default")
        line.truncate(console.width, overflow="ellipsis")
        yield line


def _leading(console: Console, row: Row, group: FindingGroup, layout: Layout, advised: set[str]) -> Iterator[Text]:
    """The first line of a row without a claim: what its worst findings say."""
    first = group.first
    head = list(_head(console, row.path, row.place, first.severity, _told(group), layout))
    yield from _finished(console, row, group, head, layout, advised)


def _beside(
    console: Console, row: Row, found: Sequence[FindingGroup], layout: Layout, advised: set[str]
) -> Iterator[Text]:
    """Further findings of a row, indented."""
    notes = [group for group in found if group.first.severity is Severity.NOTE]
    left = 0 if layout.whole else max(0, len(notes) - _MOST_NOTES)
    for group in found[: len(found) - left]:
        line = Text(f"  {_SIGNS[group.first.severity]} ", style=_STYLES[group.first.severity])
        line.append(_line_number(row, group.first))
        line.append(_told(group))
        head = [line] if line.cell_len <= console.width else list(_wrapped_after_sign(console, line))
        yield from _finished(console, row, group, head, layout, advised)
    if left:
        yield Text(f"  · {left} more notes: --verbose prints them", style="dim")


def _wrapped_after_sign(console: Console, line: Text) -> Iterator[Text]:
    first, *rest = line.wrap(console, console.width - _INDENT)
    yield first
    for more in rest:
        yield Text(" " * _INDENT) + more


def _line_number(row: Row, finding: Finding) -> str:
    if finding.place is None or row.path == SET_PATH:
        return ""
    return f"{lines_of(finding.place)}: "


def _finished(
    console: Console, row: Row, group: FindingGroup, head: list[Text], layout: Layout, advised: set[str]
) -> Iterator[Text]:
    """The head of some findings with the codes at its end, or with quotes and a remedy below it."""
    first = group.first
    codes = first.code if first.confidence >= _SURE else f"{first.code} {first.confidence:.0%}"
    remedy = "" if first.code in advised and not layout.whole else first.help
    advised.add(first.code)
    findings = group.findings if layout.whole else group.findings[:_MOST_NAMED]
    if first.severity is Severity.NOTE and not layout.whole:
        yield from head[:-1]
        yield from _with_codes(console, _with_quote(console, head[-1], first, len(codes)), codes)
        return
    yield from head
    quotes = [e for finding in findings for e in (finding.evidence if layout.whole else _shown(finding, group))]
    yield from _proof(console, row.path, list(dict.fromkeys(quotes)), remedy, codes)


def _with_quote(console: Console, line: Text, finding: Finding, taken: int) -> Text:
    """The line of a note with the quoted line behind it, as far as it fits."""
    quote = finding.evidence[0].quote if finding.evidence else ""
    room = console.width - line.cell_len - taken - _GAP
    if quote and room >= _NARROWEST_QUOTE:
        told = Text(" │ ", style="dim")
        told.append(quote, style="default")
        told.truncate(room, overflow="ellipsis")
        line.append_text(told)
    return line


def _shown(finding: Finding, group: FindingGroup) -> Sequence[Evidence]:
    """The quotes of a finding: of one among several the first."""
    return finding.evidence[:1] if len(group.findings) > 1 else finding.evidence[:3]


def _told(group: FindingGroup) -> str:
    """What the findings of a rule say; of several, how many and what they are about."""
    first, count = group.first, len(group.findings)
    accepted = " (accepted)" if first.accepted else ""
    if count == 1:
        return f"{printable(first.message)}{accepted}"
    targets = [str(dict(f.data)[_TARGET]) for f in group.findings if _TARGET in dict(f.data)]
    named = list(dict.fromkeys(map(printable, targets)))
    what = f"{count:,} × {first.name.replace('-', ' ')}"
    if not named:
        return f"{what}: {printable(first.message)}, and others{accepted}"
    more = " …" if len(named) > _MOST_NAMED else ""
    return f"{what}: {', '.join(named[:_MOST_NAMED])}{more}{accepted}"


def wrapped(console: Console, text: str, indent: int, style: str = "") -> Iterator[Text]:
    """The text in lines that fit the console's width, each indented by so many columns."""
    room = console.width - indent
    whole = Text(text, style=style)
    for line in [whole] if whole.cell_len <= room else whole.wrap(console, room):
        line.rstrip()
        padded = Text(" " * indent)
        padded.append_text(line)
        yield padded
