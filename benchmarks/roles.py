"""Main text on flattened pages, and comment threads joined to articles with no marker between.

Pages that the shipped weights have learned from are scored by weights fitted anew without them.
"""

import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.options import data_folder, print_table
from checkfirst.measuring.measure import measure
from checkfirst.measuring.reading_lines import ARTICLE_WORDS
from checkfirst.measuring.weights import Weights, load_weights, with_vocabulary
from checkfirst.model.document import Role
from checkfirst.model.measures import DocumentMeasures
from checkfirst.reading.reader import read
from training.corpus import Row, rows
from training.folds import stable_hash
from training.labels import cleaned
from training.line_roles import measure as measure_pages
from training.line_roles import train_roles
from training.pages import document_pages, flat_pages, thread_pages

_NOT_MAIN = {
    *(Role.NAVIGATION, Role.PAGE_CHROME, Role.TAGS, Role.ADVERTISEMENT, Role.METADATA),
    *(Role.COMMENT, Role.COMMENT_HEADER, Role.REPUBLICATION_NOTE),
}
_FOLDS = 3
Marks = NDArray[np.bool_]


def said_main(text: str, weights: Weights) -> Marks:
    """For each line whether the product takes it for main text; a thread with nothing above it is."""
    measures = measure(read("page.txt", text.encode("utf-8", "surrogatepass")), weights)
    said = np.zeros(text.count("\n") + 1, dtype=np.bool_)
    alone = _stands_alone(text, measures)
    for s in measures.segments:
        posts = alone and s.role is Role.COMMENT
        said[s.span.start_line - 1 : s.span.end_line] = s.role not in _NOT_MAIN or posts
    return said


def _stands_alone(text: str, measures: DocumentMeasures) -> bool:
    if measures.thread is None:
        return False
    own = [
        line
        for s in measures.segments
        if s.role not in _NOT_MAIN and s.span.end_line < measures.thread.span.start_line
        for line in text.split("\n")[s.span.start_line - 1 : s.span.end_line]
    ]
    return len(" ".join(own).split()) < ARTICLE_WORDS


def heaviest_lines(text: str, cost: int = 60) -> Marks:
    """The peer rule: the run of lines with the most characters above ``cost`` a line."""
    lengths = np.array([len(line) - cost for line in text.split("\n")], dtype=np.float64)
    sums = np.concatenate(([0.0], np.cumsum(lengths)))
    end = int(np.argmax(sums[1:] - np.minimum.accumulate(sums[:-1]))) + 1
    start = int(np.argmin(sums[:end]))
    inside = np.zeros(len(lengths), dtype=np.bool_)
    inside[start:end] = True
    return inside


def justext_lines(text: str) -> Marks:
    """The peer jusText on the page rebuilt with a paragraph a line."""
    import justext

    lines = text.split("\n")
    page = "".join(f"<p>{_escaped(line)}</p>" for line in lines)
    kept = {p.text.strip() for p in justext.justext(page, justext.get_stoplist("English")) if not p.is_boilerplate}
    return np.array([" ".join(line.split()) in kept for line in lines])


def trafilatura_lines(text: str) -> Marks:
    """The peer trafilatura on the same page."""
    import trafilatura

    lines = text.split("\n")
    page = "<html><body>" + "".join(f"<p>{_escaped(line)}</p>" for line in lines) + "</body></html>"
    got = trafilatura.extract(page, include_comments=False, favor_recall=False) or ""
    kept = {" ".join(line.split()) for line in got.split("\n")}
    return np.array([" ".join(line.split()) in kept for line in lines])


def _escaped(line: str) -> str:
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def without_pages(data: Path) -> Iterator[tuple[list[Row], Weights]]:
    """Pages to score, with weights that have not learned from them."""
    shipped = load_weights()
    known = set(shipped.numbers("pages").tolist())
    all_rows = rows(data, "flat_lines")
    new = [r for r in all_rows if stable_hash(r["id"]) not in known]
    if new:
        yield new, shipped
    old = {r["id"]: r for r in all_rows if stable_hash(r["id"]) in known}
    if not old:
        return
    rng = random.Random(0)
    flats = [p for p in flat_pages(data) if p.id in old]
    documents = [(r, r["text"]) for r in cleaned(rows(data, "documents"))]
    words = [w for w, _ in sorted(shipped.vocabulary.items(), key=lambda item: item[1])][1:]
    for n in range(_FOLDS):
        learned = [p for p in flats if stable_hash(p.id) % _FOLDS != n]
        pages = [*learned, *thread_pages(data, learned, rng), *document_pages(documents, rng)]
        arrays = train_roles(measure_pages(pages, with_vocabulary(words, {})), words)
        held = [r for i, r in old.items() if stable_hash(i) % _FOLDS == n]
        yield held, replace(shipped, arrays={**shipped.arrays, **arrays})


def main_text(data: Path) -> None:
    """Line F1 of main text: ours, the rule, jusText, trafilatura."""
    peers: dict[str, Callable[[str], Marks]] = {
        "heaviest run of lines": heaviest_lines,
        "jusText": justext_lines,
        "trafilatura": trafilatura_lines,
    }
    counts: dict[tuple[str, str], NDArray[np.int64]] = defaultdict(lambda: np.zeros(3, dtype=np.int64))
    for pages, weights in without_pages(data):
        for row in pages:
            text = "\n".join(row["lines"])
            labels = np.array(list(row["labels"]) if isinstance(row["labels"], str) else row["labels"])
            known, true = (labels == "c") | (labels == "b"), labels == "c"
            said = {"checkfirst": said_main(text, weights)} | {name: peer(text) for name, peer in peers.items()}
            for name, marks in said.items():
                hit = np.array(
                    [(marks & true & known).sum(), (marks & ~true & known).sum(), (~marks & true & known).sum()]
                )
                counts[name, "all"] += hit
                counts[name, row["type"]] += hit
    kinds = sorted({kind for _, kind in counts}, key=lambda k: (k != "all", k != "article", k))
    print("## Main text on flattened pages, line F1 (mixed lines left out)\n")
    print_table(["", *kinds], [[n, *(_f1(counts[n, k]) for k in kinds)] for n in ("checkfirst", *peers)])


def _f1(hits: NDArray[np.int64]) -> str:
    right, extra, missed = hits.tolist()
    return f"{2 * right / max(2 * right + extra + missed, 1):.3f}"


def threads(data: Path) -> None:
    """Where threads start, and threads reported where there are none. Shipped weights: none of this is learned from."""
    weights = load_weights()
    found = near = with_thread = false = without = 0
    for row in rows(data, "article_comments"):
        article = row["main"].rstrip("\n")
        if not article.strip():
            continue
        text = article + ("\n" + row["comments"].strip("\n") if row["comments"] else "")
        thread = measure(read("page.txt", text.encode("utf-8", "surrogatepass")), weights).thread
        if row["comments"]:
            truth = article.count("\n") + 2
            lines = text.split("\n")
            while not lines[truth - 1].strip():
                truth += 1
            with_thread += 1
            found += thread is not None
            near += thread is not None and abs(thread.span.start_line - truth) <= 2
        else:
            without += 1
            false += thread is not None
    print("## Comment threads joined to their articles\n")
    print_table(
        ["measure", "share", "of"],
        [
            ["thread found", f"{found / with_thread:.3f}", str(with_thread)],
            ["starts within 2 lines of the truth", f"{near / with_thread:.3f}", str(with_thread)],
            ["thread reported where there is none", f"{false / without:.3f}", str(without)],
        ],
    )


def main() -> None:
    """Print both tables."""
    data = data_folder(__doc__)
    threads(data)
    main_text(data)


if __name__ == "__main__":
    main()
