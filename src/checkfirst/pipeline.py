"""The whole order: sources, reading, measuring, rules, judge. Text is let go after each document."""

import time
from collections.abc import Callable, Iterator

from checkfirst.checking import Checked, Result
from checkfirst.config import Config
from checkfirst.judge import judge
from checkfirst.measuring.index import measure_set
from checkfirst.measuring.weights import Weights
from checkfirst.model.finding import Failure, Finding
from checkfirst.model.report import Report, Skipped
from checkfirst.model.views import SetView
from checkfirst.rules.engine import findings_of
from checkfirst.rules.registry import Selection, selected
from checkfirst.sources.interface import Listing
from checkfirst.workers import check_each

#: Called with documents done, documents in all, and the name of the next one.
Progress = Callable[[int, int, str], None]
#: Path under which findings about the set itself are listed.
SET_PATH = "."


def run(listing: Listing, config: Config, weights: Weights, progress: Progress | None = None, jobs: int = 1) -> Report:
    """Check all that was listed, in so many processes. Interrupted, it reports what it has, marked as partial."""
    began = time.monotonic()
    rules = selected(config.select, config.ignore, preview=config.preview)
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
    about_set = () if partial else _check_set(checked, listing, rules, config, weights)
    findings = tuple(
        sorted((f for c in (*(x.findings for x in checked), about_set) for f in c), key=lambda f: f.sort_key)
    )
    failed = tuple(sorted(failures, key=lambda f: (f.document_id, f.stage)))
    return Report(
        root=listing.root,
        purpose=config.purpose,
        verdict=judge(findings, failed, len(checked), strict=config.strict),
        documents=tuple(c.report for c in checked),
        findings=findings,
        failures=failed,
        skipped=tuple(sorted(skipped, key=lambda s: s.path)),
        seconds=round(time.monotonic() - began, 3),
        partial=partial,
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


def _check_set(
    checked: list[Checked], listing: Listing, rules: Selection, config: Config, weights: Weights
) -> tuple[Finding, ...]:
    present = {
        *(f.uri for f in listing.found),
        *(s.path for s in listing.skipped),
        *(f.document_id for f in listing.failures),
        *(name for name, _ in listing.aliases),
        *listing.folders,
    }
    readable = tuple(c.summary for c in checked if c.report.encoding is not None)
    measures = measure_set(readable, present, unread=len(checked) - len(readable), vocabulary=weights.vocabulary)
    return findings_of(rules.set, SetView(measures=measures, purpose=config.purpose), SET_PATH, lambda line: line)
