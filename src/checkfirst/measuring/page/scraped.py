"""Whether a text is a web page saved with what stood around the article."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.models.operating_points import answer
from checkfirst.measuring.models.weights import Weights
from checkfirst.measuring.page.line_classes import FURNITURE, MAIN
from checkfirst.measuring.text.cues import Cue
from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.quoting import quote, quote_lines
from checkfirst.model.location import TextSpan
from checkfirst.model.measures import Judgement, Quote, Thread

#: Cues that pages leave in saved text, each counted apart.
_COUNTED: Final = (Cue.COPYRIGHT, Cue.TAGS, Cue.REPUBLISHED, Cue.PLACEHOLDER, Cue.ACTION, Cue.COUNT, Cue.BY, Cue.STAMP)
#: Cues that are quoted first, for a person knows them at once.
_TELLING: Final = (Cue.REPUBLISHED, Cue.PLACEHOLDER, Cue.TAGS, Cue.COUNT, Cue.COPYRIGHT)
_FURNITURE_FROM: Final = 0.6


def scrape_features(lines: Lines, roles: Matrix, thread: Thread[TextSpan] | None) -> Matrix:
    """What a logistic model sees of a page: how much furniture there is, where, and which cues."""
    filled = lines.filled
    furniture = roles[filled, FURNITURE] > _FURNITURE_FROM
    words = lines.word_counts[filled]
    total = max(1, int(words.sum()))
    count = max(1, len(furniture))
    cues = np.bincount([c for found in lines.cues.values() for c in set(found)], minlength=len(Cue))
    return np.array(
        [
            np.log1p(furniture.sum()),
            furniture.mean() if len(furniture) else 0.0,
            words[furniture].sum() / total,
            np.log1p(_first_run(furniture)),
            np.log1p(_first_run(furniture[::-1])),
            np.log1p(_longest_run(furniture)),
            float(roles[filled, FURNITURE].mean()) if len(furniture) else 0.0,
            thread.confidence if thread else 0.0,
            np.log1p(len(thread.comments)) if thread else 0.0,
            *np.log1p(cues[list(_COUNTED)]),
            *(cues[list(_COUNTED)] / count),
            np.log1p(count),
            np.log1p(total / count),
        ],
        dtype=np.float32,
    )


def _first_run(flags: NDArray[np.bool_]) -> int:
    return int(np.argmin(flags)) if len(flags) and not flags.all() else len(flags)


def _longest_run(flags: NDArray[np.bool_]) -> int:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flags.astype(np.int8), [0]))))
    return int((edges[1::2] - edges[::2]).max()) if len(edges) else 0


def measure_scraped(lines: Lines, roles: Matrix, thread: Thread[TextSpan] | None, weights: Weights) -> Judgement:
    """Yes, no or can't tell, with the lines that a page's surroundings left."""
    features = scrape_features(lines, roles, thread)
    score = float(features @ weights["scraped/weights"] + weights["scraped/bias"])
    probability = float(1 / (1 + np.exp(-score)))
    no_below, yes_from = (float(point) for point in weights["scraped/points"])
    said = answer(probability, no_below=no_below, yes_from=yes_from)
    return Judgement(answer=said, score=round(probability, 4), evidence=_evidence(lines, roles, thread))


def _evidence(lines: Lines, roles: Matrix, thread: Thread[TextSpan] | None) -> tuple[Quote, ...]:
    """Telling lines first, then the plainest furniture, then how the thread opens; in text order."""
    end = thread.span.start_line - 1 if thread else len(lines.texts)
    told = [
        next((n for n in sorted(lines.cues) if cue in lines.cues[n] and (n < end or cue is not Cue.TAGS)), None)
        for cue in _TELLING
    ]
    chosen = {n for n in told if n is not None}
    plain = quote_lines(lines, np.where(roles[:, FURNITURE] > 0.9, roles[:, FURNITURE] - roles[:, MAIN], 0), 3)
    chosen |= {q.span.start_line - 1 for q in plain[: max(0, 4 - len(chosen))]}
    if thread and thread.comments[0].header:
        chosen.add(thread.comments[0].header.start_line - 1)
    return tuple(quote(lines.texts, n) for n in sorted(chosen))
