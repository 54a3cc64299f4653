"""What is known of a set, for hooks and the server: kept from before, or found now. It imports the check only for the latter."""

import os
import time
from collections.abc import Callable

from checkfirst.known.look import holds, key_of, known, own_code
from checkfirst.known.state import State


def state_of(base: str, paths: list[str], purpose: str = "", *, interrupted: Callable[..., None]) -> State:
    """The state of the set that the ``paths`` below ``base`` make up, for a purpose; empty for that of the configuration.

    ``interrupted`` is called with the progress of a check. Raises what a check raises: ``CheckfirstError`` for a mistake
    in a path or the configuration, ``KeyboardInterrupt`` for an interrupted check.
    """
    key = key_of(base, paths, purpose)
    kept = known(key)
    return kept if kept and holds(kept) else _checked(key, base, interrupted)


def _checked(key: list[str], base: str, interrupted: Callable[..., None]) -> State:
    from pathlib import Path

    from msgspec.structs import replace

    from checkfirst.api import check
    from checkfirst.checking.cache import Cache, cache_file
    from checkfirst.cli.options import configured, locked
    from checkfirst.known import store
    from checkfirst.known.findings import absolute_root, headline_of, rows_of
    from checkfirst.known.stamps import above_of, is_settled, stamps_of
    from checkfirst.known.state import State
    from checkfirst.model.finding import Stage
    from checkfirst.model.report import Verdict
    from checkfirst.sources.folder import list_paths
    from checkfirst.sources.site_files import DECIDING_NAMES

    # Configuration and lock are the nearest ones to the project, as for a check that is started there.
    os.chdir(base)
    paths = [Path(os.path.relpath(path, base)) for path in key[3:]]
    config = replace(configured(None, paths), readings=False)
    lock = locked(None, paths)
    looked = time.time_ns()
    # Taken before the check: what changes meanwhile has another stamp later.
    listing = list_paths(paths, config.include)
    root = os.path.realpath(os.path.join(base, listing.root or "."))
    stamps = stamps_of(listing, root, os.path.realpath(base), [])
    above = above_of(root)
    settled = is_settled(stamps, listing)
    file = cache_file()
    cache = Cache(file) if file else None
    try:
        report = check(
            paths,
            purpose=key[2] or None,
            config=config,
            lock=lock,
            cache=cache,
            jobs=os.cpu_count() or 1,
            progress=interrupted,
        )
    finally:
        if cache:
            cache.close()
    if report.partial:
        raise KeyboardInterrupt
    whole = all(failure.stage is Stage.SOURCES for failure in report.failures)
    state = State(
        key=key,
        code=own_code(),
        looked=looked,
        settled=settled and whole,
        stamps=stamps,
        above=above,
        deciding=DECIDING_NAMES,
        root=absolute_root(report, base),
        ready=report.verdict is Verdict.READY,
        headline=headline_of(report),
        documents=len(report.documents),
        rows=rows_of(report),
    )
    return store.keep(state)
