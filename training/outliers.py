"""Learning to tell a stranger: sets drawn from families, some with a document of another family put in."""

import random
from collections import Counter, defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from checkfirst.measuring.content.first_sentence import first_sentence
from checkfirst.measuring.index.links import known_anchors
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
from checkfirst.measuring.text.tokens import number_words
from checkfirst.measuring.text.vocabulary import Vocabulary
from checkfirst.model.kinds import Answer, Group, Kind
from checkfirst.model.measures import Judgement, KindMeasure
from checkfirst.model.set_measures import DocumentSummary
from checkfirst.reading.read import read
from training.corpus import SUFFIX, Row
from training.embedding import HEAPS, HELD_BACK
from training.folds import stable_hash
from training.measured import LONGEST, Example
from training.nets import fit_net
from training.store import Arrays

SIZES = (3, 4, 5, 7, 10, 15, 20, 30, 50, 100)
#: Share of the sets that hold a stranger; of those of two subjects; of heaps, which have no strangers.
_PLANTED, _TWO, _HEAPS = 0.5, 0.15, 0.15
#: Share of the strangers that may be of any group; the others are of the set's own.
_ANY = 0.6
#: Documents of a set without a stranger that are learned from.
_SHOWN = 10
#: Share of the families' clean sets in which one document may be called a stranger. They are repositories as they come, and
#: some of what is strange in them is so in truth; on series without any, far fewer are.
_FALSE_ALARMS = 0.04
#: Folds of families for the limit.
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
    """A set, and which of its documents is the stranger, if any."""

    members: list[Member]
    stranger: int | None
    heap: bool


def trials(members: list[Member], count: int, rng: random.Random) -> list[Trial]:
    """Sets of one family, of two, and heaps; half of the first two with a stranger."""
    families: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        if member.summary.words >= FEWEST_WORDS and member.summary.language in {"en", None}:
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
    """Put a document of another family, each family as likely, in the place of one; where it stands now."""
    present, names = {member.family for member in drawn}, list(families)
    anything = rng.random() < _ANY
    for _ in range(60):
        stranger = rng.choice(families[rng.choice(names)])
        if stranger.family not in present and (anything or stranger.group is drawn[0].group):
            at = rng.randrange(len(drawn))
            drawn[at] = stranger
            return at
    return None


@dataclass(frozen=True)
class Stock:
    """All documents as matrices, so that the cosines of a set are one product."""

    members: list[Member]
    words: csr_matrix
    places: NDArray[np.float32]

    def features(self, trial: Trial) -> NDArray[np.float32]:
        """The product's features of each document of a set."""
        numbers = [member.number for member in trial.members]
        some = self.words[numbers]
        words = np.asarray((some @ some.T).todense(), dtype=np.float32)
        places = self.places[numbers] @ self.places[numbers].T
        lengths = np.array([member.summary.words for member in trial.members])
        return outlier_features(words, places, np.arange(len(numbers)), lengths, len(numbers))


def stock(members: list[Member], idf: NDArray[np.float32]) -> Stock:
    """The matrices of all members; words that the vocabulary lacks have columns of their own."""
    each = [weighted_words(member.summary, idf) for member in members]
    columns, ids = np.unique(np.concatenate([codes for codes, _ in each]), return_inverse=True)
    ends = np.cumsum([0, *(len(codes) for codes, _ in each)])
    words = csr_matrix((np.concatenate([v for _, v in each]), ids, ends), shape=(len(each), len(columns)))
    places = np.array([np.frombuffer(m.summary.embedding, dtype=np.float16) for m in members], dtype=np.float32)
    return Stock(members, words, places)


def train_outliers(members: list[Member], idf: NDArray[np.float32], count: int) -> tuple[Arrays, Arrays]:
    """The net on all families, from so many sets; the limit, by size, from families that nets had not seen."""
    all_of = stock(members, idf)
    clean: dict[int, list[tuple[str, float]]] = defaultdict(list)
    for fold in range(_FOLDS):
        inside = [m for m in members if stable_hash(m.family) % _FOLDS != fold]
        outside = [m for m in members if stable_hash(m.family) % _FOLDS == fold]
        tried = network_of(_fitted(trials(inside, count // 2, random.Random(fold)), all_of), "outlier")
        for trial in trials(outside, count // _FOLDS, random.Random(_FOLDS + fold)):
            if trial.stranger is None and not trial.heap:
                chances = yes_probabilities(all_of.features(trial), tried)
                clean[_nearest_size(len(trial.members))].append((trial.members[0].family, float(chances.max())))
    arrays = _fitted(trials(members, count, random.Random(9)), all_of)
    sizes = [size for size in SIZES if clean[size]]
    limits = [_limit(clean[size]) for size in sizes]
    # One odd document decides the limit of a size that few families reach: a line through all of them.
    slope, offset = np.polyfit(np.log(sizes), [np.log(limit / (1 - limit)) for limit in limits], 1)
    arrays["outlier/limit"] = np.array([slope, offset], dtype=np.float32)
    threshold = Calibration(float(slope), float(offset))
    record = {f"limit of {size}": np.float64(round(outlier_threshold(size, threshold), 3)) for size in (3, 10)}
    return arrays, {**record, "clean sets": np.int64(sum(map(len, clean.values())))}


def _nearest_size(count: int) -> int:
    return min(SIZES, key=lambda size: abs(size - count))


def _limit(clean: list[tuple[str, float]]) -> float:
    """The chance that so many clean sets pass, each family counting once: one odd document of a large one decides nothing."""
    sizes = Counter(family for family, _ in clean)
    weights = np.array([1 / sizes[family] for family, _ in clean])
    chances = np.clip(np.array([chance for _, chance in clean]), 0.01, 0.99)
    order = np.argsort(-chances)
    passed = np.cumsum(weights[order]) / weights.sum()
    return float(chances[order][np.searchsorted(passed, _FALSE_ALARMS)])


def _fitted(drawn: list[Trial], all_of: Stock) -> Arrays:
    rng = random.Random(1)
    rows, labels = [], []
    for trial in drawn:
        found = all_of.features(trial)
        shown = rng.sample(range(len(found)), min(_SHOWN, len(found)))
        if trial.stranger is not None and trial.stranger not in shown:
            shown.append(trial.stranger)
        rows.append(found[shown])
        labels += [n == trial.stranger for n in shown]
    return fit_net(np.vstack(rows), np.array(labels), "outlier")


def members_of(
    documents: list[Row], made: list[Example], placed: NDArray[np.float32], vocabulary: Vocabulary
) -> list[Member]:
    """The documents that sets are drawn from, with what the product keeps of each."""
    at = {example.id: n for n, example in enumerate(made) if example.state == "whole"}
    groups: dict[str, Counter[Group]] = defaultdict(Counter)
    for row in documents:
        groups[row["family"]][Kind(row["kind"]).group] += 1
    policies = {name for name, counts in groups.items() if counts.most_common(1)[0][0] is Group.POLICY}
    usable = [
        row
        for row in documents
        if row["use"] == "train"
        and row["family"] not in HELD_BACK
        and row["id"] in at
        and Kind(row["kind"]).group is not Group.DATA
        # A project's licence and rules are known by their names, and never asked about.
        and (row["family"] in policies or Kind(row["kind"]).group is not Group.POLICY)
    ]
    return [
        Member(number, row["family"], Kind(row["kind"]).group, _summary(row, placed[at[row["id"]]], vocabulary))
        for number, row in enumerate(usable)
    ]


def _summary(row: Row, place: NDArray[np.float32], vocabulary: Vocabulary) -> DocumentSummary:
    text = row["text"][:LONGEST].encode("utf-8", "surrogatepass")
    document = read(row["id"] + SUFFIX.get(row["format"], ".txt"), text)
    words = number_words(document.text, vocabulary.numbers)
    lines = measure_lines(document.text, words, vocabulary.triggers)
    nothing = KindMeasure(kind=Kind.UNKNOWN, group=Group.UNKNOWN, confidence=0.0, kinds=(), groups=(), evidence=())
    return DocumentSummary(
        path=row["id"],
        lines=0,
        words=len(words.ids),
        kind=nothing,
        describes_system=Judgement(answer=Answer.UNKNOWN, score=0.5),
        first_line=None,
        is_prose=True,
        entries=None,
        title=document.title,
        first_sentence=first_sentence(lines, assign_roles(document, lines, all_main(lines), None, Answer.NO)),
        anchors=known_anchors(document),
        language=detect_language(document.text),
        fingerprint=fingerprint(document, words),
        embedding=place.astype(np.float16).tobytes(),
    )
