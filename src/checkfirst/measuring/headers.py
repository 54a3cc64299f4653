"""Lines that open or close a comment: who wrote it, when, and in which of a page's fixed forms."""

import re
from collections import Counter
from dataclasses import dataclass

import numpy as np

from checkfirst.measuring.cues import Cue
from checkfirst.measuring.lines import Lines, Matrix
from checkfirst.measuring.roles import HEADER

_NAMED_FIRST = {"by", "posted", "written", "on", "published", "updated", "from", "submitted", "comment", "at"}
_STRONG = {Cue.SAYS, Cue.STAMP, Cue.POINTS}
_SIGNING = (Cue.SAYS, Cue.STAMP, Cue.DATE, Cue.BY, Cue.NUMBERED_NAME, Cue.POINTS)
_WORD = re.compile(r"\w+")
_TAIL = re.compile(r"([:.…,]|[ap]\.?m\b\.?|\d)\W*$", re.IGNORECASE)
#: Probability of being a header from which a line that carries no cue is taken for one.
_LIKELY = 0.45
#: Words that a line may have to be a header by each sort of cue.
_WIDEST = {Cue.SAYS: 14, Cue.STAMP: 16, Cue.POINTS: 12, Cue.DATE: 8, Cue.BY: 10, Cue.NUMBERED_NAME: 8}


@dataclass(frozen=True, slots=True)
class Header:
    """One or more lines that together open (or close) a comment."""

    first: int
    """Line, from 0."""
    last: int
    signature: tuple[str, ...]
    """The fixed form: the cues on its main line, how it begins and how it ends."""
    strong: bool


def find_headers(lines: Lines, probabilities: Matrix) -> list[Header]:
    """All header candidates; those on lines next to one another are one header."""
    found: list[Header] = []
    filled = np.flatnonzero(~lines.blank).tolist()
    place = {line: n for n, line in enumerate(filled)}
    likely = set(
        np.flatnonzero((probabilities[:, HEADER] > _LIKELY) & (lines.word_counts <= 6) & ~lines.blank).tolist()
    )
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
    signing = [cue for cue in _SIGNING if cue in cues and words <= _WIDEST[cue]]
    if not signing:
        if not likely or not _begins_name(lines.texts[line]):
            return None
        return Header(line, line, ("name",), False)
    return Header(line, line, _signature(lines.texts[line], signing), bool(_STRONG & set(signing)))


def _begins_name(text: str) -> bool:
    """Names begin with a capital, a sign or a number; a short remark often does not."""
    first = text.strip()[:1]
    return not first.islower()


def _signature(text: str, cues: list[Cue]) -> tuple[str, ...]:
    first = _WORD.search(text.lower())
    word = first[0] if first else ""
    begins = word if word in _NAMED_FIRST else "*"
    tail = _TAIL.search(text)
    ends = "" if tail is None else "0" if tail[1].isdigit() else "m" if "m" in tail[1].lower() else ":"
    if Cue.SAYS in cues:
        return ("SAYS",)
    if cues == [Cue.NUMBERED_NAME]:
        return ("name",)
    return (*(cue.name for cue in cues if cue is not Cue.NUMBERED_NAME), begins, ends)


def _repeats(before: Header, header: Header) -> bool:
    """Two headers of one form in a row belong to two comments, the first of them empty or lost."""
    return before.strong and header.signature == before.signature


def _joined(before: Header, header: Header) -> Header:
    main = before if before.strong and (before.signature == ("SAYS",) or not header.strong) else header
    return Header(before.first, header.last, main.signature, before.strong or header.strong)


def commonest_form(headers: list[Header]) -> tuple[str, ...] | None:
    """The signature that most headers share; forms with more cues win ties."""
    counts: Counter[tuple[str, ...]] = Counter()
    for header in headers:
        counts[header.signature] += 4 if header.signature == ("SAYS",) else 3 if header.strong else 1
    if not counts:
        return None
    return max(counts, key=lambda form: (counts[form], len(form), form))
