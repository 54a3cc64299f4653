"""The public face: check a folder, or documents in memory.

What is heavy is imported when it is needed: a set that was checked before needs nothing of it.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from os import PathLike
from pathlib import Path

from checkfirst.checking.cache import Cache
from checkfirst.checking.listing import prepare
from checkfirst.checking.lock import Lock
from checkfirst.checking.result_cache import ResultCache
from checkfirst.checking.suppressions import marked
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

#: Called with documents done, documents in all, and the name of the next one.
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
    """Check a folder, a file, or several of them as one set. ``lock`` has the findings that people let stand.

    With a ``cache`` only documents that changed are measured; whoever gives it closes it.

    ``purpose`` is ``build`` unless said here or in ``config``; no configuration file is read. With ``jobs`` above 1
    large sets are shared out among so many processes. Raises ``UsageError`` for a path that
    is not there or a purpose or rule code that is not known.
    """
    paths = [path] if isinstance(path, str | PathLike) else list(path)
    listing = list_paths([Path(p) for p in paths])
    return _run(listing, purpose, config, progress, jobs, lock, cache)


def check_documents(
    documents: Iterable[tuple[str, bytes | str]],
    *,
    purpose: Purpose | str | None = None,
    config: Config | None = None,
    progress: Progress | None = None,
    lock: Lock | None = None,
) -> Report:
    """Check ``(name, content)`` pairs as one set; names promise formats, as file names do."""
    return _run(list_records(documents), purpose, config, progress, lock=lock)


def read_one(path: Path) -> tuple[Document, DocumentMeasures]:
    """How one file is read and what is measured of it. Raises ``UsageError`` if it can't be read."""
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


def survey_set(path: Path, *, config: Config, progress: Progress | None = None, jobs: int = 1) -> SetMeasures:
    """What is measured of a folder as a set. Raises ``UsageError`` if it is none, or nothing in it can be read."""
    from checkfirst.checking.run import survey
    from checkfirst.measuring.models.weights import load_weights
    from checkfirst.model.needs import EVERYTHING
    from checkfirst.rules.registry import Selection

    if not path.is_dir():
        raise UsageError(f"{path}: not a folder; an index is for a folder of documents")
    listing, settings = prepare(list_paths([path]), config)
    done = survey(listing, Selection(document=(), set=(), needs=EVERYTHING), settings, load_weights(), progress, jobs)
    if done.measures is None:
        raise KeyboardInterrupt
    if not done.checked:
        raise UsageError(f"{path}: no documents")
    return done.measures


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
        return marked(replace(report, root=chosen.root, seconds=seconds), lock or Lock(), settings)
    from checkfirst.checking.run import run
    from checkfirst.measuring.models.weights import load_weights

    return run(chosen, settings, load_weights(), progress, jobs, lock or Lock(), results)


def _purpose(purpose: Purpose | str) -> Purpose:
    try:
        return Purpose(purpose)
    except ValueError:
        raise UsageError(f"purpose {purpose!r}: it can be {', '.join(Purpose)}") from None
