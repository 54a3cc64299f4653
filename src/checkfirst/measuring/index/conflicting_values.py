"""One thing with two values: sentences of two documents that say the same of it but for the number."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.content.units import KNOWN_UNITS
from checkfirst.model.agent_names import is_for_agents
from checkfirst.model.folder_names import is_kept_for_record, is_sample, is_test_data
from checkfirst.model.kinds import Group, Kind
from checkfirst.model.quantities import ConflictingValues, Quantity
from checkfirst.model.set_measures import DocumentSummary

#: Groups and kinds of documents that tell of one occasion, or each of their own subject, so that numbers differ.
_OF_ONE_OCCASION: Final = frozenset(
    {Group.RECORD, Group.DISCUSSION, Group.ARTICLE, Group.LITERATURE, Group.DATA, Group.RESEARCH, Group.COMMERCE}
)
_KINDS: Final = frozenset({Kind.CHANGELOG, Kind.HOW_TO, Kind.TUTORIAL, Kind.NEWS_ARTICLE})
#: Confidence from which a kind is believed: that of a short text is mostly lower.
_SURE: Final = 0.8
#: Conflicts of one pair of documents from which they are of one series, and values of one thing from which it is an
#: attribute that each document has. Not measured.
_MOST_OF_PAIR: Final = 3
_MOST_VALUES: Final = 2
_MOST_DOCUMENTS: Final = 12
#: Digits, dates and versions by which names of files of a series differ.
_SERIAL: Final = lazy_re.compile(r"\d+|(?:^|[-_/. ])(?:old|new|draft|final|copy|alt|neu|v)(?=[-_/. ]|$)", re.IGNORECASE)
#: Path of a document, and what it states.
Stated = tuple[str, Quantity]
#: Clauses with a pair of words above which the words are said of many things, and share of words that two clauses about one
#: thing have in common. Not measured.
_RARE: Final = 6
_ALIKE_FROM: Final = 0.6


def conflicting_values(documents: tuple[DocumentSummary, ...]) -> tuple[ConflictingValues, ...]:
    """The conflicts between documents that state how things are, the first of each thing in a pair."""
    by_unit: dict[tuple[str, str], dict[frozenset[str], list[Stated]]] = defaultdict(lambda: defaultdict(list))
    for document in documents:
        if document.quantities and _states(document):
            for quantity in document.quantities:
                by_unit[quantity.unit, quantity.bound][quantity.said_of].append((document.path, quantity))
    found: dict[tuple[str, str], list[ConflictingValues]] = defaultdict(list)
    for (unit, _), by_words in by_unit.items():
        # Things that are only counted are too many to be known by a part of the words.
        near = _nearly_alike(by_words) if unit in KNOWN_UNITS else ()
        for stated in (*by_words.values(), *near):
            if conflict := _conflict(stated):
                found[conflict.path, conflict.other_path].append(conflict)
    kept = [conflicts[0] for conflicts in found.values() if len(conflicts) <= _MOST_OF_PAIR]
    return tuple(sorted(kept, key=lambda c: (c.path, c.quantity.quote.span.start_line, c.other_path)))


def _nearly_alike(by_words: dict[frozenset[str], list[Stated]]) -> Iterator[list[Stated]]:
    """What is said of nearly the same words: most of them are shared, and none of them is said of often."""
    with_pair: dict[tuple[str, str], list[frozenset[str]]] = defaultdict(list)
    for words in by_words:
        for pair in combinations(sorted(words), 2):
            with_pair[pair].append(words)
    seen: set[frozenset[frozenset[str]]] = set()
    for alike in with_pair.values():
        if not 1 < len(alike) <= _RARE:
            continue
        for one, other in combinations(alike, 2):
            key = frozenset((one, other))
            if key not in seen and _is_alike(one, other):
                seen.add(key)
                yield [*by_words[one], *by_words[other]]


def _is_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _ALIKE_FROM * len(one | other)


def _states(document: DocumentSummary) -> bool:
    kind = document.kind
    path = document.path
    # Each agent or skill has a subject of its own.
    apart = (
        is_for_agents(path)
        or is_sample(path)
        or is_test_data(path)
        or is_kept_for_record(path)
        or document.ended is not None
    )
    of_occasion = kind.group in _OF_ONE_OCCASION or kind.kind in _KINDS
    return not apart and not (of_occasion and kind.confidence >= _SURE)


def _conflict(stated: list[Stated]) -> ConflictingValues | None:
    values = {quantity.value for _, quantity in stated}
    paths = dict.fromkeys(path for path, _ in stated)
    if len(values) != _MOST_VALUES or not 1 < len(paths) <= _MOST_DOCUMENTS:
        return None
    # A document that gives both values speaks of two cases.
    own: dict[str, set[float]] = defaultdict(set)
    for path, quantity in stated:
        own[path].add(quantity.value)
    if any(len(numbers) > 1 for numbers in own.values()):
        return None
    for (a, one), (b, other) in combinations(stated, 2):
        if a != b and one.value != other.value and _SERIAL.sub("#", a) != _SERIAL.sub("#", b):
            return ConflictingValues(path=a, quantity=one, other_path=b, other=other)
    return None
