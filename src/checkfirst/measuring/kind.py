"""What a document is: calibrated probabilities over kinds, from its wording and its shape."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.lines import Lines, Matrix
from checkfirst.measuring.quoting import quote_lines
from checkfirst.measuring.roles import softmax
from checkfirst.measuring.weights import Weights
from checkfirst.measuring.wording import Block, line_contributions, wording_scores
from checkfirst.measuring.words import Words
from checkfirst.model.kinds import Group, Kind
from checkfirst.model.measures import KindMeasure

#: Below this probability the kind is not named; below it for the group too, nothing is.
NAMED_FROM: Final = 0.5
#: Fewer known words than this say nothing.
FEWEST_WORDS: Final = 12
#: Share of known words below which a text is in another language, or in none.
FEWEST_KNOWN: Final = 0.35
_QUOTED: Final = 3


def kind_scores(blocks: dict[str, Block], shape: Matrix, weights: Weights) -> Matrix:
    """Scores (logits, before calibration) of the kinds in ``weights.names("kind/names")``."""
    scaled = np.clip((shape - weights["kind/shape_mean"]) / weights["kind/shape_deviation"], -4, 4)
    scores: Matrix = wording_scores(blocks, weights, "kind") + scaled @ weights["kind/shape"]
    return scores


def kind_probabilities(scores: Matrix, weights: Weights) -> Matrix:
    """Probabilities calibrated by one temperature (Guo and others, ICML 2017)."""
    row: Matrix = softmax(scores[None, :] / weights["kind/temperature"])[0]
    return row


def measure_kind(
    probabilities: Matrix, weights: Weights, lines: Lines, words: Words, kept: NDArray[np.bool_]
) -> KindMeasure:
    """The kind, its group, and the lines that speak for it most."""
    names = [Kind(name) for name in weights.names("kind/names")]
    order = np.argsort(-probabilities, kind="stable")
    kinds = tuple((names[n], round(float(probabilities[n]), 4)) for n in order if probabilities[n] >= 0.01)
    groups = _groups(names, probabilities)
    best = int(order[0])
    if not is_known_wording(words, kept):
        return KindMeasure(kind=Kind.UNKNOWN, group=Group.UNKNOWN, confidence=0.0, kinds=(), groups=(), evidence=())
    if groups[0][1] < NAMED_FROM:
        return KindMeasure(
            kind=Kind.UNKNOWN,
            group=Group.UNKNOWN,
            confidence=round(1 - groups[0][1], 4),
            kinds=kinds,
            groups=groups,
            evidence=(),
        )
    group = groups[0][0]
    if probabilities[best] < NAMED_FROM or names[best].group is not group:
        kind, confidence = Kind.UNKNOWN, groups[0][1]
    else:
        kind, confidence = names[best], round(float(probabilities[best]), 4)
    spoken = line_contributions(words, len(lines.texts), weights, "kind", best, probabilities)
    return KindMeasure(
        kind=kind,
        group=group,
        confidence=confidence,
        kinds=kinds,
        groups=groups,
        evidence=quote_lines(lines, spoken * kept, _QUOTED),
    )


def is_known_wording(words: Words, kept: NDArray[np.bool_]) -> bool:
    """Whether there are enough words, and enough of them known, for wording to say anything."""
    ids = words.ids[kept[words.lines]]
    known = int((ids > 0).sum())
    return known >= FEWEST_WORDS and known >= FEWEST_KNOWN * len(ids)


def settled(kind: Kind, confidence: float, measure: KindMeasure) -> KindMeasure:
    """The measure overruled by structure, where structure decides."""
    rest = tuple((k, round(p * (1 - confidence), 4)) for k, p in measure.kinds if k is not kind)
    kinds = ((kind, confidence), *((k, p) for k, p in rest if p >= 0.01))
    names = [k for k, _ in kinds]
    return KindMeasure(
        kind=kind,
        group=kind.group,
        confidence=confidence,
        kinds=kinds,
        groups=_groups(names, np.array([p for _, p in kinds], dtype=np.float32)),
        evidence=measure.evidence,
    )


def _groups(names: list[Kind], probabilities: Matrix) -> tuple[tuple[Group, float], ...]:
    totals: dict[Group, float] = {}
    for name, probability in zip(names, probabilities, strict=True):
        totals[name.group] = totals.get(name.group, 0.0) + float(probability)
    ranked = sorted(totals.items(), key=lambda item: (-item[1], item[0]))
    return tuple((group, round(total, 4)) for group, total in ranked if total >= 0.01)
