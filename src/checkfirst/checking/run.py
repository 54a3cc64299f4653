"""The whole order: sources, reading, measuring, rules, judge. Text is let go after each document."""

import time
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass, replace

from checkfirst.checking.document import Checked, Result, rules_of, text_of
from checkfirst.checking.lock import Lock
from checkfirst.checking.result_cache import ResultCache
from checkfirst.checking.suppressions import marked
from checkfirst.checking.workers import check_each
from checkfirst.config import Config
from checkfirst.measuring.document_set import measure_set
from checkfirst.measuring.models.weights import Weights
from checkfirst.measuring.similarity.line_diff import differing_lines
from checkfirst.model.finding import SET_PATH, Failure, Finding
from checkfirst.model.measures import Fingerprint
from checkfirst.model.report import DocumentReport, ListedEntry, Report, Skipped, Verdict
from checkfirst.model.set_measures import DuplicateKind, DuplicatePair, SetMeasures
from checkfirst.model.views import SetView
from checkfirst.rules.engine import findings_of
from checkfirst.rules.registry import Selection
from checkfirst.sources.interface import Listing

#: Called with documents done, documents in all, and the name of the next one.
Progress = Callable[[int, int, str], None]
_NOTHING_ACCEPTED = Lock()
_NO_FINGERPRINT = Fingerprint(sha256="", words=0, shingles=b"", vocabulary=b"", counts=b"")
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
    results: ResultCache | None = None,
) -> Survey:
    """Read and measure all that was listed, in so many processes. Interrupted, it has what was done so far."""
    checked: list[Checked] = []
    skipped = list(listing.skipped)
    failures = list(listing.failures)
    measures = None
    try:
        with closing(_each(listing, rules, config, weights, progress, jobs, results)) as stream:
            for result in stream:
                match result:
                    case Checked():
                        checked.append(result)
                    case Skipped():
                        skipped.append(result)
                    case Failure():
                        failures.append(result)
        measures = _measure_set(checked, listing, rules, config, weights)
    except KeyboardInterrupt:
        # What was done so far is told all the same.
        pass
    return Survey(
        checked=tuple(checked),
        skipped=tuple(sorted(skipped, key=lambda s: s.path)),
        failures=tuple(sorted(failures, key=lambda f: (f.path, f.stage))),
        measures=measures,
    )


def run(
    listing: Listing,
    config: Config,
    weights: Weights,
    progress: Progress | None = None,
    jobs: int = 1,
    lock: Lock = _NOTHING_ACCEPTED,
    results: ResultCache | None = None,
) -> Report:
    """Check all that was listed, in so many processes. Interrupted, it reports what it has, marked as partial.

    Findings in ``lock`` are marked as accepted and don't count. With what is ``known`` only what changed is measured.
    """
    began = time.monotonic()
    rules = rules_of(config)
    done = survey(listing, rules, config, weights, progress, jobs, results)
    report = _fresh(done, listing, rules, config, lock)
    if results and not report.partial:
        results.store_report(listing, lock, report)
    return marked(replace(report, seconds=round(time.monotonic() - began, 3)), lock, config)


def _fresh(done: Survey, listing: Listing, rules: Selection, config: Config, lock: Lock) -> Report:
    """What was found, before anything of it counts as accepted."""
    about_set = _findings_on(_with_changed(done, lock), rules, config) if done.measures else ()
    findings = sorted(
        (f for c in (*(x.findings for x in done.checked), about_set) for f in c), key=lambda f: f.sort_key
    )
    fits = done.measures.fits if done.measures else {}
    return Report(
        root=listing.root,
        purpose=config.purpose,
        verdict=Verdict.READY,
        documents=tuple(_slim(replace(c.report, fit=fits.get(c.report.path)), config) for c in done.checked),
        findings=tuple(findings),
        failures=done.failures,
        skipped=done.skipped,
        entries=_listed(done.measures) if done.measures else (),
        seconds=0.0,
        partial=done.measures is None,
    )


def _slim(document: DocumentReport, config: Config) -> DocumentReport:
    """Without what only a report in full has a use for, where that was not asked for."""
    if config.readings or config.texts:
        return document
    return replace(
        document,
        segments=(),
        measures=replace(
            document.measures, segments=(), traces=(), losses=(), embedding=b"", fingerprint=_NO_FINGERPRINT
        ),
    )


def _with_changed(done: Survey, lock: Lock) -> SetMeasures:
    """The set's measures with the documents that changed since somebody approved them."""
    approved = {item.path: item for item in lock.approved}
    changed = tuple(
        (c.report.path, f"{approved[c.report.path].date} by {approved[c.report.path].who}")
        for c in done.checked
        if c.report.path in approved and approved[c.report.path].sha256 != c.report.source.sha256
    )
    return replace(done.measures or SetMeasures(), changed=changed)


def _each(
    listing: Listing,
    rules: Selection,
    config: Config,
    weights: Weights,
    progress: Progress | None,
    jobs: int,
    results: ResultCache | None,
) -> Generator[Result]:
    """The result of each document in the listing's order: the known ones, and the others as they are done."""
    found = listing.found
    kept = {item.path: result for item in found if results and (result := results.result(item.path))}
    new = tuple(item for item in found if item.path not in kept)
    if progress and found:
        progress(len(kept), len(found), found[0].path)
    done = len(kept)
    with closing(check_each(new, rules, config, weights, jobs)) as fresh:
        for item in found:
            if item.path in kept:
                yield kept[item.path]
                continue
            result = next(fresh)
            if results:
                results.store_result(result)
            yield result
            # Counted once it was taken: what is shown as done is in the report, whenever an interruption comes.
            done += 1
            if progress and done < len(found):
                progress(done, len(found), item.path)


def _measure_set(
    checked: list[Checked], listing: Listing, rules: Selection, config: Config, weights: Weights
) -> SetMeasures:
    present = {
        *(f.path for f in listing.found),
        *(s.path for s in listing.skipped),
        *(f.path for f in listing.failures),
        *(name for name, _ in listing.aliases),
        *listing.folders,
    }
    readable = tuple(c.summary for c in checked if c.readable)
    measures = measure_set(readable, present, len(checked) - len(readable), weights, config, rules.needs)
    return replace(measures, duplicates=_compared(measures.duplicates, listing))


def _compared(copies: tuple[DuplicatePair, ...], listing: Listing) -> tuple[DuplicatePair, ...]:
    """The copies with the lines that differ; their texts are read once more, for the first of them."""
    by_uri = {item.path: item for item in listing.found}
    wanted = [c for c in copies if c.likeness in {DuplicateKind.NEAR, DuplicateKind.VERSIONS}][:_MOST_COMPARED]
    # Read in the order of their names: members of one archive come one after the other.
    texts = {path: text_of(by_uri[path]) for path in sorted({p for c in wanted for p in (c.path, c.other)})}
    compared = []
    for copy in copies:
        if copy in wanted:
            count, lines = differing_lines(texts[copy.path], texts[copy.other])
            copy = replace(copy, differing=count, lines=lines)
        compared.append(copy)
    return tuple(compared)


def _findings_on(measures: SetMeasures, rules: Selection, config: Config) -> tuple[Finding, ...]:
    view = SetView(measures=measures, purpose=config.purpose)
    return findings_of(rules.set, view, SET_PATH, {d.path: d.line_map for d in measures.documents})


def _listed(measures: SetMeasures) -> tuple[ListedEntry, ...]:
    """The entries of the indexes at their places."""
    maps = {document.path: document.line_map for document in measures.documents}
    return tuple(
        ListedEntry(
            index=entry.index,
            place=maps[entry.index].place(entry.quote.span),
            title=entry.title,
            target=entry.target,
            path=entry.path,
            exists=entry.exists,
            description=entry.description,
        )
        for entry in measures.entries
    )
