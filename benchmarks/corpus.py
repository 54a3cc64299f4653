"""The check of a corpus: rate on web text with one and two processes, memory over a stream, near-duplicates beside datasketch.

The stream is made of generated rows, whose results are not kept; near-duplicates are planted among generated texts.
"""

import json
import os
import random
import re
import resource
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from benchmarks.options import Figure, data_folder, print_table
from benchmarks.speed import datatrove_filters
from checkfirst.config import Config
from checkfirst.corpus.batch import SHINGLES
from checkfirst.corpus.blocks import blocks_of
from checkfirst.corpus.columns import Columns
from checkfirst.corpus.copies import copies_in
from checkfirst.corpus.inputs import inputs_of
from checkfirst.corpus.local import check_blocks
from checkfirst.corpus.row import Row
from checkfirst.corpus.run import check_corpus
from checkfirst.corpus.store import InputParts, Part, Store
from checkfirst.corpus.tables import CHECKED, table_of_rows
from checkfirst.measuring.models.weights import load_weights
from checkfirst.measuring.similarity.shingles import fingerprint
from checkfirst.measuring.text.tokens import number_words
from checkfirst.model.document import Document
from checkfirst.model.kinds import Purpose
from checkfirst.reading.read import read
from training.corpus import rows

#: Megabytes of web text, rows of the stream, and texts among which near-duplicates are planted.
MEGABYTES, STREAMED, TEXTS = 4.0, 300_000, 20_000
#: Share of the texts that have a near-duplicate.
_PLANTED = 0.1


def web_texts(data: Path) -> list[tuple[str, str]]:
    """Saved web pages as text, up to so many megabytes."""
    found: list[tuple[str, str]] = []
    size = 0.0
    for row in rows(data, "pages2"):
        text = "\n".join(row["lines"])
        found.append((f"{len(found)}.txt", text))
        size += len(text.encode("utf-8", "surrogatepass")) / 1e6
        if size >= MEGABYTES:
            break
    return found


def seconds(texts: list[tuple[str, str]], workers: int, purpose: Purpose) -> float:
    """Seconds by the clock for a corpus of these texts, start of the processes among them."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.jsonl")
        lines = (json.dumps({"id": name, "text": text}) for name, text in texts)
        path.write_text("\n".join(lines), "utf-8", "surrogatepass")
        began = time.perf_counter()
        check_corpus(
            inputs_of([str(path)], Columns()),
            Store(Path(folder, "out")),
            Config(purpose=purpose),
            lambda blocks, store, config: check_blocks(blocks, store, config, workers),
            lambda _: None,
        )
        return time.perf_counter() - began


def stream_growth() -> float:
    """Megabytes that the first process grows by over a stream of rows, per million of them, after a tenth of them."""

    def generated() -> Iterator[Row]:
        for n in range(STREAMED):
            yield Row(id=f"d{n}", content=f"The gate of line {n} opens within {n % 60} seconds. " * 20)

    early = 0.0
    for done, block in enumerate(blocks_of(generated(), b"rules")):
        if done * len(block.rows) < STREAMED / 10:
            early = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3 - early) * 1e6 / STREAMED


def texts_with_copies(data: Path, rng: random.Random) -> tuple[list[str], set[tuple[int, int]]]:
    """Texts that differ, made of shuffled sentences of documents with other numbers, and the pairs of planted copies."""
    sentences = [
        s
        for row in rows(data, "documents")
        for s in re.split(r"(?<=[.!?])\s+", row["text"][:4_000])
        if 40 < len(s) < 300
    ][:60_000]
    texts: list[str] = []
    pairs: set[tuple[int, int]] = set()
    while len(texts) < TEXTS:
        text = " ".join(rng.sample(sentences, 12)).replace("0", str(rng.randrange(10)))
        texts.append(text)
        if rng.random() < _PLANTED:
            words = text.split(" ")
            words[rng.randrange(len(words))] = "altered"
            pairs.add((len(texts) - 1, len(texts)))
            texts.append(" ".join(words))
    return texts, pairs


def our_pairs(texts: list[str]) -> tuple[set[tuple[int, int]], float]:
    """The pairs that are found, and the seconds of processor time from the texts, read before, to them."""
    documents = [read(f"d{n}.txt", text.encode("utf-8", "surrogatepass")) for n, text in enumerate(texts)]
    began = time.process_time()
    with TemporaryDirectory() as folder:
        store = Store(Path(folder))
        store.create()
        parts = []
        for start in range(0, len(documents), 256):
            some = documents[start : start + 256]
            store.write(f"{start:08}", table_of_rows([_hashed(document) for document in some], CHECKED))
            parts.append(Part(key=f"{start:08}", rows=len(some)))
        store.write_manifest([InputParts(name="a", parts=tuple(parts))], Config())
        found = {(copy.first, copy.second) for copy in copies_in(store)}
        return found, time.process_time() - began


def _hashed(document: Document) -> dict[str, object]:
    vocabulary = load_weights().vocabulary
    known = fingerprint(document, number_words(document.text, vocabulary.table, len(vocabulary)))
    shingles = known.shingles[: 4 * SHINGLES]
    return {"id": document.path, "words": known.words, "text_digest": known.text_digest, "shingles": shingles}


def datasketch_pairs(texts: list[str]) -> tuple[set[tuple[int, int]], float]:
    """The same by datasketch's MinHash with 128 permutations."""
    from datasketch import MinHash, MinHashLSH

    began = time.process_time()
    hashes = []
    for text in texts:
        words = text.lower().split()
        one = MinHash(num_perm=128)
        one.update_batch(
            [" ".join(words[n : n + 5]).encode("utf-8", "surrogatepass") for n in range(max(1, len(words) - 4))]
        )
        hashes.append(one)
    index = MinHashLSH(threshold=0.8, num_perm=128)
    found = set()
    for number, one in enumerate(hashes):
        found |= {(other, number) for other in index.query(one)}
        index.insert(number, one)
    return found, time.process_time() - began


def rates(data: Path) -> list[Figure]:
    """The rates of the check, beside datatrove's filters."""
    texts = web_texts(data)
    size = sum(len(text.encode("utf-8", "surrogatepass")) for _, text in texts) / 1e6
    found = {(p, w): size / seconds(texts, w, p) for p in (Purpose.BUILD, Purpose.TRAIN) for w in (1, 2)}
    few = texts[: max(1, len(texts) // 10)]
    began = time.perf_counter()
    datatrove_filters(few)
    peer = sum(len(text.encode("utf-8", "surrogatepass")) for _, text in few) / 1e6 / (time.perf_counter() - began)
    return [
        *(
            Figure(
                what=f"MB/s of web text, --purpose {purpose.value}, {workers} processes",
                ours=f"{rate:.2f} ({rate / peer:.1f} × datatrove)",
                beside=f"datatrove's filters {peer:.2f} on one",
                module="corpus",
            )
            for (purpose, workers), rate in found.items()
        ),
        *(
            Figure(
                what=f"two processes against one, --purpose {p.value}",
                ours=f"{found[p, 2] / found[p, 1]:.2f} ×",
                beside="",
                module="corpus",
            )
            for p in (Purpose.BUILD, Purpose.TRAIN)
        ),
    ]


def near_duplicates(data: Path) -> list[Figure]:
    """The near-duplicates that are found, beside datasketch."""
    texts, planted = texts_with_copies(data, random.Random(1))
    (ours, our_time), (theirs, their_time) = our_pairs(texts), datasketch_pairs(texts)
    return [
        Figure(
            what=f"near-duplicates among {len(texts):,} texts, of {len(planted):,} planted",
            ours=f"{len(ours & planted) / len(planted):.3f} found, {len(ours - planted)} others",
            beside=f"datasketch {len(theirs & planted) / len(planted):.3f}, {len(theirs - planted)} others",
            module="corpus",
        ),
        Figure(
            what="their time, from the texts to the pairs",
            ours=f"{our_time:.1f} s ({their_time / our_time:.1f} × faster)",
            beside=f"datasketch {their_time:.1f} s",
            module="corpus",
        ),
    ]


def figures(data: Path) -> list[Figure]:
    """The figures for the documentation."""
    growth = Figure(
        what="growth of the first process, MB per million rows",
        ours=f"{stream_growth():.1f}",
        beside="",
        module="corpus",
    )
    return [*rates(data), growth, *near_duplicates(data)]


def main() -> None:
    """Print the table."""
    found = figures(data_folder(__doc__))
    print_table(["what", "checkfirst", "others"], [[f.what, f.ours, f.beside] for f in found])


if __name__ == "__main__":
    main()
