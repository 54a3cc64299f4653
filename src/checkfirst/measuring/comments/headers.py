"""Lines that open or close a comment: who wrote it and when, each in one of a page's fixed forms."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.models.line_class import LineClass
from checkfirst.measuring.text.cues import Cue
from checkfirst.measuring.text.lines import Lines

STRONG: Final = frozenset({Cue.SAYS, Cue.STAMP, Cue.POINTS})
# How these numbers were chosen is not on record, and none was measured by itself.
# `python -m benchmarks.roles` measures what they do together.

#: Words that a line may have to be a header by each sort of cue.
_WIDEST: Final = {Cue.SAYS: 14, Cue.STAMP: 16, Cue.POINTS: 12, Cue.DATE: 8, Cue.BY: 10, Cue.NUMBERED_NAME: 8}
#: Probability of being a header from which a line that carries no cue is taken for one.
_LIKELY: Final = 0.45
_NAME_WORDS: Final = 6
NAME_FORM: Final = "N"
_TOKEN = re.compile(r"[^\W\d_][\w'’.\-]*|\d+|[^\w\s]")
_MONTHS = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}|(?:mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday|s|rs)?"
)
_UNITS = re.compile(r"(?:second|sec|minute|min|hour|hr|day|week|month|year|yr)s?")
_KEPT: Final = frozenset(
    [
        "says",
        "said",
        "wrote",
        "writes",
        "commented",
        "replied",
        "responded",
        "added",
        "by",
        "posted",
        "written",
        "comment",
        "submitted",
        "on",
        "at",
        "in",
        "ago",
        "points",
        "point",
        "pts",
        "likes",
        "votes",
        "reply",
        "quote",
        "permalink",
        "link",
        "parent",
        "joined",
        "posts",
        "re",
        "subject",
        "edited",
        "updated",
        "anonymous",
        "guest",
        "member",
        "says:",
        "said:",
        "wrote:",
        "est",
        "pst",
        "edt",
        "pdt",
        "gmt",
        "utc",
        "pingback",
        "trackback",
    ]
)
_HALVES: Final = frozenset({"am", "pm", "a.m.", "p.m.", "a.m", "p.m"})
#: Parts of a form that are kept.
_LONGEST_FORM: Final = 14
#: What a header counts for the commonest form: with a verb of saying, with another strong cue, with a name alone.
_SAYS_COUNTS, _STRONG_COUNTS, _NAME_COUNTS = 4, 3, 1


@dataclass(frozen=True, slots=True)
class Header:
    """One or more lines that together open (or close) a comment."""

    first: int
    """Line, from 0."""
    last: int
    form: str
    """The fixed form of its main line, names and numbers left out."""
    cues: frozenset[Cue]
    strong: bool
    """Whether it bears a time, a verb of saying, points, or a date of its own, and not a name alone."""


def form_of(text: str) -> str:
    """A line with names as ``N``, numbers as ``0``, months and days as ``M``, units of time as ``U``.

    Headers of one thread are alike in it, and differ from the article's own by-line.
    """
    parts: list[str] = []
    for token in _TOKEN.findall(text.lower()):
        if token[0].isdigit():
            part = "0"
        elif token in _HALVES:
            part = "pm"
        elif not token[0].isalpha() or token in _KEPT:
            part = token
        elif _MONTHS.fullmatch(token.rstrip(".,")):
            part = "M"
        elif _UNITS.fullmatch(token):
            part = "U"
        else:
            part = NAME_FORM
        if not parts or part != parts[-1]:
            parts.append(part)
    # Whether a comment has a number, and in which half of the day it was written, makes no other form.
    while len(parts) > 2 and parts[0] in {"0", "#", ".", ")", "-", "*", "•"}:
        parts = parts[1:]
    return " ".join(parts[:_LONGEST_FORM])


def find_headers(lines: Lines, probabilities: Matrix) -> list[Header]:
    """All header candidates; those on lines next to one another are one header."""
    found: list[Header] = []
    place = {line: n for n, line in enumerate(lines.filled.tolist())}
    named = (probabilities[:, LineClass.HEADER] > _LIKELY) & (lines.word_counts <= _NAME_WORDS) & ~lines.blank
    likely = set(named.nonzero()[0].tolist())
    for line in sorted(likely | set(lines.cues)):
        header = _header(lines, line, line in likely)
        if header is None:
            continue
        if found and place[line] - place[found[-1].last] <= 1 and not _repeats(found[-1], header):
            found[-1] = _joined(found[-1], header)
        else:
            found.append(header)
    return found


def _header(lines: Lines, line: int, likely: bool) -> Header | None:
    cues = lines.cues.get(line, [])
    words = int(lines.word_counts[line])
    if Cue.COUNT in cues or Cue.ACTION in cues:
        return None
    signing = frozenset(cue for cue, widest in _WIDEST.items() if cue in cues and words <= widest)
    text = lines.texts[line].strip()
    if signing:
        form = form_of(text)
        return Header(line, line, form, signing, bool(signing & STRONG) or _is_dated(text, form, signing))
    if likely and _begins_name(text):
        return Header(line, line, NAME_FORM, frozenset(), False)
    return None


def _is_dated(text: str, form: str, cues: frozenset[Cue]) -> bool:
    """A date with a name at most, or an address with a name: no sentence."""
    if text.startswith("http"):
        return Cue.NUMBERED_NAME in cues
    return Cue.DATE in cues and form.count(NAME_FORM) <= 1 and not text.endswith(".") and form[0] in "M0N"


def _begins_name(text: str) -> bool:
    """Names begin with a capital, a sign or a number; a short remark often does not."""
    return not text[:1].islower()


def _repeats(before: Header, header: Header) -> bool:
    """Two headers of one form in a row belong to two comments, the first of them empty or lost."""
    return before.strong and header.form == before.form


def _joined(before: Header, header: Header) -> Header:
    """One header of two lines; its form is that of the line that says more."""
    main = before if _worth(before) >= _worth(header) else header
    return Header(before.first, header.last, main.form, before.cues | header.cues, before.strong or header.strong)


def _worth(header: Header) -> int:
    return (2 if Cue.SAYS in header.cues else 1 if header.strong else 0) * 2 + bool(header.cues)


def commonest_form(headers: list[Header]) -> str | None:
    """The form that most headers share; longer forms win ties."""
    counts: Counter[str] = Counter()
    for header in headers:
        counts[header.form] += (
            _SAYS_COUNTS if Cue.SAYS in header.cues else _STRONG_COUNTS if header.strong else _NAME_COUNTS
        )
    return max(counts, key=lambda form: (counts[form], len(form), form)) if counts else None
