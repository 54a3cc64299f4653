"""Outliers: whether a document belongs to its set.

A document is an outlier if no other document is similar to it while the others are similar to one another. So a few
documents on another topic are no outliers, because they are similar to each other; and a set of unrelated documents has
none.
"""

import re
from itertools import islice
from pathlib import PurePosixPath
from typing import Final

import numpy as np
from numpy.typing import NDArray

from checkfirst import lazy_re
from checkfirst.measuring.models.networks import yes_probabilities
from checkfirst.measuring.models.views import Calibration
from checkfirst.measuring.models.weights import Weights
from checkfirst.measuring.similarity.cosines import embedding_cosines, weighted_words, word_cosines
from checkfirst.measuring.similarity.outlier_features import outlier_features
from checkfirst.measuring.text.vocabulary import words_by_number
from checkfirst.model.fit import Fit
from checkfirst.model.folder_names import is_page_part
from checkfirst.model.kinds import Answer
from checkfirst.model.project_files import PROJECT_FILES
from checkfirst.model.set_measures import DocumentSummary
from checkfirst.reading.formats import named

#: Fewest documents of a set, and fewest words of a document, that are compared. Not measured.
FEWEST: Final = 3
FEWEST_WORDS: Final = 30
#: Most documents that each is compared with; in larger sets these are evenly spaced in the order of paths.
_COMPARED: Final = 200
#: Probability of an outlier below which a document belongs. Not measured.
_BELONGS_BELOW: Final = 0.1
#: Number of distinctive words that are given.
_MOST_WORDS: Final = 5
#: Size of a set above which the threshold no longer rises. The threshold was fitted on draws from repositories. Large
#: draws mostly contain a true outlier, so that they don't show how unusual a document is by chance.
_LARGEST: Final = 10
#: Share of outliers in a set above which none is reported, because its documents are unrelated. Not measured.
_MOST_OUTLIERS: Final = 0.2
#: Tables, and lists of packages: their words are those of no text.
_OF_DATA: Final = lazy_re.compile(
    r"\.(?:xlsx?|ods|csv|tsv)$|(?:^|/)(?:requirements|constraints)[\w.-]*\.txt$", re.IGNORECASE
)
#: Text files that programs write, and files beside the documents that these link to: no documents to compare.
_OF_TOOLS: Final = lazy_re.compile(
    r"\.(?:lock|lockb|sum|drawio|asc|sig|pem|crt|ics|vcf|bib|lst|log)$|(?:^|/)(?:attachments?|assets|data|fixtures|samples)/",
    re.IGNORECASE,
)


def measure_fits(documents: tuple[DocumentSummary, ...], indexes: frozenset[str], weights: Weights) -> dict[str, Fit]:
    """Whether each document belongs to the set, by path. Indexes, code, data and other languages are left out."""
    language = main_language(documents)
    included = [d for d in documents if d.path not in indexes and _is_included(d, language)]
    if len(included) < FEWEST:
        return {}
    step = max(1.0, len(included) / _COMPARED)
    compared = sorted({int(n * step) for n in range(min(len(included), _COMPARED))})
    own = np.full(len(included), -1)
    own[compared] = np.arange(len(compared))
    words = word_cosines(included, compared, weights.vocabulary.idf)
    embeddings = embedding_cosines(included, compared)
    lengths = np.array([d.words for d in included])
    features = outlier_features(words, embeddings, own, lengths, len(included))
    chances = yes_probabilities(features, weights.outlier.network)
    threshold = outlier_threshold(len(included), weights.outlier.threshold)
    if (chances >= threshold).sum() > max(1, _MOST_OUTLIERS * len(included)):
        threshold = np.inf
    words[(own >= 0).nonzero()[0], own[own >= 0]] = -1
    nearest = words.argmax(axis=1)
    return {
        d.path: Fit(
            answer=Answer.NO if p >= threshold else Answer.YES if p < _BELONGS_BELOW else Answer.UNKNOWN,
            score=round(1 - float(p), 4),
            nearest=included[compared[n]].path,
            likeness=round(float(words[row, n]), 3),
            distinctive_words=_distinctive_words(d, included, weights) if p >= threshold else (),
        )
        for row, (d, p, n) in enumerate(zip(included, chances, nearest, strict=True))
    }


def main_language(documents: tuple[DocumentSummary, ...]) -> str | None:
    """The language of most documents; of equally common ones the first in the alphabet. ``None`` if none is known."""
    counts: dict[str, int] = {}
    for document in documents:
        if document.language and document.is_prose:
            counts[document.language] = counts.get(document.language, 0) + 1
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None


def _is_included(document: DocumentSummary, language: str | None) -> bool:
    """Whether a document is compared with the others."""
    return (
        document.is_prose
        and not _OF_TOOLS.search(document.path)
        and not is_page_part(document.path)
        and not _OF_DATA.search(document.path)
        and (named(document.path) is not None or not PurePosixPath(document.path).suffix)
        and not PROJECT_FILES.match(PurePosixPath(document.path).name)
        and document.words >= FEWEST_WORDS
        and bool(document.embedding)
        and document.language in {language, None}
    )


def outlier_threshold(size: int, threshold: Calibration) -> float:
    """Probability from which a document of a set of ``size`` documents is an outlier.

    ``threshold`` is a function of the logarithm of the size, because the most unusual of many documents is more unusual
    by chance than the most unusual of few.
    """
    return threshold.probability(float(np.log(min(size, _LARGEST))))


def _distinctive_words(document: DocumentSummary, others: list[DocumentSummary], weights: Weights) -> tuple[str, ...]:
    """Its words of greatest weight that no other document has.

    Only words of the vocabulary can be given back, and none with digits, which are all 0 there.
    """
    codes, values = weighted_words(document, weights.vocabulary.idf)
    count = len(weights.vocabulary.idf)
    taken = np.zeros(count, dtype=np.bool_)
    for other in others:
        if other is not document and other.fingerprint is not None:
            theirs = np.frombuffer(other.fingerprint.vocabulary, dtype=np.uint32)
            taken[theirs[theirs < count]] = True
    known: NDArray[np.int64] = (codes < count).nonzero()[0]
    known = known[~taken[codes[known]]]
    best = known[np.argsort(-values[known], kind="stable")]
    names = words_by_number(weights.vocabulary)
    words = (names[code] for code in codes[best].tolist() if code in names and b"0" not in names[code])
    return tuple(word.decode("utf-8", "replace") for word in islice(words, _MOST_WORDS))
