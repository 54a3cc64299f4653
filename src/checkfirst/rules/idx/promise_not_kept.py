"""IDX004: the file is about something other than its entry says."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import SetView
from checkfirst.rules.idx._promises import promise_hit, weak_promises

#: Words that the message names of those which the file lacks.
_MOST_WORDS = 6


@rule(
    code="IDX004",
    sees=SetView,
    severity=Severity.WARNING,
    also={
        Severity.ERROR: "the entry has several words, and its file has none of them; or its file is a copy of another entry's",
        Severity.NOTE: "the entry has one word for its subject and no description, or its file has all its words, and nothing sets the file apart",
    },
    since="0.1.0",
    needs=(
        Needs.PROMISES,
        Needs.DUPLICATES,
        Needs.VERSIONS,
        Needs.FITS,
    ),
)
def promise_not_kept(view: SetView) -> Iterator[Hit]:
    """The file is about something other than its entry in the index says.

    Readers who go by the index take the file for another document, or never open it.

    Look at the file, put the right one in its place, or correct the entry.
    """
    weak = weak_promises(view.measures)
    for promise in view.measures.broken_promises:
        if promise.fitting is None:
            missing = f"; nothing in it says: {', '.join(promise.missing[:_MOST_WORDS])}" if promise.missing else ""
            how = "but for a few lines" if promise.nearly else "word for word"
            copied = f"; it holds the text of {promise.copy_of}, {how}" if promise.copy_of else ""
            yield promise_hit(promise, copied or missing, weak)
    for mismatch in view.measures.version_mismatches:
        entry = mismatch.entry
        wanted, found = _version(mismatch.wanted, mismatch.dated), _version(mismatch.found, mismatch.dated)
        kind = "of" if mismatch.dated else "number" if mismatch.ordinal else "version"
        called = {"found_number" if mismatch.ordinal else "found_version": found}
        message = f"lists {entry.listed} as {kind} {wanted}, but it says that it is {kind} {found}"
        yield Hit(
            message=message,
            evidence=(entry.quote,),
            confidence=0.95,
            path=entry.index,
            related=(entry.listed,) if entry.listed else (),
            data=facts(
                target_path=entry.listed,
                entry_title=entry.title,
                wanted_version=wanted,
                entry_alone=mismatch.is_named or None,
                **called,
            ),
        )


def _version(numbers: tuple[int, ...], dated: bool) -> str:
    """``2.1``, or ``2026-05-01``, or ``2026`` and ``2026-2027`` for years."""
    return "-".join(f"{part:02}" for part in numbers) if dated else ".".join(map(str, numbers))
