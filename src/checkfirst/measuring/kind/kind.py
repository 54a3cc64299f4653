"""The kind of a document: calibrated probabilities over kinds, from its words and its layout."""

from collections.abc import Sequence
from typing import Final

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.kind.form_limits import within_limits
from checkfirst.measuring.models.linear import Scores
from checkfirst.measuring.models.networks import softmax
from checkfirst.measuring.models.weights import Weights
from checkfirst.measuring.text.bag_of_words import line_contributions
from checkfirst.measuring.text.quoting import quote_lines
from checkfirst.measuring.text.text_features import TextFeatures
from checkfirst.measuring.text.tokens import Words
from checkfirst.model.document import Document
from checkfirst.model.kind_measures import KindMeasure
from checkfirst.model.kinds import Group, Kind
from checkfirst.model.languages import LEARNED_LANGUAGES

#: Probability from which a kind, and a group, is given instead of ``unknown``. Not measured.
NAMED_FROM: Final = 0.5
#: Fewest known words of a text whose kind is given. Not measured.
FEWEST_WORDS: Final = 12
#: Share of known words below which a text is taken to be in another language or in none. Not measured.
FEWEST_KNOWN: Final = 0.35
#: Factor of the temperature for a text in a language that was not learned from; fitted by log loss on development families
#: with 309 documents in eight such languages. Of 396 labelled documents in them, 26 had a group with a probability of .9 or
#: more, 11 of these rightly; with the factor, none has.
_UNLEARNED: Final = 3.7
#: Number of lines that are quoted.
_QUOTED: Final = 3
#: Smallest probability that is reported.
_REPORTED_FROM: Final = 0.01


def kind_probabilities(scores: Matrix, weights: Weights, language: str | None = None) -> Matrix:
    """Probabilities of ``weights.kind.names``, calibrated by a temperature (Guo and others, ICML 2017).

    ``language`` is that of the text: the scores say little of one in another language than those learned from.
    """
    hotter = 1.0 if language in LEARNED_LANGUAGES else _UNLEARNED
    row: Matrix = softmax(scores[None, :] / (weights.kind.temperature * hotter))[0]
    return row


def measure_kind(
    document: Document, features: TextFeatures, scores: Scores, weights: Weights, language: str | None
) -> KindMeasure:
    """The kind of a document, with its group and the lines whose words speak most for the kind.

    ``features`` and ``scores`` are those of its main text.
    """
    probabilities = kind_probabilities(scores.kinds, weights, language)
    probabilities = within_limits(probabilities, weights.kind.names, document, features)
    names = weights.kind.names
    listed = probabilities.tolist()
    order = sorted((n for n, p in enumerate(listed) if p >= _REPORTED_FROM), key=lambda n: -listed[n])
    kinds = tuple((names[n], round(listed[n], 4)) for n in order)
    groups = _groups(names, listed)
    best = order[0]
    if not has_known_words(features.words):
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
    if listed[best] < NAMED_FROM or names[best].group is not group:
        kind, confidence = Kind.UNKNOWN, groups[0][1]
    else:
        kind, confidence = names[best], round(listed[best], 4)
    contributions = line_contributions(
        features.words, len(features.lines.texts), weights.vocabulary.idf, scores.body, best, probabilities
    )
    return KindMeasure(
        kind=kind,
        group=group,
        confidence=confidence,
        kinds=kinds,
        groups=groups,
        evidence=quote_lines(features.lines, contributions, _QUOTED, features.line_numbers),
    )


def has_known_words(words: Words) -> bool:
    """Whether a text has enough words, and a large enough share of them is known, to be classified."""
    known = int(words.often.sum())
    return known >= FEWEST_WORDS and known >= FEWEST_KNOWN * len(words.ids)


def with_kind(
    kind: Kind, confidence: float, measure: KindMeasure, second: tuple[Kind, float] | None = None
) -> KindMeasure:
    """The measure with another kind of the given confidence, and a ``second`` one of a lower; the probabilities of the
    other kinds shrink to fit."""
    given = ((kind, confidence), second) if second else ((kind, confidence),)
    left = 1 - sum(p for _, p in given)
    rest = tuple((k, round(p * left, 4)) for k, p in measure.kinds if k not in dict(given))
    kinds = (*given, *((k, p) for k, p in rest if p >= _REPORTED_FROM))
    names = [k for k, _ in kinds]
    return KindMeasure(
        kind=kind,
        group=kind.group,
        confidence=confidence,
        kinds=tuple(sorted(kinds, key=lambda item: -item[1])),
        groups=_groups(names, [p for _, p in kinds]),
        evidence=measure.evidence,
    )


def _groups(names: Sequence[Kind], probabilities: Sequence[float]) -> tuple[tuple[Group, float], ...]:
    """Probabilities of groups, the most probable first; those below ``_REPORTED_FROM`` are left out."""
    totals: dict[Group, float] = {}
    for name, probability in zip(names, probabilities, strict=True):
        totals[name.group] = totals.get(name.group, 0.0) + probability
    ranked = sorted(totals.items(), key=lambda item: (-item[1], item[0]))
    return tuple((group, round(total, 4)) for group, total in ranked if total >= _REPORTED_FROM)
