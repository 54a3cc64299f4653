"""Reader comments in saved pages: where the thread starts, how many comments it has, and threads where there are none.

Pages with comments are real ones, flattened by several programs; the same pages without the lines of their comments, and
others that never had any, say how often a thread is told of that is none. Families are halved: thresholds were chosen on
the first half.
"""

import base64
import json
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from gzip import open as gzip_open
from pathlib import Path

from benchmarks.options import Figure, data_folder, print_table
from checkfirst.measuring.document import measure
from checkfirst.measuring.models.weights import Weights, load_weights
from checkfirst.model.document import Role
from checkfirst.model.measures import DocumentMeasures
from checkfirst.reading.read import read
from training.corpus import rows

#: Distance in lines of a start that counts as right, and share of the comments by which a count may be off.
_NEAR, _OFF = 2, 0.2
_COMMENT = {Role.COMMENT, Role.COMMENT_HEADER}


@dataclass(frozen=True)
class Page:
    """A page to read."""

    group: str
    family: str
    name: str
    content: bytes
    start: int | None = None
    """Line of the first comment, from 1; ``None`` without comments."""
    count: int | None = None
    """Number of comments, where it is known."""
    labels: str = ""
    """A letter for each line: ``h`` and ``k`` are lines of comments."""


@dataclass(frozen=True)
class Result:
    """What was read of a page."""

    found: bool = False
    told: bool = False
    near: bool = False
    counted: bool = False
    right: int = 0
    """Lines of comments that are said to be."""
    extra: int = 0
    missed: int = 0


def pages(data: Path) -> Iterator[Page]:
    """All pages of the folder; a pack that is missing is left out."""
    if (data / "pages2.jsonl.gz").exists():
        yield from _flattened(data)
    if (data / "article_comments.jsonl.gz").exists():
        yield from _articles(data)
    if (data / "web_pages.jsonl.gz").exists():
        for row in rows(data, "web_pages"):
            if not row["comments"]:
                family = "/".join(row["url"].split("/")[:3])
                yield Page("pages without: HTML", family, "page.html", row["html"].encode())
    if (data / "wild" / "wild.jsonl.gz").exists():
        yield from _wild(data)


def _flattened(data: Path) -> Iterator[Page]:
    packed = rows(data, "threads2") if (data / "threads2.jsonl.gz").exists() else []
    known = {f"{row['source']}:{row['path']}": len(row["comments"]) for row in packed}
    for row in rows(data, "pages2"):
        lines = list(zip(row["lines"], row["labels"], strict=True))
        count = known.get(row["id"]) or _openers(row["labels"])
        content = "\n".join(row["lines"]).encode("utf-8", "surrogatepass")
        group = f"pages with: {row['html_tool']}"
        yield Page(group, row["family"], "page.txt", content, row["thread_start"] + 1, count, row["labels"])
        if row["type"] == "article":
            left = "\n".join(line for line, label in lines if label not in "hk")
            yield Page("pages without: cut", row["family"], "page.txt", left.encode("utf-8", "surrogatepass"))


def _openers(labels: str) -> int:
    """Number of comments by the runs of their header lines."""
    kept = [label for label in labels if label in "hk"]
    return sum(a == "h" and b != "h" for a, b in zip(kept, ["k", *kept], strict=False))


def _articles(data: Path) -> Iterator[Page]:
    for row in rows(data, "article_comments"):
        article = row["main"].rstrip("\n")
        if not article.strip():
            continue
        text = article + ("\n" + row["comments"].strip("\n") if row["comments"] else "")
        start = None
        if row["comments"]:
            lines = text.split("\n")
            start = article.count("\n") + 2
            while not lines[start - 1].strip():
                start += 1
        group = "articles with comments" if start else "articles without"
        yield Page(group, row["id"], "page.txt", text.encode("utf-8", "surrogatepass"), start)


def _wild(data: Path) -> Iterator[Page]:
    with gzip_open(data / "wild" / "wild.jsonl.gz", "rt", encoding="utf-8") as packed:
        for row in map(json.loads, packed):
            content = base64.b64decode(row["bytes_b64"])
            if row["thread"]:
                truth = row["thread"]
                start, count = truth["start_line"], truth["comments"]
                yield Page("pages with: wild", row["site"], row["name"], content, start, count)
            elif row["has_thread"] is False:
                yield Page("pages without: wild", row["site"], row["name"], content)


def result(page: Page, weights: Weights) -> Result:
    """What is read of one page."""
    measures = measure(read(page.name, page.content), weights)
    thread = measures.thread
    right, extra, missed = _lines(page, measures) if page.labels else (0, 0, 0)
    if thread is None:
        return Result(right=right, extra=extra, missed=missed)
    return Result(
        found=True,
        told=thread.is_sure,
        near=page.start is not None and abs(thread.span.start_line - page.start) <= _NEAR,
        counted=page.count is not None and abs(len(thread.comments) - page.count) <= _OFF * page.count,
        right=right,
        extra=extra,
        missed=missed,
    )


def _lines(page: Page, measures: DocumentMeasures) -> tuple[int, int, int]:
    said = {n for s in measures.segments if s.role in _COMMENT for n in range(s.span.start_line, s.span.end_line + 1)}
    said = {n for n in said if page.labels[n - 1] != "x"}
    true = {n for n, label in enumerate(page.labels, start=1) if label in "hk"}
    return len(said & true), len(said - true), len(true - said)


def figures(data: Path) -> list[Figure]:
    """Print the shares of each group, of both halves of the families. Returns the README's figures."""
    weights = load_weights()
    groups: dict[str, list[tuple[Page, Result]]] = defaultdict(list)
    for page in pages(data):
        groups[page.group].append((page, result(page, weights)))
    table = []
    for group, pairs in sorted(groups.items()):
        for half in (0, 1):
            some = [(p, r) for p, r in pairs if zlib.crc32(p.family.encode()) % 2 == half]
            table.append([group, ("chosen on", "held out")[half], str(len(some)), *_cells(some)])
    print("## Threads of reader comments\n")
    print_table(["group", "half", "pages", "found", "told", "start", "count", "both", "line F1"], table)
    return _told(groups)


def _cells(pairs: list[tuple[Page, Result]]) -> list[str]:
    results = [r for _, r in pairs]
    asked = [(p, r) for p, r in pairs if p.start is not None]
    counted = [r for p, r in asked if p.count is not None]
    lined = [r for p, r in pairs if p.labels]
    right, wrong = sum(r.right for r in lined), sum(r.extra + r.missed for r in lined)
    return [
        _share([r.found for r in results]),
        _share([r.told for r in results]),
        _share([r.near for _, r in asked]),
        _share([r.counted for r in counted]),
        _share([r.near and r.counted for r in counted]),
        f"{2 * right / max(2 * right + wrong, 1):.3f}" if lined else "-",
    ]


def _told(groups: dict[str, list[tuple[Page, Result]]]) -> list[Figure]:
    with_thread = [r for g, pairs in groups.items() if g.startswith("pages with:") for _, r in pairs]
    without = [r for g, pairs in groups.items() if "without" in g for _, r in pairs]
    starts = f"{_share([r.near for r in with_thread])}; {_share([r.near and r.counted for r in with_thread])}"
    return [
        Figure(
            "thread of a saved page starts within 2 lines; and count within 20%",
            f"{starts} of {len(with_thread)}",
            "",
            "threads",
        ),
        Figure(
            "thread told of where there is none",
            f"{_share([r.told for r in without])} of {len(without)}",
            "",
            "threads",
        ),
    ]


def _share(answers: list[bool]) -> str:
    return f"{sum(answers) / len(answers):.3f}" if answers else "-"


def main() -> None:
    """Run the benchmark."""
    for figure in figures(data_folder(__doc__)):
        print(f"{figure.what}: {figure.ours}")


if __name__ == "__main__":
    main()
