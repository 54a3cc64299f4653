"""Marks of all lines of a text: what a line may be by itself, and what its neighbours make of it."""

import re
from collections import Counter
from typing import Final

from msgspec.structs import replace

from checkfirst import lazy_re
from checkfirst.measuring.comments.cells import LABEL, POSTED, SUBJECT
from checkfirst.measuring.comments.dates import is_time
from checkfirst.measuring.comments.marks import NAMES, Mark, Part, mark_of
from checkfirst.measuring.comments.names import without_markup
from checkfirst.measuring.comments.phrases import TABLE_HEAD
from checkfirst.measuring.text.lines import Lines

#: Most non-blank lines of a text that are searched. Not measured.
_MOST: Final = 20_000
#: A label before a subject, and lines with one from which it is that of a forum. Not measured.
_LABEL: Final = lazy_re.compile(r"\W{0,4}([^\W\d_]{2,14}(?: [^\W\d_]{2,14})?)\s?:(?:\s|$)")
_LABELLED: Final = 2
#: What a line with a label has, and the head of a column; longest such line in characters.
_MAY_BE_LABEL: Final = lazy_re.compile(r":|^\W*aut", re.IGNORECASE)
_LONGEST_LABEL: Final = 120
#: The signs around the title of the article in a heading, and most lines that the title has.
_OPENS_QUOTE: Final = lazy_re.compile(r"[“„«「『\"]\s*$")
_CLOSES_QUOTE: Final = lazy_re.compile(r"^\s*[”“»」』\"]\W*$")
_TITLE_LINES: Final = 3
#: An answer on another page.
_SENT_BACK: Final = lazy_re.compile(r"^\W*(?:ping|track)backs?\b\W*", re.IGNORECASE)


def marks_of(lines: Lines) -> list[Mark]:
    """A mark for each non-blank line, in order."""
    texts = [lines.texts[n] for n in lines.filled[:_MOST].tolist()]
    marks = [mark_of(text) for text in texts]
    _mark_labels(marks, texts)
    _unmark_subjects(marks, texts)
    _unmark_titles(marks, texts)
    _unmark_sent_back(marks, texts)
    _add_times(marks, texts)
    return marks


def _mark_labels(marks: list[Mark], texts: list[str]) -> None:
    """Boards print labels of an author and of a post, each above what it labels."""
    for n in range(len(marks) - 1):
        if not _MAY_BE_LABEL.search(texts[n]) or len(texts[n].strip()) > _LONGEST_LABEL:
            continue
        text = without_markup(texts[n]).strip(" \t|")
        if TABLE_HEAD.match(f"{text} {texts[n + 1]}"):
            marks[n], marks[n + 1] = Mark(Part.HEADING), Mark(Part.SIGN)
        if not text.endswith(":"):
            beside = {mark.part for mark in marks[max(0, n - 1) : n + 2]}
            if SUBJECT.match(text) and beside & {Part.DATE, Part.NAME_DATE}:
                marks[n] = Mark(Part.SIGN)
            continue
        if POSTED.fullmatch(text):
            marks[n] = Mark(Part.SIGN)
        part = Part.POINTS if LABEL.match(text) else Part.SIGN if SUBJECT.fullmatch(text) else None
        if part:
            marks[n] = marks[n + 1] = Mark(part)


def _unmark_subjects(marks: list[Mark], texts: list[str]) -> None:
    """Forums print the subject of each post between its author and its date, after one label."""
    labelled = {n: m[1] for n in range(1, len(texts) - 1) if _is_between(marks, n) and (m := _LABEL.match(texts[n]))}
    usual = Counter(labelled.values())
    for n, label in labelled.items():
        if usual[label] >= _LABELLED:
            marks[n] = Mark(Part.SIGN)


def _is_between(marks: list[Mark], n: int) -> bool:
    """Whether a line stands between a name and a date."""
    return marks[n - 1].part in NAMES and marks[n + 1].part is Part.DATE


def _unmark_titles(marks: list[Mark], texts: list[str]) -> None:
    """The title of the article, in quotes on lines of its own, ends the heading of the thread."""
    for n, mark in enumerate(marks):
        if mark.part is not Part.HEADING or not _OPENS_QUOTE.search(texts[n]):
            continue
        below = range(n + 1, min(n + 2 + _TITLE_LINES, len(marks)))
        last = next((k for k in below if _CLOSES_QUOTE.match(texts[k])), n)
        for k in range(n + 1, last + 1):
            marks[k] = Mark(Part.SIGN)


def _unmark_sent_back(marks: list[Mark], texts: list[str]) -> None:
    """The date above a link to an answer elsewhere, and its title below, open no comment."""
    for n, mark in enumerate(marks):
        if mark.part is not Part.LISTING or not (match := _SENT_BACK.match(texts[n])):
            continue
        if n and marks[n - 1].part is Part.DATE:
            marks[n - 1] = replace(mark, part=Part.LISTING)
        if match.end() == len(texts[n]) and n + 1 < len(marks) and marks[n + 1].part in (Part.NAME, Part.DATE):
            marks[n + 1] = Mark(Part.TEXT)


def _add_times(marks: list[Mark], texts: list[str]) -> None:
    """A date may have its time on the next line."""
    for n in range(len(marks) - 1):
        stamp = marks[n].stamp
        if (
            stamp
            and stamp.count
            and not stamp.timed
            and marks[n + 1].part is Part.SIGN
            and is_time(texts[n + 1].strip())
        ):
            marks[n] = replace(marks[n], stamp=replace(stamp, timed=True))
