"""``checkfirst check --watch``: a set is checked again whenever it changed, and what that changed is printed."""

import os
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from checkfirst.checking.compare import changes
from checkfirst.config import Config
from checkfirst.errors import UsageError
from checkfirst.known.look import stamp_of
from checkfirst.known.stamps import stamps_of
from checkfirst.known.state import Stamp
from checkfirst.model.report import Report, Verdict
from checkfirst.reporting.changes_view import render_changes
from checkfirst.reporting.phrases import verdict_phrase
from checkfirst.sources.folder import list_paths

#: Seconds between two looks at the files. Not measured.
_EVERY: Final = 1.0

#: The files and folders on which a result depends, with their stamps.
Stamps = dict[str, Stamp]


def watch(
    check: Callable[[], Report],
    stamps: Callable[[], Stamps],
    show: Callable[[Report], None],
    tell: Callable[[str], None],
    pause: Callable[[], None] = lambda: time.sleep(_EVERY),
) -> Verdict | None:
    """Check and show the report, wait until the set changed and is at rest again, check and tell the change; and so on.

    An interruption ends it. Returns the last verdict; ``None`` if no check was finished.
    """
    last: Report | None = None
    seen: Stamps = {}
    try:
        while True:
            seen = _at_rest(stamps, pause) if last else stamps()
            report = check()
            if report.partial:
                break
            before, last = last, report
            if before is None:
                show(report)
            elif text := _told(before, report):
                tell(text)
            while all(stamp_of(path) == stamp for path, stamp in seen.items()):
                pause()
    except KeyboardInterrupt:
        pass
    return last.verdict if last else None


def _at_rest(stamps: Callable[[], Stamps], pause: Callable[[], None]) -> Stamps:
    """The stamps of a set that did not change during a pause: one that is being written is not judged yet."""
    before: Stamps = {}
    while (now := stamps()) != before:
        before = now
        pause()
    return now


def _told(before: Report, after: Report) -> str:
    """What differs from the last check, with the verdict; empty where that is nothing."""
    found = changes(before, after)
    same = not (found.new or found.gone or found.added or found.removed or found.edited or found.promises)
    if same and before.verdict is after.verdict:
        return ""
    return f"\n{time.strftime('%H:%M:%S')}  {verdict_phrase(after).upper()}\n{render_changes(found)}"


def looker(paths: Iterable[Path], config: Config) -> Callable[[], Stamps]:
    """A function that lists the set and takes its stamps; those of a set that is not there any more are none."""
    named = list(paths)

    def look() -> Stamps:
        try:
            listing = list_paths(named, config.include)
        except UsageError:
            return {}
        root = os.path.realpath(listing.root or ".")
        return stamps_of(listing, root, os.path.realpath("."), [])

    return look
