"""One row of the terminal's report: what the document is, the lines that prove it, what to do, and what else was found."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.console import Console
from rich.text import Text

from checkfirst.model.finding import SET_PATH, Evidence, Finding, Severity
from checkfirst.reporting.phrases import lines_of
from checkfirst.reporting.rows import FindingGroup, Row, groups
from checkfirst.reporting.terminal_lines import (
    GAP,
    INDENT,
    NARROWEST_QUOTE,
    SIGNS,
    STYLES,
    Layout,
    head,
    proof,
    with_codes,
    wrapped,
)
from checkfirst.safe_text import printable

#: Confidence below which it is printed beside what is found; that of a claim always is.
_SURE: Final = 0.9
#: Findings of one rule that are named in its line, quotes of one finding, and notes beside a claim that are printed.
_MOST_NAMED, _MOST_QUOTES, _MOST_NOTES = 6, 3, 2
#: The names of what a link leads to, and of what may be meant, in the data of a finding.
_TARGET, _NEAREST = "target", "nearest"
#: Lines of a claim with its proof and remedy. Measured by nobody: what a glance takes in.
_MOST_LINES: Final = 6


def lines_of_row(console: Console, row: Row, layout: Layout, advised: set[str]) -> Iterator[Text]:
    """The lines of a row. ``advised`` are the codes of the rules whose remedy was printed already."""
    severity = row.severity or Severity.NOTE
    if not row.text:
        first, *others = row.beside
        lead = list(head(console, row.path, row.place, first.first.severity, _told(first), layout))
        yield from _finished(console, row, first, lead, layout, advised)
        yield from _beside(console, row, others, layout, advised)
        return
    lead = list(head(console, row.path, row.place, severity, printable(row.text), layout))
    yield from lead
    # The remedy of a rule is printed once, but for documents that stop the set.
    new = severity is Severity.ERROR or not advised.issuperset(row.codes[:1])
    remedy = _remedy(row.behind[0], layout) if row.behind and new else ""
    advised.update(row.codes[:1])
    # On narrow terminals the quotes give way.
    room = max(2, _MOST_LINES - len(lead) - len(list(wrapped(console, f"→ {remedy}", INDENT))))
    quotes = row.quotes if layout.whole else row.quotes[:room]
    yield from proof(console, row.path, quotes, remedy, row.codes, f"{row.confidence:.0%}")
    behind = groups(row.behind) if layout.whole else ()
    yield from _beside(console, row, (*behind, *row.beside), layout, advised)


def _remedy(finding: Finding, layout: Layout) -> str:
    """What to do, in the first words: what stands behind a semicolon is for the other case."""
    return finding.help if layout.whole else finding.help.partition(";")[0].rstrip(".")


def _beside(
    console: Console, row: Row, found: Sequence[FindingGroup], layout: Layout, advised: set[str]
) -> Iterator[Text]:
    """Further findings of a row, indented."""
    notes = sum(group.first.severity is Severity.NOTE for group in found)
    left = 0 if layout.whole else max(0, notes - _MOST_NOTES)
    for group in found[: len(found) - left]:
        line = Text()
        line.append(f"  {SIGNS[group.first.severity]} ", style=STYLES[group.first.severity])
        line.append(f"{_number(row, group.first)}{_told(group)}", style="default")
        first, *rest = [line] if line.cell_len <= console.width else line.wrap(console, console.width - INDENT)
        lead = [first, *(Text(" " * INDENT) + more for more in rest)]
        yield from _finished(console, row, group, lead, layout, advised)
    if left:
        yield Text(f"  · {left} more notes: --verbose prints them", style="dim")


def _number(row: Row, finding: Finding) -> str:
    return "" if finding.place is None or row.path == SET_PATH else f"{lines_of(finding.place)}: "


def _finished(
    console: Console, row: Row, group: FindingGroup, lead: list[Text], layout: Layout, advised: set[str]
) -> Iterator[Text]:
    """The first lines of some findings, for notes with a quote behind them, for others with quotes and a remedy below."""
    first = group.first
    sure = "" if first.confidence >= _SURE else f"{first.confidence:.0%}"
    *above, last = lead
    yield from above
    if first.severity is Severity.NOTE and not layout.whole:
        with_quote = last if above else _with_quote(console, last, first, len(first.code) + len(sure))
        yield from with_codes(console, with_quote, (first.code,), sure)
        return
    yield last
    remedy = "" if first.code in advised and not layout.whole else _remedy(first, layout)
    advised.add(first.code)
    findings = group.findings if layout.whole else group.findings[:_MOST_NAMED]
    quotes = [evidence for finding in findings for evidence in _shown(finding, group, layout)]
    yield from proof(console, row.path, list(dict.fromkeys(quotes)), remedy, (first.code,), sure)


def _with_quote(console: Console, line: Text, finding: Finding, taken: int) -> Text:
    """The line of a note with the quoted line behind it, as far as it fits."""
    room = console.width - line.cell_len - taken - GAP
    if finding.evidence and room >= NARROWEST_QUOTE:
        told = Text()
        told.append(" │ ", style="dim")
        told.append(finding.evidence[0].quote, style="default")
        told.truncate(room, overflow="ellipsis")
        line.append_text(told)
    return line


def _shown(finding: Finding, group: FindingGroup, layout: Layout) -> Sequence[Evidence]:
    """The quotes of a finding: of one among several the first."""
    if layout.whole:
        return finding.evidence
    return finding.evidence[:1] if len(group.findings) > 1 else finding.evidence[:_MOST_QUOTES]


def _target(finding: Finding) -> str:
    """What a link leads to, and what may be meant instead."""
    data = dict(finding.data)
    nearest = data.get(_NEAREST)
    return f"{data[_TARGET]} ({nearest}?)" if nearest else str(data[_TARGET])


def _told(group: FindingGroup) -> str:
    """What the findings of a rule say; of several, how many and what they are about."""
    first, count = group.first, len(group.findings)
    if count == 1:
        return printable(first.message)
    named = list(dict.fromkeys(printable(_target(f)) for f in group.findings if _TARGET in dict(f.data)))
    what = f"{count:,} × {first.name.replace('-', ' ')}"
    if not named:
        return f"{printable(first.message)} (and {count - 1:,} more of {first.code})"
    return f"{what}: {', '.join(named[:_MOST_NAMED])}{' …' if len(named) > _MOST_NAMED else ''}"
