"""Training of the thread model: the first line of a thread, and the confidence in it, from rendered threads."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.comments.start import choose_start, evidence_at, start_scores
from checkfirst.measuring.comments.start_features import StartFeatures, start_features
from checkfirst.measuring.models.columns import THREAD_START
from checkfirst.measuring.models.line_class import LineClass
from checkfirst.measuring.models.networks import network_of
from checkfirst.measuring.models.views import LineClassifier
from checkfirst.measuring.page.line_classes import line_probabilities
from checkfirst.measuring.text.lines import Lines, measure_lines
from checkfirst.measuring.text.tokens import number_words
from checkfirst.measuring.text.vocabulary import Vocabulary
from training.corpus import Row, threads
from training.folds import half_of, stable_hash
from training.line_classes import network
from training.pages import Page
from training.remarks import remark_threads
from training.render import clock, thread_lines
from training.sizes import Sizes
from training.store import Arrays

_ARTICLES = {"news-article", "web-article", "blog-post", "opinion", "review", "announcement", "encyclopedia", "how-to"}
_THREADLESS = _ARTICLES | {
    *("specification", "reference", "tutorial", "readme", "changelog", "meeting-notes", "plan", "legal"),
    *("project-policy", "academic-paper", "fiction", "nonfiction", "structured-data", "log", "agent-instructions"),
    *("notice", "faq", "product-page"),
}
#: Number of lines of each document that are trained on.
_SAMPLED = 14
_HAS_HEADER = THREAD_START.index("header")
_OF_THREADS = re.compile(r"\b(?:comment|repl(?:y|ies)|says|said|wrote|respon|discuss|disqus|guest|ago)", re.IGNORECASE)
_FOLDS = 3
_SIZES = (1, 1, 2, 2, 3, 5, 8, 40)


@dataclass(frozen=True)
class Joined:
    """A text with the first line (from 0) of its thread; ``None`` without a thread."""

    family: str
    half: int
    lines: list[str]
    start: int | None


def _with_byline(lines: list[str], name: str, rng: random.Random) -> list[str]:
    """An article with a byline at its top or its end; no thread starts there."""
    when = clock(datetime(2004 + rng.randrange(20), rng.randrange(1, 13), rng.randrange(1, 29), 9, 30), rng)
    forms = (
        "By {name}",
        "by {name} on {when}",
        "Posted by {name} on {when}",
        "{when}",
        "By {name}, {when}",
        "{name}\n{when}",
    )
    signed = rng.choice(forms).format(name=name, when=when).split("\n")
    if rng.random() < 0.75:
        return [lines[0], *signed, *lines[1:]]
    return [*lines, *signed]


def with_threads(
    data: Path, articles: list[Row], pages: list[Page], sizes: Sizes, rng: random.Random
) -> Iterator[Joined]:
    """Each thread with an open licence, below its own post, below an article, or inside the boilerplate of a page."""
    found = [row for row in threads(data, for_training=True) if row["comments"]]
    # Real threads can be longer than those of the data, so long ones are joined from the comments of several.
    long = [_long_thread(number, found, rng) for number in range(sizes.long_threads)]
    for row in [*found, *long, *remark_threads(sizes.remark_threads, rng)]:
        for turn in range(sizes.renderings if row["post"] else 1):
            most = rng.choice(_SIZES) if row["post"] else 200
            rendered = [line for line, _ in thread_lines(row, rng, most=most)]
            below: list[str] = []
            if rng.random() < 0.25:
                above, below = _in_chrome(rng.choice(pages))
            elif turn % 3 == 1 and row["post"]:
                above = [row["title"] or "", *str(row["post"]).split("\n")]
            else:
                above = rng.choice(articles)["text"][: rng.choice((800, 2500, 8000))].split("\n")
            if rng.random() < 0.4:
                above = _with_byline(above, row["comments"][0]["author"] or "Staff", rng)
            first = next(n for n, line in enumerate(rendered) if line.strip())
            family, half = f"thread:{row['source']}:{row['title']}", half_of(str(row["title"]))
            yield Joined(family, half, [*above, *rendered, *below], len(above) + first)


def _long_thread(number: int, found: list[Row], rng: random.Random) -> Row:
    title = f"long {number}"
    pool = [comment for row in found if half_of(str(row["title"])) == half_of(title) for comment in row["comments"]]
    comments = [{**rng.choice(pool), "reply_to": None} for _ in range(rng.randrange(20, 120))]
    return {"source": "long", "title": title, "post": "", "comments": comments}


def _in_chrome(page: Page) -> tuple[list[str], list[str]]:
    lines = page.text.split("\n")
    last = max(n for n, label in enumerate(page.labels) if label == LineClass.MAIN) + 1
    return lines[:last], lines[last:]


def without_threads(documents: list[Row], count: int, rng: random.Random) -> Iterator[Joined]:
    """Documents without a thread, some of them with a byline."""
    without = [r for r in documents if r["kind"] in _THREADLESS and r["use"] == "train"]
    articles = [r for r in without if r["kind"] in _ARTICLES]
    drawn = [row for some in (without, articles) for row in rng.sample(some, min(len(some), count // 2))]
    for row in drawn:
        lines = row["text"][:30_000].split("\n")
        yield Joined(
            row["family"],
            half_of(row["family"]),
            _with_byline(lines, "Maria Keller", rng) if rng.random() < 0.4 else lines,
            None,
        )


def pages_without(pages: list[Page]) -> Iterator[Joined]:
    """Saved pages up to their last line of main text, in which no dated line starts a thread.

    The rest of a page is left out, unless none of its words hints at a thread: the data does not label threads there.
    """
    for page in pages:
        if LineClass.COMMENT in page.labels or LineClass.MAIN not in page.labels:
            continue
        lines = page.text.split("\n")
        last = max(n for n, label in enumerate(page.labels) if label == LineClass.MAIN) + 1
        whole = not _OF_THREADS.search("\n".join(lines[last:]))
        yield Joined(page.id, half_of(page.id), lines if whole else lines[:last], None)


@dataclass(frozen=True)
class _Case:
    candidates: StartFeatures
    lines: Lines
    probabilities: Matrix
    truth: int | None
    """Row of the first line of the thread among the candidates."""
    fold: int


def _case(joined: Joined, vocabulary: Vocabulary, model: LineClassifier) -> _Case:
    text = "\n".join(joined.lines)
    words = number_words(text, vocabulary.table, len(vocabulary))
    lines = measure_lines(text, words, vocabulary.triggers)
    probabilities = line_probabilities(lines, words, model)
    candidates = start_features(lines, probabilities)
    row = None if joined.start is None else int(np.searchsorted(candidates.lines, joined.start))
    return _Case(candidates, lines, probabilities, row, stable_hash(joined.family) % _FOLDS)


def train_threads(
    data: Path,
    documents: list[Row],
    pages: list[Page],
    vocabulary: Vocabulary,
    halves: tuple[LineClassifier, LineClassifier],
    sizes: Sizes,
    rng: random.Random,
) -> tuple[Arrays, dict[str, float]]:
    """The network that scores candidates, and the logistic model of the confidence, fitted on held-out families.

    ``halves`` has a line classifier for each half of the threads that was not trained on that half.
    """
    articles = [r for r in documents if r["kind"] in _ARTICLES and r["use"] == "train"]
    plain = [page for page in pages if page.labels.count(LineClass.MAIN) > 5]
    cases = []
    for joined in [
        *with_threads(data, articles, plain, sizes, rng),
        *without_threads(documents, sizes.threadless, rng),
        *pages_without(pages),
    ]:
        case = _case(joined, vocabulary, halves[joined.half])
        if len(case.candidates.lines) > 1:
            cases.append(case)
    evidence, right = [], []
    near = found = 0
    for n in range(_FOLDS):
        learned = network_of(_starts([c for c in cases if c.fold != n], rng), "thread/start")
        for case in (c for c in cases if c.fold == n):
            scores = start_scores(case.candidates, learned)
            chosen = choose_start(case.candidates, case.lines, case.probabilities, scores)
            found += case.truth is not None
            if chosen is None:
                continue
            best = chosen[0]
            evidence.append(evidence_at(case.candidates, scores, best))
            right.append(case.truth is not None)
            if case.truth is not None:
                near += abs(int(case.candidates.lines[best]) - int(case.candidates.lines[case.truth])) <= 2
    arrays = _starts(cases, rng)
    x, y = np.array(evidence), np.array(right)
    mean, deviation = x.mean(axis=0), x.std(axis=0) + 1e-3
    model = LogisticRegression(C=0.1, max_iter=2000).fit((x - mean) / deviation, y)
    slope = model.coef_[0] / deviation
    arrays["thread/evidence/weights"] = slope.astype(np.float32)
    arrays["thread/evidence/bias"] = np.float32(model.intercept_[0] - (slope * mean).sum())
    said = model.predict_proba((x - mean) / deviation)[:, 1]
    return arrays, {
        "near": near / found,
        "false": float((said[~y] >= 0.5).mean()),
        "kept": float((said[y] >= 0.5).mean()),
    }


def _starts(cases: list[_Case], rng: random.Random) -> Arrays:
    rows: list[NDArray[np.float32]] = []
    labels: list[int] = []
    for case in cases:
        features = case.candidates.features
        wrong = [n for n in range(len(features)) if n != case.truth]
        flagged = [n for n in wrong if features[n, _HAS_HEADER]]
        near = [n for n in wrong if case.truth is not None and abs(n - case.truth) <= 3]
        chosen = {
            *near,
            *rng.sample(flagged, min(len(flagged), _SAMPLED)),
            *rng.sample(wrong, min(len(wrong), _SAMPLED)),
        }
        rows.extend(features[n] for n in sorted(chosen))
        labels.extend([0] * len(chosen))
        if case.truth is not None:
            rows.extend([features[case.truth]] * 4)
            labels.extend([1] * 4)
    return network(np.array(rows), np.array(labels), 24, 0, "thread/start", rounds=10)
