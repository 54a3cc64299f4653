"""Features of an index entry and a document: the entry's words in title, headings and text, and other documents'."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from functools import lru_cache
from typing import Final, TypeVar

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from checkfirst.measuring.arrays import SMALLEST_LENGTH, Matrix
from checkfirst.measuring.models.columns import BESIDE_OTHERS, ENTRY_MATCH, RANKED
from checkfirst.measuring.similarity.cosines import embedding_cosines, word_cosines
from checkfirst.measuring.text.content_words import WordCodes, content_words, forms, plain_title
from checkfirst.measuring.text.vocabulary import Vocabulary
from checkfirst.model.set_measures import DocumentSummary

# How these numbers were chosen is not on record. The weights were learned with them, so that a change needs a new
# training.

#: Most words of a title, and of a description, that are used.
_MOST_WORDS: Final = 24
#: Count from which a word has its full weight.
_OFTEN: Final = 8
#: Number of first headings of a document that are used.
_HEADINGS: Final = 60
#: Number of first documents among which the nearest neighbour of each is found.
_COMPARED: Final = 100
#: Letters in a run, for the similarity of titles.
_RUN: Final = 3
#: Weight of a word by its count, up to the first count that has the full one.
_STRENGTHS: Final = np.minimum(np.log1p(np.arange(_OFTEN + 2, dtype=np.float32)) / np.log1p(_OFTEN), 1)
#: Most words of a document's title that are numbered: more than any has.
_MOST_TITLE: Final = 1 << 20
_NONE: Final = np.zeros(0, dtype=np.int64)
_Key = TypeVar("_Key", bound=Hashable)


class EntryText(Struct, frozen=True):
    """Title and description of an entry."""

    title: str
    description: str

    @property
    def words(self) -> tuple[list[str], list[str]]:
        """Content words of the title, and the other content words of the description."""
        return _words(self)


@lru_cache(maxsize=4_096)
def _words(text: EntryText) -> tuple[list[str], list[str]]:
    title = content_words(text.title)[:_MOST_WORDS]
    return title, [w for w in content_words(text.description) if w not in title][:_MOST_WORDS]


class EntryMatcher:
    """Look-up tables of the words of all entries in all documents. Tables have a row per document, a column per
    word."""

    def __init__(
        self, documents: Sequence[DocumentSummary], texts: Sequence[EntryText], vocabulary: Vocabulary
    ) -> None:
        self.documents = documents
        words = sorted({word for text in texts for part in text.words for word in part})
        self.columns = {word: n for n, word in enumerate(words)}
        reader = WordCodes(vocabulary.numbers)
        codes = [sorted({reader.code(form) for form in forms(word)}) for word in words]
        flat = np.array([code for some in codes for code in some], dtype=np.uint32)
        starts = np.cumsum([0, *(len(some) for some in codes)])[:-1]
        idf = vocabulary.idf
        known = [vocabulary.numbers.get(word.encode("utf-8", "surrogatepass")) for word in words]
        self.word_idf: Matrix = np.array([idf.max() if n is None else idf[n] for n in known], dtype=np.float32)
        self.counts = _stacked([_counts(d, flat, starts) for d in documents], len(words))
        titles = [set(map(reader.code, content_words(d.title or ""))) for d in documents]
        self.in_title = _stacked([_among(t, codes) for t in titles], len(words))
        self.in_headings = _stacked([_among(_heading_codes(d, reader), codes) for d in documents], len(words))
        title_words = [content_words(d.title or "") for d in documents]
        self.title_sizes = np.array(list(map(len, title_words)))
        # Each word of a title by its forms, as a number for the row and the place in the title.
        self.titled = _postings(
            (row * _MOST_TITLE + place, forms(word))
            for row, words in enumerate(title_words)
            for place, word in enumerate(words[:_MOST_TITLE])
        )
        plain = [plain_title(d.title or "") for d in documents]
        self.plain = _postings((row, (title,)) for row, title in enumerate(plain))
        grams = [_grams(title) for title in plain]
        self.gram_sizes = np.array(list(map(len, grams)))
        self.grams = _postings(enumerate(grams))
        self.nearest = _nearest(documents, idf)
        self.lengths = np.log1p(np.array([d.words for d in documents], dtype=np.float32))

    def features(self, text: EntryText) -> Matrix:
        """A row of ``ENTRY_MATCH`` features for the entry and each document."""
        title, more = text.words
        in_title, in_headings, present, often = self._shares(title)
        _, _, more_present, more_often = self._shares(more)
        wanted = plain_title(text.title)
        count = len(self.documents)
        same = np.zeros(count, dtype=np.float32)
        same[self.plain.get(wanted, _NONE) if wanted else _NONE] = 1
        alone: dict[str, Matrix] = {
            "title words in title": in_title,
            "title words in headings": in_headings,
            "title words in text": present,
            "title words often in text": often,
            "other words in text": more_present,
            "other words often in text": more_often,
            "same title": same,
            "share of title said": self._said({*title, *more}),
            "titles spelled alike": self.name_similarity(text),
            "has a title": (self.title_sizes > 0).astype(np.float32),
        }
        found = {
            **alone,
            **{f"{name}, best other's lead": _best_other(alone[name]) - alone[name] for name in BESIDE_OTHERS},
            **{f"{name}, rank": _share_above(alone[name]) for name in RANKED},
            "title words": np.full(count, len(title)),
            "other words": np.full(count, len(more)),
            "words": self.lengths,
            "documents": np.full(count, np.log(count)),
            "nearest by words": self.nearest[0],
            "nearest by embedding": self.nearest[1],
        }
        return np.array([found[name] for name in ENTRY_MATCH], dtype=np.float32).T

    def name_similarity(self, text: EntryText) -> Matrix:
        """Dice coefficient of the letter runs of the entry's title and of each document's title."""
        wanted = _grams(plain_title(text.title))
        shared = np.bincount(_all(self.grams, wanted), minlength=len(self.documents))
        similarity: Matrix = (2 * shared / np.maximum(1, len(wanted) + self.gram_sizes)).astype(np.float32)
        return similarity

    def _said(self, words: set[str]) -> Matrix:
        """Share of the words of each document's title that are among these words, in any form."""
        rows = np.unique(_all(self.titled, words)) // _MOST_TITLE
        said: Matrix = np.bincount(rows, minlength=len(self.documents)) / np.maximum(1, self.title_sizes)
        return said.astype(np.float32)

    def _shares(self, words: list[str]) -> list[Matrix]:
        """Shares of the words, weighted by rarity, that are in each document: in its title, in its headings, in its
        text, and in its text weighted by count."""
        columns = [self.columns[word] for word in words]
        weights = self.word_idf[columns]
        total = max(float(weights.sum()), SMALLEST_LENGTH)
        counts = self.counts[:, columns]
        strength = _STRENGTHS[np.minimum(counts, len(_STRENGTHS) - 1).astype(np.intp)]
        tables = (self.in_title[:, columns], self.in_headings[:, columns], counts > 0, strength)
        return [(table @ weights / total).astype(np.float32) for table in tables]


def _nearest(documents: Sequence[DocumentSummary], idf: Matrix) -> tuple[Matrix, Matrix]:
    """Similarity of each document to its nearest neighbour: by words, and by embedding. For an outlier it is low."""
    some = list(documents)
    compared = list(range(min(len(some), _COMPARED)))
    found = []
    for cosines in (word_cosines(some, compared, idf), embedding_cosines(some, compared)):
        cosines[compared, compared] = -1
        found.append(cosines.max(axis=1) if len(some) > 1 else np.zeros(len(some), dtype=np.float32))
    return found[0], found[1]


def _grams(plain: str) -> frozenset[str]:
    """Runs of three letters of a title, spaces left out, so that "Load Balancer" equals "LoadBalancer"."""
    joined = plain.replace(" ", "")
    return frozenset(joined[n : n + _RUN] for n in range(max(1, len(joined) - _RUN + 1))) if joined else frozenset()


def _postings(numbered: Iterable[tuple[int, Iterable[_Key]]]) -> dict[_Key, NDArray[np.int64]]:
    """The numbers with each key, in ascending order."""
    found: defaultdict[_Key, list[int]] = defaultdict(list)
    for number, keys in numbered:
        for key in keys:
            found[key].append(number)
    return {key: np.array(numbers) for key, numbers in found.items()}


def _all(postings: dict[_Key, NDArray[np.int64]], keys: Iterable[_Key]) -> NDArray[np.int64]:
    """The numbers with any of the keys, once for each key."""
    return np.concatenate([_NONE, *(postings[key] for key in keys if key in postings)])


def _share_above(column: Matrix) -> Matrix:
    """For each document the share of all with a greater value."""
    above = len(column) - np.searchsorted(np.sort(column), column, side="right")
    share: Matrix = (above / len(column)).astype(np.float32)
    return share


def _best_other(column: Matrix) -> Matrix:
    """For each document the best value among the others; 0 for a single document."""
    if len(column) <= 1:
        return np.zeros_like(column)
    first, second = np.sort(column)[::-1][:2]
    best: Matrix = np.where(np.arange(len(column)) == int(column.argmax()), second, first)
    return best


def _counts(document: DocumentSummary, flat: NDArray[np.uint32], starts: NDArray[np.int64]) -> Matrix:
    """How often each word occurs in a document, in any of its forms.

    ``flat`` has the codes of all forms of all words in turn, and ``starts`` the index of each word's first.
    """
    if document.fingerprint is None or not len(flat):
        return np.zeros(len(starts), dtype=np.float32)
    codes = np.frombuffer(document.fingerprint.vocabulary, dtype=np.uint32)
    counts = np.frombuffer(document.fingerprint.counts, dtype=np.uint8)
    if not len(codes):
        return np.zeros(len(starts), dtype=np.float32)
    index = np.minimum(np.searchsorted(codes, flat), len(codes) - 1)
    found = np.where(codes[index] == flat, counts[index], 0)
    summed: Matrix = np.add.reduceat(found, starts, dtype=np.float32)
    return summed


def _heading_codes(document: DocumentSummary, reader: WordCodes) -> set[int]:
    """Codes of the content words of a document's headings and of its first sentence."""
    texts = [a.text for a in (document.anchors or ())[:_HEADINGS] if not a.explicit]
    return {reader.code(word) for text in (*texts, document.first_sentence) for word in content_words(text)}


def _among(found: set[int], codes: list[list[int]]) -> Matrix:
    """1 for each word that has one of its codes in ``found``, else 0."""
    return np.array([not found.isdisjoint(some) for some in codes], dtype=np.float32)


def _stacked(rows: list[Matrix], width: int) -> Matrix:
    """The rows as a table of ``width`` columns, also without rows."""
    return np.array(rows, dtype=np.float32).reshape(len(rows), width)
