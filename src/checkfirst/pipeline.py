"""The whole order: sources, reading, measuring, rules, judge. Text is let go after each document."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from checkfirst.checking import Checked, Result, text_of
from checkfirst.config import Config
from checkfirst.judge import judge
from checkfirst.measuring.differences import differing_lines
from checkfirst.measuring.index import measure_set
from checkfirst.measuring.weights import Weights
from checkfirst.model.finding import Failure, Finding
from checkfirst.model.report import Report, Skipped
from checkfirst.model.set_measures import Copy, Likeness, SetMeasures
from checkfirst.model.views import SetView
from checkfirst.rules.engine import findings_of
from checkfirst.rules.registry import Selection, selected
from checkfirst.sources.interface import Listing
from checkfirst.workers import check_each

#: Called with documents done, documents in all, and the name of the next one.
Progress = Callable[[int, int, str], None]
#: Path under which findings about the set itself are listed.
SET_PATH = "."
#: Pairs of near-copies whose differing lines are looked for.
_MOST_COMPARED = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What was measured, before anything is judged."""

    checked: tuple[Checked, ...]
    skipped: tuple[Skipped, ...]
    failures: tuple[Failure, ...]
    measures: SetMeasures | None
    """``None`` for a survey that was interrupted."""


def survey(
    listing: Listing,
    rules: Selection,
    config: Config,
    weights: Weights,
    progress: Progress | None = None,
    jobs: int = 1,
) -> Survey:
    """Read and measure all that was listed, in so many processes. Interrupted, it has what was done so far."""
    checked: list[Checked] = []
    skipped = list(listing.skipped)
    failures = list(listing.failures)
    partial = False
    try:
        for result in _each(listing, rules, config, weights, progress, jobs):
            match result:
                case Checked():
                    checked.append(result)
                case Skipped():
                    skipped.append(result)
                case Failure():
                    failures.append(result)
    except KeyboardInterrupt:
        partial = True
    return Survey(
        checked=tuple(checked),
        skipped=tuple(sorted(skipped, key=lambda s: s.path)),
        failures=tuple(sorted(failures, key=lambda f: (f.document_id, f.stage))),
        measures=None if partial else _measure_set(checked, listing, config, weights),
    )


def run(listing: Listing, config: Config, weights: Weights, progress: Progress | None = None, jobs: int = 1) -> Report:
    """Check all that was listed, in so many processes. Interrupted, it reports what it has, marked as partial."""
    began = time.monotonic()
    rules = selected(config.select, config.ignore, preview=config.preview)
    done = survey(listing, rules, config, weights, progress, jobs)
    about_set = _findings_on(done.measures, rules, config) if done.measures else ()
    findings = tuple(
        sorted((f for c in (*(x.findings for x in done.checked), about_set) for f in c), key=lambda f: f.sort_key)
    )
    fits = done.measures.fits if done.measures else {}
    return Report(
        root=listing.root,
        purpose=config.purpose,
        verdict=judge(findings, done.failures, len(done.checked), strict=config.strict),
        documents=tuple(replace(c.report, fit=fits.get(c.report.path)) for c in done.checked),
        findings=findings,
        failures=done.failures,
        skipped=done.skipped,
        seconds=round(time.monotonic() - began, 3),
        partial=done.measures is None,
    )


def _each(
    listing: Listing, rules: Selection, config: Config, weights: Weights, progress: Progress | None, jobs: int
) -> Iterator[Result]:
    found = listing.found
    if progress and found:
        progress(0, len(found), found[0].uri)
    for number, result in enumerate(check_each(found, rules, config, weights, jobs), start=1):
        if progress and number < len(found):
            progress(number, len(found), found[number].uri)
        yield result


def _measure_set(checked: list[Checked], listing: Listing, config: Config, weights: Weights) -> SetMeasures:
    present = {
        *(f.uri for f in listing.found),
        *(s.path for s in listing.skipped),
        *(f.document_id for f in listing.failures),
        *(name for name, _ in listing.aliases),
        *listing.folders,
    }
    readable = tuple(c.summary for c in checked if c.readable)
    measures = measure_set(readable, present, len(checked) - len(readable), weights, config)
    return replace(measures, copies=_compared(measures.copies, listing))


def _compared(copies: tuple[Copy, ...], listing: Listing) -> tuple[Copy, ...]:
    """The copies with the lines that differ; their texts are read once more, for the first of them."""
    by_uri = {item.uri: item for item in listing.found}
    compared = []
    for number, copy in enumerate(copies):
        if copy.likeness in {Likeness.NEAR, Likeness.VERSIONS} and number < _MOST_COMPARED:
            own, other = (text_of(by_uri[path]) for path in (copy.path, copy.other))
            count, lines = differing_lines(own, other)
            copy = replace(copy, differing=count, lines=lines)
        compared.append(copy)
    return tuple(compared)


def _findings_on(measures: SetMeasures, rules: Selection, config: Config) -> tuple[Finding, ...]:
    view = SetView(measures=measures, purpose=config.purpose)
    return findings_of(rules.set, view, SET_PATH, lambda line: (line, None))
