"""Groups of near-duplicates and of versions."""

from itertools import pairwise
from typing import Final

from checkfirst.measuring.content.versions import version_in_name
from checkfirst.measuring.similarity import version_names
from checkfirst.measuring.similarity.alike import named_as_copies, why_alike
from checkfirst.measuring.similarity.candidates import Shingles, candidates, containment, jaccard
from checkfirst.measuring.similarity.components import Components
from checkfirst.measuring.similarity.families import Family, by_statement, families
from checkfirst.model.kinds import Kind
from checkfirst.model.likeness import Alike, DuplicateGroup, DuplicateKind
from checkfirst.model.set_measures import DocumentSummary

#: Jaccard similarity from which two documents are near-duplicates, and from which documents with version numbers are
#: versions of one another. `python -m benchmarks.copies` measures the first.
NEAR_FROM: Final = 0.7
VERSIONS_FROM: Final = 0.5
#: Share of the runs of the shorter of two documents with years in their names that both have, if the later may replace
#: the other. Documents of one name that are records of their own share less. Not measured.
_RESTATED_FROM: Final = 0.4
#: Versions of one name in one folder from which they are releases that are kept on purpose. Not measured.
_RELEASES: Final = 4

Documents = list[DocumentSummary]


def versions_by_name(texts: Documents, shingles: list[Shingles]) -> tuple[list[DuplicateGroup], set[frozenset[str]]]:
    """The families whose members are similar enough, and the pairs of paths within them."""
    by_path = {d.path: s for d, s in zip(texts, shingles, strict=True)}
    groups, pairs = [], set()
    for family in families(texts):
        each = [by_path[d.path] for d in family.members]
        similarity = min(jaccard(a, b) for a, b in pairwise(each))
        if family.in_doubt:
            # Texts that are nearly the same are a form with other contents; texts that share little are records.
            if similarity >= NEAR_FROM or containment(each[0], each[1]) < _RESTATED_FROM or _same_words(family.members):
                continue
        elif similarity < VERSIONS_FROM:
            continue
        groups.append(_family_group(family, similarity))
        paths = groups[-1].paths
        pairs |= {frozenset((a, b)) for a in paths for b in paths if a < b}
    return groups, pairs


def _family_group(family: Family, similarity: float) -> DuplicateGroup:
    """The versions from the newest to the oldest."""
    members = family.members
    older = members[:-1]
    kept = len(members) >= _RELEASES or all(map(_is_kept, older))
    return DuplicateGroup(
        paths=tuple(d.path for d in reversed(members)),
        likeness=DuplicateKind.VERSIONS,
        similarity=round(similarity, 3),
        alike=Alike.EDITIONS if kept else why_alike(members, same_text=True),
        in_doubt=family.in_doubt,
    )


def _is_kept(document: DocumentSummary) -> bool:
    """Whether an older version is kept on purpose: by its folder, as a list of changes, or as numbered code, which is all run."""
    numbered = document.kind.kind is Kind.SOURCE_CODE and version_in_name(document.path) is not None
    return numbered or version_names.is_kept(document.path) or document.kind.kind is Kind.CHANGELOG


def near_duplicates(
    texts: Documents, shingles: list[Shingles], older: set[frozenset[str]], classes: dict[str, Documents]
) -> tuple[list[DuplicateGroup], list[DuplicateGroup]]:
    """The groups of near-duplicates, and the pairs that state their versions.

    Pairs of paths in ``older`` are known as versions; ``classes`` has the documents of one text by the path of the one
    that is among ``texts``.
    """
    components = Components(list(range(len(texts))))
    stated: list[DuplicateGroup] = []
    for a, b in candidates(shingles):
        if components.root(a) == components.root(b) or frozenset((texts[a].path, texts[b].path)) in older:
            continue
        similarity = jaccard(shingles[a], shingles[b])
        if similarity < NEAR_FROM:
            continue
        family = by_statement(texts[a], texts[b])
        if family and why_alike(family.members, same_text=True) is None:
            stated.append(_family_group(family, similarity))
            older.add(frozenset(stated[-1].paths))
        else:
            components.join(a, b, similarity)
    groups = []
    for root, numbers in components.members().items():
        closest = [texts[n] for n in components.closest[root]]
        groups.append(_near_group([texts[n] for n in numbers], closest, components.weakest[root], classes))
    return groups, stated


def _near_group(
    members: Documents, closest: Documents, similarity: float, classes: dict[str, Documents]
) -> DuplicateGroup:
    """A group of near-duplicates, the closest two first; with all copies of each if they are meant to be alike."""
    first = sorted(closest, key=lambda d: (len(d.path), d.path))
    others = sorted((d for d in members if d not in first), key=lambda d: (len(d.path), d.path))
    ordered = [*first, *others]
    copies = [copy for d in ordered for copy in classes[d.path][1:]]
    alike = why_alike([*ordered, *copies], same_text=False)
    return DuplicateGroup(
        paths=tuple(d.path for d in ([*ordered, *copies] if alike else ordered)),
        likeness=DuplicateKind.SAME_WORDS if _same_words(members) else DuplicateKind.NEAR,
        similarity=round(similarity, 3),
        alike=alike or why_alike(ordered, same_text=False),
        named_as_copies=named_as_copies(members),
    )


def _same_words(documents: Documents | tuple[DocumentSummary, ...]) -> bool:
    """Whether the documents differ in numbers, signs and case alone."""
    return len({d.fingerprint.words_digest for d in documents if d.fingerprint}) == 1
