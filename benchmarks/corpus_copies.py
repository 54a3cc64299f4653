"""Near-duplicates among many texts: those that are found, those that are none, and the time, beside datasketch and rensa.

Texts are made of sentences of documents with other names in them, so that no two are alike by chance; some get a copy in which
up to four words differ, which leaves a Jaccard similarity of .85 or more between their runs of five words. The time is that of
the processor from the texts to the pairs, writing and reading the results among it.
"""

import argparse
import random
import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.options import Figure, data_folder, print_table
from checkfirst.config import Config
from checkfirst.core import WordTable
from checkfirst.corpus.batch import SHINGLES, numbers_of
from checkfirst.corpus.copies import copies_in
from checkfirst.corpus.store import InputParts, Part, Store
from checkfirst.corpus.tables import CHECKED, table_of_rows
from checkfirst.measuring.models.weights import load_weights
from checkfirst.measuring.similarity.exact_text import text_digest
from checkfirst.measuring.similarity.shingles import shingles_of
from checkfirst.measuring.text.tokens import number_words
from training.corpus import rows

Pairs = set[tuple[int, int]]
#: Numbers of texts.
TEXTS: Final = (200_000, 1_000_000)
#: The share of the texts that has a copy, sentences of a text, and words between two names.
PLANTED, SENTENCES, BETWEEN = 0.1, 12, 6
#: Words of a copy that differ at most, and words of the text for each of them; names, and texts of a block.
ALTERED, FEWEST, NAMES, BLOCK = 4, 70, 200_000, 320
#: What the others are set to: permutations, similarity, and for rensa bands, of which more find more.
PERMUTATIONS, SIMILARITY, BANDS = 128, 0.8, 16


def texts_with_copies(data: Path, count: int, rng: random.Random) -> tuple[list[str], Pairs]:
    """Texts in any order, and the pairs of those that are copies, the earlier one first."""
    sentences = [
        sentence.split()
        for row in rows(data, "documents")
        for sentence in re.split(r"(?<=[.!?])\s+", row["text"][:4_000])
        if 40 < len(sentence) < 300
    ][:60_000]
    order = list(range(count))
    rng.shuffle(order)
    texts = [""] * count
    pairs: Pairs = set()
    while order:
        first = order.pop()
        words = [word for some in rng.sample(sentences, SENTENCES) for word in _with_names(some, rng)]
        texts[first] = " ".join(words)
        if order and rng.random() < PLANTED:
            second = order.pop()
            for place in rng.sample(range(len(words)), rng.randint(1, max(1, min(ALTERED, len(words) // FEWEST)))):
                words[place] = "altered"
            texts[second] = " ".join(words)
            pairs.add((min(first, second), max(first, second)))
    return texts, pairs


def _with_names(words: list[str], rng: random.Random) -> list[str]:
    changed = list(words)
    for place in range(rng.randrange(BETWEEN), len(words), BETWEEN):
        changed[place] = _name(rng.randrange(NAMES))
    return changed


def _name(number: int) -> str:
    """A word of no language, one for each number."""
    letters = ""
    while number or len(letters) < 4:
        number, digit = divmod(number, 15)
        letters += "bdfgklmnprstvwz"[digit] + "aeiou"[digit % 5]
    return letters


def our_pairs(texts: list[str]) -> Pairs:
    """What ``checkfirst corpus report --copies`` finds, with what ``check`` does for it."""
    vocabulary = load_weights().vocabulary
    with TemporaryDirectory() as folder:
        store = Store(Path(folder))
        store.create()
        parts = []
        for start in range(0, len(texts), BLOCK):
            some = texts[start : start + BLOCK]
            hashed = [_hashed(text, vocabulary.table, len(vocabulary)) for text in some]
            store.write(f"{start:08}", table_of_rows(hashed, CHECKED))
            parts.append(Part(key=f"{start:08}", rows=len(some)))
        store.write_manifest([InputParts(name="a", parts=tuple(parts))], Config())
        return {(copy.first, copy.second) for copy in copies_in(store)}


def _hashed(text: str, table: WordTable, size: int) -> dict[str, object]:
    words = number_words(text, table, size)
    return {
        "words": len(words.codes),
        "text_digest": text_digest(text, prose=True),
        "shingles": shingles_of(words)[:SHINGLES].tobytes(),
        "numbers": numbers_of(text),
    }


def _runs(text: str) -> list[str]:
    words = text.lower().split()
    return [" ".join(words[n : n + 5]) for n in range(max(1, len(words) - 4))]


def datasketch_pairs(texts: list[str]) -> Pairs:
    """The same by datasketch: MinHash and its index."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=SIMILARITY, num_perm=PERMUTATIONS)
    found: Pairs = set()
    for number, text in enumerate(texts):
        one = MinHash(num_perm=PERMUTATIONS)
        one.update_batch([run.encode("utf-8", "surrogatepass") for run in _runs(text)])
        found |= {(other, number) for other in index.query(one)}
        index.insert(number, one, check_duplication=False)
    return found


def rensa_pairs(texts: list[str]) -> Pairs:
    """The same by rensa: MinHash over the whole set of runs, its index, and its estimate of the similarity of candidates."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=SIMILARITY, num_perm=PERMUTATIONS, num_bands=BANDS)
    found: Pairs = set()
    hashed: list[RMinHash] = []
    for start in range(0, len(texts), BLOCK):
        some = [_runs(text.encode("utf-8", "replace").decode()) for text in texts[start : start + BLOCK]]
        for number, one in enumerate(RMinHash.from_token_sets(some, num_perm=PERMUTATIONS, seed=1), start):
            found |= {(other, number) for other in index.query(one) if hashed[other].jaccard(one) >= SIMILARITY}
            index.insert(number, one)
            hashed.append(one)
    return found


def measured(find: Callable[[list[str]], Pairs], texts: list[str], planted: Pairs) -> tuple[float, int, float]:
    """The share of the planted pairs that is found, the number of others, and the seconds of the processor."""
    # What is imported or loaded at first is not measured.
    find(texts[:50])
    began = time.process_time()
    found = find(texts)
    seconds = time.process_time() - began
    return len(found & planted) / len(planted), len(found - planted), seconds


def figures(data: Path, counts: Sequence[int] = TEXTS) -> list[Figure]:
    """The figures for the documentation."""
    return [figure for count in counts for figure in figures_of(data, count)]


def figures_of(data: Path, count: int) -> list[Figure]:
    """What is found among so many texts, and when."""
    texts, planted = texts_with_copies(data, count, random.Random(1))
    ways = {"checkfirst": our_pairs, "datasketch": datasketch_pairs, "rensa": rensa_pairs}
    results = {name: measured(find, texts, planted) for name, find in ways.items()}
    found, others, seconds = results.pop("checkfirst")
    return [
        Figure(
            what=f"near-duplicates among {count:,} texts, of {len(planted):,} pairs planted",
            ours=f"{found:.3f} found, {others:,} others",
            beside="; ".join(
                f"{name} {share:.3f} found, {more:,} others" for name, (share, more, _) in results.items()
            ),
            module="corpus_copies",
        ),
        Figure(
            what=f"their time in seconds of the processor, from {count:,} texts to the pairs",
            ours=f"{seconds:.1f}",
            beside="; ".join(
                f"{name} {other:.1f} ({other / seconds:.1f} ×)" for name, (_, _, other) in results.items()
            ),
            module="corpus_copies",
        ),
    ]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, add_help=False)
    parser.add_argument("--texts", type=int, nargs="+", default=TEXTS)
    options, rest = parser.parse_known_args()
    found = figures(data_folder(__doc__, rest), options.texts)
    print_table(["what", "checkfirst", "others"], [[f.what, f.ours, f.beside] for f in found])


if __name__ == "__main__":
    main()
