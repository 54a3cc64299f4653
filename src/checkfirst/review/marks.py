"""Marks of findings, and what they are in the lock file."""

import json
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

from msgspec import Struct

from checkfirst import lazy_re
from checkfirst.checking.lock import Accepted, Known, Lock
from checkfirst.model.finding import Finding
from checkfirst.safe_text import printable

#: The reason of an acceptance that says that the finding is false, with more of it behind a colon.
WRONG: Final = "wrong"
#: Characters of a reason. Not measured.
_MOST_WHY: Final = 200
_FINGERPRINT: Final = lazy_re.compile(r"[0-9a-f]{16}")


class Mark(StrEnum):
    """What a reader says of a finding."""

    STAND = "stand"
    """It is right, and may stay: an acceptance."""
    WRONG = "wrong"
    """It is false: an acceptance whose reason begins with ``wrong``."""
    MENDED = "mended"
    """The document is mended: kept until the next check, which does not find it."""


class Marked(Struct, frozen=True, kw_only=True):
    """A mark that a finding has."""

    mark: Mark
    why: str = ""
    who: str = ""


class Change(Struct, frozen=True, kw_only=True):
    """A mark that a reader gives, or takes away, and the one that they saw before."""

    fingerprint: str
    mark: Mark | None
    why: str
    was: Mark | None


def changes_of(body: bytes) -> list[Change]:
    """The changes in the body of a request. Raises ``ValueError`` for one of another form."""
    try:
        told = json.loads(body)["marks"]
        found = [
            Change(
                fingerprint=row["fingerprint"],
                mark=Mark(row["mark"]) if row["mark"] is not None else None,
                why=printable(row["why"])[:_MOST_WHY].rstrip(),
                was=Mark(row["was"]) if row["was"] is not None else None,
            )
            for row in told
        ]
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"not a list of marks: {error!r}") from None
    if not all(isinstance(c.fingerprint, str) and _FINGERPRINT.fullmatch(c.fingerprint) for c in found):
        raise ValueError("not a fingerprint")
    return found


def marks_in(findings: Iterable[Finding], lock: Lock) -> dict[str, Marked]:
    """The marks that the findings have in the lock, by fingerprint."""
    known = Known(lock.accepted)
    return {f.fingerprint: _marked(item) for f in findings if (item := known.same_as(f))}


def _marked(item: Accepted) -> Marked:
    name, colon, why = item.why.partition(":")
    if name == WRONG and (colon or not why):
        return Marked(mark=Mark.WRONG, why=why.strip(), who=item.who)
    return Marked(mark=Mark.STAND, why=item.why, who=item.who)


def with_changes(lock: Lock, changes: Mapping[str, tuple[Finding, Change]], who: str, date: str) -> Lock:
    """The lock with the changes, by fingerprint: acceptances of what stands or is wrong, and none of the others."""
    known = Known(lock.accepted)
    former = {item.fingerprint for finding, _ in changes.values() if (item := known.same_as(finding))}
    added = [
        Accepted(
            path=finding.path,
            code=finding.code,
            fingerprint=finding.fingerprint,
            date=date,
            who=who,
            why=_reason(change),
        )
        for finding, change in changes.values()
        if change.mark in {Mark.STAND, Mark.WRONG}
    ]
    return lock.without(frozenset(former)).merged(added, ())


def _reason(change: Change) -> str:
    if change.mark is not Mark.WRONG:
        return change.why
    return f"{WRONG}: {change.why}" if change.why else WRONG


def seen_by(marks: Mapping[str, Marked], who: str) -> dict[str, dict[str, str]]:
    """The marks as the page takes them; the name of who made one is told to others."""
    return {
        fingerprint: {
            "mark": marked.mark.value,
            "why": printable(marked.why),
            "who": "" if marked.who == who else printable(marked.who),
        }
        for fingerprint, marked in marks.items()
    }


def mended(change: Change, who: str) -> Marked:
    """The mark of a finding whose document was mended."""
    return Marked(mark=Mark.MENDED, why=change.why, who=who)
