"""A comment thread recovered from text: its lines, and the author and lines of each comment."""

from collections import Counter
from dataclasses import replace
from typing import Final

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.comments.authors import NAME_WORDS, number_and_author, reply_to
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
#: Least confidence in a thread with unmistakable headers, and number of headers of one form that make them so.
_UNMISTAKABLE: Final = 0.85
_HANDFUL: Final = 4
#: Share of headers with a name on the line above from which those lines are taken into the headers.
_MOSTLY_NAMED: Final = 0.6
#: Number of first headers that are searched for authors; if one has an author, names above headers are not looked for.
_FIRST_HEADERS: Final = 3
#: Probability of boilerplate above which a last line does not belong to the thread.
_BOILERPLATE_FROM: Final = 0.6
#: Fewest non-blank lines of a thread.
_FEWEST_LINES: Final = 2


def find_thread(lines: Lines, probabilities: Matrix, model: ThreadModel) -> Thread[TextSpan] | None:
    """The comment thread of a text, or ``None`` if none is likely enough.

    ``probabilities`` has a row per line, a column per ``LineClass``. A thread needs at least one comment header:
    without any, an informal article could be taken for comments.
    """
    if len(lines.filled) < _FEWEST_LINES:
        return None
    candidates = start_features(lines, probabilities)
    if not candidates.headers:
        return None
    scores = start_scores(candidates, model.start)
    chosen = choose_start(candidates, lines, probabilities, scores)
    if chosen is None:
        return None
    best, headers = chosen
    start = int(candidates.lines[best])
    confidence = yes_probability(evidence_at(candidates, scores, best), model.evidence)
    if _is_unmistakable(headers):
        confidence = max(confidence, _UNMISTAKABLE)
    if confidence < _LIKELY_FROM:
        return None
    if headers[0].first == start:
        headers = _with_name_lines(lines, headers)
        start = headers[0].first
    end = max(_last_line(lines, probabilities, start), _line_below_headers(lines, headers, start))
    comments = _comments(lines, headers, start, end)
    return Thread(span=text_span(start, end), comments=comments, confidence=round(confidence, 4))


def _is_unmistakable(headers: list[Header]) -> bool:
    """Whether a header has both a verb of saying and a time, or several headers have a name and a time in one form."""
    if any({Cue.SAYS, Cue.STAMP} <= header.cues for header in headers):
        return True
    # Names with e-mail addresses are those of mail and changelogs.
    forms = Counter(
        h.form for h in headers if Cue.STAMP in h.cues and NAME_FORM in h.form.split() and "@" not in h.form
    )
    return bool(forms) and max(forms.values()) >= _HANDFUL


def _with_name_lines(lines: Lines, headers: list[Header]) -> list[Header]:
    """The headers, each with the short line above it, if most have one; that line is the author's name."""
    if any(Cue.SAYS in h.cues or Cue.BY in h.cues for h in headers[:_FIRST_HEADERS]):
        return headers
    above = [_name_line(lines, header.first) for header in headers]
    if sum(line is not None for line in above) < _MOSTLY_NAMED * len(headers):
        return headers
    return [
        header if line is None else replace(header, first=line) for header, line in zip(headers, above, strict=True)
    ]


def _name_line(lines: Lines, below: int) -> int | None:
    """The nearest non-blank line above line ``below``, if it may be a name."""
    line = below - 1
    while line > 0 and lines.blank[line]:
        line -= 1
    if line < 0 or lines.blank[line] or not 1 <= lines.word_counts[line] <= NAME_WORDS:
        return None
    cues = lines.cues.get(line, ())
    if Cue.ACTION in cues or Cue.COUNT in cues or lines.texts[line].rstrip().endswith((".", "!", "?")):
        return None
    return line


def _line_below_headers(lines: Lines, headers: list[Header], start: int) -> int:
    """The first non-blank line below the last header, if headers are above their comments; else ``start``."""
    if not headers or headers[0].first > start:
        return start
    last = headers[-1].last
    return next((n for n in range(last + 1, len(lines.texts)) if not lines.blank[n]), last)


def _last_line(lines: Lines, probabilities: Matrix, start: int) -> int:
    """The last line of the thread: page boilerplate and blank lines at the end of the text are left out."""
    end = len(lines.texts) - 1
    while end > start and (
        lines.blank[end]
        or (
            probabilities[end, LineClass.FURNITURE] > _BOILERPLATE_FROM
            and not set(lines.cues.get(end, ())) & {Cue.STAMP, Cue.SAYS}
        )
    ):
        end -= 1
    return end


def _comments(lines: Lines, headers: list[Header], start: int, end: int) -> tuple[Comment[TextSpan], ...]:
    """The comments between the lines ``start`` and ``end``: one without header if there is no header between them."""
    headers = [header for header in headers if start <= header.first <= end]
    if not headers:
        return (Comment(number=1, author=None, reply_to=None, span=text_span(start, end), header=None),)
    headers_below = headers[0].first > start
    if not headers_below and len(headers) > 1 and not lines.word_counts[headers[-1].last + 1 : end + 1].any():
        # A date below the last comment is no header of another comment.
        headers = headers[:-1] if headers[-1].form != headers[0].form else headers
    comments: list[Comment[TextSpan]] = []
    authors: dict[str, int] = {}
    for order, header in enumerate(headers):
        if headers_below:
            first = start if order == 0 else headers[order - 1].last + 1
            last = header.last
        else:
            first, last = header.first, (headers[order + 1].first - 1 if order + 1 < len(headers) else end)
        number, author = number_and_author(lines, header)
        body = [lines.texts[n] for n in range(first, last + 1) if not header.first <= n <= header.last]
        comments.append(
            Comment(
                number=number or (comments[-1].number + 1 if comments else 1),
                author=author,
                reply_to=reply_to(body, authors),
                span=_trimmed(lines, first, last),
                header=text_span(header.first, header.last),
            )
        )
        if author:
            authors[author.lower()] = comments[-1].number
    return tuple(comments)


def _trimmed(lines: Lines, first: int, last: int) -> TextSpan:
    """The span of the lines ``first`` to ``last`` without blank lines at its ends."""
    while first < last and lines.blank[first]:
        first += 1
    while last > first and lines.blank[last]:
        last -= 1
    return text_span(first, last)
