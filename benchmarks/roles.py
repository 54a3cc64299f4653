"""Main text in flattened web pages, and comment threads that follow their articles without a separator.

Pages that the shipped weights were trained on are evaluated with weights fitted without them.
"""

import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.options import Figure, data_folder, print_table
from checkfirst.measuring.document import measure
from checkfirst.measuring.models.weights import SHIPPED, Weights, load_weights, weights_of
from checkfirst.measuring.models.weights_file import read_arrays
from checkfirst.measuring.page.main_text import ARTICLE_WORDS
from checkfirst.model.document import Role
from checkfirst.model.measures import DocumentMeasures
from checkfirst.reading.read import read
from training.corpus import Row, is_open, rows
from training.corpus import threads as all_threads
from training.folds import stable_hash
from training.labels import cleaned
from training.learned_from import pages as learned_pages
from training.line_classes import measure as measure_pages
from training.line_classes import train_line_classes
from training.pages import degraded_pages, document_pages, flat_pages, thread_pages
from training.render import STYLES, thread_lines
from training.sizes import FULL
from training.variants import degraded_lines

_NOT_MAIN = {
    *(Role.NAVIGATION, Role.PAGE_CHROME, Role.TAGS, Role.ADVERTISEMENT, Role.METADATA),
    *(Role.COMMENT, Role.COMMENT_HEADER, Role.REPUBLICATION_NOTE),
}
_FOLDS = 3
_ARTICLES = {"news-article", "web-article", "blog-post", "opinion"}
#: Threads rendered in each style.
_OF_A_STYLE = 20
Marks = NDArray[np.bool_]


def said_main(text: str, weights: Weights) -> Marks:
    """For each line whether it is main text by its role, shape (lines,). A thread without an article above it is."""
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
    """A baseline: the run of lines with the largest sum of lengths minus ``cost``, shape (lines,)."""
    lengths = np.array([len(line) - cost for line in text.split("\n")], dtype=np.float64)
    sums = np.concatenate(([0.0], np.cumsum(lengths)))
    end = int(np.argmax(sums[1:] - np.minimum.accumulate(sums[:-1]))) + 1
    start = int(np.argmin(sums[:end]))
    inside = np.zeros(len(lengths), dtype=np.bool_)
    inside[start:end] = True
    return inside


def justext_lines(text: str) -> Marks:
    """The main lines by jusText, of a page with one paragraph per line."""
    import justext

    lines = text.split("\n")
    page = "".join(f"<p>{_escaped(line)}</p>" for line in lines)
    kept = {p.text.strip() for p in justext.justext(page, justext.get_stoplist("English")) if not p.is_boilerplate}
    return np.array([" ".join(line.split()) in kept for line in lines])


def trafilatura_lines(text: str) -> Marks:
    """The main lines by trafilatura, of the same page."""
    import trafilatura

    lines = text.split("\n")
    page = "<html><body>" + "".join(f"<p>{_escaped(line)}</p>" for line in lines) + "</body></html>"
    got = trafilatura.extract(page, include_comments=False, favor_recall=False) or ""
    kept = {" ".join(line.split()) for line in got.split("\n")}
    return np.array([" ".join(line.split()) in kept for line in lines])


def _escaped(line: str) -> str:
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def without_pages(data: Path) -> Iterator[tuple[list[Row], Weights]]:
    """Pages to evaluate, with weights that were not trained on them."""
    shipped = load_weights()
    known = learned_pages()
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
    arrays, manifest = read_arrays(SHIPPED)
    for n in range(_FOLDS):
        learned = [p for p in flats if stable_hash(p.id) % _FOLDS != n]
        worn = degraded_pages(learned, rng)
        pages = [*learned, *worn, *thread_pages(data, learned, rng, FULL.page_remarks), *document_pages(documents, rng)]
        anew = train_line_classes(measure_pages(pages, shipped.vocabulary), len(shipped.vocabulary))
        held = [r for i, r in old.items() if stable_hash(i) % _FOLDS == n]
        yield held, weights_of({**arrays, **anew}, manifest)


def main_text(data: Path) -> list[Figure]:
    """Print the F1 of main-text lines for pages as they are and degraded. Returns the README's figures."""
    peers: dict[str, Callable[[str], Marks]] = {
        "heaviest run of lines": heaviest_lines,
        "jusText": justext_lines,
        "trafilatura": trafilatura_lines,
    }
    counts: dict[tuple[str, str, str], NDArray[np.int64]] = defaultdict(lambda: np.zeros(3, dtype=np.int64))
    all_rows = rows(data, "flat_lines")
    for pages, weights in without_pages(data):
        for row in pages:
            rng = random.Random(row["id"])
            page, other = _labelled(row), _labelled(rng.choice(all_rows))
            for state, lines in (("", page), ("degraded", degraded_lines(page, other, rng))):
                said = _marked(lines, weights, {} if state else peers)
                for name, hit in said.items():
                    counts[name, state, "all"] += hit
                    counts[name, state, row["type"]] += hit
    kinds = sorted({kind for *_, kind in counts}, key=lambda k: (k != "all", k != "article", k))
    print("## Main text on flattened pages, line F1 (mixed lines left out)\n")
    shown = [("checkfirst", ""), ("checkfirst", "degraded"), *((name, "") for name in peers)]
    print_table(["", *kinds], [[f"{n} {s}".strip(), *(_f1(counts[n, s, k]) for k in kinds)] for n, s in shown])
    return [
        Figure(
            f"main text of flattened pages, line F1: {what}; degraded",
            f"{_f1(counts['checkfirst', '', k])}; {_f1(counts['checkfirst', 'degraded', k])}",
            ", ".join(f"{name} {_f1(counts[name, '', k])}" for name in peers),
            "roles",
        )
        for what, k in (("articles", "article"), ("all, shops, listings and forums too", "all"))
    ]


def _labelled(row: Row) -> list[tuple[str, str]]:
    return list(zip(row["lines"], row["labels"], strict=True))


def _marked(
    lines: list[tuple[str, str]], weights: Weights, peers: dict[str, Callable[[str], Marks]]
) -> dict[str, NDArray[np.int64]]:
    """The numbers of right, extra and missed main lines, by program, each of shape (3,)."""
    text, labels = "\n".join(line for line, _ in lines), np.array([label for _, label in lines])
    known, true = (labels == "c") | (labels == "b"), labels == "c"
    said = {"checkfirst": said_main(text, weights)} | {name: peer(text) for name, peer in peers.items()}
    return {
        name: np.array([(m & true & known).sum(), (m & ~true & known).sum(), (~m & true & known).sum()])
        for name, m in said.items()
    }


def _f1(hits: NDArray[np.int64]) -> str:
    right, extra, missed = hits.tolist()
    return f"{2 * right / max(2 * right + extra + missed, 1):.3f}"


def threads(data: Path) -> list[Figure]:
    """Print how often threads are found and where they start. The shipped weights were trained on none of them."""
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
    told = [
        ("comment thread found", found, with_thread),
        ("comment thread starts within 2 lines of the truth", near, with_thread),
        ("comment thread reported where there is none", false, without),
    ]
    print_table(["measure", "share", "of"], [[what, f"{n / of:.3f}", str(of)] for what, n, of in told])
    return [Figure(what, f"{n / of:.3f} of {of}", "", "roles") for what, n, of in told]


def platforms(data: Path) -> list[Figure]:
    """Print how often threads of platforms held out of training are found, in every style, below other articles."""
    weights, rng = load_weights(), random.Random(5)
    articles = [r for r in rows(data, "documents") if r["kind"] in _ARTICLES and len(r["text"]) < 9_000]
    unseen = [r for r in all_threads(data, for_training=False) if r["comments"] and not is_open(r)]
    table, found, near = [], 0, 0
    for style in STYLES:
        hits = [_placed(rng.choice(articles), row, style, weights, rng) for row in rng.sample(unseen, _OF_A_STYLE)]
        found += sum(hit is not None for hit in hits)
        near += sum(hit is not None and hit <= 2 for hit in hits)
        shares = [sum(h is not None for h in hits), sum(h is not None and h <= 2 for h in hits)]
        table.append([style, *(f"{n / len(hits):.2f}" for n in shares)])
    print("## Threads of unseen platforms, rendered in each style\n")
    print_table(["style", "found", "starts within 2 lines"], table)
    total = len(STYLES) * _OF_A_STYLE
    what = f"threads of unseen platforms in {len(STYLES)} styles: found; start within 2 lines"
    return [Figure(what, f"{found / total:.3f}; {near / total:.3f} of {total}", "", "roles")]


def _placed(article: Row, thread: Row, style: str, weights: Weights, rng: random.Random) -> int | None:
    """The distance in lines between the found and the true start of a thread; ``None`` if it is not found."""
    above = article["text"].split("\n")
    rendered = [line for line, _ in thread_lines(thread, rng, style, intact=True, most=rng.choice((2, 4, 8, 20)))]
    first = len(above) + next(n for n, line in enumerate(rendered) if line.strip())
    text = "\n".join([*above, *rendered])
    said = measure(read("page.txt", text.encode("utf-8", "surrogatepass")), weights).thread
    return None if said is None else abs(said.span.start_line - 1 - first)


def figures(data: Path) -> list[Figure]:
    """Print all tables. Returns the README's figures."""
    return [*threads(data), *platforms(data), *main_text(data)]


def main() -> None:
    """Run the benchmark."""
    figures(data_folder(__doc__))


if __name__ == "__main__":
    main()
