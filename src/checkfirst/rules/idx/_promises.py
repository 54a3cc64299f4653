"""Shared by the rules on entries that don't fit their files."""

from checkfirst.model.finding import Severity
from checkfirst.model.rule import Hit, facts
from checkfirst.model.set_measures import BrokenPromise


def promise_hit(promise: BrokenPromise, addition: str) -> Hit:
    """A hit on the entry; its message gives the title in the index, the file's own title, and ``addition``."""
    entry = promise.entry
    called = f", but its title is {promise.called!r}" if promise.called else ""
    return Hit(
        message=f"lists {entry.listed} as {entry.title!r}{called}{addition}",
        evidence=(entry.quote,),
        confidence=round(1 - promise.kept, 2),
        path=entry.index,
        severity=Severity.ERROR if promise.absent else None,
        related=tuple(path for path in (entry.listed, promise.fitting) if path),
        data=facts(
            target_path=entry.listed,
            entry_title=entry.title,
            title=promise.called,
            fitting=promise.fitting,
            missing=promise.missing,
        ),
    )
