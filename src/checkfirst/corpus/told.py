"""The report on a corpus for a terminal: by source, the worst first, with examples and their lines."""

from collections.abc import Iterator, Mapping
from textwrap import fill
from typing import Final

from checkfirst.corpus.copies_table import CopiesFound
from checkfirst.corpus.strangers import LANGUAGE, TOPIC, Stranger, strangers_in
from checkfirst.corpus.summary import SourceSummary, Summary, whole, worst_first
from checkfirst.model.finding import Severity
from checkfirst.reporting.phrases import counted
from checkfirst.safe_text import printable, shortened

#: Sources that are told at least, the largest ones where none is faulty.
_FEWEST: Final = 3
#: Sources that are told, those of which examples are shown, and examples of each.
_MOST, _SHOWN, _EXAMPLES = 30, 3, 3
#: Sources with strangers, and pairs of near-duplicates that are told.
_STRANGE, _PAIRS = 5, 3
_NAME: Final = 60
#: Columns of a terminal.
_WIDTH: Final = 80
COLUMNS: Final = ("documents", "errors", "warnings", "clear", "not checked")


def report_lines(
    summary: Summary,
    copies: CopiesFound | None = None,
    sample: int | None = None,
    topics: Mapping[str, Stranger] | None = None,
) -> Iterator[str]:
    """The report, line by line. ``sample`` is the number of rows that the run was limited to; ``topics`` are strangers by topic."""
    all_ = whole(summary)
    yield f"{head(summary, all_)}\n"
    if sample is not None:
        yield f"a sample: the first rows of each input, {sample:,} in all\n"
    for severity in (Severity.ERROR, Severity.WARNING):
        if counts := all_.claimed(severity):
            yield _wrapped(f"{severity.value}s: {_listed(counts)}")
    if all_.reasons:
        yield _wrapped(f"not checked: {_listed(all_.reasons)}")
    yield _wrapped(f"kinds: {_listed(all_.kinds)}")
    yield _wrapped(f"languages: {_listed(all_.languages)}")
    for source, found in sorted(summary.items()):
        if told := found.nearly_all:
            yield f"\n! {_name(source)}: {nearly_all(found, *told)}\n"
    yield from _sources(summary, all_)
    for source, found in worst_first(summary)[:_SHOWN]:
        yield from _examples(source, found)
    yield from _strangers(strangers_of(summary, topics or {}))
    if copies is not None:
        yield from _copies(copies)


def head(summary: Summary, all_: SourceSummary) -> str:
    """How many documents there are, and how many of them have an error, a warning, neither, or were not checked."""
    told = [counted(all_.errors, "error")] if all_.errors else []
    told += [counted(all_.warnings, "warning")] if all_.warnings else []
    told += [f"{all_.clear:,} clear"] if all_.clear else []
    told += [f"{all_.failures:,} not checked"] if all_.failures else []
    return f"{counted(all_.documents, 'document')} of {counted(len(summary), 'source')}: {', '.join(told) or 'none'}"


def nearly_all(found: SourceSummary, code: str, count: int) -> str:
    """What is said of a source of which one rule has something against nearly every document."""
    return (
        f"{code} has something against {count:,} of its {found.documents:,} documents. Look at some: the source is not what "
        "it was taken for, or the rule does not fit it."
    )


def numbers(found: SourceSummary) -> tuple[int, ...]:
    """What stands in ``COLUMNS``; the first is the sum of the others."""
    return (found.documents, found.errors, found.warnings, found.clear, found.failures)


def phrase(stranger: Stranger) -> str:
    """What is said of strangers."""
    if stranger.about == TOPIC:
        return f"{stranger.count:,} unlike nearly all others in topic and form"
    if stranger.about == LANGUAGE:
        return f"{stranger.count:,} in {stranger.value}, where nearly all are in {stranger.others}"
    return f"{stranger.count:,} of the group {stranger.value}, where nearly all are of the group {stranger.others}"


def _sources(summary: Summary, all_: SourceSummary) -> Iterator[str]:
    ordered = worst_first(summary)
    faulty = sum(found.clear < found.documents for found in summary.values())
    told_of = max(min(faulty, _MOST), _FEWEST)
    widths = [max(9, len(name)) for name in COLUMNS]
    rows = [(numbers(found), _name(source)) for source, found in ordered[:told_of]]
    if len(ordered) > told_of:
        rest = whole(dict(ordered[told_of:]))
        rows.append((numbers(rest), f"({counted(len(ordered) - told_of, 'more source')})"))
    if len(rows) > 1:
        rows.append((numbers(all_), "(all)"))
    yield "\n" + "  ".join(name.rjust(width) for name, width in zip(COLUMNS, widths, strict=True)) + "  source\n"
    for counts, name in rows:
        yield "  ".join(f"{count:,}".rjust(w) for count, w in zip(counts, widths, strict=True)) + f"  {name}\n"


def _examples(source: str, found: SourceSummary) -> Iterator[str]:
    shown = [example for example in found.examples if example.rank == Severity.ERROR.rank][:_EXAMPLES]
    if shown:
        yield f"\n{_name(source)}\n"
    for example in shown:
        yield f"  {shortened(printable(example.id), _NAME)}  {example.code} {1 - example.doubt:.0%}\n"
        yield _wrapped(f"    {printable(example.text)}", "    ")
        if example.quote:
            yield _line(str(example.line), example.quote)


def strangers_of(summary: Summary, topics: Mapping[str, Stranger]) -> list[tuple[str, Stranger]]:
    """All strangers with their source, the most first."""
    found = [(source, s) for source, one in summary.items() for s in strangers_in(one.marks, one.documents)]
    return sorted([*found, *topics.items()], key=lambda item: (-item[1].count, item[0], item[1].about))


def _strangers(strange: list[tuple[str, Stranger]]) -> Iterator[str]:
    if not strange:
        return
    sources = len({source for source, _ in strange})
    documents = counted(sum(s.count for _, s in strange), "document")
    yield f"\nstrangers, of which nothing is claimed: {documents} of {counted(sources, 'source')}\n"
    for source, stranger in strange[:_STRANGE]:
        yield f"  {_name(source)}: {phrase(stranger)}\n"
        for member in stranger.members[:1]:
            yield _line(shortened(printable(member.id), _NAME), member.opening)
    if len(strange) > _STRANGE:
        yield f"  (and {len(strange) - _STRANGE:,} more; the page has them: --output FILE.html)\n"


def _copies(copies: CopiesFound) -> Iterator[str]:
    sources = f" ({_listed(copies.by_source, 3)})" if copies.by_source else ""
    yield f"\nnear-duplicates: {counted(copies.documents, 'document')} of an earlier one{sources}, {counted(copies.pairs, 'pair')}"
    yield "; the least alike of them:\n" if copies.some else "\n"
    for pair in copies.some[:_PAIRS]:
        yield f"  {pair.similarity:.0%} alike, {pair.containment:.0%} of the shorter one in the other\n"
        for name, source, opening in (pair.first, pair.second):
            yield _line(f"{shortened(printable(name))} ({_name(source)})", opening)


def _wrapped(line: str, indent: str = "  ") -> str:
    """A line of the report, on as many of a terminal's as it needs."""
    return fill(line, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False) + "\n"


def _line(where: str, quote: str) -> str:
    return f"    {where:>6} │ {printable(quote)}\n"


def _listed(counts: Mapping[str, int], most: int = 6) -> str:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    more = [f"{len(ordered) - most} more"] if len(ordered) > most else []
    return ", ".join([*(f"{count:,} {printable(name)}" for name, count in ordered[:most]), *more])


def _name(source: str) -> str:
    return shortened(printable(source), _NAME)
