"""How well each document fits an entry of an index: by its title, its headings and its words, and beside the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.models.columns import BESIDE_OTHERS, ENTRY_MATCH, RANKED
from checkfirst.measuring.similarity.cosines import embedding_cosines, word_cosines
from checkfirst.measuring.text.content_words import WordCodes, content_words, forms, plain_title
from checkfirst.measuring.text.vocabulary import Vocabulary
from checkfirst.model.set_measures import DocumentSummary

#: Words of an entry that are looked at.
_MOST_WORDS: Final = 24
#: Count of a word from which a document is about it, as far as one word tells.
_OFTEN: Final = 8
_HEADINGS: Final = 60
#: Documents that each is compared with for its company.
_COMPARED: Final = 100


@dataclass(frozen=True, slots=True)
class EntryText:
    """What an entry says of its file."""

    title: str
    description: str

    @property
    def words(self) -> tuple[list[str], list[str]]:
        """Content words of the title, and those that the description adds."""
        title = content_words(self.title)[:_MOST_WORDS]
        return title, [w for w in content_words(self.description) if w not in title][:_MOST_WORDS]


class EntryMatcher:
    """The documents of a set beside every word that any claim makes: what stands where, how often."""

    def __init__(
        self, documents: Sequence[DocumentSummary], claims: Sequence[EntryText], vocabulary: Vocabulary
    ) -> None:
        self.documents = documents
        every = sorted({word for claim in claims for part in claim.words for word in part})
        self.numbers = {word: n for n, word in enumerate(every)}
        reader = WordCodes(vocabulary.numbers)
        codes = [sorted({reader.code(form) for form in forms(word)}) for word in every]
        flat = np.array([code for some in codes for code in some], dtype=np.uint32)
        starts = np.cumsum([0, *(len(some) for some in codes)])[:-1]
        idf = vocabulary.idf
        known = [vocabulary.numbers.get(word.encode("utf-8", "surrogatepass")) for word in every]
        self.rarity: Matrix = np.array([idf.max() if n is None else idf[n] for n in known], dtype=np.float32)
        self.counts = _stacked([_counts(d, flat, starts) for d in documents], len(every))
        titles = [set(map(reader.code, content_words(d.title or ""))) for d in documents]
        self.titled = _stacked([_among(t, codes) for t in titles], len(every))
        self.headed = _stacked([_among(_heading_codes(d, reader), codes) for d in documents], len(every))
        self.title_words = [content_words(d.title or "") for d in documents]
        self.plain = [plain_title(d.title or "") for d in documents]
        self.grams = [_grams(plain) for plain in self.plain]
        self.company = _company(documents, idf)
        self.lengths = np.log1p(np.array([d.words for d in documents], dtype=np.float32))

    def features(self, claim: EntryText) -> Matrix:
        """A row of ``ENTRY_MATCH`` numbers for each document as what the claim may be about."""
        title, more = claim.words
        titled, headed, present, often = self._told(title)
        _, _, more_present, more_often = self._told(more)
        wanted = plain_title(claim.title)
        same = np.array([bool(wanted) and plain == wanted for plain in self.plain], dtype=np.float32)
        shared = np.array([_shared(words, {*title, *more}) for words in self.title_words], dtype=np.float32)
        known = np.array([bool(words) for words in self.title_words], dtype=np.float32)
        own: dict[str, Matrix] = {
            "title words in title": titled,
            "title words in headings": headed,
            "title words in text": present,
            "title words often in text": often,
            "other words in text": more_present,
            "other words often in text": more_often,
            "same title": same,
            "share of title said": shared,
            "titles spelled alike": self.name_similarity(claim),
            "has a title": known,
        }
        count = len(self.documents)
        found = {
            **own,
            **{f"{name}, best other's lead": _best_other(own[name]) - own[name] for name in BESIDE_OTHERS},
            **{f"{name}, rank": (own[name][None, :] > own[name][:, None]).mean(axis=1) for name in RANKED},
            "title words": np.full(count, len(title)),
            "other words": np.full(count, len(more)),
            "words": self.lengths,
            "documents": np.full(count, np.log(count)),
            "nearest by words": self.company[0],
            "nearest by embedding": self.company[1],
        }
        return np.array([found[name] for name in ENTRY_MATCH], dtype=np.float32).T

    def name_similarity(self, claim: EntryText) -> Matrix:
        """How alike the titles are by their letters."""
        said = _grams(plain_title(claim.title))
        return np.array([_dice(said, grams) for grams in self.grams], dtype=np.float32)

    def _told(self, words: list[str]) -> list[Matrix]:
        """Share of the words in titles, in headings and in the text, and how strongly in the text."""
        numbers = [self.numbers[word] for word in words]
        rarity = self.rarity[numbers]
        total = max(float(rarity.sum()), 1e-9)
        counts = self.counts[:, numbers]
        strength = np.minimum(np.log1p(counts) / np.log1p(_OFTEN), 1)
        tables = (self.titled[:, numbers], self.headed[:, numbers], counts > 0, strength)
        return [(table @ rarity / total).astype(np.float32) for table in tables]


def _company(documents: Sequence[DocumentSummary], idf: Matrix) -> tuple[Matrix, Matrix]:
    """How near each document's nearest is, by words and by place: a foreign file has none."""
    some = list(documents)
    compared = list(range(min(len(some), _COMPARED)))
    found = []
    for cosines in (word_cosines(some, compared, idf), embedding_cosines(some, compared)):
        cosines[compared, compared] = -1
        found.append(cosines.max(axis=1) if len(some) > 1 else np.zeros(len(some), dtype=np.float32))
    return found[0], found[1]


def _grams(plain: str) -> frozenset[str]:
    """Runs of three letters, words run together: "Load Balancer" is "LoadBalancer"."""
    joined = plain.replace(" ", "")
    return frozenset(joined[n : n + 3] for n in range(max(1, len(joined) - 2))) if joined else frozenset()


def _dice(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / max(1, len(a) + len(b))


def _best_other(column: Matrix) -> Matrix:
    """The best value among the other documents, for each."""
    if len(column) < 2:
        return np.zeros_like(column)
    first, second = np.sort(column)[::-1][:2]
    best: Matrix = np.where(np.arange(len(column)) == int(column.argmax()), second, first)
    return best


def _counts(document: DocumentSummary, flat: NDArray[np.uint32], starts: NDArray[np.int64]) -> Matrix:
    """How often each word occurs in any of its forms."""
    if document.fingerprint is None or not len(flat):
        return np.zeros(len(starts), dtype=np.float32)
    codes = np.frombuffer(document.fingerprint.vocabulary, dtype=np.uint32)
    counts = np.frombuffer(document.fingerprint.counts, dtype=np.uint8)
    if not len(codes):
        return np.zeros(len(starts), dtype=np.float32)
    at = np.minimum(np.searchsorted(codes, flat), len(codes) - 1)
    found = np.where(codes[at] == flat, counts[at], 0)
    summed: Matrix = np.add.reduceat(found, starts, dtype=np.float32)
    return summed


def _heading_codes(document: DocumentSummary, reader: WordCodes) -> set[int]:
    texts = [a.text for a in (document.anchors or ())[:_HEADINGS] if not a.explicit]
    return {reader.code(word) for text in (*texts, document.first_sentence) for word in content_words(text)}


def _among(found: set[int], codes: list[list[int]]) -> Matrix:
    return np.array([not found.isdisjoint(some) for some in codes], dtype=np.float32)


def _stacked(rows: list[Matrix], width: int) -> Matrix:
    return np.array(rows, dtype=np.float32).reshape(len(rows), width)


def _shared(title: list[str], said: set[str]) -> float:
    """Share of a document's own title that an entry says."""
    if not title:
        return 0.0
    return sum(not forms(word).isdisjoint(said) for word in title) / len(title)
