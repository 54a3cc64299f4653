"""Labelled lines to learn roles from: real flattened pages, pages with threads, whole documents."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.corpus import Row, rows, threads
from training.render import COMMENT, FURNITURE, HEADER, MAIN, Labelled, thread_lines

_CLASS = {"c": MAIN, "b": FURNITURE, "m": -1, "x": -1}
_NOT_MAIN = {"error-page", "index-listing", "comment-section", "forum-thread", "product-page", "email", "transcript"}


@dataclass(frozen=True)
class Page:
    """A text with a class a line, -1 where the truth is not known."""

    id: str
    family: str
    text: str
    labels: list[int]
    weight: float = 1.0


def flat_pages(data: Path) -> list[Page]:
    """The flattened web pages. In forums posts are comments; in articles what is not main is furniture."""
    return [_flat_page(row) for row in rows(data, "flat_lines")]


def _flat_page(row: Row) -> Page:
    labels = [_CLASS[label] for label in row["labels"]]
    if row["type"] == "forum":
        labels = [COMMENT if label == MAIN else label for label in labels]
    return Page(row["id"], row["src"], "\n".join(row["lines"]), labels)


def thread_pages(data: Path, flats: list[Page], rng: random.Random) -> Iterator[Page]:
    """Each open thread, several times: under its own post or in the chrome of a real page."""
    articles = [page for page in flats if COMMENT not in page.labels and page.labels.count(MAIN) > 5]
    for row in threads(data, for_training=True):
        if not row["comments"]:
            continue
        for turn in range(4):
            rendered = thread_lines(row, rng)
            if turn % 2:
                page = _inserted(rng.choice(articles), rendered)
            else:
                post = [(line, MAIN) for line in str(row["post"]).split("\n")]
                page = [(row["title"] or "", MAIN), *post, *rendered]
            text, labels = zip(*page, strict=True)
            yield Page(
                f"{row['source']}/{row['title']}/{turn}", f"thread:{row['source']}", "\n".join(text), list(labels)
            )


def _inserted(page: Page, rendered: Labelled) -> Labelled:
    """The thread put after the last main line of a page."""
    lines = list(zip(page.text.split("\n"), page.labels, strict=True))
    last = max(n for n, (_, label) in enumerate(lines) if label == MAIN) + 1
    return [*lines[:last], *rendered, *lines[last:]]


def document_pages(documents: list[tuple[Row, str]], rng: random.Random) -> Iterator[Page]:
    """Whole documents of kinds that are all main text, so that lists and tables are not taken for chrome."""
    per_family: dict[str, int] = {}
    shuffled = [d for d in documents if d[0]["kind"] not in _NOT_MAIN and d[0]["use"] == "train"]
    rng.shuffle(shuffled)
    for row, text in shuffled:
        if row["format"] == "html" or row["family"] in {"wcxb", "FTD"}:
            continue
        per_family[row["family"]] = per_family.get(row["family"], 0) + 1
        if per_family[row["family"]] <= 6:
            lines = text.split("\n")[:400]
            yield Page(row["id"], f"documents:{row['family']}", "\n".join(lines), [MAIN] * len(lines), 0.5)


__all__ = ["COMMENT", "FURNITURE", "HEADER", "MAIN", "Page", "document_pages", "flat_pages", "thread_pages"]
