"""Megabytes of Markdown per second of processor time in one process: the default check, and datatrove's stock filters.

Decoding and splitting into words alone is the lower bound.
"""

import os
import time
from collections.abc import Callable
from pathlib import Path

# Linear algebra on one core, for a fair comparison.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from benchmarks.options import Figure, data_folder, print_table
from checkfirst.api import check_documents
from training.corpus import rows

#: Megabytes for checkfirst and the lower bound, and for the slower filters.
OURS, PEERS = 8.0, 0.8


def markdown(data: Path, megabytes: float) -> list[tuple[str, str]]:
    """Names and texts of Markdown documents (specifications, readmes and guides), up to so many megabytes."""
    texts: list[tuple[str, str]] = []
    size = 0.0
    for row in rows(data, "documents"):
        if row["format"] == "md" and row["kind"] in {
            "specification",
            "readme",
            "tutorial",
            "project-policy",
            "reference",
        }:
            texts.append((f"{len(texts)}.md", row["text"]))
            size += len(row["text"].encode("utf-8", "surrogatepass")) / 1e6
            if size >= megabytes:
                break
    return texts


def split_only(texts: list[tuple[str, str]]) -> None:
    """The lower bound: encode, decode and split into words."""
    for _, text in texts:
        text.encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass").split()


def ours(texts: list[tuple[str, str]]) -> None:
    """The default check."""
    check_documents(texts)


def datatrove_filters(texts: list[tuple[str, str]]) -> None:
    """Gopher repetition and quality, C4 and FineWeb quality, each on all texts."""
    from datatrove.data import Document
    from datatrove.pipeline.filters import (
        C4QualityFilter,
        FineWebQualityFilter,
        GopherQualityFilter,
        GopherRepetitionFilter,
    )

    filters = [
        GopherRepetitionFilter(),
        GopherQualityFilter(),
        C4QualityFilter(filter_no_terminal_punct=False),
        FineWebQualityFilter(),
    ]
    for name, text in texts:
        for each in filters:
            each.filter(Document(text=text, id=name))


def rate(run: Callable[[list[tuple[str, str]]], None], texts: list[tuple[str, str]], turns: int = 3) -> float:
    """The best of several runs, after a short one to warm up, in megabytes per second of processor time."""
    size = sum(len(t.encode("utf-8", "surrogatepass")) for _, t in texts) / 1e6
    run(texts[: max(1, len(texts) // 20)])
    best = min(_seconds(run, texts) for _ in range(turns))
    return size / best


def _seconds(run: Callable[[list[tuple[str, str]]], None], texts: list[tuple[str, str]]) -> float:
    began = time.process_time()
    run(texts)
    return time.process_time() - began


def figures(data: Path) -> list[Figure]:
    """Print rates and ratios. Returns the README's figures."""
    texts, few = markdown(data, OURS), markdown(data, PEERS)
    rates = {"reading and splitting alone": rate(split_only, texts), "checkfirst, default check": rate(ours, texts)}
    try:
        rates["datatrove: Gopher, C4 and FineWeb filters"] = rate(datatrove_filters, few, turns=1)
    except ImportError:
        print("datatrove is not installed: pip install 'checkfirst[benchmark]'\n")
    mine = rates["checkfirst, default check"]
    print_table(["what", "MB/s", "checkfirst is"], [[n, f"{r:.2f}", f"{mine / r:.2f}×"] for n, r in rates.items()])
    beside = "; ".join(f"{name} {rate_:.2f} ({mine / rate_:.1f}×)" for name, rate_ in rates.items() if rate_ != mine)
    return [Figure("Markdown, megabytes a second on one core", f"{mine:.2f}", beside, "speed")]


def main() -> None:
    """Run the benchmark."""
    figures(data_folder(__doc__))


if __name__ == "__main__":
    main()
