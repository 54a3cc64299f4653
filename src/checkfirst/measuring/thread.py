"""A comment thread read back from flat text: where it starts, and comment by comment who and what."""

import itertools
import re
from statistics import median
from typing import Final

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.cues import Cue
from checkfirst.measuring.headers import Header, commonest_form, find_headers
from checkfirst.measuring.lines import Lines, Matrix
from checkfirst.measuring.roles import COMMENT, FURNITURE, HEADER, MAIN
from checkfirst.measuring.weights import Weights
from checkfirst.model.document import Span
from checkfirst.model.measures import Comment, Thread

#: Headers that a thread needs when none of them bears a time, a verb of saying or points.
_FEWEST_WEAK: Final = 3
#: Confidence from which a thread that is built as one is reported.
_LIKELY_FROM: Final = 0.1
#: Columns of the evidence that a logistic model turns into the thread's confidence.
EVIDENCE = ("headers of the form", "other headers", "comment share", "main share", "share of text", "odds", "short")
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


def evidence_of(lines: Lines, probabilities: Matrix) -> tuple[int, list[Header], list[float]] | None:
    """Where a thread would start (line from 0), its headers, and the evidence for it being one."""
    filled = np.flatnonzero(~lines.blank)
    if len(filled) < 2:
        return None
    headers = find_headers(lines, probabilities)
    form = commonest_form(headers)
    chosen = _of_the_thread(lines, headers, form) if form else []
    if chosen:
        start, chosen = _start_of(lines, probabilities, chosen, form or ())
    else:
        start = _by_wording(filled, probabilities)
    inside = filled[filled >= start]
    share = probabilities[inside].mean(axis=0)
    same = sum(h.signature == form for h in chosen)
    odds = float(np.log((share[COMMENT] + share[HEADER] + 0.01) / (share[MAIN] + 0.01)))
    numbers = [
        float(np.log1p(same)),
        float(np.log1p(len(chosen) - same)),
        float(share[COMMENT] + share[HEADER]),
        float(share[MAIN]),
        len(inside) / len(filled),
        odds,
        float(np.log1p(len(inside))),
    ]
    return start, chosen, numbers


def _of_the_thread(lines: Lines, headers: list[Header], form: tuple[str, ...]) -> list[Header]:
    """The headers from the first that opens a comment: those before it are the article's own byline.

    A byline stands near the top, or in another form than the comments' headers, and what follows
    it is far longer than a comment.
    """
    kept = [header for header in headers if header.strong or header.signature == form]
    if not any(header.strong for header in kept) and len(kept) < 3:
        return []
    sizes = [_size(lines, header, after) for header, after in zip(kept, [*kept[1:], None], strict=True)]
    top = _nth_filled(lines, 8)
    while kept:
        usual = min(median(sizes[1:]), 800) if len(sizes) > 1 else 0
        high = kept[0].first <= top and sizes[0] > 2 * usual + 200
        foreign = kept[0].signature != form and sizes[0] > (usual if kept[0].first <= top else 2 * usual + 300)
        if not high and not foreign and not sizes[0] > 8 * usual + 1500:
            break
        kept, sizes = kept[1:], sizes[1:]
    return kept


def _size(lines: Lines, header: Header, after: Header | None) -> int:
    """Characters between a header and the next one."""
    end = after.first if after else len(lines.texts)
    return int(lines.lengths[header.last + 1 : end].sum())


def _nth_filled(lines: Lines, n: int) -> int:
    filled = np.flatnonzero(~lines.blank)
    return int(filled[min(n, len(filled)) - 1])


def _start_of(
    lines: Lines, probabilities: Matrix, chosen: list[Header], form: tuple[str, ...]
) -> tuple[int, list[Header]]:
    if _follow_their_text(lines, probabilities, chosen, form):
        gaps = [b.first - a.last for a, b in itertools.pairwise(chosen)]
        return _start_before(lines, probabilities, chosen[0].first, gaps), chosen
    named = _with_name_lines(lines, chosen, form)
    return named[0].first, named


def _follow_their_text(lines: Lines, probabilities: Matrix, headers: list[Header], form: tuple[str, ...]) -> bool:
    """Whether headers stand under their comments: nothing but furniture comes after the last one."""
    if "SAYS" in form or "name" in form:
        return False
    after = range(headers[-1].last + 1, len(lines.texts))
    if form[-2] == "*":
        return not lines.word_counts[after.start :].any()
    return not any(lines.word_counts[n] > 3 and probabilities[n, FURNITURE] < 0.5 for n in after)


def _start_before(lines: Lines, probabilities: Matrix, top: int, gaps: list[int]) -> int:
    """The likeliest first line of the comment that stands above the first header."""
    lowest = 0
    usual = max(1, int(median(gaps)) - 1) if gaps else 2
    best, best_score = max(lowest, top - 1), -1e9
    for start in range(max(lowest, top - 3 * usual - 3), top):
        if lines.blank[start]:
            continue
        inside, before = probabilities[start:top], probabilities[max(lowest, start - 6) : start]
        score = float(inside[:, COMMENT].mean()) + (float(before[:, MAIN].mean()) if len(before) else 0.5)
        score -= abs(np.log((top - start) / usual)) * 0.3
        score += 0.2 if start and lines.blank[start - 1] else 0
        if score > best_score:
            best, best_score = start, score
    return best


def _with_name_lines(lines: Lines, headers: list[Header], form: tuple[str, ...]) -> list[Header]:
    """Take the short line above each header into it, where most headers have one: the name."""
    if "SAYS" in form or "BY" in form:
        return headers
    above = [_name_line(lines, header.first) for header in headers]
    if sum(line is not None for line in above) < 0.6 * len(headers):
        return headers
    return [
        header if line is None else Header(line, header.last, header.signature, header.strong)
        for header, line in zip(headers, above, strict=True)
    ]


def _name_line(lines: Lines, below: int) -> int | None:
    line = below - 1
    while line > 0 and lines.blank[line]:
        line -= 1
    if line < 0 or lines.blank[line] or not 1 <= lines.word_counts[line] <= 5:
        return None
    cues = lines.cues.get(line, ())
    if Cue.ACTION in cues or Cue.COUNT in cues or lines.texts[line].rstrip().endswith((".", "!", "?")):
        return None
    return line


def _by_wording(filled: NDArray[np.int64], probabilities: Matrix) -> int:
    """Without headers: the start from which the wording is most that of comments."""
    p = probabilities[filled]
    odds = np.log(
        (p[:, COMMENT] + p[:, HEADER] + 0.3 * p[:, FURNITURE] + 1e-3) / (p[:, MAIN] + 0.3 * p[:, FURNITURE] + 1e-3)
    )
    after = np.cumsum(np.clip(odds, -2, 2)[::-1])[::-1]
    return int(filled[int(np.argmax(after))])


def find_thread(lines: Lines, probabilities: Matrix, weights: Weights) -> Thread | None:
    """The thread, when it is built as threads are and the evidence makes one likely enough.

    Wording alone makes no thread: chatty articles read like comments, and six in seven false
    threads had no header at all.
    """
    gathered = evidence_of(lines, probabilities)
    if gathered is None:
        return None
    start, headers, numbers = gathered
    built = len(headers) >= _FEWEST_WEAK or any(header.strong for header in headers)
    confidence = thread_confidence(numbers, weights)
    if not built or confidence < _LIKELY_FROM:
        return None
    end = max(_last_line(lines, probabilities, start), _said_under(lines, headers, start))
    comments = _comments(lines, headers, start, end)
    return Thread(span=Span(start_line=start + 1, end_line=end + 1), comments=comments, confidence=round(confidence, 4))


def thread_confidence(numbers: list[float], weights: Weights) -> float:
    """Calibrated probability that the evidence is that of a thread."""
    score = float(np.dot(numbers, weights["thread/weights"]) + weights["thread/bias"])
    return float(1 / (1 + np.exp(-score)))


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
        or (probabilities[end, FURNITURE] > 0.6 and not set(lines.cues.get(end, ())) & {Cue.STAMP, Cue.SAYS})
    ):
        end -= 1
    return end


def _comments(lines: Lines, headers: list[Header], start: int, end: int) -> tuple[Comment, ...]:
    kept = [header for header in headers if start <= header.first <= end]
    if not kept:
        return (
            Comment(
                number=1, author=None, reply_to=None, span=Span(start_line=start + 1, end_line=end + 1), header=None
            ),
        )
    under = kept[0].first > start
    if not under and len(kept) > 1 and not lines.word_counts[kept[-1].last + 1 : end + 1].any():
        # A date under the last comment opens no comment of its own.
        kept = kept[:-1] if kept[-1].signature != kept[0].signature else kept
    comments: list[Comment] = []
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
                header=Span(start_line=header.first + 1, end_line=header.last + 1),
            )
        )
        if author:
            authors[author.lower()] = comments[-1].number
    return tuple(comments)


def _trimmed(lines: Lines, first: int, last: int) -> Span:
    while first < last and lines.blank[first]:
        first += 1
    while last > first and lines.blank[last]:
        last -= 1
    return Span(start_line=first + 1, end_line=last + 1)


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
                and lines.word_counts[line] <= 5
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
