"""Training of the outlier model, on sets drawn from families, some of them with a planted document of another
family."""

import random
from collections import Counter, defaultdict
from dataclasses import dataclass

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from checkfirst.measuring.content.first_sentence import first_sentence
from checkfirst.measuring.document import unmeasured
from checkfirst.measuring.document_set import summarize
from checkfirst.measuring.models.networks import network_of, yes_probabilities
from checkfirst.measuring.models.views import Calibration
from checkfirst.measuring.page.line_classes import all_main
from checkfirst.measuring.page.line_roles import assign_roles
from checkfirst.measuring.similarity.cosines import weighted_words
from checkfirst.measuring.similarity.outlier_features import outlier_features
from checkfirst.measuring.similarity.outliers import FEWEST_WORDS, outlier_threshold
from checkfirst.measuring.similarity.shingles import fingerprint
from checkfirst.measuring.text.language import detect_language
from checkfirst.measuring.text.lines import measure_lines
from checkfirst.measuring.text.statistics import measure_text
from checkfirst.measuring.text.tokens import number_words
from checkfirst.measuring.text.vocabulary import Vocabulary
from checkfirst.model.kinds import Answer, Group, Kind
from checkfirst.model.languages import LEARNED_LANGUAGES
from checkfirst.model.needs import Needs
from checkfirst.model.set_measures import DocumentSummary
from checkfirst.reading.read import read
from training.corpus import SUFFIX, Row
from training.embedding import HEAPS, HELD_BACK
from training.folds import stable_hash
from training.measured import LONGEST, Example
from training.nets import fit_net
from training.store import Arrays

#: Sizes of the sets.
SIZES = (3, 4, 5, 7, 10, 15, 20, 30, 50, 100)
#: Share of the sets with a planted outlier, among all but heaps; share of sets of two families; share of heaps, which
#: have no outliers.
_PLANTED, _TWO, _HEAPS = 0.5, 0.15, 0.15
#: Share of the outliers that may be of any group; the others are of the group of the set.
_ANY = 0.6
#: Number of documents of each set that are learned from, besides the outlier.
_SHOWN = 10
#: Share of sets without a planted outlier in which one may be reported. The families are repositories, in which some
#: documents are true outliers; in series without any, far fewer are reported.
_FALSE_ALARMS = 0.04
#: Folds of families by which the threshold is fitted.
_FOLDS = 4


@dataclass(frozen=True)
class Member:
    """A document that sets are drawn from."""

    number: int
    family: str
    group: Group
    summary: DocumentSummary


@dataclass(frozen=True)
class Trial:
    """A set, and the index of its planted outlier, if it has one."""

    members: list[Member]
    outlier: int | None
    heap: bool


def trials(members: list[Member], count: int, rng: random.Random) -> list[Trial]:
    """``count`` sets of one family, of two families, and of heaps; half of the first two have an outlier."""
    families: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        if member.summary.words >= FEWEST_WORDS and member.summary.language in LEARNED_LANGUAGES:
            families[member.family].append(member)
    series = {name: some for name, some in families.items() if name not in HEAPS and len(some) >= 4}
    heaps = {name: some for name, some in families.items() if name in HEAPS and len(some) >= 20}
    everyone = [member for some in families.values() for member in some]
    made: list[Trial] = []
    while len(made) < count:
        size, kind = rng.choice(SIZES), rng.random()
        if kind < _HEAPS and heaps:
            drawn, heap = _drawn(rng.choice(list(heaps.values())), size, rng), True
        elif kind < _HEAPS + _TWO and size >= 6:
            parts = rng.sample(list(series.values()), 2)
            first = rng.randint(2, size - 2)
            drawn, heap = [*_drawn(parts[0], first, rng), *_drawn(parts[1], size - first, rng)], False
        else:
            large = [some for some in series.values() if len(some) >= min(size - 1, 0.8 * size)]
            if not large:
                continue
            drawn, heap = _drawn(rng.choice(large), size, rng), False
        if len(drawn) >= 3:
            planted = None if heap or rng.random() >= _PLANTED else _planted(drawn, everyone, families, rng)
            made.append(Trial(drawn, planted, heap))
    return made


def _drawn(members: list[Member], size: int, rng: random.Random) -> list[Member]:
    return rng.sample(members, min(size, len(members)))


def _planted(
    drawn: list[Member], everyone: list[Member], families: dict[str, list[Member]], rng: random.Random
) -> int | None:
    """Replace one document by one of another family, each family being equally likely; the index of the new one."""
    present, names = {member.family for member in drawn}, list(families)
    anything = rng.random() < _ANY
    for _ in range(60):
        outlier = rng.choice(families[rng.choice(names)])
        if outlier.family not in present and (anything or outlier.group is drawn[0].group):
            index = rng.randrange(len(drawn))
            drawn[index] = outlier
            return index
    return None


@dataclass(frozen=True)
class Stock:
    """The words and embeddings of all documents as matrices, so that the cosines of a set are one product."""

    members: list[Member]
    words: csr_matrix
    """A row per member, a column per word."""
    embeddings: NDArray[np.float32]
    """A row per member."""

    def features(self, trial: Trial) -> NDArray[np.float32]:
        """A row of ``OUTLIER`` features for each document of a set, as the product computes them."""
        numbers = [member.number for member in trial.members]
        some = self.words[numbers]
        words = np.asarray((some @ some.T).todense(), dtype=np.float32)
        embeddings = self.embeddings[numbers] @ self.embeddings[numbers].T
        lengths = np.array([member.summary.words for member in trial.members])
        return outlier_features(words, embeddings, np.arange(len(numbers)), lengths, len(numbers))


def stock(members: list[Member], idf: NDArray[np.float32]) -> Stock:
    """The matrices of all members. Words outside the vocabulary have columns too."""
    each = [weighted_words(member.summary, idf) for member in members]
    columns, ids = np.unique(np.concatenate([codes for codes, _ in each]), return_inverse=True)
    ends = np.cumsum([0, *(len(codes) for codes, _ in each)])
    words = csr_matrix((np.concatenate([v for _, v in each]), ids, ends), shape=(len(each), len(columns)))
    embeddings = np.array([np.frombuffer(m.summary.embedding, dtype=np.float16) for m in members], dtype=np.float32)
    return Stock(members, words, embeddings)


def train_outliers(members: list[Member], idf: NDArray[np.float32], count: int) -> tuple[Arrays, Arrays]:
    """The network, fitted on ``count`` sets of all families, and the threshold by size, fitted on held-out families.

    Returns the arrays of the weights file and the record for the model card.
    """
    all_of = stock(members, idf)
    clean: dict[int, list[tuple[str, float]]] = defaultdict(list)
    for fold in range(_FOLDS):
        inside = [m for m in members if stable_hash(m.family) % _FOLDS != fold]
        outside = [m for m in members if stable_hash(m.family) % _FOLDS == fold]
        tried = network_of(_fitted(trials(inside, count // 2, random.Random(fold)), all_of), "outlier")
        for trial in trials(outside, count // _FOLDS, random.Random(_FOLDS + fold)):
            if trial.outlier is None and not trial.heap:
                chances = yes_probabilities(all_of.features(trial), tried)
                clean[_nearest_size(len(trial.members))].append((trial.members[0].family, float(chances.max())))
    arrays = _fitted(trials(members, count, random.Random(9)), all_of)
    sizes = [size for size in SIZES if clean[size]]
    limits = [_limit(clean[size]) for size in sizes]
    # Few families reach the large sizes, where one document would decide the threshold: so a line is fitted to all.
    slope, offset = np.polyfit(np.log(sizes), [np.log(limit / (1 - limit)) for limit in limits], 1)
    arrays["outlier/limit"] = np.array([slope, offset], dtype=np.float32)
    threshold = Calibration(float(slope), float(offset))
    record = {f"limit of {size}": np.float64(round(outlier_threshold(size, threshold), 3)) for size in (3, 10)}
    return arrays, {**record, "clean sets": np.int64(sum(map(len, clean.values())))}


def _nearest_size(count: int) -> int:
    return min(SIZES, key=lambda size: abs(size - count))


def _limit(clean: list[tuple[str, float]]) -> float:
    """The probability that ``_FALSE_ALARMS`` of the sets without an outlier exceed. Each family has the same weight, so
    that one unusual document of a large family does not decide."""
    sizes = Counter(family for family, _ in clean)
    weights = np.array([1 / sizes[family] for family, _ in clean])
    chances = np.clip(np.array([chance for _, chance in clean]), 0.01, 0.99)
    order = np.argsort(-chances)
    passed = np.cumsum(weights[order]) / weights.sum()
    return float(chances[order][np.searchsorted(passed, _FALSE_ALARMS)])


def _fitted(drawn: list[Trial], all_of: Stock) -> Arrays:
    """The network, fitted on some documents of each set and its outlier."""
    rng = random.Random(1)
    rows, labels = [], []
    for trial in drawn:
        found = all_of.features(trial)
        shown = rng.sample(range(len(found)), min(_SHOWN, len(found)))
        if trial.outlier is not None and trial.outlier not in shown:
            shown.append(trial.outlier)
        rows.append(found[shown])
        labels += [n == trial.outlier for n in shown]
    return fit_net(np.vstack(rows), np.array(labels), "outlier")


def members_of(
    documents: list[Row], made: list[Example], embeddings: NDArray[np.float32], vocabulary: Vocabulary
) -> list[Member]:
    """The documents that sets are drawn from, with their summaries. ``embeddings`` has a row per example of
    ``made``."""
    rows = {example.id: n for n, example in enumerate(made) if example.state == "whole"}
    groups: dict[str, Counter[Group]] = defaultdict(Counter)
    for row in documents:
        groups[row["family"]][Kind(row["kind"]).group] += 1
    policies = {name for name, counts in groups.items() if counts.most_common(1)[0][0] is Group.POLICY}
    usable = [
        row
        for row in documents
        if row["use"] == "train"
        and row["family"] not in HELD_BACK
        and row["id"] in rows
        and Kind(row["kind"]).group is not Group.DATA
        # Licences and policies of a project are recognised by their file names and not compared.
        and (row["family"] in policies or Kind(row["kind"]).group is not Group.POLICY)
    ]
    return [
        Member(number, row["family"], Kind(row["kind"]).group, _summary(row, embeddings[rows[row["id"]]], vocabulary))
        for number, row in enumerate(usable)
    ]


def _summary(row: Row, embedding: NDArray[np.float32], vocabulary: Vocabulary) -> DocumentSummary:
    """The product's summary of a document, with those measures that need no model but the vocabulary.

    Kinds and roles of lines are not measured: the models for them are trained in other stages, and nothing that is
    learned here depends on them.
    """
    text = row["text"][:LONGEST].encode("utf-8", "surrogatepass")
    document = read(row["id"] + SUFFIX.get(row["format"], ".txt"), text)
    words = number_words(document.text, vocabulary.table, len(vocabulary))
    lines = measure_lines(document.text, words, vocabulary.triggers)
    measures = replace(
        unmeasured(document),
        statistics=measure_text(lines, words),
        language=detect_language(document.text),
        first_sentence=first_sentence(lines, assign_roles(document, lines, all_main(lines), None, Answer.NO)),
        fingerprint=fingerprint(document, words),
        embedding=embedding.astype(np.float16).tobytes(),
    )
    return summarize(document, measures, needs=frozenset({Needs.LINKS}))
