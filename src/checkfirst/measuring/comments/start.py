"""Where a thread begins: headers decide where they can, and the lines above the first one are weighed."""

import itertools
from difflib import SequenceMatcher
from statistics import median
from typing import Final, NamedTuple

import numpy as np

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.comments.headers import Header
from checkfirst.measuring.comments.start_features import StartFeatures
from checkfirst.measuring.models.line_class import LineClass
from checkfirst.measuring.models.networks import Mlp, class_probabilities
from checkfirst.measuring.text.cues import Cue
from checkfirst.measuring.text.lines import Lines

# How these numbers were chosen is not on record, and none was measured by itself.
# `python -m benchmarks.roles` measures what they do together.

#: Log odds of the second best line where there is none.
_FAR: Final = 12.0
#: Probabilities below this count as this much, so that odds are finite.
_LEAST: Final = 1e-7
#: Lines on each side of the best one that are no runner-up.
_SAME_START: Final = 2
_OPENS_COMMENTS: Final = frozenset({Cue.SAYS, Cue.POINTS})
#: Headers that a thread needs when none of them bears a time, a verb of saying or points.
_FEWEST_NAMES: Final = 3
#: Characters that a title, a subtitle and a menu may have above a by-line.
_HEAD: Final = 300
#: Share of their parts that two forms of one make have in common.
_ALIKE: Final = 0.7
#: Chance of being main text of a line that no comment would reach.
_PLAINLY_MAIN: Final = 0.9
#: And of being furniture, which closes a page below its thread.
_PLAINLY_FURNITURE: Final = 0.8
#: Words of a line that is no button, and of one that says something under the last header.
_SENTENCE: Final = 9
_SAYING: Final = 3
#: Lines above the first header that must read like a comment where headers stand below what they sign.
_LINES_ABOVE: Final = 3
#: First headers that tell of all whether they open with a verb of saying.
_FIRST_HEADERS: Final = 3
#: Where headers stand below: lines of a comment where only one has a header, and the fewest ever.
_USUAL_LINES: Final = 4
_FEWEST_LINES: Final = 2
#: A thread starts at most so many usual comments, and so many lines more, above its first header.
_REACH_COMMENTS: Final = 3
_REACH_LINES: Final = 2
#: Log odds that a line loses for each natural logarithm that it is off the usual distance.
_DISTANCE_COST: Final = 0.2
#: Lines above a header on which a count of comments ("3 Comments") announces it.
_ANNOUNCED_WITHIN: Final = 2
#: Parts of the shortest form that is compared with others part by part.
_FEWEST_PARTS: Final = 3
#: Headers after the first that tell whether the others are signed with "by", too.
_LATER_HEADERS: Final = slice(1, 4)
#: Characters of a usual comment, at most: one long text among few decides nothing.
_LONGEST_USUAL: Final = 800


class _Length(NamedTuple):
    """Characters under a header from which it is a by-line: so many usual comments, and so many more."""

    times: float
    more: int

    def exceeded(self, size: int, usual: float) -> bool:
        return size > self.times * usual + self.more


#: Near the top of the text: a header in the very form of the others, and any other.
_TOP_ALIKE: Final = _Length(3, 300)
_TOP_OTHER: Final = _Length(1.5, 100)
#: Further down, a header of a form of its own.
_LOWER_OTHER: Final = _Length(3, 600)
#: Whatever its form.
_ANYWHERE: Final = _Length(8, 3000)


def start_scores(weighed: StartFeatures, network: Mlp) -> Matrix:
    """Log odds of each line to be the first of a thread."""
    said = class_probabilities(weighed.features, network)
    odds: Matrix = np.log((said[:, 1] + _LEAST) / (said[:, 0] + _LEAST))
    return odds


def choose_start(
    weighed: StartFeatures, lines: Lines, probabilities: Matrix, scores: Matrix
) -> tuple[int, list[Header]] | None:
    """The likeliest first line (as a row of the features) and the thread's headers from there on.

    Headers decide where they can: what stands under the first of them is the first comment. Where they
    stand under what they sign, the lines above the first are weighed.
    """
    headers = _without_bylines(weighed, lines)
    if not headers:
        return None
    places = {int(line): n for n, line in enumerate(weighed.lines)}
    if headers[0].first not in places:
        return None
    if not stand_below(weighed, lines, probabilities, headers):
        return places[headers[0].first], headers
    top = places[headers[0].first]
    gaps = [places[b.first] - places[a.last] for a, b in itertools.pairwise(headers) if b.first in places]
    usual = max(_FEWEST_LINES, int(median(gaps)) if gaps else _USUAL_LINES)
    lowest = max(1, top - _REACH_COMMENTS * usual - _REACH_LINES)
    if lowest >= top:
        return top, headers
    off = np.abs(np.log((top - np.arange(lowest, top)) / usual))
    window = scores[lowest:top] - _DISTANCE_COST * off
    return lowest + int(np.argmax(window)), headers


def _without_bylines(weighed: StartFeatures, lines: Lines) -> list[Header]:
    """The headers from the first that opens a comment: those before it are the article's own by-line.

    A by-line has hardly any text above it and far more below it than a comment has, or, where it signs
    the article at its end, a form of its own.
    """
    kept = [header for header in weighed.headers if header.strong or alike(header.form, weighed.form)]
    if not any(header.strong for header in kept) and len(kept) < _FEWEST_NAMES:
        return []
    sizes = [_size(lines, header, after) for header, after in zip(kept, [*kept[1:], None], strict=True)]
    # No by-line says that somebody "says", and none counts points.
    while kept and (Cue.BY in kept[0].cues or not kept[0].cues & _OPENS_COMMENTS):
        usual = min(median(sizes[1:]), _LONGEST_USUAL) if len(sizes) > 1 else 0
        above = int(lines.lengths[: kept[0].first].sum())
        if above >= _HEAD and _is_announced(weighed, lines, kept[0]):
            break
        signed = Cue.BY in kept[0].cues and not any(Cue.BY in h.cues for h in kept[_LATER_HEADERS])
        ours = (
            not signed
            and alike(kept[0].form, weighed.form)
            and sum(alike(h.form, weighed.form) for h in kept) >= _FEWEST_NAMES
        )
        if above < _HEAD:
            same = ours and kept[0].form == weighed.form
            foreign = signed or (_TOP_ALIKE if same else _TOP_OTHER).exceeded(sizes[0], usual)
        else:
            foreign = not ours and len(kept) > 1 and _LOWER_OTHER.exceeded(sizes[0], usual)
        if not foreign and not _ANYWHERE.exceeded(sizes[0], usual):
            break
        kept, sizes = kept[1:], sizes[1:]
    return kept


def _is_announced(weighed: StartFeatures, lines: Lines, header: Header) -> bool:
    """Whether a line right above says that comments follow ("3 Comments")."""
    place = int(np.searchsorted(weighed.lines, header.first))
    return any(
        Cue.COUNT in lines.cues.get(int(n), ()) for n in weighed.lines[max(0, place - _ANNOUNCED_WITHIN) : place]
    )


def alike(form: str, other: str | None) -> bool:
    """Whether two forms are of one make: most of their parts are the same, in order."""
    if other is None or form == other:
        return form == other
    parts, others = form.split(), other.split()
    if min(len(parts), len(others)) < _FEWEST_PARTS:
        return False
    return SequenceMatcher(None, parts, others, autojunk=False).ratio() >= _ALIKE


def _size(lines: Lines, header: Header, after: Header | None) -> int:
    """Characters between a header and the next one."""
    end = after.first if after else len(lines.texts)
    return int(lines.lengths[header.last + 1 : end].sum())


def stand_below(weighed: StartFeatures, lines: Lines, probabilities: Matrix, headers: list[Header]) -> bool:
    """Whether headers stand under what they sign: nothing but furniture comes after the last one.

    Where that is all there is to go by, what stands above the first one must read like a comment.
    """
    if any(Cue.SAYS in header.cues for header in headers[:_FIRST_HEADERS]) or not headers[-1].cues:
        return False
    after = range(headers[-1].last + 1, len(lines.texts))
    said = [
        n
        for n in after
        if lines.word_counts[n]
        and (probabilities[n, LineClass.FURNITURE] < _PLAINLY_FURNITURE or lines.word_counts[n] > _SENTENCE)
    ]
    if any(lines.word_counts[n] > _SAYING for n in said):
        return False
    if len(headers) >= _FEWEST_NAMES and said:
        return False
    above = range(max(0, headers[0].first - _LINES_ABOVE), headers[0].first)
    likely = [float(probabilities[n, LineClass.MAIN]) for n in above if not lines.blank[n]]
    named = len(headers) > 1 and any(mark in headers[0].form for mark in ("posted by", "by N"))
    return named or not likely or min(likely) < _PLAINLY_MAIN


def evidence_at(weighed: StartFeatures, scores: Matrix, best: int) -> Matrix:
    """What the confidence in a thread is judged by (``THREAD_EVIDENCE``): the best line and the runner-up."""
    others = np.delete(scores, slice(max(0, best - _SAME_START), best + _SAME_START + 1))
    second = float(others.max()) if len(others) else -_FAR
    return np.concatenate(([scores[best], second, scores[best] - second], weighed.features[best])).astype(np.float32)
