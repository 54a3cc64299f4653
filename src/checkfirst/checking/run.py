"""The check of a set: its documents one by one, then the set as a whole. No text is kept after its document is done."""

import time
from collections.abc import Callable, Generator
from contextlib import closing
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from checkfirst.checking.comparisons import with_comparisons
from checkfirst.checking.document import Checked, Result, rules_of
from checkfirst.checking.lock import Lock
from checkfirst.checking.masking import masked_finding
from checkfirst.checking.result_cache import ResultCache
from checkfirst.checking.set_step import bounded, failure_of_set
from checkfirst.checking.suppressions import with_suppressions
from checkfirst.checking.workers import check_each
from checkfirst.config import Config
from checkfirst.measuring.danger.private import has_private
from checkfirst.measuring.document_set import measure_set
from checkfirst.measuring.index.books import books_of
from checkfirst.measuring.index.sites import sites_of
from checkfirst.measuring.index.tree import Tree
from checkfirst.measuring.models.weights import Weights
from checkfirst.model.finding import SET_PATH, Failure, Finding
from checkfirst.model.report import ListedEntry, Report, Skipped, Verdict
from checkfirst.model.set_measures import DocumentSummary, SetMeasures
from checkfirst.model.views import SetView
from checkfirst.rules.engine import findings_of
from checkfirst.rules.registry import Selection
from checkfirst.sources.interface import Listing

#: Called with the number of documents done, the number of all documents, and the name of the next one.
Progress = Callable[[int, int, str], None]
_NOTHING_ACCEPTED = Lock()


class CheckedListing(Struct, frozen=True, kw_only=True):
    """The results for the documents of a listing and the measures of the set, before its verdict."""

    checked: tuple[Checked, ...]
    skipped: tuple[Skipped, ...]
    failures: tuple[Failure, ...]
    measures: SetMeasures | None
    """``None`` if the check was interrupted."""


def check_listing(
    listing: Listing,
    rules: Selection,
    config: Config,
    weights: Weights,
    progress: Progress | None = None,
    jobs: int = 1,
    results: ResultCache | None = None,
) -> CheckedListing:
    """Check the documents of a listing in ``jobs`` processes and measure the set.

    ``results`` are the cached ones. If interrupted, returns the results so far, without measures of the set.
    """
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
        # Without measures of documents no rule about sets finds anything in them.
        nothing = SetMeasures(has_other_index=True, left_out=listing.left_out)
        compare = partial(_measure_set, checked, listing, rules, config, weights)
        measures, failed = bounded(
            compare, nothing, "the documents were not compared", len(checked), debug=config.debug
        )
        failures += [*failed, *map(failure_of_set, measures.unsettled)]
    except KeyboardInterrupt:
        # The results so far are reported.
        pass
    return CheckedListing(
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
    """The report on a listing, checked in ``jobs`` processes. If interrupted, the report is partial.

    Findings in ``lock`` are accepted and don't count. With cached ``results`` only changed documents are measured.
    """
    began = time.monotonic()
    rules = rules_of(config)
    checked = check_listing(listing, rules, config, weights, progress, jobs, results)
    report = _unsuppressed(checked, listing, rules, config, lock)
    if results and not report.partial:
        results.store_report(listing, lock, report)
    return with_suppressions(replace(report, seconds=round(time.monotonic() - began, 3)), lock, config)


def _unsuppressed(results: CheckedListing, listing: Listing, rules: Selection, config: Config, lock: Lock) -> Report:
    """The report without suppressions and without a final verdict, as it is cached."""
    about_set, failed = _set_findings(results, lock, rules, config)
    if any(has_private(checked.report.measures) for checked in results.checked):
        about_set = tuple(map(masked_finding, about_set))
    findings = sorted(
        (*(f for checked in results.checked for f in checked.findings), *about_set), key=lambda f: f.sort_key
    )
    fits = results.measures.fits if results.measures else {}
    return Report(
        root=listing.root,
        purpose=config.purpose,
        verdict=Verdict.READY,
        documents=tuple(replace(c.report, fit=fits.get(c.report.path)) for c in results.checked),
        findings=tuple(findings),
        failures=(*failed, *results.failures),
        skipped=results.skipped,
        entries=_listed_entries(results.measures) if results.measures else (),
        seconds=0.0,
        partial=results.measures is None,
    )


def _with_changed(measures: SetMeasures, checked: tuple[Checked, ...], lock: Lock) -> SetMeasures:
    """The measures of the set, with the documents that changed since they were approved."""
    approved = {item.path: item for item in lock.approved}
    changed = tuple(
        (c.report.path, f"{approved[c.report.path].date} by {approved[c.report.path].who}")
        for c in checked
        if c.report.path in approved and approved[c.report.path].sha256 != c.report.source.sha256
    )
    return replace(measures, changed=changed)


def _each(
    listing: Listing,
    rules: Selection,
    config: Config,
    weights: Weights,
    progress: Progress | None,
    jobs: int,
    results: ResultCache | None,
) -> Generator[Result]:
    """The result of each document, in the order of the listing: from the cache, or as soon as it is checked."""
    found = listing.found
    cached = {item.path: result for item in found if results and (result := results.result(item.path))}
    new = tuple(item for item in found if item.path not in cached)
    if progress and found:
        progress(len(cached), len(found), found[0].path)
    done = len(cached)
    with closing(check_each(new, rules, config, weights, jobs)) as fresh:
        for item in found:
            if item.path in cached:
                yield cached[item.path]
                continue
            result = next(fresh)
            if results:
                results.store_result(result)
            yield result
            # Counted after the caller has taken it, so that the report of an interrupted check has all that is shown.
            done += 1
            if progress and done < len(found):
                progress(done, len(found), item.path)


def _readable(checked: list[Checked]) -> tuple[DocumentSummary, ...]:
    return tuple(c.summary for c in checked if c.readable)


def _measure_set(
    checked: list[Checked], listing: Listing, rules: Selection, config: Config, weights: Weights
) -> SetMeasures:
    existing = {
        *(f.path for f in listing.found),
        *(s.path for s in listing.skipped),
        *(f.path for f in listing.failures),
        *(name for name, _ in listing.aliases),
        *listing.folders,
        *listing.hidden,
        *listing.unread,
    }
    tree = Tree(
        sites=sites_of(listing.site_files, listing.location),
        books=books_of(listing.site_files, listing.location),
        location=listing.location,
        aliases=listing.aliases,
        ignores=listing.ignores,
        on_disk=listing.on_disk,
    )
    readable = _readable(checked)
    measures = measure_set(readable, existing, len(checked) - len(readable), weights, config, rules.needs, tree)
    return replace(with_comparisons(measures, listing), left_out=listing.left_out)


def _set_findings(
    results: CheckedListing, lock: Lock, rules: Selection, config: Config
) -> tuple[tuple[Finding, ...], tuple[Failure, ...]]:
    """The findings about the set as a whole, and what failed meanwhile; none for an interrupted check."""
    if results.measures is None:
        return (), ()
    measures = _with_changed(results.measures, results.checked, lock)
    maps = {document.path: document.line_map for document in measures.documents}
    view = SetView(measures=measures, purpose=config.purpose)
    search = partial(findings_of, rules.set, view, SET_PATH, maps)
    nothing: tuple[Finding, ...] = ()
    return bounded(search, nothing, "the rules about the set were not applied", len(maps), debug=config.debug)


def _listed_entries(measures: SetMeasures) -> tuple[ListedEntry, ...]:
    """The entries of all indexes, with their places in the files."""
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
            quote=entry.quote.text,
            file=entry.listed,
        )
        for entry in measures.entries
    )
