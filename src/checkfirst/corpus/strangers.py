"""Strangers by source: documents in another language, or of another sort, than nearly all others of their source.

They are told for a person to look at and claim nothing. ``topics`` has those that differ in topic and form alone.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from msgspec import Struct

from checkfirst.model.kinds import Group

#: Fewest words of a document that is judged, as for FIT003.
FEWEST_WORDS: Final = 60
#: Probability of its group from which a document counts as one of it.
SURE: Final = 0.9
#: Fewest documents that are judged of a source, the share of all that they are at least, and the share of them that is alike
#: where the others are strangers. Not measured.
FEWEST, _JUDGED, _ALIKE = 20, 0.5, 0.95
#: Documents that are kept of each mark of a source.
_MEMBERS: Final = 3
LANGUAGE, GROUP, TOPIC = "language", "group", "topic"
_NO_GROUPS: Final = {Group.UNKNOWN.value, Group.SHELL.value}


class Member(Struct, frozen=True, kw_only=True, order=True):
    """A document."""

    id: str
    opening: str
    """Its first line."""


class Mark(Struct, frozen=True, kw_only=True):
    """The documents of a source that have one language, or are of one group."""

    count: int
    members: tuple[Member, ...]
    """The first of them by their ids."""


#: By what it is about and its value: ``language de``.
Marks = Mapping[str, Mark]


class Stranger(Struct, frozen=True, kw_only=True):
    """Documents of a source that differ from nearly all others of it."""

    about: str
    """``language``, ``group`` or ``topic``."""
    value: str
    """Empty for a topic, which has no name."""
    count: int
    others: str
    """The value of nearly all others."""
    members: tuple[Member, ...]


def marks_of(rows: Iterable[dict[str, object]]) -> dict[str, Mark]:
    """The marks of the documents of one source that nothing graver is claimed of."""
    found: dict[str, list[Member]] = {}
    for row in rows:
        if int(str(row["words"] or 0)) < FEWEST_WORDS:
            continue
        member = Member(id=str(row["id"]), opening=str(row["opening"] or ""))
        if row["language"]:
            found.setdefault(f"{LANGUAGE} {row['language']}", []).append(member)
        if row["group"] not in _NO_GROUPS and float(str(row["kind_probability"] or 0)) >= SURE:
            found.setdefault(f"{GROUP} {row['group']}", []).append(member)
    return {name: Mark(count=len(some), members=tuple(sorted(some)[:_MEMBERS])) for name, some in found.items()}


def merged_marks(a: Marks, b: Marks) -> dict[str, Mark]:
    """The marks of two parts of a source together."""
    return {**a, **{name: _merged(a[name], mark) if name in a else mark for name, mark in b.items()}}


def _merged(a: Mark, b: Mark) -> Mark:
    return Mark(count=a.count + b.count, members=tuple(sorted((*a.members, *b.members))[:_MEMBERS]))


def main_of(about: str, marks: Marks, documents: int) -> str:
    """The language or group of nearly all documents of a source with so many; empty where there is none, or too few are judged."""
    own = _values(about, marks)
    judged = sum(mark.count for mark in own.values())
    main = min(own, key=lambda value: (-own[value].count, value), default="")
    return main if judged >= max(FEWEST, _JUDGED * documents) and own[main].count >= _ALIKE * judged else ""


def strangers_in(marks: Marks, documents: int) -> Iterator[Stranger]:
    """The strangers of a source with so many documents, by its marks."""
    for about in (LANGUAGE, GROUP):
        own, main = _values(about, marks), main_of(about, marks, documents)
        for value in sorted(set(own) - {main} if main else (), key=lambda value: (-own[value].count, value)):
            mark = own[value]
            yield Stranger(about=about, value=value, count=mark.count, others=main, members=mark.members)


def _values(about: str, marks: Marks) -> dict[str, Mark]:
    """The marks about one thing by their values."""
    return {name.partition(" ")[2]: mark for name, mark in marks.items() if name.partition(" ")[0] == about}
