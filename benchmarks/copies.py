"""Near-duplicates: edited, rewrapped and reformatted copies planted in series of documents; compared with datasketch.

Pairs that are found and were not planted are counted and printed: the series have near-duplicates of their own, so
each is to be read.
"""

import random
import re
import textwrap
import time
from collections import defaultdict
from itertools import combinations
from pathlib import Path

from benchmarks.options import Figure, data_folder, print_table
from checkfirst.api import check_documents
from checkfirst.config import Config
from training.corpus import rows
from training.variants import flattened

Pair = frozenset[str]
_CODES = ("DUP001", "DUP002", "DUP003")
#: Share of the words of an edited copy that are replaced at most, so that its similarity stays above the threshold.
_EDITED = 0.02
_FORMS = ("as it is", "edited", "wrapped anew", "markup taken away", "edited and wrapped")


def edited(text: str, rng: random.Random) -> str:
    """The text with some runs of words replaced, as an editor changes phrases."""
    words = text.split(" ")
    left = int(len(words) * _EDITED)
    while left > 0 and len(words) > 20:
        at, run = rng.randrange(len(words) - 8), rng.randrange(1, 5)
        words[at : at + run] = ["altered"] * run
        left -= run
    return " ".join(words)


def wrapped(text: str) -> str:
    """The text with its paragraphs wrapped at 60 characters."""
    return "\n\n".join(textwrap.fill(" ".join(p.split()), 60) for p in re.split(r"\n\s*\n", text))


def copied(text: str, form: str, rng: random.Random) -> str:
    """The text in one of ``_FORMS``."""
    if "edited" in form:
        text = edited(text, rng)
    if "markup" in form:
        text = flattened(text)
    return wrapped(text) if "wrapped" in form else text


def ours(documents: dict[str, str]) -> set[Pair]:
    """The pairs of documents that checkfirst reports in one group."""
    report = check_documents(documents.items(), config=Config(select=_CODES), purpose="retrieve")
    found = set()
    for finding in report.findings:
        if finding.code in _CODES:
            found |= {frozenset(pair) for pair in combinations((finding.path, *finding.related), 2)}
    return found


def datasketch(documents: dict[str, str]) -> set[Pair]:
    """The pairs that datasketch's MinHash LSH finds, with the same shingles of five words and the same threshold."""
    from datasketch import MinHash, MinHashLSH

    index, found = MinHashLSH(threshold=0.7, num_perm=128), set()
    for name, text in documents.items():
        words = re.findall(r"\w+", text.lower())
        sketch = MinHash(num_perm=128)
        sketch.update_batch([" ".join(words[n : n + 5]).encode() for n in range(max(1, len(words) - 4))])
        found |= {frozenset((name, other)) for other in index.query(sketch)}
        index.insert(name, sketch)
    return found


def figures(data: Path) -> list[Figure]:
    """Print the recall for each form, and the pairs found that were not planted. Returns the README's figures."""
    rng = random.Random(0)
    series: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows(data, "collections"):
        if len(row["text"].split()) >= 60:
            series[row["collection"]][f"{row['collection']}/{row['path']}.txt"] = row["text"]
    hits: dict[tuple[str, str], list[bool]] = defaultdict(list)
    extra: dict[str, set[Pair]] = {"checkfirst": set(), "datasketch": set()}
    seconds = dict.fromkeys(extra, 0.0)
    for name, documents in sorted(series.items()):
        planted: dict[Pair, str] = {}
        whole = dict(documents)
        for number, path in enumerate(rng.sample(sorted(documents), min(40, len(documents)))):
            form = _FORMS[number % len(_FORMS)]
            whole[f"{name}/planted-{number}.txt"] = copied(documents[path], form, rng)
            planted[frozenset((path, f"{name}/planted-{number}.txt"))] = form
        for who, run in (("checkfirst", ours), ("datasketch", datasketch)):
            began = time.process_time()
            found = run(whole)
            seconds[who] += time.process_time() - began
            for pair, form in planted.items():
                hits[who, form].append(pair in found)
            extra[who] |= found - set(planted)
    for names in sorted(map(sorted, extra["checkfirst"])):
        print("  not planted:", " = ".join(names))
    table, told = [], {}
    for who in extra:
        flat = [hit for form in _FORMS for hit in hits[who, form]]
        told[who] = f"{sum(flat) / len(flat):.3f} of {len(flat)}"
        by_form = [f"{sum(hits[who, form]) / len(hits[who, form]):.3f}" for form in _FORMS]
        table.append([who, told[who], *by_form, str(len(extra[who])), f"{seconds[who]:.1f}"])
    print_table(["", "found", *_FORMS, "not planted", "seconds"], table)
    return [
        Figure(
            "planted copies found, edited and re-formatted",
            told["checkfirst"],
            f"datasketch {told['datasketch']}",
            "copies",
        )
    ]


def main() -> None:
    """Run the benchmark."""
    figures(data_folder(__doc__))


if __name__ == "__main__":
    main()
