"""A small labelled data set, made of words drawn by chance: enough for every stage to have something to learn."""

import gzip
import json
import random
from pathlib import Path
from typing import Any

_COMMON = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "is",
    "that",
    "it",
    "for",
    "was",
    "on",
    "are",
    "as",
    "with",
    "be",
    "by",
    "at",
    "this",
    "from",
    "or",
    "have",
    "an",
    "not",
    "but",
    "which",
    "their",
    "more",
    "they",
    "one",
    "all",
    "we",
    "there",
    "been",
    "when",
    "will",
    "who",
    "about",
    "if",
    "out",
    "so",
    "into",
    "than",
    "them",
    "can",
    "only",
    "other",
    "time",
    "new",
    "some",
    "could",
    "these",
    "two",
    "may",
    "first",
    "then",
    "do",
    "any",
    "like",
    "my",
    "now",
    "over",
    "such",
    "our",
    "man",
    "me",
    "even",
    "most",
    "made",
    "after",
    "also",
    "did",
    "many",
    "before",
    "must",
    "through",
]
_WORDS_OF = {
    "specification": "server shall request response field header client message token endpoint encode parser session",
    "reference": "function returns argument parameter method class module default option value integer string raises",
    "tutorial": "install click step example next run try open create folder command start learn simple let's",
    "news-article": "minister police city officials reported yesterday election council spokesman killed government court",
    "blog-post": "i think love weekend feeling posted friends today funny honest story reader thoughts morning",
    "legal": "hereby agreement liability parties terms warranty provider governing law clause obligations damages",
    "changelog": "fixed added removed version release bug deprecated support upgrade dependency breaking change",
    "meeting-notes": "agenda attendees action discussed motion minutes chair vote absent decision review item",
}
_FAMILIES, _DOCUMENTS, _PAGES, _THREADS = 4, 6, 24, 14
_SYLLABLES = [
    "ba",
    "co",
    "di",
    "fu",
    "ga",
    "he",
    "jo",
    "ki",
    "lu",
    "me",
    "no",
    "pi",
    "ra",
    "so",
    "tu",
    "ve",
    "wi",
    "xa",
    "yo",
    "za",
]


def write_data(folder: Path) -> Path:
    """Write the three files that training reads."""
    rng = random.Random(7)
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "documents.jsonl.gz", [row for kind in _WORDS_OF for row in _documents(kind, rng)])
    _write(folder / "flat_lines.jsonl.gz", [_page(number, rng) for number in range(_PAGES)])
    _write(folder / "threads.jsonl.gz", [_thread(number, rng) for number in range(_THREADS)])
    return folder


def _write(path: Path, rows: list[dict[str, Any]]) -> None:
    path.write_bytes(gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode(), mtime=0))


def _documents(kind: str, rng: random.Random) -> list[dict[str, Any]]:
    rows = []
    for family in range(_FAMILIES):
        subject = ["".join(rng.choices(_SYLLABLES, k=3)) for _ in range(8)]
        for number in range(_DOCUMENTS):
            pool = [*_COMMON, *_WORDS_OF[kind].split() * 3, *subject * 2]
            title = f"{rng.choice(subject)} {rng.choice(_WORDS_OF[kind].split())} {number}".title()
            parts = [f"## {rng.choice(subject).title()}\n\n{_paragraph(pool, rng)}" for _ in range(3)]
            rows.append(
                {
                    "id": f"{kind}-{family}-{number}",
                    "kind": kind,
                    "family": f"made-up/{kind}-{family}",
                    "source": "made-up",
                    "use": "train",
                    "format": "md",
                    "licence": "none",
                    "text": f"# {title}\n\n{_paragraph(pool, rng)}\n\n" + "\n\n".join(parts) + "\n",
                }
            )
    return rows


def _paragraph(pool: list[str], rng: random.Random) -> str:
    sentences = [" ".join(rng.choices(pool, k=rng.randrange(8, 16))).capitalize() + "." for _ in range(4)]
    return " ".join(sentences)


def _page(number: int, rng: random.Random) -> dict[str, Any]:
    pool = [*_COMMON, *_WORDS_OF["news-article"].split()]
    top = ["Home", "About us", "Contact", "Subscribe to our newsletter", "Sign in"]
    main = [_paragraph(pool, rng) for _ in range(7)]
    end = ["Share this", "Related stories", "Copyright 2019 All rights reserved", "Tags: news, city", "Privacy policy"]
    lines, labels = [*top, *main, *end], ["b"] * len(top) + ["c"] * len(main) + ["b"] * len(end)
    return {"id": f"page-{number}", "src": "made-up", "type": "article", "lines": lines, "labels": labels}


def _thread(number: int, rng: random.Random) -> dict[str, Any]:
    pool = [*_COMMON, *_WORDS_OF["blog-post"].split()]
    comments = [
        {"author": f"Reader {rng.choice('ABCDEFG')}", "text": _paragraph(pool, rng), "reply_to": None}
        for _ in range(rng.randrange(2, 7))
    ]
    return {
        "source": f"made-up/threads-{number}",
        "platform": "Stack Exchange" if number % 2 else "blog",
        "licence": "CC-BY-4.0",
        "title": f"What of {rng.choice(_SYLLABLES)} {number}",
        "post": "\n".join(_paragraph(pool, rng) for _ in range(3)),
        "comments": comments,
    }
