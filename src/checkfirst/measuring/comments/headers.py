"""Comment headers: lines with the author and the date of a comment.

All headers of a thread have the same form: the line with its names and numbers replaced.
"""

from collections import Counter
from typing import Final

from msgspec import Struct

from checkfirst import lazy_re
from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.models.line_class import LineClass
from checkfirst.measuring.text.cues import Cue
from checkfirst.measuring.text.lines import Lines

#: Cues that make a header strong: a name alone is not.
STRONG: Final = frozenset({Cue.SAYS, Cue.STAMP, Cue.POINTS})
# How these numbers were chosen is not on record, and none was measured by itself.
# `python -m benchmarks.roles` measures what they do together.

#: Most words of a header with each cue.
_MOST_WORDS: Final = {Cue.SAYS: 14, Cue.STAMP: 16, Cue.POINTS: 12, Cue.DATE: 8, Cue.BY: 10, Cue.NUMBERED_NAME: 8}
#: Probability of ``LineClass.HEADER`` above which a line without cues is taken for a header, and most words of it.
_LIKELY: Final = 0.45
_NAME_WORDS: Final = 6
#: A name in a form.
NAME_FORM: Final = "N"
_TOKEN = lazy_re.compile(r"[^\W\d_][\w'’.\-]*|\d+|[^\w\s]")
_MONTHS = lazy_re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}|(?:mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday|s|rs)?"
)
_UNITS = lazy_re.compile(r"(?:second|sec|minute|min|hour|hr|day|week|month|year|yr)s?")
#: Words that a form keeps as they are. Chosen by hand.
_KEPT_WORDS: Final = (
    "says said wrote writes commented replied responded added by posted written comment submitted on at in ago "
    "points point pts likes votes reply quote permalink link parent joined posts re subject edited updated "
    "anonymous guest member says: said: wrote: est pst edt pdt gmt utc pingback trackback"
)
_KEPT: Final = frozenset(_KEPT_WORDS.split())
#: Halves of the day.
_HALVES: Final = frozenset({"am", "pm", "a.m.", "p.m.", "a.m", "p.m"})
#: Most parts of a form; further ones are cut off.
_LONGEST_FORM: Final = 14
#: Parts that a form loses only while it is longer than this.
_SHORTEST_FORM: Final = 2
#: Parts at the start of a form that number a comment or mark an item of a list.
_NUMBERING: Final = frozenset({"0", "#", ".", ")", "-", "*", "•"})
#: Weight of a header in the count of forms: with a verb of saying, with another strong cue, and without either.
_SAYS_COUNTS, _STRONG_COUNTS, _NAME_COUNTS = 4, 3, 1


class Header(Struct, frozen=True):
    """Consecutive lines above or below a comment that name its author or its date."""

    first: int
    """Its first line, from 0."""
    last: int
    """Its last line, from 0."""
    form: str
    """The form of its main line: see ``form_of``."""
    cues: frozenset[Cue]
    strong: bool
    """Whether it has a time, a verb of saying, points or a date, and not only a name."""


def form_of(text: str) -> str:
    """The line with names replaced by ``N``, numbers by ``0``, months and days by ``M``, and units of time by ``U``.

    Headers of one thread have the same or a similar form; the article's byline has another.
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
    # Numbered comments and others have the same form.
    while len(parts) > _SHORTEST_FORM and parts[0] in _NUMBERING:
        parts = parts[1:]
    return " ".join(parts[:_LONGEST_FORM])


def find_headers(lines: Lines, probabilities: Matrix) -> list[Header]:
    """All header candidates in text order; candidates on neighbouring lines are joined. ``probabilities`` has a row per
    line, a column per ``LineClass``."""
    found: list[Header] = []
    rank = {line: n for n, line in enumerate(lines.filled.tolist())}
    named = (probabilities[:, LineClass.HEADER] > _LIKELY) & (lines.word_counts <= _NAME_WORDS) & ~lines.blank
    likely = set(named.nonzero()[0].tolist())
    for line in sorted(likely | set(lines.cues)):
        header = _header(lines, line, line in likely)
        if header is None:
            continue
        if found and rank[line] - rank[found[-1].last] <= 1 and not _repeats(found[-1], header):
            found[-1] = _joined(found[-1], header)
        else:
            found.append(header)
    return found


def _header(lines: Lines, line: int, likely: bool) -> Header | None:
    """The header on one line, if its cues make it one, or if it is likely one by its class and may be a name."""
    cues = lines.cues.get(line, [])
    words = int(lines.word_counts[line])
    if Cue.COUNT in cues or Cue.ACTION in cues:
        return None
    signing = frozenset(cue for cue, most in _MOST_WORDS.items() if cue in cues and words <= most)
    text = lines.texts[line].strip()
    if signing:
        form = form_of(text)
        return Header(line, line, form, signing, bool(signing & STRONG) or _is_dated(text, form, signing))
    if likely and _begins_name(text):
        return Header(line, line, NAME_FORM, frozenset(), False)
    return None


def _is_dated(text: str, form: str, cues: frozenset[Cue]) -> bool:
    """Whether a line is a date with at most one name, or a web address with a name; not a sentence."""
    if text.startswith("http"):
        return Cue.NUMBERED_NAME in cues
    return Cue.DATE in cues and form.count(NAME_FORM) <= 1 and not text.endswith(".") and form[0] in "M0N"


def _begins_name(text: str) -> bool:
    """Whether a line may begin with a name: short remarks, which names are confused with, often begin in lower case."""
    return not text[:1].islower()


def _repeats(before: Header, header: Header) -> bool:
    """Whether the second of two neighbouring headers belongs to another comment, because both have the same form."""
    return before.strong and header.form == before.form


def _joined(before: Header, header: Header) -> Header:
    """One header of both, with the form of the one that has the stronger cues."""
    main = before if _strength(before) >= _strength(header) else header
    return Header(before.first, header.last, main.form, before.cues | header.cues, before.strong or header.strong)


def _strength(header: Header) -> int:
    return (2 if Cue.SAYS in header.cues else 1 if header.strong else 0) * 2 + bool(header.cues)


def commonest_form(headers: list[Header]) -> str | None:
    """The commonest form, with headers weighted by their cues; the longest of equally common ones. ``None`` without
    headers."""
    counts: Counter[str] = Counter()
    for header in headers:
        counts[header.form] += (
            _SAYS_COUNTS if Cue.SAYS in header.cues else _STRONG_COUNTS if header.strong else _NAME_COUNTS
        )
    return max(counts, key=lambda form: (counts[form], len(form), form)) if counts else None
