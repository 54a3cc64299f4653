"""Whether a text is a web page saved with what stood around the article."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.models.columns import PAGE_CUES, SCRAPED
from checkfirst.measuring.models.line_class import LineClass
from checkfirst.measuring.models.networks import yes_probability
from checkfirst.measuring.models.operating_points import answer
from checkfirst.measuring.models.views import ScrapedModel
from checkfirst.measuring.text.cues import Cue
from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.quoting import quote, quote_lines
from checkfirst.model.location import TextSpan
from checkfirst.model.measures import Judgement, Quote, Thread

#: Cues that are quoted first, for a person knows them at once.
_TELLING: Final = (Cue.REPUBLISHED, Cue.PLACEHOLDER, Cue.TAGS, Cue.COUNT, Cue.COPYRIGHT)
#: Probability from which a line counts as furniture. Not measured; the weights were learned with it.
_FURNITURE_FROM: Final = 0.6
#: Probability from which furniture may be quoted, lines of it at most, and quoted lines in all before it. Not measured.
_QUOTED_FROM: Final = 0.9
_QUOTED: Final = 3
_FEW_QUOTED: Final = 4


def scrape_features(lines: Lines, roles: Matrix, thread: Thread[TextSpan] | None) -> Matrix:
    """What a logistic model sees of a page (``SCRAPED``): how much furniture there is, where, and which cues."""
    filled = lines.filled
    furniture = roles[filled, LineClass.FURNITURE] > _FURNITURE_FROM
    words = lines.word_counts[filled]
    total = max(1, int(words.sum()))
    count = max(1, len(furniture))
    cues = np.bincount([c for found in lines.cues.values() for c in set(found)], minlength=len(Cue))
    counted = cues[list(PAGE_CUES)]
    found = {
        "furniture lines": np.log1p(furniture.sum()),
        "share of furniture lines": furniture.mean() if len(furniture) else 0.0,
        "share of furniture words": words[furniture].sum() / total,
        "furniture lines at the top": np.log1p(_first_run(furniture)),
        "furniture lines at the end": np.log1p(_first_run(furniture[::-1])),
        "longest run of furniture": np.log1p(_longest_run(furniture)),
        "mean probability of furniture": float(roles[filled, LineClass.FURNITURE].mean()) if len(furniture) else 0.0,
        "confidence in a thread": thread.confidence if thread else 0.0,
        "comments": np.log1p(len(thread.comments)) if thread else 0.0,
        **{f"cue {cue.name.lower()}": value for cue, value in zip(PAGE_CUES, np.log1p(counted), strict=True)},
        **{f"cue {cue.name.lower()}, rate": value for cue, value in zip(PAGE_CUES, counted / count, strict=True)},
        "lines": np.log1p(count),
        "words of a line": np.log1p(total / count),
    }
    return np.array([found[name] for name in SCRAPED], dtype=np.float32)


def _first_run(flags: NDArray[np.bool_]) -> int:
    return int(np.argmin(flags)) if len(flags) and not flags.all() else len(flags)


def _longest_run(flags: NDArray[np.bool_]) -> int:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flags.astype(np.int8), [0]))))
    return int((edges[1::2] - edges[::2]).max()) if len(edges) else 0


def measure_scraped(lines: Lines, roles: Matrix, thread: Thread[TextSpan] | None, model: ScrapedModel) -> Judgement:
    """Yes, no or can't tell, with the lines that a page's surroundings left."""
    probability = yes_probability(scrape_features(lines, roles, thread), model.page)
    said = answer(probability, model.points)
    return Judgement(answer=said, score=round(probability, 4), evidence=_evidence(lines, roles, thread))


def _evidence(lines: Lines, roles: Matrix, thread: Thread[TextSpan] | None) -> tuple[Quote, ...]:
    """Telling lines first, then the plainest furniture, then how the thread opens; in text order."""
    end = thread.span.start_line - 1 if thread else len(lines.texts)
    told = [
        next((n for n in sorted(lines.cues) if cue in lines.cues[n] and (n < end or cue is not Cue.TAGS)), None)
        for cue in _TELLING
    ]
    chosen = {n for n in told if n is not None}
    furniture, main = roles[:, LineClass.FURNITURE], roles[:, LineClass.MAIN]
    plain = quote_lines(lines, np.where(furniture > _QUOTED_FROM, furniture - main, 0), _QUOTED)
    chosen |= {q.span.start_line - 1 for q in plain[: max(0, _FEW_QUOTED - len(chosen))]}
    if thread and thread.comments[0].header:
        chosen.add(thread.comments[0].header.start_line - 1)
    return tuple(quote(lines.texts, n) for n in sorted(chosen))
