"""Whether a text is a web page that was saved with the boilerplate around its article."""

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
from checkfirst.model.kind_measures import Judgement
from checkfirst.model.location import TextSpan
from checkfirst.model.quotes import Quote
from checkfirst.model.threads import Thread

#: Cues that are quoted first, because people recognise them at once.
_TELLING: Final = (Cue.REPUBLISHED, Cue.PLACEHOLDER, Cue.TAGS, Cue.COUNT, Cue.COPYRIGHT)
#: Probability above which a line counts as boilerplate. Not measured; the weights were learned with it.
_BOILERPLATE_FROM: Final = 0.6
#: Probability of boilerplate above which a line may be quoted, and most lines that are quoted for it. Not measured.
_QUOTED_FROM: Final = 0.9
_QUOTED: Final = 3
#: Lines of boilerplate are quoted until this many lines are, those with cues included. Not measured.
_FEW_QUOTED: Final = 4


def scrape_features(lines: Lines, classes: Matrix, thread: Thread[TextSpan] | None) -> Matrix:
    """The row of ``SCRAPED`` features of a text. ``classes`` has a row per line, a column per ``LineClass``."""
    filled = lines.filled
    boilerplate = classes[filled, LineClass.FURNITURE] > _BOILERPLATE_FROM
    words = lines.word_counts[filled]
    total = max(1, int(words.sum()))
    count = max(1, len(boilerplate))
    cues = np.bincount([c for found in lines.cues.values() for c in set(found)], minlength=len(Cue))
    counted = cues[list(PAGE_CUES)]
    found = {
        "furniture lines": np.log1p(boilerplate.sum()),
        "share of furniture lines": boilerplate.mean() if len(boilerplate) else 0.0,
        "share of furniture words": words[boilerplate].sum() / total,
        "furniture lines at the top": np.log1p(_first_run(boilerplate)),
        "furniture lines at the end": np.log1p(_first_run(boilerplate[::-1])),
        "longest run of furniture": np.log1p(_longest_run(boilerplate)),
        "mean probability of furniture": float(classes[filled, LineClass.FURNITURE].mean())
        if len(boilerplate)
        else 0.0,
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


def measure_scraped(lines: Lines, classes: Matrix, thread: Thread[TextSpan] | None, model: ScrapedModel) -> Judgement:
    """Whether a text is a saved web page, with lines of its boilerplate as evidence."""
    probability = yes_probability(scrape_features(lines, classes, thread), model.page)
    return Judgement(
        answer=answer(probability, model.points),
        score=round(probability, 4),
        evidence=_evidence(lines, classes, thread),
    )


def _evidence(lines: Lines, classes: Matrix, thread: Thread[TextSpan] | None) -> tuple[Quote, ...]:
    """Quotes in text order: the first line with each telling cue, the surest boilerplate, the first comment header."""
    end = thread.span.start_line - 1 if thread else len(lines.texts)
    with_cues = [
        next((n for n in sorted(lines.cues) if cue in lines.cues[n] and (n < end or cue is not Cue.TAGS)), None)
        for cue in _TELLING
    ]
    chosen = {n for n in with_cues if n is not None}
    boilerplate, main = classes[:, LineClass.FURNITURE], classes[:, LineClass.MAIN]
    surest = quote_lines(lines, np.where(boilerplate > _QUOTED_FROM, boilerplate - main, 0), _QUOTED)
    chosen |= {q.span.start_line - 1 for q in surest[: max(0, _FEW_QUOTED - len(chosen))]}
    if thread and thread.comments[0].header:
        chosen.add(thread.comments[0].header.start_line - 1)
    return tuple(quote(lines.texts, n) for n in sorted(chosen))
