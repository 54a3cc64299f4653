"""A comment thread read back from flat text: where it starts, and comment by comment who and what."""

import re
from collections import Counter
from dataclasses import replace
from typing import Final

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.comments.headers import NAME_FORM, Header
from checkfirst.measuring.comments.start import choose_start, evidence_at, start_scores
from checkfirst.measuring.comments.start_features import start_features
from checkfirst.measuring.models.line_class import LineClass
from checkfirst.measuring.models.networks import yes_probability
from checkfirst.measuring.models.views import ThreadModel
from checkfirst.measuring.text.cues import Cue
from checkfirst.measuring.text.lines import Lines
from checkfirst.model.location import TextSpan, text_span
from checkfirst.model.measures import Comment, Thread

# How these numbers were chosen is not on record, and none was measured by itself.
# `python -m benchmarks.roles` measures what they do together.

#: Confidence from which a thread is reported.
_LIKELY_FROM: Final = 0.3
#: Confidence in what is built as nothing but a thread is, and headers of one form that make it so.
_UNMISTAKABLE: Final = 0.85
_HANDFUL: Final = 4
#: Share of the headers that must have a name on the line above for that line to belong to each.
_MOSTLY_NAMED: Final = 0.6
#: Words of a name.
_NAME_WORDS: Final = 5
#: First headers that tell of all whether they name their author themselves.
_FIRST_HEADERS: Final = 3
#: Probability of being furniture from which a line below a thread closes it.
_FURNITURE_FROM: Final = 0.6
_SAYS = re.compile(
    r"^\W{0,4}(?:\d{1,4}[.):]?\s+)?(\S.{0,60}?)\s+(?:says|said|wrote|writes|commented|replied|responded|added|adds)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby:? +([^|»(\d]{2,40}?)(?: +(?:on|at|»)\b|[|»(\d,]|$)", re.IGNORECASE)
_BEFORE_DATE = re.compile(
    r"^\W{0,4}(?:\d{1,4}[.):]\s+)?(?!on\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*\.? ?\d)([^\d|•·,]{2,40}?)[\s|•·,–-]*(?:\bon\b|\bat\b)?\s*(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*[,.]? )?"
    r"(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^\W{0,3}#?(\d{1,4})(?:[.):]\s|\s)")
_ADDRESSED = re.compile(r"^\W{0,3}@(\w[\w.\- ]{1,30}?)(?=[\s:,.]|$)")


def find_thread(lines: Lines, probabilities: Matrix, model: ThreadModel) -> Thread[TextSpan] | None:
    """The thread, where one is likely enough.

    Wording alone makes no thread: chatty articles read like comments.
    """
    if len(lines.filled) < 2:
        return None
    weighed = start_features(lines, probabilities)
    if not weighed.headers:
        return None
    scores = start_scores(weighed, model.start)
    chosen = choose_start(weighed, lines, probabilities, scores)
    if chosen is None:
        return None
    best, headers = chosen
    start = int(weighed.lines[best])
    confidence = yes_probability(evidence_at(weighed, scores, best), model.evidence)
    if _is_unmistakable(headers):
        confidence = max(confidence, _UNMISTAKABLE)
    if confidence < _LIKELY_FROM:
        return None
    if headers[0].first == start:
        headers = _with_name_lines(lines, headers)
        start = headers[0].first
    end = max(_last_line(lines, probabilities, start), _said_under(lines, headers, start))
    comments = _comments(lines, headers, start, end)
    return Thread(span=text_span(start, end), comments=comments, confidence=round(confidence, 4))


def _is_unmistakable(headers: list[Header]) -> bool:
    """Somebody "says" something at a time of day, or a handful of headers that bear a name and a time in one form."""
    if any({Cue.SAYS, Cue.STAMP} <= header.cues for header in headers):
        return True
    # Addresses sign mail and changelogs.
    signed = (h.form for h in headers if Cue.STAMP in h.cues and NAME_FORM in h.form.split() and "@" not in h.form)
    forms = Counter(signed)
    return bool(forms) and max(forms.values()) >= _HANDFUL


def _with_name_lines(lines: Lines, headers: list[Header]) -> list[Header]:
    """Take the short line above each header into it, where most headers have one: the name."""
    if any(Cue.SAYS in h.cues or Cue.BY in h.cues for h in headers[:_FIRST_HEADERS]):
        return headers
    above = [_name_line(lines, header.first) for header in headers]
    if sum(line is not None for line in above) < _MOSTLY_NAMED * len(headers):
        return headers
    return [
        header if line is None else replace(header, first=line) for header, line in zip(headers, above, strict=True)
    ]


def _name_line(lines: Lines, below: int) -> int | None:
    line = below - 1
    while line > 0 and lines.blank[line]:
        line -= 1
    if line < 0 or lines.blank[line] or not 1 <= lines.word_counts[line] <= _NAME_WORDS:
        return None
    cues = lines.cues.get(line, ())
    if Cue.ACTION in cues or Cue.COUNT in cues or lines.texts[line].rstrip().endswith((".", "!", "?")):
        return None
    return line


def _said_under(lines: Lines, headers: list[Header], start: int) -> int:
    """The first line under the last header, where headers stand above what is said."""
    if not headers or headers[0].first > start:
        return start
    last = headers[-1].last
    return next((n for n in range(last + 1, len(lines.texts)) if not lines.blank[n]), last)


def _last_line(lines: Lines, probabilities: Matrix, start: int) -> int:
    """The last line before the page's own furniture, which closes many threads."""
    end = len(lines.texts) - 1
    while end > start and (
        lines.blank[end]
        or (
            probabilities[end, LineClass.FURNITURE] > _FURNITURE_FROM
            and not set(lines.cues.get(end, ())) & {Cue.STAMP, Cue.SAYS}
        )
    ):
        end -= 1
    return end


def _comments(lines: Lines, headers: list[Header], start: int, end: int) -> tuple[Comment[TextSpan], ...]:
    kept = [header for header in headers if start <= header.first <= end]
    if not kept:
        return (Comment(number=1, author=None, reply_to=None, span=text_span(start, end), header=None),)
    under = kept[0].first > start
    if not under and len(kept) > 1 and not lines.word_counts[kept[-1].last + 1 : end + 1].any():
        # A date under the last comment opens no comment of its own.
        kept = kept[:-1] if kept[-1].form != kept[0].form else kept
    comments: list[Comment[TextSpan]] = []
    authors: dict[str, int] = {}
    for order, header in enumerate(kept):
        if under:
            first = start if order == 0 else kept[order - 1].last + 1
            last = header.last
        else:
            first, last = header.first, (kept[order + 1].first - 1 if order + 1 < len(kept) else end)
        number, author = _signed(lines, header)
        body = [lines.texts[n] for n in range(first, last + 1) if not header.first <= n <= header.last]
        comments.append(
            Comment(
                number=number or (comments[-1].number + 1 if comments else 1),
                author=author,
                reply_to=_reply_to(body, authors),
                span=_trimmed(lines, first, last),
                header=text_span(header.first, header.last),
            )
        )
        if author:
            authors[author.lower()] = comments[-1].number
    return tuple(comments)


def _trimmed(lines: Lines, first: int, last: int) -> TextSpan:
    while first < last and lines.blank[first]:
        first += 1
    while last > first and lines.blank[last]:
        last -= 1
    return text_span(first, last)


def _signed(lines: Lines, header: Header) -> tuple[int | None, str | None]:
    """The number and the author that a header names."""
    number, author = None, None
    for line in range(header.first, header.last + 1):
        text = lines.texts[line].strip()
        numbered = _NUMBER.match(text)
        if numbered and Cue.STAMP not in lines.cues.get(line, ()):
            number = number or int(numbered[1])
        if author is None:
            match = _SAYS.match(text) or _BY.search(text) or _BEFORE_DATE.match(text)
            if match:
                author = match[1].strip(" ,|•·-–")
            elif (
                text
                and lines.word_counts[line] <= _NAME_WORDS
                and not set(lines.cues.get(line, ())) & {Cue.STAMP, Cue.DATE, Cue.ACTION}
            ):
                author = text.strip(" ,:|•·-–")
    return number, author or None


def _reply_to(body: list[str], authors: dict[str, int]) -> int | None:
    opening = next((line.strip() for line in body if line.strip()), "")
    match = _ADDRESSED.match(opening)
    if not match:
        return None
    name = match[1].lower()
    return next((n for author, n in reversed(authors.items()) if author == name or author.split()[0] == name), None)
