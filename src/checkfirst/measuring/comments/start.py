"""The first line of a comment thread.

If headers are above their comments, the thread starts at the first header. If they are below, a network scores the
lines above the first header.
"""

import itertools
from typing import Final

import numpy as np

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.comments.authors import addressed, first_names
from checkfirst.measuring.comments.averages import median
from checkfirst.measuring.comments.bodies import Bodies
from checkfirst.measuring.comments.bylines import FEWEST_NAMES, without_bylines
from checkfirst.measuring.comments.headers import Header
from checkfirst.measuring.comments.marks import Part
from checkfirst.measuring.comments.sequence import Sequence
from checkfirst.measuring.comments.start_features import StartFeatures, start_features
from checkfirst.measuring.models.line_class import LineClass
from checkfirst.measuring.models.networks import Mlp, class_probabilities
from checkfirst.measuring.text.cues import Cue
from checkfirst.measuring.text.lines import Lines

# How these numbers were chosen is not on record, and none was measured by itself.
# `python -m benchmarks.roles` measures what they do together.

#: Absolute log odds of the second best line if there is none.
_FAR: Final = 12.0
#: Added to probabilities, so that log odds are finite.
_LEAST: Final = 1e-7
#: Lines on each side of the best one that don't count as second best.
_SAME_START: Final = 2
#: Probability of main text from which a line above the first header is not the end of a comment.
_PLAINLY_MAIN: Final = 0.9
#: Probability of boilerplate from which a line below the last header belongs to the page and not to a comment; longer
#: lines than ``_SENTENCE`` words count as text whatever their probability.
_PLAINLY_BOILERPLATE: Final = 0.8
_SENTENCE: Final = 9
#: A line below the last header with more words than this is the text of a comment.
_SAYING: Final = 3
#: Number of lines above the first header that are tested for main text.
_LINES_ABOVE: Final = 3
#: Number of first headers that are searched for a verb of saying; such headers are above their comments.
_FIRST_HEADERS: Final = 3
#: For headers below their comments: usual number of lines of a comment if it cannot be computed, and its lower bound.
_USUAL_LINES: Final = 4
_FEWEST_LINES: Final = 2
#: Farthest that such a thread starts above its first header: a number of usual comments and a number of lines.
_REACH_COMMENTS: Final = 3
_REACH_LINES: Final = 2
#: What stands just above the first comment.
_ABOVE_COMMENTS: Final = (Part.HEADING, Part.EDGE, Part.END)
#: Log odds that a line gains which is said to an author of another comment.
_ADDRESSED: Final = 6.0
#: Log odds that a line loses per unit of the absolute log ratio of its distance to the usual distance.
_DISTANCE_COST: Final = 0.2


def start_scores(candidates: StartFeatures, network: Mlp) -> Matrix:
    """Log odds that each candidate is the first line of a thread."""
    chances = class_probabilities(candidates.features, network)
    odds: Matrix = np.log((chances[:, 1] + _LEAST) / (chances[:, 0] + _LEAST))
    return odds


def choose_start(
    candidates: StartFeatures, lines: Lines, probabilities: Matrix, scores: Matrix
) -> tuple[int, list[Header]] | None:
    """The row of the likeliest first line among the candidates, and the headers of the thread.

    ``None`` if there are no headers that open a thread.
    """
    headers = without_bylines(candidates, lines)
    if not headers:
        return None
    rows = {int(line): n for n, line in enumerate(candidates.lines)}
    if headers[0].first not in rows:
        return None
    if not are_below_comments(lines, probabilities, headers):
        return rows[headers[0].first], headers
    top = rows[headers[0].first]
    gaps = [rows[b.first] - rows[a.last] for a, b in itertools.pairwise(headers) if b.first in rows]
    usual = max(_FEWEST_LINES, int(median(gaps)) if gaps else _USUAL_LINES)
    lowest = max(1, top - _REACH_COMMENTS * usual - _REACH_LINES)
    if lowest >= top:
        return top, headers
    deviation = np.abs(np.log((top - np.arange(lowest, top)) / usual))
    window = scores[lowest:top] - _DISTANCE_COST * deviation
    return lowest + int(np.argmax(window)), headers


def first_above(lines: Lines, probabilities: Matrix, network: Mlp, bodies: Bodies, sequence: Sequence) -> int:
    """Rank of the first line of the first comment, if openers stand below their comments.

    It is the line below a heading or an edge of the page; without one, the network scores the lines above the first
    opener, and a comment of the usual length is likelier.
    """
    openers = sequence.openers
    top = openers[0].first
    gaps = [b.first - a.last for a, b in itertools.pairwise(openers)]
    usual = max(_FEWEST_LINES, int(median(gaps)) if gaps else _USUAL_LINES)
    lowest = max(1, top - _REACH_COMMENTS * usual - _REACH_LINES)
    if lowest >= top:
        return top
    marks = bodies.marks
    edge = next((n for n in range(top - 1, lowest - 1, -1) if marks[n].part in _ABOVE_COMMENTS), None)
    if edge is not None:
        return next((n for n in range(edge + 1, top) if marks[n].part is not Part.SIGN), edge + 1)
    scores = start_scores(start_features(lines, probabilities), network)
    deviation = np.abs(np.log((top - np.arange(lowest, top)) / usual))
    names = first_names([opener.name for opener in openers if opener.name])
    said = [addressed(lines.texts[n], names) for n in lines.filled[lowest:top].tolist()]
    return lowest + int(np.argmax(scores[lowest:top] - _DISTANCE_COST * deviation + _ADDRESSED * np.array(said)))


def are_below_comments(lines: Lines, probabilities: Matrix, headers: list[Header]) -> bool:
    """Whether headers are below their comments: only boilerplate follows the last one.

    Unless the headers have "by", the lines above the first one must not be surely main text either.
    """
    if any(Cue.SAYS in header.cues for header in headers[:_FIRST_HEADERS]) or not headers[-1].cues:
        return False
    after = range(headers[-1].last + 1, len(lines.texts))
    text_lines = [
        n
        for n in after
        if lines.word_counts[n]
        and (probabilities[n, LineClass.FURNITURE] < _PLAINLY_BOILERPLATE or lines.word_counts[n] > _SENTENCE)
    ]
    if any(lines.word_counts[n] > _SAYING for n in text_lines):
        return False
    if len(headers) >= FEWEST_NAMES and text_lines:
        return False
    above = range(max(0, headers[0].first - _LINES_ABOVE), headers[0].first)
    main = [float(probabilities[n, LineClass.MAIN]) for n in above if not lines.blank[n]]
    with_by = len(headers) > 1 and any(words in headers[0].form for words in ("posted by", "by N"))
    return with_by or not main or min(main) < _PLAINLY_MAIN


def evidence_at(candidates: StartFeatures, scores: Matrix, best: int) -> Matrix:
    """The row of ``THREAD_EVIDENCE`` features for a thread that starts at the candidate in row ``best``."""
    others = np.delete(scores, slice(max(0, best - _SAME_START), best + _SAME_START + 1))
    second = float(others.max()) if len(others) else -_FAR
    return np.concatenate(([scores[best], second, scores[best] - second], candidates.features[best])).astype(np.float32)
