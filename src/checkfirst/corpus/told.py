"""The report on a corpus for a terminal: by source, the worst first, with examples and their lines."""

from collections.abc import Iterator, Mapping
from typing import Final

from checkfirst.corpus.summary import SourceSummary, Summary, whole
from checkfirst.model.finding import Severity
from checkfirst.reporting.phrases import counted
from checkfirst.safe_text import printable, shortened

#: Sources that are told at least, the largest ones where none is faulty.
_FEWEST: Final = 3
#: Sources that are told, those of which examples are shown, and examples of each.
_MOST, _SHOWN, _EXAMPLES = 30, 3, 3
_NAME: Final = 60


def report_lines(summary: Summary) -> Iterator[str]:
    """The report, line by line."""
    all_ = whole(summary)
    yield f"{counted(all_.documents, 'document')} of {counted(len(summary), 'source')}: {_claims(all_)}\n"
    if all_.reasons:
        yield f"not checked: {_listed(all_.reasons)}\n"
    yield f"kinds: {_listed(all_.kinds)}\nlanguages: {_listed(all_.languages)}\n"
    for source, found in sorted(summary.items()):
        if told := found.nearly_all:
            code, count = told
            yield (
                f"\n! {_name(source)}: {code} finds {count:,} of its {found.documents:,} documents wrong. Look at some: the "
                "source is not what it was taken for, or the rule does not fit it.\n"
            )
    worst = sorted(summary.items(), key=lambda item: (-item[1].wrong, -item[1].failures, -item[1].documents, item[0]))
    faulty = sum(found.wrong + found.failures > 0 for found in summary.values())
    told_of = max(min(faulty, _MOST), _FEWEST)
    yield f"\n{'documents':>9} {'wrong':>8} {'failed':>8}  source\n"
    for source, found in worst[:told_of]:
        yield f"{found.documents:>9,} {found.wrong:>8,} {found.failures:>8,}  {_name(source)}\n"
    if len(worst) > told_of:
        more = "with no more wrong documents than these" if faulty > told_of else "with none"
        yield f"and {counted(len(worst) - told_of, 'source')} {more}\n"
    for source, found in worst[:_SHOWN]:
        yield from _examples(source, found)


def _examples(source: str, found: SourceSummary) -> Iterator[str]:
    shown = [example for example in found.examples if example.rank == Severity.ERROR.rank][:_EXAMPLES]
    if shown:
        yield f"\n{_name(source)}\n"
    for example in shown:
        yield f"  {shortened(printable(example.id))}  {printable(example.text)}  {example.code} {1 - example.doubt:.0%}\n"
        if example.quote:
            yield f"    {example.line:>6} │ {printable(example.quote)}\n"


def _claims(found: SourceSummary) -> str:
    told = [f"{count:,} {claim.removesuffix(' error')}" for claim, count in _ordered(found.claims) if " error" in claim]
    less = sum(count for claim, count in found.claims.items() if claim.endswith(Severity.WARNING.value))
    told += [f"{less:,} to look at"] if less else []
    told += [f"{found.failures:,} not checked"] if found.failures else []
    return ", ".join(told) or "nothing found"


def _listed(counts: Mapping[str, int], most: int = 6) -> str:
    ordered = _ordered(counts)
    more = [f"{len(ordered) - most} more"] if len(ordered) > most else []
    return ", ".join([*(f"{count:,} {printable(name)}" for name, count in ordered[:most]), *more])


def _ordered(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _name(source: str) -> str:
    return shortened(printable(source), _NAME)
