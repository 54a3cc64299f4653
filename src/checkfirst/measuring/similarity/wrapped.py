"""A document that wraps the text of another one in words of its own, and changes a few of its words."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from msgspec.structs import replace

from checkfirst import lazy_re
from checkfirst.measuring.similarity.pieces import Piece, pieces_of
from checkfirst.measuring.similarity.small_changes import Place, changes_between
from checkfirst.measuring.text.quoting import quote
from checkfirst.model.likeness import AlteredCopy, Change, ChangeKind
from checkfirst.model.quotes import Quote

#: Words before the copied text, and around it, from which a document wraps another one; a copy of a page has its menu
#: there. Not measured.
_BEFORE, _AROUND = 8, 20
#: First words of a text among which its copy is looked for, words that must be alike, and the fewest of a text.
_LOOKED_FOR, _ALIKE, _FEWEST = 60, 6, 60
#: Places of a text from which it is compared. Not measured.
_TRIED: Final = 3
_FRONT_MATTER: Final = lazy_re.compile(r"---[ \t]*\n(?:[^\n]*\n){0,60}?---[ \t]*\n")
#: Changes whose lines are quoted.
_QUOTED: Final = 3
#: Values that change with each revision, and the words before them: whoever revises a text says so.
_OF_REVISION: Final = lazy_re.compile(r"^\D{0,3}(?:\d+\.\d+\.\d|(?:19|20)\d\d\b|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})")
_STATED: Final = lazy_re.compile(
    r"(?:\b(?:version|revision|rev\.|edition|draft|date|dated|updated|copyright|released?|effective|datum|stand|fassung|"
    r"ausgabe|édition|révision|versión|fecha|revisión|versão|versione|data)\b|©|版|修订|改訂)[^\w\n]{0,12}(?:\w{2,10}\s)?\W{0,3}$",
    re.IGNORECASE,
)


def altered_copy(path: str, text: str, original_path: str, original: str) -> AlteredCopy | None:
    """What ``text`` changes of ``original``, which it wraps; ``None`` if it does not wrap it, or the other way round.

    A text whose version, date or edition changed as well is a revision.
    """
    found = held(text, original)
    if found is None or not found.places or found.before < _BEFORE or found.before + found.behind < _AROUND:
        return None
    places = found.places
    lines, lines_before = text.split("\n"), original.split("\n")
    if any(_is_revision(p.change, text[max(0, p.after - _STATEMENT) : p.after]) for p in places):
        return None
    quotes = [
        part
        for p in places[:_QUOTED]
        for part in (
            quote(lines, _line(text, p.after)),
            _other_quote(lines_before, _line(original, p.before), original_path),
        )
    ]
    return AlteredCopy(path=path, original=original_path, changes=tuple(p.change for p in places), lines=tuple(quotes))


class Held(NamedTuple):
    """The text of another document within one."""

    before: int
    """Words before it."""
    behind: int
    places: list[Place]
    """Its changes."""


def held(text: str, original: str) -> Held | None:
    """Where ``text`` holds ``original`` from its start to its end, but for small changes; ``None`` if it does not."""
    own, other = pieces_of(text, shown_alone=True), pieces_of(_without_fields(original), shown_alone=True)
    starts = _starts(own, other) if len(other) >= _FEWEST else iter(())
    for at, first in islice(starts, _TRIED):
        places = changes_between(text, own[at:], original, other[first:], to_the_end=False)
        if places is not None:
            return Held(at - first, max(0, len(own) - at - len(other) + first), places)
    return None


def _without_fields(text: str) -> str:
    """The text with blanks in place of its front matter, which within another text is none."""
    match = _FRONT_MATTER.match(text)
    return (
        "\n" * match[0].count("\n") + " " * (match.end() - match[0].count("\n")) + text[match.end() :]
        if match
        else text
    )


def _starts(own: list[Piece], other: list[Piece]) -> Iterator[tuple[int, int]]:
    """The pieces from which both go on alike: among the first of ``other``, those of each place of the text once.

    A format may put words of its own before the first ones, and a title may stand there, too.
    """
    words, others = [p.word for p in own], [p.word for p in other]
    looked_for = {tuple(others[n : n + _ALIKE]): n for n in reversed(range(min(_LOOKED_FOR, len(others) - _ALIKE)))}
    told: int | None = None
    for n in range(len(words) - _ALIKE):
        found = looked_for.get(tuple(words[n : n + _ALIKE]))
        # What goes on from the last one is the same place.
        if found is not None and n >= found and n - found != told:
            told = n - found
            yield n, found


#: Characters before a number in which its statement is looked for.
_STATEMENT: Final = 40


def _is_revision(change: Change, before: str) -> bool:
    """Whether a number is the version or date of a text, by its form or by the words before it."""
    if change.kind is not ChangeKind.NUMBER:
        return False
    return bool(_OF_REVISION.match(change.before) or _OF_REVISION.match(change.after) or _STATED.search(before))


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at)


def _other_quote(lines: list[str], n: int, path: str) -> Quote:
    return replace(quote(lines, n), path=path)
