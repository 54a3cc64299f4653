"""Training of the model for index entries, on entries made from titles, headings and first sentences of documents.

Real entries are kept for the benchmark.
"""

import random
import re
from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from checkfirst.measuring.index.entry_match import FEWEST_WORDS
from checkfirst.measuring.index.entry_match_features import EntryMatcher, EntryText
from checkfirst.measuring.models.networks import network_of, yes_probabilities
from checkfirst.measuring.text.content_words import content_words
from checkfirst.measuring.text.vocabulary import Vocabulary
from checkfirst.model.languages import LEARNED_LANGUAGES
from checkfirst.model.set_measures import DocumentSummary
from training.embedding import HEAPS
from training.folds import stable_hash
from training.nets import fit_net
from training.outliers import Member
from training.store import Arrays

#: Sizes of the sets.
_SIZES = (1, 2, 3, 5, 8, 12, 20, 30)
#: Share of entries about their file that may be called broken.
_FALSE_ALARMS = 0.005
_GENERIC = (
    *("guide", "overview", "reference", "introduction", "about", "documentation", "notes on", "how to use", "concepts"),
    *(
        "getting started",
        "setup",
        "support",
        "process",
        "basic",
        "extending",
        "writing",
        "examples",
        "strategy",
        "terms",
    ),
)
#: Share of the documents that lose their title.
_UNTITLED = 0.2
#: Share of the sets with a document of another family.
_MIXED = 0.6
#: Share of the entries that are also compared with single documents, one right and one wrong, as in sets of one.
_ALONE = 0.1
_WORD = re.compile(r"[\w'-]+")


@dataclass(frozen=True)
class Row:
    """Features of an entry and a document, and whether the entry is about the document."""

    features: NDArray[np.float32]
    kept: bool


def entry_for(document: DocumentSummary, others: list[DocumentSummary], rng: random.Random) -> EntryText | None:
    """An entry as an author might write it for a document: from its title, a heading or its first sentence, or generic.

    ``None`` if the document has none of these.
    """
    title = document.title or ""
    headings = [a.text for a in document.anchors or () if not a.explicit and content_words(a.text)]
    foreign = content_words(rng.choice(others).title or "") if others else []
    way = rng.random()
    if way < 0.35 and title:
        said = title
    elif way < 0.5 and len(content_words(title)) >= 2:
        words = title.split()
        words.pop(rng.randrange(len(words)))
        said = " ".join(words)
    elif way < 0.6 and title:
        said = f"{rng.choice(_GENERIC)} {title}"
    elif way < 0.72 and headings:
        said = rng.choice(headings[:12])
    elif way < 0.78:
        words = content_words(document.first_sentence)
        said = " ".join(rng.sample(words, min(len(words), rng.randint(1, 3))))
    elif way < 0.9 and title and foreign:
        words = title.split()
        words[rng.randrange(len(words))] = rng.choice(foreign)
        said = " ".join(words)
    else:
        said = " ".join([rng.choice(_GENERIC), *([rng.choice(foreign)] if foreign and rng.random() < 0.5 else [])])
    description = _retold(document.first_sentence, others, rng) if rng.random() < 0.4 else ""
    return EntryText(said, description) if said.strip() else None


def _untitled(document: DocumentSummary) -> DocumentSummary:
    """The document without its title and the anchor of the title."""
    rest = tuple(a for a in document.anchors or () if a.text != document.title)
    return replace(document, title=None, anchors=rest)


def _retold(opening: str, others: list[DocumentSummary], rng: random.Random) -> str:
    """Some words of a first sentence, followed by words of the first sentence of another document."""
    kept = [w for w in _WORD.findall(opening) if rng.random() < 0.6]
    strange = _WORD.findall(rng.choice(others).first_sentence) if others else []
    return " ".join([*kept, *rng.sample(strange, min(len(strange), rng.randint(0, 4)))])


def rows_of(members: list[Member], vocabulary: Vocabulary, count: int, rng: random.Random) -> list[Row]:
    """Rows for entries and their documents, and for entries and other documents, in ``count`` sets with and without the
    right document."""
    families: dict[str, list[DocumentSummary]] = defaultdict(list)
    for member in members:
        if member.summary.words >= FEWEST_WORDS and member.summary.language in LEARNED_LANGUAGES:
            families[member.family].append(member.summary)
    series = [some for name, some in families.items() if name not in HEAPS and len(some) >= 3]
    everyone = [document for some in families.values() for document in some]
    rows = []
    for _ in range(count):
        some = rng.choice(series)
        drawn = rng.sample(some, min(len(some), rng.choice(_SIZES)))
        known = {n: drawn[n] for n in range(len(drawn))}
        # On many sites titles are in the navigation only, so that the files have none.
        drawn = [_untitled(document) if rng.random() < _UNTITLED else document for document in drawn]
        documents = [*drawn, rng.choice(everyone)] if len(drawn) < 2 or rng.random() < _MIXED else drawn
        about = rng.sample(range(len(drawn)), min(len(drawn), 4))
        claims = [(n, entry_for(known[n], rng.choices(everyone, k=3), rng)) for n in about]
        told = [(n, claim) for n, claim in claims if claim is not None]
        whole = EntryMatcher(documents, [claim for _, claim in told], vocabulary)
        for n, claim in told:
            found = whole.features(claim)
            wrong = rng.sample([m for m in range(len(documents)) if m != n], min(3, len(documents) - 1))
            rows += [Row(found[n], True), *(Row(found[m], False) for m in wrong)]
            rest = [d for m, d in enumerate(documents) if m != n]
            if rng.random() < _ALONE:
                rest = [rng.choice(rest)]
                rows.append(Row(EntryMatcher([documents[n]], [claim], vocabulary).features(claim)[0], True))
            without = EntryMatcher(rest, [claim], vocabulary).features(claim)
            rows += [Row(without[m], False) for m in rng.sample(range(len(rest)), min(2, len(rest)))]
    return rows


def train_entry_match(members: list[Member], vocabulary: Vocabulary, count: int) -> tuple[Arrays, Arrays]:
    """The network, fitted on ``count`` sets of all families, and the threshold, fitted on held-out families.

    Returns the arrays of the weights file and the record for the model card.
    """
    sound: list[float] = []
    broken: list[float] = []
    for half in (0, 1):
        inside = [m for m in members if stable_hash(m.family) % 2 != half]
        outside = [m for m in members if stable_hash(m.family) % 2 == half]
        tried = network_of(_fitted(rows_of(inside, vocabulary, count // 2, random.Random(half))), "entry_match")
        rows = rows_of(outside, vocabulary, count // 2, random.Random(2 + half))
        chances = yes_probabilities(np.array([row.features for row in rows]), tried)
        for row, chance in zip(rows, chances.tolist(), strict=True):
            (sound if row.kept else broken).append(chance)
    limit = float(np.quantile(sound, _FALSE_ALARMS))
    arrays = _fitted(rows_of(members, vocabulary, count, random.Random(9)))
    arrays["entry_match/limit"] = np.float32(limit)
    found = float((np.array(broken) <= limit).mean())
    return arrays, {"limit": np.float64(round(limit, 3)), "found": np.float64(round(found, 3))}


def _fitted(rows: list[Row]) -> Arrays:
    table, truth = np.array([row.features for row in rows]), np.array([row.kept for row in rows])
    return fit_net(table, truth, "entry_match")
