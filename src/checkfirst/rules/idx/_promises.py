"""What the rules on entries that their files do not fit say alike."""

from checkfirst.model.rule import Hit, facts
from checkfirst.model.set_measures import BrokenPromise


def promise_hit(promise: BrokenPromise, more: str) -> Hit:
    """A hit on the entry, which says what the file is listed as, what its own title is, and ``more``."""
    entry = promise.entry
    called = f", but its title is {promise.called!r}" if promise.called else ""
    return Hit(
        message=f"lists {entry.path} as {entry.title!r}{called}{more}",
        evidence=(entry.quote,),
        confidence=round(1 - promise.kept, 2),
        path=entry.index,
        related=tuple(path for path in (entry.path, promise.fitting) if path),
        data=facts(
            target_path=entry.path,
            entry_title=entry.title,
            title=promise.called,
            fitting=promise.fitting,
            missing=promise.missing,
        ),
    )
