"""Shared by rules on what belongs in a set: the sorts of its documents."""

from collections import Counter
from typing import Final

from checkfirst.model.kinds import Group
from checkfirst.model.set_measures import DocumentSummary

#: Probability of a group from which a document is of it, and share of a set's documents from which a group is usual there.
#: Of 15 documents of large sound sets that are only unlike the others, and of no other group, none was wrong.
_STRANGE_FROM: Final = 0.5
_USUAL_FROM: Final = 0.1
#: Documents above which a set may well have one that is unlike all others. Not measured.
_LARGE: Final = 40


def usual_groups(documents: tuple[DocumentSummary, ...]) -> frozenset[Group]:
    """The groups of kinds that a share of the documents are of."""
    groups = Counter(document.kind.group for document in documents)
    return frozenset(g for g, count in groups.items() if count > 1 and count >= _USUAL_FROM * len(documents))


def is_large(documents: tuple[DocumentSummary, ...]) -> bool:
    """Whether a set is so large that it may well have a document of its own sort, such as one survey or contract."""
    return len(documents) > _LARGE


def is_strange(document: DocumentSummary, usual: frozenset[Group]) -> bool:
    """Whether more than its words sets a document apart: its sort, or what surrounds it."""
    own = next((group for group, chance in document.kind.groups if chance >= _STRANGE_FROM), None)
    return document.is_scraped or document.comments > 0 or (own is not None and own not in usual)
