"""Outliers planted in series of documents: from another field, from another series of the field, on another topic.

Compared with the distance to the TF-IDF centroid, IsolationForest, LOF and cleanlab's outlier score, on the same sets.
Their thresholds are fitted to these sets, at a fixed share of clean sets with a false alarm; ours is the shipped one.
The model of kinds is fitted without the families of the series.
"""

import random
import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from benchmarks.held_out import refitted_without
from benchmarks.options import Figure, data_folder, print_table
from checkfirst.checking.document import Checked, check_one
from checkfirst.config import Config
from checkfirst.measuring.models.weights import Weights
from checkfirst.measuring.similarity.outliers import measure_fits
from checkfirst.model.kinds import Answer
from checkfirst.model.languages import LEARNED_LANGUAGES
from checkfirst.model.needs import EVERYTHING
from checkfirst.model.set_measures import DocumentSummary
from checkfirst.rules.registry import Selection
from checkfirst.sources.records import list_records
from training.corpus import Row, rows
from training.embedding import HELD_BACK

SIZES = (3, 5, 10, 30, 100)
LEVELS = ("easy", "medium", "hard")
#: Sets of each level drawn from each series.
_EACH = 12
#: Share of clean sets with a false alarm at which the thresholds of the other methods are set.
_FALSE_ALARMS = 0.02
#: Characters of each text that the other methods get, and dimensions for those that need few.
_PEER_SEES, _SUBJECTS = 8_000, 20
#: Index pages of a series, which are left out.
_INDEX = re.compile(r"_?(?:index|readme|summary|contents|toc)\.", re.IGNORECASE)
Scores = NDArray[np.float64]

#: Probability of being an outlier that the surest findings have.
_SURE_FROM = 0.95


@dataclass(frozen=True)
class Member:
    """A document of a series."""

    series: str
    field: str
    topic: str | None
    text: str
    summary: DocumentSummary


@dataclass(frozen=True)
class Trial:
    """A set drawn from a series. An outlier is its last member; ``level`` is ``None`` for a clean set."""

    members: list[Member]
    level: str | None


def members(documents: list[Row], weights: Weights) -> list[Member]:
    """The documents of all series with their summaries, without index pages and documents in other languages."""
    found = []
    rules = Selection(document=(), set=(), needs=EVERYTHING)
    for number, row in enumerate(documents):
        if _INDEX.match(Path(row["path"]).name):
            continue
        listing = list_records([(f"{number:05}-{Path(row['path']).stem}.txt", row["text"])])
        checked = check_one(listing.found[0], rules, Config(), weights)
        if isinstance(checked, Checked) and checked.summary.language in LEARNED_LANGUAGES:
            found.append(Member(row["collection"], row["field"], row["topic"], row["text"], checked.summary))
    return found


def trials(everyone: list[Member], size: int, rng: random.Random) -> list[Trial]:
    """Clean sets, and as many with an outlier of each level, from every series that is large enough."""
    series: dict[str, list[Member]] = defaultdict(list)
    for member in everyone:
        series[member.series].append(member)
    made = []
    for own in series.values():
        if len(own) < size:
            continue
        for _ in range(_EACH):
            made.append(Trial(rng.sample(own, size), None))
            base = rng.sample(own, size - 1)
            elsewhere = [other for other in series.values() if other[0].series != own[0].series]
            far = [other for other in elsewhere if other[0].field != own[0].field]
            near = [other for other in elsewhere if other[0].field == own[0].field]
            made.append(Trial([*base, rng.choice(rng.choice(far))], "easy"))
            if near:
                made.append(Trial([*base, rng.choice(rng.choice(near))], "medium"))
            if hard := _of_one_topic(own, size, rng):
                made.append(Trial(hard, "hard"))
    return made


def _of_one_topic(own: list[Member], size: int, rng: random.Random) -> list[Member] | None:
    topics: dict[str, list[Member]] = defaultdict(list)
    for member in own:
        if member.topic:
            topics[member.topic].append(member)
    large = sorted(topic for topic, some in topics.items() if len(some) >= size - 1)
    if not large or len(topics) < 2:
        return None
    topic = rng.choice(large)
    others = [member for name, some in topics.items() if name != topic for member in some]
    return [*rng.sample(topics[topic], size - 1), rng.choice(others)]


def ours(trial: Trial, weights: Weights) -> tuple[Scores, NDArray[np.bool_]]:
    """The outlier score of each document, and whether it is reported; both of shape (documents,)."""
    summaries = tuple(replace(m.summary, path=f"{n:03}.txt") for n, m in enumerate(trial.members))
    fits = measure_fits(summaries, frozenset(), weights)
    strange = [1 - fits[s.path].score if s.path in fits else 0.0 for s in summaries]
    named = [s.path in fits and fits[s.path].answer is Answer.NO for s in summaries]
    return np.array(strange), np.array(named)


def peers() -> dict[str, Callable[[list[str]], Scores]]:
    """Other methods by name: each takes the texts of a set and returns their outlier scores, shape (documents,)."""
    from cleanlab.outlier import OutOfDistribution
    from sklearn.decomposition import TruncatedSVD
    from sklearn.ensemble import IsolationForest
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.neighbors import LocalOutlierFactor

    def weighted(texts: list[str]) -> NDArray[np.float64]:
        table = TfidfVectorizer(sublinear_tf=True, stop_words="english", max_features=20_000).fit_transform(texts)
        return np.asarray(table.todense())

    def subjects(texts: list[str]) -> NDArray[np.float64]:
        table = weighted(texts)
        count = min(_SUBJECTS, len(texts) - 1)
        return np.asarray(TruncatedSVD(count, random_state=0).fit_transform(table))

    def centroid(texts: list[str]) -> Scores:
        table = weighted(texts)
        others = (table.sum(axis=0) - table) / (len(table) - 1)
        return np.asarray(-(table * others).sum(axis=1) / np.maximum(np.linalg.norm(others, axis=1), 1e-9))

    def forest(texts: list[str]) -> Scores:
        table = subjects(texts)
        return np.asarray(-IsolationForest(n_estimators=50, random_state=0).fit(table).score_samples(table))

    def local(texts: list[str]) -> Scores:
        model = LocalOutlierFactor(n_neighbors=min(10, len(texts) - 1), metric="cosine").fit(weighted(texts))
        return np.asarray(-model.negative_outlier_factor_)

    def cleanlab(texts: list[str]) -> Scores:
        near = {"k": min(10, len(texts) - 1)}
        return np.asarray(1 - OutOfDistribution(near).fit_score(features=subjects(texts), verbose=False))

    return {"TF-IDF centroid": centroid, "IsolationForest": forest, "LOF": local, "cleanlab": cleanlab}


@dataclass(frozen=True)
class Outcome:
    """The result for one set."""

    level: str | None
    named: bool
    """Whether the outlier is reported; in a clean set, whether any document is."""
    first: bool
    """Whether the outlier has the highest score."""
    top: float
    """The highest score in the set."""
    score: float
    """The score of the outlier."""

    @property
    def is_error(self) -> bool:
        """Whether the outlier is reported as an error; in a clean set, whether any document is."""
        return self.named and (self.top if self.level is None else self.score) >= _SURE_FROM


def outcome(trial: Trial, strange: Scores, named: NDArray[np.bool_]) -> Outcome:
    """The result for a set, from the scores of its members."""
    hit = bool(named.any()) if trial.level is None else bool(named[-1])
    return Outcome(
        trial.level, hit, int(strange.argmax()) == len(strange) - 1, float(strange.max()), float(strange[-1])
    )


def _row(size: int, name: str, found: list[Outcome], *, oracle: bool) -> list[str]:
    clean = [o for o in found if o.level is None]
    limit = float(np.quantile([o.top for o in clean], 1 - _FALSE_ALARMS))
    cells = [str(size), name]
    named = [o.top > limit if oracle else o.named for o in clean]
    cells.append(f"{np.mean(named):.3f} of {len(clean)}")
    for level in LEVELS:
        some = [o for o in found if o.level == level]
        hits = [o.score > limit if oracle else o.named for o in some]
        cells.append(f"{np.mean(hits):.2f}, first {np.mean([o.first for o in some]):.2f}" if some else "-")
    return cells


def figures(data: Path) -> list[Figure]:
    """Print false alarms and found outliers by size of the set, for all methods. Returns the README's figures."""
    weights = refitted_without(HELD_BACK, data)
    everyone = members(rows(data, "collections"), weights)
    others = peers()
    table, told = [], []
    for size in SIZES:
        drawn = trials(everyone, size, random.Random(size))
        mine = [outcome(trial, *ours(trial, weights)) for trial in drawn]
        table.append(_row(size, "checkfirst", mine, oracle=False))
        table.append(_row(size, "checkfirst, best threshold", mine, oracle=True))
        for name, verdict_of in others.items():
            results = []
            for trial in drawn:
                scores = verdict_of([m.text[:_PEER_SEES] for m in trial.members])
                results.append(outcome(trial, scores, scores > np.inf))
            table.append(_row(size, name, results, oracle=True))
        own = table[-len(others) - 2]
        errors = [
            f"{level or 'clean'} {np.mean([o.is_error for o in mine if o.level == level]):.3f}"
            for level in (None, "easy", "medium")
        ]
        print(f"sets of {size}, named as an error: {', '.join(errors)}")
        beside = "; ".join(f"{r[1]} {r[3].partition(',')[0]} / {r[4].partition(',')[0]}" for r in table[-len(others) :])
        told.append(
            Figure(
                f"strangers in sets of {size}: clean sets with a false alarm; easy / medium ones named; hard ones first",
                f"{own[2]}; {own[3].partition(',')[0]} / {own[4].partition(',')[0]}; {own[5].rpartition(' ')[2]}",
                beside,
                "sets",
            )
        )
    print_table(["documents", "", "clean sets with an alarm", *LEVELS], table)
    return told


def main() -> None:
    """Run the benchmark."""
    figures(data_folder(__doc__))


if __name__ == "__main__":
    main()
