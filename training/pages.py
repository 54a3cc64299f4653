"""Texts with labelled lines for the line classifier: flattened web pages, pages with threads, whole documents."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from checkfirst.measuring.models.line_class import LineClass
from training.corpus import Row, rows, threads
from training.folds import half_of
from training.remarks import remark_threads
from training.render import Labelled, thread_lines
from training.variants import degraded_lines

_CLASS = {"c": LineClass.MAIN, "b": LineClass.FURNITURE, "m": -1, "x": -1}
#: Seed of the rendered threads, the same in all stages.
_SEED: Final = 100
_NOT_MAIN = {"error-page", "index-listing", "comment-section", "forum-thread", "product-page", "email", "transcript"}


@dataclass(frozen=True)
class Page:
    """A text with the class of each line; -1 for unknown."""

    id: str
    family: str
    text: str
    labels: list[int]
    weight: float = 1.0
    half: int | None = None
    """The half of the threads that its thread belongs to; pages without a thread are in both."""


def flat_pages(data: Path) -> list[Page]:
    """The flattened web pages. In forums posts are comments; in articles all but the main text is boilerplate."""
    return [_flat_page(row) for row in rows(data, "flat_lines")]


def _flat_page(row: Row) -> Page:
    labels = [_CLASS[label] for label in row["labels"]]
    if row["type"] == "forum":
        labels = [LineClass.COMMENT if label == LineClass.MAIN else label for label in labels]
    return Page(row["id"], row["src"], "\n".join(row["lines"]), labels)


def degraded_pages(flats: list[Page], rng: random.Random) -> Iterator[Page]:
    """The flattened pages, damaged as by careless copying."""
    for page in flats:
        other = rng.choice(flats)
        lines = degraded_lines(_labelled(page), _labelled(other), rng)
        yield Page(page.id, page.family, "\n".join(line for line, _ in lines), [int(n) for _, n in lines])


def _labelled(page: Page) -> list[tuple[str, str]]:
    return [(line, str(int(label))) for line, label in zip(page.text.split("\n"), page.labels, strict=True)]


def web_pages(data: Path, remarks: int) -> tuple[list[Page], list[Page]]:
    """The flattened pages, and the pages with rendered threads, which are the same in all stages."""
    flats = flat_pages(data)
    return flats, list(thread_pages(data, flats, random.Random(_SEED), remarks))


def thread_pages(data: Path, flats: list[Page], rng: random.Random, remarks: int) -> Iterator[Page]:
    """Each thread with an open licence, several times: below its own post or inside the boilerplate of a real page."""
    articles = [
        page for page in flats if LineClass.COMMENT not in page.labels and page.labels.count(LineClass.MAIN) > 5
    ]
    found = [row for row in threads(data, for_training=True) if row["comments"]]
    for row in [*found, *remark_threads(remarks, rng)]:
        for turn in range(4 if row["post"] else 1):
            rendered = thread_lines(row, rng, most=40)
            if turn % 2 or not row["post"]:
                page = _inserted(rng.choice(articles), rendered)
            else:
                post = [(line, LineClass.MAIN) for line in str(row["post"]).split("\n")]
                page = [(row["title"] or "", LineClass.MAIN), *post, *rendered]
            text, labels = zip(*page, strict=True)
            yield Page(
                id=f"{row['source']}/{row['title']}/{turn}",
                family=f"thread:{row['source']}",
                text="\n".join(text),
                labels=list(labels),
                half=half_of(str(row["title"])),
            )


def _inserted(page: Page, rendered: Labelled) -> Labelled:
    """The lines of a page with a thread inserted below its main text."""
    lines = list(zip(page.text.split("\n"), page.labels, strict=True))
    last = max(n for n, (_, label) in enumerate(lines) if label == LineClass.MAIN) + 1
    return [*lines[:last], *rendered, *lines[last:]]


def document_pages(documents: list[tuple[Row, str]], rng: random.Random) -> Iterator[Page]:
    """Documents of which every line is main text, so that the classifier does not take lists for boilerplate."""
    per_family: dict[str, int] = {}
    shuffled = [d for d in documents if d[0]["kind"] not in _NOT_MAIN and d[0]["use"] == "train"]
    rng.shuffle(shuffled)
    for row, text in shuffled:
        if row["format"] == "html" or row["family"] in {"wcxb", "FTD"}:
            continue
        per_family[row["family"]] = per_family.get(row["family"], 0) + 1
        if per_family[row["family"]] <= 6:
            lines = text.split("\n")[:400]
            yield Page(row["id"], f"documents:{row['family']}", "\n".join(lines), [LineClass.MAIN] * len(lines), 0.5)
