"""The public interface: check a folder, or documents in memory.

Heavy modules are imported inside functions: a set whose report is in the cache needs none of them.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from os import PathLike
from pathlib import Path

from msgspec.structs import replace

from checkfirst.checking.cache import Cache
from checkfirst.checking.listing import prepare
from checkfirst.checking.lock import Lock
from checkfirst.checking.result_cache import ResultCache
from checkfirst.checking.suppressions import with_suppressions
from checkfirst.config import Config
from checkfirst.errors import UsageError
from checkfirst.model.document import Document
from checkfirst.model.kinds import Purpose
from checkfirst.model.measures import DocumentMeasures
from checkfirst.model.report import Report
from checkfirst.model.set_measures import SetMeasures
from checkfirst.sources.folder import list_paths
from checkfirst.sources.interface import Listing, Unreadable
from checkfirst.sources.records import list_records

#: Called with the number of documents done, the number of all documents, and the name of the next one.
Progress = Callable[[int, int, str], None]
PathLikes = str | PathLike[str] | Sequence[str | PathLike[str]]


def check(
    path: PathLikes,
    *,
    purpose: Purpose | str | None = None,
    config: Config | None = None,
    progress: Progress | None = None,
    jobs: int = 1,
    lock: Lock | None = None,
    cache: Cache | None = None,
) -> Report:
    """Check a folder, a file, or several of them as one set.

    ``purpose`` overrides that of ``config``; without either it is ``build``. No configuration file is read. ``jobs`` is
    the number of processes for large sets. ``lock`` holds accepted findings. With a ``cache`` only changed documents
    are measured; the caller closes it. Raises ``UsageError`` for a path that does not exist, an unknown purpose or an
    unknown rule code.
    """
    paths = [path] if isinstance(path, str | PathLike) else list(path)
    listing = list_paths([Path(p) for p in paths], config.include if config else ())
    return _run(listing, purpose, config, progress, jobs, lock, cache)


def check_documents(
    documents: Iterable[tuple[str, bytes | str]],
    *,
    purpose: Purpose | str | None = None,
    config: Config | None = None,
    progress: Progress | None = None,
    lock: Lock | None = None,
) -> Report:
    """Check ``(name, content)`` pairs as one set. A name's suffix declares a format, as that of a file name does.

    Raises ``UsageError`` for a name given twice, an unknown purpose or an unknown rule code.
    """
    return _run(list_records(documents), purpose, config, progress, lock=lock)


def check_listing(
    listing: Listing,
    *,
    config: Config | None = None,
    progress: Progress | None = None,
    lock: Lock | None = None,
) -> Report:
    """Check what a source listed as one set. Raises ``UsageError`` for an unknown rule code."""
    return _run(listing, None, config, progress, lock=lock)


def read_one(path: Path) -> tuple[Document, DocumentMeasures]:
    """The document that one file holds, and its measures. Raises ``UsageError`` if it can't be read."""
    from checkfirst.measuring.document import measure
    from checkfirst.measuring.models.weights import load_weights
    from checkfirst.reading.read import read

    if path.is_dir():
        raise UsageError(f"{path}: a folder; name one file")
    listing = list_paths([path])
    if not listing.found:
        raise UsageError(f"{path}: {listing.failures[0].reason if listing.failures else 'not a file'}")
    try:
        document = read(listing.found[0].path, listing.found[0].load())
    except Unreadable as error:
        raise UsageError(f"{path}: {error}") from None
    return document, measure(document, load_weights())


def measure_folder(path: Path, *, config: Config, progress: Progress | None = None, jobs: int = 1) -> SetMeasures:
    """The measures of a folder as a set. Raises ``UsageError`` for a path that is no folder or has no documents."""
    from checkfirst.checking.run import check_listing
    from checkfirst.measuring.models.weights import load_weights
    from checkfirst.model.needs import EVERYTHING
    from checkfirst.rules.registry import Selection

    if not path.is_dir():
        raise UsageError(f"{path}: not a folder; an index is for a folder of documents")
    listing, settings = prepare(list_paths([path], config.include), config)
    no_rules = Selection(document=(), set=(), needs=EVERYTHING)
    results = check_listing(listing, no_rules, settings, load_weights(), progress, jobs)
    if results.measures is None:
        raise KeyboardInterrupt
    if not results.checked:
        raise UsageError(f"{path}: no documents")
    return results.measures


def _run(
    listing: Listing,
    purpose: Purpose | str | None,
    config: Config | None,
    progress: Progress | None,
    jobs: int = 1,
    lock: Lock | None = None,
    cache: Cache | None = None,
) -> Report:
    settings = config or Config()
    if purpose is not None:
        settings = replace(settings, purpose=_purpose(purpose))
    began = time.monotonic()
    chosen, settings = prepare(listing, settings)
    results = ResultCache(cache, settings, chosen) if cache else None
    if results and (report := results.report(chosen, lock or Lock())):
        seconds = round(time.monotonic() - began, 3)
        return with_suppressions(replace(report, root=chosen.root, seconds=seconds), lock or Lock(), settings)
    from checkfirst.checking.run import run
    from checkfirst.measuring.models.weights import load_weights

    return run(chosen, settings, load_weights(), progress, jobs, lock or Lock(), results)


def _purpose(purpose: Purpose | str) -> Purpose:
    try:
        return Purpose(purpose)
    except ValueError:
        raise UsageError(f"purpose {purpose!r}: it can be {', '.join(Purpose)}") from None
