"""A comment thread recovered from text: its lines, and the author and lines of each comment."""

from typing import Final

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.comments.authors import reply_to
from checkfirst.measuring.comments.belief import confidence_of, points_of
from checkfirst.measuring.comments.bodies import Bodies, measure_bodies
from checkfirst.measuring.comments.lost import Head, head_of, heads_of
from checkfirst.measuring.comments.marks import Part
from checkfirst.measuring.comments.neighbours import marks_of
from checkfirst.measuring.comments.openers import find_openers
from checkfirst.measuring.comments.sequence import Sequence, find_sequences
from checkfirst.measuring.comments.start import first_above
from checkfirst.measuring.models.line_class import LineClass
from checkfirst.measuring.models.views import ThreadModel
from checkfirst.measuring.text.lines import Lines
from checkfirst.model.location import TextSpan, text_span
from checkfirst.model.threads import Comment, Thread

# All numbers are chosen by hand on half of the families of pages with comments. `python -m benchmarks.threads`
# measures what they do together.

#: Confidence from which a thread is reported.
_LIKELY_FROM: Final = 0.4
#: Fewest non-blank lines of a thread.
_FEWEST_LINES: Final = 2
#: What the score of a sequence adds to its points when two are compared, and the largest score that adds.
_SCORE_WEIGHT, _LARGEST_SCORE = 0.02, 60.0
#: What a first opener just below the heading adds: else something is left of the first header.
_ADJACENT: Final = 0.5
#: Most words below the last opener if openers stand below their comments.
_NO_TEXT: Final = 3
#: Parts that no thread begins with.
_NO_START: Final = (Part.SIGN, Part.EDGE, Part.END, Part.HEADING)
#: Probability of boilerplate above which last lines do not belong to the thread, alone and two in a row.
_BOILERPLATE_FROM, _PLAIN_BOILERPLATE_FROM = 0.6, 0.8


def find_thread(lines: Lines, probabilities: Matrix, model: ThreadModel) -> Thread[TextSpan] | None:
    """The comment thread of a text, or ``None`` if none is likely enough.

    ``probabilities`` has a row per line, a column per ``LineClass``. A thread needs at least one opener: without any,
    an informal article could be taken for comments.
    """
    if len(lines.filled) < _FEWEST_LINES:
        return None
    marks = marks_of(lines)
    openers = find_openers(marks)
    if not openers:
        return None
    bodies = measure_bodies(lines, probabilities, marks)
    sequence = max(find_sequences(bodies, openers), key=lambda sequence: _merit(bodies, sequence))
    confidence = confidence_of(bodies, sequence)
    if confidence < _LIKELY_FROM:
        return None
    below = _are_below(bodies, sequence)
    first = sequence.openers[0].first
    if sequence.heading is not None and not below:
        first = _first_below_heading(bodies, sequence, sequence.heading)
    if below:
        first = first_above(lines, probabilities, model.start, bodies, sequence)
    end = sequence.openers[-1].last if below else _end(lines, probabilities, sequence)
    filled = lines.filled.tolist()
    heads = list(map(head_of, sequence.openers)) if below else heads_of(sequence.openers, bodies.marks)
    return Thread(
        span=text_span(filled[first], filled[end]),
        comments=_comments(lines, filled, heads, first, end, below=below),
        confidence=round(confidence, 4),
    )


def _merit(bodies: Bodies, sequence: Sequence) -> float:
    merit = points_of(bodies, sequence) + _SCORE_WEIGHT * min(sequence.score, _LARGEST_SCORE)
    return merit + _ADJACENT * _is_adjacent(bodies, sequence)


def _is_adjacent(bodies: Bodies, sequence: Sequence) -> bool:
    """Whether the first opener stands just below a heading."""
    if sequence.heading is None:
        return False
    between = bodies.marks[sequence.heading + 1 : sequence.openers[0].first]
    return all(mark.part is Part.SIGN for mark in between)


def _are_below(bodies: Bodies, sequence: Sequence) -> bool:
    """Whether openers stand below their comments: nothing but the page follows the last one."""
    openers = sequence.openers
    if _is_adjacent(bodies, sequence):
        return False
    if not openers[-1].may_be_below or 2 * sum(opener.may_be_below for opener in openers) <= len(openers):
        return False
    return bodies.between(bodies.words, openers[-1].last + 1, sequence.end) < _NO_TEXT


def _first_below_heading(bodies: Bodies, sequence: Sequence, heading: int) -> int:
    """Rank of the first line of the thread: above a date without a name stands the name, however long it is, and links
    to answers elsewhere may stand above the first comment."""
    first = sequence.openers[0]
    between = range(heading + 1, first.first)
    linked = any(bodies.marks[n].part is Part.LISTING for n in between)
    if first.name and not linked:
        return first.first
    return next((n for n in between if bodies.marks[n].part not in _NO_START), first.first)


def _end(lines: Lines, probabilities: Matrix, sequence: Sequence) -> int:
    """Rank of the last line of the thread; boilerplate below the last comment is left out."""
    furniture = probabilities[lines.filled[: sequence.end], LineClass.FURNITURE].tolist()
    body = sequence.openers[-1].last + 1
    end = next(
        (n for n in range(body + 1, sequence.end - 1) if min(furniture[n : n + 2]) > _PLAIN_BOILERPLATE_FROM),
        sequence.end,
    )
    while end > body + 1 and furniture[end - 1] > _BOILERPLATE_FROM:
        end -= 1
    return max(end - 1, sequence.openers[-1].last)


def _comments(
    lines: Lines, filled: list[int], heads: list[Head], start: int, end: int, *, below: bool
) -> tuple[Comment[TextSpan], ...]:
    """The comments from rank ``start`` to ``end``, whose heads stand above or ``below`` them."""
    comments: list[Comment[TextSpan]] = []
    authors: dict[str, int] = {}
    for order, head in enumerate(heads):
        over = head.first - 1 if head.last is None else head.last
        if below:
            first, last = ((heads[order - 1].last or 0) + 1 if order else start), over
            body = range(first, head.first)
        else:
            first, last = head.first, (heads[order + 1].first - 1 if order + 1 < len(heads) else end)
            body = range(over + 1, last + 1)
        above = comments[-1].number if comments else 0
        number = head.number if head.number is not None and head.number > above else above + 1
        comments.append(
            Comment(
                number=number,
                author=head.name,
                reply_to=reply_to([lines.texts[filled[n]] for n in body], authors),
                span=text_span(filled[first], filled[max(first, last)]),
                header=None if head.last is None else text_span(filled[head.first], filled[head.last]),
            )
        )
        if head.name:
            authors[head.name.lower()] = number
    return tuple(comments)
