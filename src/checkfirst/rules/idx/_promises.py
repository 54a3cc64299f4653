"""Shared by the rules on entries that don't fit their files."""

from checkfirst.model.entries import BrokenPromise
from checkfirst.model.finding import Severity
from checkfirst.model.kinds import Answer, Group, plain_name, with_article
from checkfirst.model.rule import Hit, facts
from checkfirst.model.set_measures import SetMeasures
from checkfirst.rules.sorts import is_strange, usual_groups

#: Groups of documents that an entry may well mean.
_EXPECTED = {Group.TECHNICAL, Group.UNKNOWN}


def weak_promises(measures: SetMeasures) -> frozenset[str]:
    """Files of entries that are short, or whose words they all have: nothing else sets them apart from the other documents."""
    usual = usual_groups(measures.documents)
    apart = {path for path, fit in measures.fits.items() if fit.answer is Answer.NO}
    by_path = measures.by_path
    short = {promise.entry.listed for promise in measures.broken_promises if promise.is_short or promise.all_said}
    return frozenset(
        path for path in short if path in by_path and path not in apart and not is_strange(by_path[path], usual)
    )


def promise_hit(promise: BrokenPromise, addition: str, weak: frozenset[str]) -> Hit:
    """A hit on the entry; its message gives the title in the index, the file's own title, and ``addition``."""
    entry = promise.entry
    # Another specification is told by its title alone.
    kind = promise.kind if promise.kind.group not in _EXPECTED else None
    what = [f"it is {with_article(plain_name(kind))}"] if kind else []
    what += [f"its title is {promise.called!r}"] if promise.called else []
    called = f", but {' and '.join(what)}" if what else ""
    return Hit(
        message=f"lists {entry.listed} as {entry.title!r}{called}{addition}",
        evidence=(entry.quote,),
        confidence=round(1 - promise.kept, 2),
        path=entry.index,
        severity=_severity(promise, weak),
        related=tuple(path for path in (entry.listed, promise.fitting, promise.copy_of) if path),
        data=facts(
            target_path=entry.listed,
            entry_title=entry.title,
            title=promise.called,
            fitting=promise.fitting,
            copy_of=promise.copy_of,
            missing=promise.missing,
        ),
    )


def _severity(promise: BrokenPromise, weak: frozenset[str]) -> Severity | None:
    if promise.absent:
        return Severity.ERROR
    return Severity.NOTE if (promise.is_short or promise.all_said) and promise.entry.listed in weak else None
