"""The stages of training in their order, with the stages that each needs and its seed."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

import numpy as np

from checkfirst.measuring.models.manifest import Manifest, vocabulary_digest
from checkfirst.measuring.models.networks import logistic_of, network_of
from checkfirst.measuring.models.views import LineClassifier, ThreadModel
from checkfirst.measuring.models.weights import weights_of
from checkfirst.measuring.text.vocabulary import Vocabulary, vocabulary_of
from training.comment_sections import comment_sections
from training.corpus import Row, rows
from training.embedding import train_embedding
from training.entry_match import train_entry_match
from training.example_store import from_arrays, to_arrays
from training.kinds import Table, table, train_kinds
from training.labels import cleaned
from training.line_classes import measure, train_line_classes
from training.measured import Example, examples
from training.outliers import Member, members_of, train_outliers
from training.pages import degraded_pages, document_pages, web_pages
from training.prefilter import train_prefilter
from training.scraped import Readers, train_scraped
from training.sizes import Sizes
from training.store import Arrays, Result
from training.systems import train_systems
from training.threads import train_threads
from training.unlearned import with_unlearned
from training.vocabulary import vocabulary

#: Seed of the threads without an article, the same in all stages.
_SECTIONS_SEED: Final = 101


@dataclass(frozen=True)
class Inputs:
    """Inputs of a stage."""

    data: Path
    sizes: Sizes
    rng: random.Random
    results: Mapping[str, Result]
    """Results of the stages that it needs, by name."""

    @cached_property
    def documents(self) -> list[Row]:
        """The labelled documents, with corrected labels."""
        return cleaned(rows(self.data, "documents"))

    @cached_property
    def with_sections(self) -> list[Row]:
        """The documents, and threads without an article."""
        return [*self.documents, *comment_sections(self.data, random.Random(_SECTIONS_SEED))]

    @cached_property
    def arrays(self) -> Arrays:
        """All arrays of the weights file that were trained so far."""
        return {name: array for result in self.results.values() for name, array in result.weights.items()}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return vocabulary_of(self.arrays["words"].tobytes().split(b"\n"), self.arrays["idf"])

    @cached_property
    def examples(self) -> list[Example]:
        return from_arrays(self.results["examples"].record)

    @property
    def table(self) -> Table:
        """The design matrix of the examples."""
        return table(self.examples, len(self.vocabulary), self.arrays)

    @property
    def members(self) -> list[Member]:
        """The documents that sets are drawn from."""
        placed = self.results["embedding"].record["placed"]
        return members_of(self.with_sections, self.examples, placed, self.vocabulary)


def _classifier(arrays: Arrays) -> LineClassifier:
    first, second = (network_of(arrays, f"line_classes/{name}") for name in ("first", "second"))
    return LineClassifier(words=arrays["line_classes/words"], first=first, second=second)


def _vocabulary(given: Inputs) -> Result:
    words, idf = vocabulary(given.documents)
    return Result({"words": np.frombuffer(b"\n".join(words), dtype=np.uint8), "idf": idf})


def _line_classes(given: Inputs) -> Result:
    """The line classifier, and one for each half of the threads that was not trained on that half."""
    flats, threaded = web_pages(given.data, given.sizes.page_remarks)
    worn = list(degraded_pages(flats, given.rng))
    whole = list(document_pages([(row, row["text"]) for row in given.documents], given.rng))
    pages = measure([*flats, *worn, *threaded, *whole], given.vocabulary)
    size = len(given.vocabulary)
    halves = {half: train_line_classes([m for m in pages if m.page.half != half], size) for half in (0, 1)}
    record = {f"{half}/{name}": array for half, learned in halves.items() for name, array in learned.items()}
    return Result(train_line_classes(pages, size), record)


def _threads(given: Inputs) -> Result:
    flats, _ = web_pages(given.data, given.sizes.page_remarks)
    record = given.results["line_classes"].record
    first, second = (
        _classifier({name.removeprefix(half): array for name, array in record.items() if name.startswith(half)})
        for half in ("0/", "1/")
    )
    learned, told = train_threads(
        given.data, given.documents, flats, given.vocabulary, (first, second), given.sizes, given.rng
    )
    return Result(learned, {name: np.float64(value) for name, value in told.items()})


def _scraped(given: Inputs) -> Result:
    flats, threaded = web_pages(given.data, given.sizes.page_remarks)
    thread = ThreadModel(network_of(given.arrays, "thread/start"), logistic_of(given.arrays, "thread/evidence"))
    readers = Readers(given.vocabulary, _classifier(given.arrays), thread)
    return Result(*train_scraped([*flats, *threaded[::4]], given.documents, readers, given.rng))


def _prefilter(given: Inputs) -> Result:
    flats, threaded = web_pages(given.data, given.sizes.page_remarks)
    return Result(*train_prefilter([*flats, *threaded], given.documents, given.vocabulary, given.rng))


def _examples(given: Inputs) -> Result:
    arrays = with_unlearned(given.arrays)
    manifest = Manifest(vocabulary=vocabulary_digest(arrays["words"].tobytes()))
    return Result({}, to_arrays(examples(given.with_sections, weights_of(arrays, manifest))))


def _kinds(given: Inputs) -> Result:
    return Result(*train_kinds(given.table, given.examples))


def _systems(given: Inputs) -> Result:
    by_id = {row["id"]: row for row in given.with_sections}
    return Result(*train_systems(given.table, given.examples, by_id))


def _embedding(given: Inputs) -> Result:
    kinds = given.results["kinds"]
    classes = kinds.record["classes"].tolist()
    known = [classes.index(name) for name in kinds.weights["kind/names"].tolist()]
    learned, placed = train_embedding(given.table, given.examples, kinds.record["scores"][:, known])
    return Result(learned, {"placed": placed})


def _outliers(given: Inputs) -> Result:
    return Result(*train_outliers(given.members, given.vocabulary.idf, given.sizes.sets))


def _entry_match(given: Inputs) -> Result:
    return Result(*train_entry_match(given.members, given.vocabulary, given.sizes.entry_sets))


@dataclass(frozen=True)
class Stage:
    """One step of training."""

    run: Callable[[Inputs], Result]
    seed: int
    needs: tuple[str, ...] = ()


_READING: Final = ("vocabulary", "line_classes", "threads", "scraped", "prefilter")
_MEASURED: Final = ("vocabulary", "prefilter", "examples")
STAGES: Final[dict[str, Stage]] = {
    "vocabulary": Stage(_vocabulary, seed=1),
    "line_classes": Stage(_line_classes, seed=2, needs=("vocabulary",)),
    "threads": Stage(_threads, seed=3, needs=("vocabulary", "line_classes")),
    "scraped": Stage(_scraped, seed=4, needs=("vocabulary", "line_classes", "threads")),
    "prefilter": Stage(_prefilter, seed=5, needs=("vocabulary",)),
    "examples": Stage(_examples, seed=6, needs=_READING),
    "kinds": Stage(_kinds, seed=7, needs=_MEASURED),
    "systems": Stage(_systems, seed=8, needs=_MEASURED),
    "embedding": Stage(_embedding, seed=9, needs=(*_MEASURED, "kinds")),
    "outliers": Stage(_outliers, seed=10, needs=("vocabulary", "examples", "embedding")),
    "entry_match": Stage(_entry_match, seed=11, needs=("vocabulary", "examples", "embedding")),
}
"""Stages by name, each after those that it needs. The seed is for the stage's own draws; calls of libraries have seeds
of their own."""
