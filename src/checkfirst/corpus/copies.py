"""Near-duplicates among all documents of a corpus: candidates by shared hashes of runs of words, then compared.

Runs of words are without numbers, which are compared apart: texts made after one template with other figures are no copies.
Hashes have 32 bits: among ten million texts of 1,700 words each one is that of four others by chance, which costs time, and
among a hundred million of more than are paired, which costs copies: so many are looked at in parts. The hashes are on disk. Memory is some 50 bytes a document, that of one part of the sketches, and that of the pairs which are
compared at a time.
"""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from checkfirst.corpus.batch import NUMBERS, SHINGLES
from checkfirst.corpus.candidates import SKETCH, counted_pairs, spill_pairs, spill_sketches
from checkfirst.corpus.likeness import likeness
from checkfirst.corpus.ragged import Numbers, Ragged, RaggedFile
from checkfirst.corpus.spill import Spill
from checkfirst.corpus.store import Store, each_block

#: Fewest hashes that two candidates share, as in ``measuring/similarity/candidates``.
_SHARED: Final = 4
#: Fewest words of a near-duplicate.
_FEWEST_WORDS: Final = 30
#: The share of runs of words that near-duplicates have in common (Jaccard), and that one text has of another that holds it:
#: those of published web corpora (Penedo et al., "The RefinedWeb Dataset for Falcon LLM", 2023, use .8).
SIMILAR: Final = 0.8
CONTAINED: Final = 0.9
#: Fewest numbers of a text, and the share of those of both that two copies have in common (Jaccard). Not measured.
_FEWEST_NUMBERS, _SAME_NUMBERS = 3, 0.5
#: Share of the hashes that two sketches are expected to share, from which their texts are compared.
_LEAST_EXPECTED: Final = 0.3
#: Pairs that are compared at a time: some 50 KB a pair at most.
_PAIRS_HELD: Final = 4_000
#: Bytes of the digest of a text.
_DIGEST: Final = 16


class Copy(Struct, frozen=True, kw_only=True):
    """Two documents of which one says what the other says."""

    first: int
    """The number of the earlier one, counted over all blocks."""
    second: int
    similarity: float
    """Share of the runs of words of both that each of them has; 1 for the same text."""
    containment: float
    """Share of the runs of words of the shorter one that the other has, too."""


class _Texts(Struct, frozen=True, kw_only=True):
    """What is known of all documents."""

    words: NDArray[np.int32]
    first: Numbers
    """The number of the first document with the same text; its own where it is that, and -1 without enough words."""
    shingles: Ragged
    numbers: Ragged


def copies_in(store: Store) -> Iterator[Copy]:
    """The pairs of near-duplicates, in the same order for the same store. Raises ``OSError``."""
    with TemporaryDirectory(prefix=".spill-", dir=store.folder) as folder:
        texts = _texts(store, Path(folder))
        own = np.arange(len(texts.first))
        for second in np.flatnonzero((texts.first >= 0) & (texts.first != own)).tolist():
            yield Copy(first=int(texts.first[second]), second=second, similarity=1.0, containment=1.0)
        sketches, pairs = Spill(Path(folder, "sketches")), Spill(Path(folder, "pairs"))
        spill_sketches(texts.shingles, np.flatnonzero(texts.first == own), sketches)
        common = spill_pairs(sketches, pairs, len(own))
        for some, shared in counted_pairs(pairs):
            likely = some[shared >= _fewest_shared(texts, common, some)]
            for start in range(0, len(likely), _PAIRS_HELD):
                yield from _near(texts, likely[start : start + _PAIRS_HELD])


def _texts(store: Store, folder: Path) -> _Texts:
    """What is kept of all documents, each block read once."""
    shingles, numbers = RaggedFile(folder / "shingles"), RaggedFile(folder / "numbers")
    words, digests = [], []
    for _, key in each_block(store):
        table = store.documents(key, ["words", "text_digest", "shingles", "numbers"])
        words.append(table["words"].fill_null(0).to_numpy().astype(np.int32))
        digests.append(b"".join(digest or bytes(_DIGEST) for digest in table["text_digest"].to_pylist()))
        shingles.add(table["shingles"])
        numbers.add(table["numbers"])
    counted = np.concatenate(words) if words else np.zeros(0, dtype=np.int32)
    return _Texts(
        words=counted,
        first=_first_with_text(b"".join(digests), counted),
        shingles=shingles.read(),
        numbers=numbers.read(),
    )


def _first_with_text(digests: bytes, words: NDArray[np.int32]) -> Numbers:
    upper, lower = np.frombuffer(digests, dtype=np.uint64).reshape(-1, 2).T
    judged = np.flatnonzero((words >= _FEWEST_WORDS) & ((upper | lower) != 0))
    order = judged[np.lexsort((judged, lower[judged], upper[judged]))]
    differs = np.ones(len(order), dtype=np.bool_)
    differs[1:] = (upper[order[1:]] != upper[order[:-1]]) | (lower[order[1:]] != lower[order[:-1]])
    starts = np.flatnonzero(differs)
    first = np.full(len(words), -1, dtype=np.int64)
    first[order] = np.repeat(order[starts], np.diff(starts, append=len(order)))
    return first


def _fewest_shared(texts: _Texts, common: NDArray[np.uint8], pairs: Numbers) -> NDArray[np.float64]:
    """The hashes that the sketches of two near-duplicates share at least.

    Of a longer text, the sketch has hashes of the shorter one as often as that one is part of it. By the binomial distribution,
    three tenths of their expected number miss at most 2 of 10,000 pairs of which one is two fifths of the other or more. Of
    shorter parts four hashes are enough, which miss 1 in 80 of a quarter and every second one of a tenth. Pairs that share
    less do so by chance, and their texts are not looked at. ``common`` hashes, such as those of a menu, make no pairs and are
    not expected to be shared.
    """
    words = texts.words[pairs]
    part = words.min(axis=1) / np.maximum(1, words.max(axis=1))
    sketch = (np.minimum(SKETCH, texts.shingles.sizes(pairs)) - common[pairs]).min(axis=1)
    fewest: NDArray[np.float64] = np.maximum(np.minimum(_SHARED, sketch), _LEAST_EXPECTED * CONTAINED * part * sketch)
    return fewest


def _near(texts: _Texts, pairs: Numbers) -> Iterator[Copy]:
    """The near-duplicates among some pairs."""
    pairs = pairs[~_differ(texts.numbers, pairs)]
    shares = likeness(pairs, texts.shingles, SHINGLES)
    near = (shares[0] >= SIMILAR) | (shares[1] >= CONTAINED)
    for (first, second), similarity, containment in zip(
        pairs[near].tolist(), shares[0][near].tolist(), shares[1][near].tolist(), strict=True
    ):
        yield Copy(first=first, second=second, similarity=similarity, containment=containment)


def _differ(numbers: Ragged, pairs: Numbers) -> NDArray[np.bool_]:
    """Whether the two texts of each pair are about other figures."""
    several = numbers.sizes(pairs).min(axis=1) >= _FEWEST_NUMBERS
    differ = np.zeros(len(pairs), dtype=np.bool_)
    differ[several] = likeness(pairs[several], numbers, NUMBERS)[0] < _SAME_NUMBERS
    return differ
