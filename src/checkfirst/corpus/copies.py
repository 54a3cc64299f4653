"""Near-duplicates among all documents of a corpus: candidates by shared hashes of runs of words, then compared.

Runs of words are without numbers, which are compared apart: texts made after one template with other figures are no copies.
Memory is that of one part of the hashes and of the texts' digests; the rest is on disk.
"""

from collections.abc import Iterator
from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from checkfirst.corpus.batch import SHINGLES
from checkfirst.corpus.spill import Records, Spill
from checkfirst.corpus.store import Store, each_block
from checkfirst.measuring.similarity.candidates import in_common

#: Hashes of a document that are compared with those of others, and that two candidates share; as in
#: ``measuring/similarity/candidates``.
_SKETCH: Final = 40
_SHARED: Final = 4
#: Documents with one hash of which all pairs are candidates; of more, each is paired with the first and the next.
_ALL_PAIRS: Final = 30
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
#: Pairs whose texts' hashes are held at a time: some 5 KB a text.
_PAIRS_HELD: Final = 20_000
_HASH_BYTES: Final = 4

Shingles = NDArray[np.uint32]


class Copy(Struct, frozen=True, kw_only=True):
    """Two documents of which one says what the other says."""

    first: int
    """The number of the earlier one, counted over all blocks."""
    second: int
    similarity: float
    """Share of the runs of words of both that each of them has; 1 for the same text."""
    containment: float
    """Share of the runs of words of the shorter one that the other has, too."""


def copies_in(store: Store) -> Iterator[Copy]:
    """The pairs of near-duplicates, in the order of the first one."""
    blocks = [key for _, key in each_block(store)]
    same = _same_texts(store, blocks)
    with Spill(store.folder) as hashes, Spill(store.folder) as pairs:
        for numbers in _sketches(store, blocks, same):
            hashes.add(numbers)
        for part in hashes.parts():
            pairs.add(_pairs_of(part))
        yield from sorted(_identical(same), key=lambda copy: (copy.first, copy.second))
        yield from _compared(store, blocks, pairs)


def _same_texts(store: Store, blocks: list[str]) -> NDArray[np.int64]:
    """For each document the number of the first one with its text; its own where it is that, and -1 without a text."""
    first: dict[bytes, int] = {}
    found: list[int] = []
    for key in blocks:
        table = store.documents(key, ["text_digest", "words"])
        for digest, words in zip(table["text_digest"].to_pylist(), table["words"].to_pylist(), strict=True):
            enough = digest and (words or 0) >= _FEWEST_WORDS
            found.append(first.setdefault(digest, len(found)) if enough else -1)
    return np.array(found, dtype=np.int64)


def _identical(same: NDArray[np.int64]) -> Iterator[Copy]:
    later = np.flatnonzero((same >= 0) & (same != np.arange(len(same))))
    for number in later.tolist():
        yield Copy(first=int(same[number]), second=number, similarity=1.0, containment=1.0)


def _sketches(store: Store, blocks: list[str], same: NDArray[np.int64]) -> Iterator[Records]:
    """The smallest hashes of each text with the number of its first document: the hash above, the number below."""
    number = 0
    for key in blocks:
        found = []
        for shingles in _hashes(store, key, "shingles"):
            if same[number] == number:
                some = shingles[:_SKETCH].astype(np.uint64)
                found.append((some << np.uint64(32)) | np.uint64(number))
            number += 1
        if found:
            yield np.concatenate(found)


def _pairs_of(ordered: Records) -> Records:
    """The pairs of documents with a hash in common, as often as they have one: the lower number above, the other below."""
    values, numbers = ordered >> np.uint64(32), ordered & np.uint64(0xFFFFFFFF)
    starts = np.flatnonzero(np.r_[True, values[1:] != values[:-1]]) if len(values) else np.zeros(0, dtype=np.int64)
    sizes = np.diff(np.r_[starts, len(values)])
    size = np.repeat(sizes, sizes)
    found = []
    for step in range(1, _ALL_PAIRS):
        together = (values[step:] == values[:-step]) & ((size[step:] <= _ALL_PAIRS) | (step == 1))
        found.append((numbers[:-step][together] << np.uint64(32)) | numbers[step:][together])
    leader = np.repeat(numbers[starts], sizes)
    led = (size > _ALL_PAIRS) & (leader != numbers)
    found.append((leader[led] << np.uint64(32)) | numbers[led])
    return np.concatenate(found)


def _compared(store: Store, blocks: list[str], pairs: Spill) -> Iterator[Copy]:
    """The candidates that are near-duplicates."""
    if not blocks:
        return
    counted = [_counted(store, key) for key in blocks]
    ends = np.cumsum([len(words) for words, _ in counted])
    words, kept = (np.concatenate(column) for column in zip(*counted, strict=True))
    for part in pairs.parts():
        found, counts = np.unique(part, return_counts=True)
        firsts, seconds = found >> np.uint64(32), found & np.uint64(0xFFFFFFFF)
        enough = counts >= _fewest_shared(words[firsts], words[seconds], np.minimum(kept[firsts], kept[seconds]))
        likely = np.stack((firsts[enough], seconds[enough]), axis=1).astype(np.int64)
        for start in range(0, len(likely), _PAIRS_HELD):
            yield from _near(store, blocks, ends, likely[start : start + _PAIRS_HELD])


def _fewest_shared(words: NDArray[np.int64], others: NDArray[np.int64], kept: NDArray[np.int64]) -> NDArray[np.float64]:
    """The hashes that the sketches of two near-duplicates share at least.

    Of a longer text, the sketch has hashes of the shorter one as often as that one is part of it. By the binomial distribution,
    three tenths of their expected number miss at most 2 of 10,000 pairs of which one is two fifths of the other or more. Of
    shorter parts four hashes are enough, which miss 1 in 80 of a quarter and every second one of a tenth. Pairs that share
    less do so by chance, and their texts are not looked at.
    """
    part = np.minimum(words, others) / np.maximum(1, np.maximum(words, others))
    sketch = np.minimum(_SKETCH, kept)
    fewest: NDArray[np.float64] = np.maximum(np.minimum(_SHARED, sketch), _LEAST_EXPECTED * CONTAINED * part * sketch)
    return fewest


def _near(store: Store, blocks: list[str], ends: NDArray[np.int64], pairs: NDArray[np.int64]) -> Iterator[Copy]:
    """The near-duplicates among some pairs. Each block that has a text of one is read once."""
    texts: dict[int, tuple[Shingles, Shingles]] = {}
    wanted = np.unique(pairs)
    at = np.searchsorted(ends, wanted, side="right")
    for block in np.unique(at).tolist():
        both = list(zip(*(_hashes(store, blocks[block], name) for name in ("shingles", "numbers")), strict=True))
        first = int(ends[block - 1]) if block else 0
        texts.update({number: both[number - first] for number in wanted[at == block].tolist()})
    for first, second in pairs.tolist():
        (a, numbers), (b, others) = texts[first], texts[second]
        if not _differ(numbers, others):
            similarity, containment = compared(a, b)
            if similarity >= SIMILAR or containment >= CONTAINED:
                yield Copy(first=first, second=second, similarity=similarity, containment=containment)


def compared(a: Shingles, b: Shingles) -> tuple[float, float]:
    """Jaccard similarity and containment of two texts by their hashes in ascending order.

    Exact for texts of which all hashes are kept; of longer ones it is estimated by those up to the largest that both
    would have kept (Broder, "On the resemblance and containment of documents", 1997).
    """
    last = min((s[-1] for s in (a, b) if len(s) >= SHINGLES), default=None)
    if last is not None:
        a, b = a[: np.searchsorted(a, last, side="right")], b[: np.searchsorted(b, last, side="right")]
    common = in_common(a, b)
    return common / max(1, len(a) + len(b) - common), common / max(1, min(len(a), len(b)))


def _differ(numbers: Shingles, others: Shingles) -> bool:
    """Whether two texts are about other figures."""
    if min(len(numbers), len(others)) < _FEWEST_NUMBERS:
        return False
    return compared(numbers, others)[0] < _SAME_NUMBERS


def _counted(store: Store, key: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The words of each document of a block, and how many hashes of it are kept."""
    table = store.documents(key, ["words", "shingles"])
    kept = [len(data or b"") // _HASH_BYTES for data in table["shingles"].to_pylist()]
    return np.array([words or 0 for words in table["words"].to_pylist()], dtype=np.int64), np.array(
        kept, dtype=np.int64
    )


def _hashes(store: Store, key: str, column: str) -> Iterator[Shingles]:
    for data in store.documents(key, [column])[column].to_pylist():
        yield np.frombuffer(data or b"", dtype=np.uint32)
