"""Whether a document describes a system: components that take something in and give something out."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.answers import answer
from checkfirst.measuring.kind import is_known_wording
from checkfirst.measuring.lines import Lines, Matrix
from checkfirst.measuring.quoting import quote_lines
from checkfirst.measuring.weights import Weights
from checkfirst.measuring.wording import Block, line_contributions, wording_scores
from checkfirst.measuring.words import Words
from checkfirst.model.kinds import Answer
from checkfirst.model.measures import Judgement

_QUOTED: Final = 3
#: A quoted line should be a sentence or an interface, not a heading of two words.
_FEWEST_WORDS: Final = 4


def system_score(blocks: dict[str, Block], shape: Matrix, weights: Weights) -> float:
    """The score (log odds, before calibration) that the document describes a system."""
    scaled = np.clip((shape - weights["system/shape_mean"]) / weights["system/shape_deviation"], -4, 4)
    return float(wording_scores(blocks, weights, "system")[0] + scaled @ weights["system/shape"][:, 0])


def measure_system(score: float, weights: Weights, lines: Lines, words: Words, kept: NDArray[np.bool_]) -> Judgement:
    """Yes, no or can't tell; the evidence is for yes where the answer is yes, else against."""
    slope, offset = (float(value) for value in weights["system/calibration"])
    probability = float(1 / (1 + np.exp(-(slope * score + offset))))
    no_below, yes_from = (float(point) for point in weights["system/points"])
    if not is_known_wording(words, kept):
        return Judgement(answer=Answer.UNKNOWN, score=0.5)
    said = answer(probability, no_below=no_below, yes_from=yes_from)
    spoken = line_contributions(words, len(lines.texts), weights, "system", 0, np.zeros(1, dtype=np.float32))
    toward = spoken if said is Answer.YES else -spoken
    worth = np.where(kept & (lines.word_counts >= _FEWEST_WORDS), toward, 0)
    evidence = () if said is Answer.UNKNOWN else quote_lines(lines, worth, _QUOTED)
    return Judgement(answer=said, score=round(probability, 4), evidence=evidence)
