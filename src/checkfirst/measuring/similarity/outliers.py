"""Does a document belong with the others? Compared with its nearest, and with how near the others are to theirs.

A document is a stranger if nothing in the set is like it while the others are like one another. So a few documents of
another subject are no strangers (each has the others), and in a set without any order nobody can tell.
"""

import re
from pathlib import PurePosixPath
from typing import Final

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.models.networks import yes_probabilities
from checkfirst.measuring.models.views import Calibration
from checkfirst.measuring.models.weights import Weights
from checkfirst.measuring.similarity.cosines import embedding_cosines, weighted_words, word_cosines
from checkfirst.measuring.similarity.outlier_features import outlier_features
from checkfirst.model.kinds import Answer
from checkfirst.model.set_measures import DocumentSummary, Fit

#: Fewer documents are no set to belong to; fewer words are too short to tell by.
FEWEST: Final = 3
FEWEST_WORDS: Final = 30
#: Documents that each is compared with: of larger sets so many, evenly spaced by path.
_COMPARED: Final = 200
#: Probability of being a stranger below which a document belongs.
_BELONGS_BELOW: Final = 0.1
_TOLD: Final = 5
#: Size up to which the limit rises. The families that it was found on are repositories as they come: a large draw of one
#: holds a true oddity more often than not, and says nothing of how strange a document is by chance.
_LARGEST: Final = 10
#: Share of the set beyond which nobody is a stranger: a set without order.
_MOST_STRANGE: Final = 0.2
#: What every project keeps beside its documents, whatever they are about.
PROJECT_FILES: Final = re.compile(
    r"(?:^|.*[-_. ](?=licen[cs]e|notice|copying))(?:readme|licen[cs]e|copying|notice|patents|code[-_. ]of[-_. ]conduct|contributing|contributors|authors|credits|maintainers"
    r"|governance|security|support|changelog|changes|history|news|releases?|release[-_ ]notes|codeowners|citation|agents|claude"
    r"|thanks|acknowledge?ments|todo|glossary|bibliography|references)\b",
    re.IGNORECASE,
)


def measure_fits(documents: tuple[DocumentSummary, ...], indexes: frozenset[str], weights: Weights) -> dict[str, Fit]:
    """How the documents of a set belong, by path; indexes, code, data and other languages are left out."""
    language = main_language(documents)
    asked = [d for d in documents if d.path not in indexes and _can_be_asked(d, language)]
    if len(asked) < FEWEST:
        return {}
    step = max(1.0, len(asked) / _COMPARED)
    compared = sorted({int(n * step) for n in range(min(len(asked), _COMPARED))})
    own = np.full(len(asked), -1)
    own[compared] = np.arange(len(compared))
    words = word_cosines(asked, compared, weights.vocabulary.idf)
    places = embedding_cosines(asked, compared)
    lengths = np.array([d.words for d in asked])
    features = outlier_features(words, places, own, lengths, len(asked))
    chances = yes_probabilities(features, weights.outlier.network)
    limit = outlier_threshold(len(asked), weights.outlier.threshold)
    if (chances >= limit).sum() > max(1, _MOST_STRANGE * len(asked)):
        limit = np.inf
    words[(own >= 0).nonzero()[0], own[own >= 0]] = -1
    nearest = words.argmax(axis=1)
    return {
        d.path: Fit(
            answer=Answer.NO if p >= limit else Answer.YES if p < _BELONGS_BELOW else Answer.UNKNOWN,
            score=round(1 - float(p), 4),
            nearest=asked[compared[n]].path,
            likeness=round(float(words[row, n]), 3),
            distinctive_words=_own_words(d, asked, weights) if p >= limit else (),
        )
        for row, (d, p, n) in enumerate(zip(asked, chances, nearest, strict=True))
    }


def main_language(documents: tuple[DocumentSummary, ...]) -> str | None:
    """The commonest language of the texts, by documents; the first in the alphabet of equals."""
    counts: dict[str, int] = {}
    for document in documents:
        if document.language and document.is_prose:
            counts[document.language] = counts.get(document.language, 0) + 1
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None


def _can_be_asked(document: DocumentSummary, language: str | None) -> bool:
    return (
        document.is_prose
        and not PROJECT_FILES.match(PurePosixPath(document.path).name)
        and document.words >= FEWEST_WORDS
        and bool(document.embedding)
        and document.language in {language, None}
    )


def outlier_threshold(size: int, threshold: Calibration) -> float:
    """Probability from which a document of a set of this size is called a stranger.

    ``threshold`` is over the logarithm of the size: the more documents, the stranger the strangest of them is by chance.
    """
    return threshold.probability(float(np.log(min(size, _LARGEST))))


def _own_words(document: DocumentSummary, others: list[DocumentSummary], weights: Weights) -> tuple[str, ...]:
    """Its weightiest words that no other document has; names that the vocabulary lacks can't be told."""
    codes, values = weighted_words(document, weights.vocabulary.idf)
    alone = np.ones(len(codes), dtype=np.bool_)
    for other in others:
        if other is not document and other.fingerprint is not None:
            alone &= ~np.isin(codes, np.frombuffer(other.fingerprint.vocabulary, dtype=np.uint32))
    known: NDArray[np.int64] = (alone & (codes < len(weights.vocabulary.idf))).nonzero()[0]
    best = known[np.argsort(-values[known], kind="stable")[:_TOLD]]
    names = {number: word for word, number in weights.vocabulary.numbers.items()}
    return tuple(names[int(codes[n])].decode("utf-8", "replace") for n in best)
