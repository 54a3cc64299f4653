"""One thing with two values: statements that say the same of it but for the number, in two documents or in one."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.content.terms import SPECIFIC
from checkfirst.measuring.content.units import KNOWN_UNITS
from checkfirst.measuring.index.alike import contradict, of_one_thing, same_value
from checkfirst.model.agent_names import is_for_agents
from checkfirst.model.quantities import ConflictingValues, Form, Quantity
from checkfirst.model.set_measures import DocumentSummary

#: Conflicts of one pair of documents or sections above which they are of one series, values of one thing above which it is
#: an attribute that each has, and statements of it. Not measured.
_MOST_OF_PAIR: Final = 3
_MOST_OF_SECTIONS: Final = 1
_MOST_VALUES: Final = 2
_MOST_STATED: Final = 12
#: Most terms of a statement of which one alone may be what two have in common.
_FEW_TERMS: Final = 3
#: Terms of a statement by which others are looked for. Not measured.
_MOST_TERMS: Final = 12
#: Terms of statements about one thing in files that have one name.
_MANY_TERMS: Final = 4
#: Letters of a folder's name by which its files are known. Not measured.
_LONG_NAME: Final = 3
#: Statements with a term or a pair of terms above which these are said of many things. Not measured.
_RARE: Final = 24
#: Names of instructions for a whole project.
_OF_PROJECT: Final = frozenset({"agents.md", "claude.md", "gemini.md", "copilot-instructions.md"})
#: Ends of the names of folders with a file for each agent, skill or command.
_OF_AGENTS: Final = ("agents", "skills", "prompts", "commands")
#: Digits, dates and versions by which names of files of a series differ.
_SERIAL: Final = lazy_re.compile(r"\d+|(?:^|[-_/. ])(?:old|new|draft|final|copy|alt|neu|v)(?=[-_/. ]|$)", re.IGNORECASE)
#: Path of a document, and what it states.
Stated = tuple[str, Quantity]


def conflicting_values(documents: tuple[DocumentSummary, ...]) -> tuple[ConflictingValues, ...]:
    """The conflicts between statements of how things are, the first of each pair of documents."""
    stated = [(d.path, q) for d in documents for q in d.quantities]
    by_pair: defaultdict[tuple[str, str], list[ConflictingValues]] = defaultdict(list)
    for here, there in _conflicts(stated):
        conflict = ConflictingValues(path=here[0], quantity=here[1], other_path=there[0], other=there[1])
        by_pair[conflict.path, conflict.other_path].append(conflict)
    kept = [c for (a, b), found in by_pair.items() for c in (_within(found) if a == b else _between(found))]
    return tuple(sorted(kept, key=lambda c: (c.path, c.quantity.quote.span.start_line, c.other_path)))


def _between(found: list[ConflictingValues]) -> list[ConflictingValues]:
    """The first conflict of two documents; none of two that differ in all that they state."""
    return found[:1] if len(found) <= _MOST_OF_PAIR else []


def _within(found: list[ConflictingValues]) -> list[ConflictingValues]:
    """The conflicts of a document, but for those of sections that each state the same attributes."""
    of_sections: defaultdict[tuple[int, int], list[ConflictingValues]] = defaultdict(list)
    for conflict in found:
        of_sections[conflict.quantity.section, conflict.other.section].append(conflict)
    few = [conflicts[0] for conflicts in of_sections.values() if len(conflicts) <= _MOST_OF_SECTIONS]
    return few if len(found) <= _MOST_OF_PAIR else []


def _conflicts(stated: list[Stated]) -> Iterator[tuple[Stated, Stated]]:
    """The pairs of statements that contradict one another, each statement in one of them."""
    near: defaultdict[int, set[int]] = defaultdict(set)
    for one, other in _candidates(stated):
        if of_one_thing(stated[one][1], stated[other][1]):
            near[one].add(other)
            near[other].add(one)
    told: set[int] = set()
    for one in sorted(near):
        for other in sorted(near[one]):
            if one < other and not {one, other} & told and _is_conflict(stated, one, other, near):
                told |= {one, other}
                yield stated[one], stated[other]


def _candidates(stated: list[Stated]) -> Iterator[tuple[int, int]]:
    """The pairs of statements with one unit and a term in common that few others have."""
    having: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, (_, quantity) in enumerate(stated):
        terms = sorted(quantity.said_of)[:_MOST_TERMS]
        for key in combinations(terms, 2):
            having[quantity.unit, *key].append(n)
        if len(terms) <= _FEW_TERMS:
            for term in terms:
                having[quantity.unit, term].append(n)
    seen: set[tuple[int, int]] = set()
    for numbers in having.values():
        if 1 < len(numbers) <= _RARE:
            for pair in combinations(numbers, 2):
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def _is_conflict(stated: list[Stated], one: int, other: int, near: dict[int, set[int]]) -> bool:
    (path, here), (other_path, there) = stated[one], stated[other]
    if not contradict(here, there) or not _may_differ_by_mistake(stated[one], stated[other]):
        return False
    cluster = near[one] | near[other] | {one, other}
    if len(cluster) > _MOST_STATED:
        return False
    values: list[Quantity] = []
    for n in cluster:
        if not any(same_value(stated[n][1], known) for known in values):
            values.append(stated[n][1])
    if len(values) > _MOST_VALUES:
        return False
    if path == other_path:
        # What sections state of themselves, in turn.
        own = [stated[n][1] for n in cluster if stated[n][0] == path]
        return min(sum(same_value(q, value) for q in own) for value in (here, there)) <= 1
    # A document that gives both values speaks of two cases.
    return not any(
        stated[n][0] == of and same_value(stated[n][1], value)
        for n in cluster
        for of, value in ((path, there), (other_path, here))
    )


def _may_differ_by_mistake(one: Stated, other: Stated) -> bool:
    """Whether two statements stand where readers take both for true: not in parts of a series, each about its own subject."""
    (a, here), (b, there) = one, other
    # Each article of a law is about a case of its own, but for what there is one of.
    if here.of_article and there.of_article and SPECIFIC.isdisjoint(here.said_of & there.said_of):
        return False
    # Headings that differ in words beside those that they share name parts of one sort; those of two documents do not where
    # the statement itself names what they share.
    own, others, shared = here.heading - there.heading, there.heading - here.heading, here.heading & there.heading
    if own and others and shared and (a == b or not shared <= here.said_of & there.said_of):
        return False
    if a != b:
        if (
            here.is_fragment
            or there.is_fragment
            or (here.form is there.form is Form.CELL and here.said_of != there.said_of)
        ):
            return False
        if _has_own_subject(a) or _has_own_subject(b) or _named_alike(a, b):
            return False
        same_name = posixpath.basename(a) == posixpath.basename(b)
        beside = posixpath.dirname(posixpath.dirname(a)) == posixpath.dirname(posixpath.dirname(b))
        return not same_name or (beside and here.said_of == there.said_of and len(here.said_of) >= _MANY_TERMS)
    if here.section == there.section or (here.heading and here.heading == there.heading):
        return False
    both_cells = here.form is there.form is Form.CELL
    return not both_cells and KNOWN_UNITS.issuperset({here.unit, there.unit})


def _named_alike(a: str, b: str) -> bool:
    """Whether two files are of one series by their names: these differ in numbers or a word before, or each has the name of
    its folder."""
    if _SERIAL.sub("#", a) == _SERIAL.sub("#", b):
        return True
    (folder, name), (other_folder, other_name) = posixpath.split(a.lower()), posixpath.split(b.lower())
    if name.endswith((f"_{other_name}", f"-{other_name}")) or other_name.endswith((f"_{name}", f"-{name}")):
        return True
    return folder != other_folder and _has_name_of(folder, name) and _has_name_of(other_folder, other_name)


def _has_name_of(folder: str, name: str) -> bool:
    """Whether a file has the name of one of the folders that it is in."""
    return any(len(part) >= _LONG_NAME and part in name for part in folder.split("/"))


def _has_own_subject(path: str) -> bool:
    """Whether a file is one agent's or skill's, as opposed to instructions for a whole project."""
    folders = path.lower().split("/")[:-1]
    return (is_for_agents(path) and posixpath.basename(path).lower() not in _OF_PROJECT) or any(
        folder.endswith(_OF_AGENTS) for folder in folders
    )
