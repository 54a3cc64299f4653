"""Groups of duplicates, near-duplicates and versions.

Documents of one text are grouped by digests, versions by their names, and near-duplicates by the connected components
of candidate pairs that are similar enough. The number of pairs is linear in the number of documents.
"""

from collections import defaultdict
from itertools import combinations
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.similarity import names
from checkfirst.measuring.similarity.alike import is_of_its_folder, named_as_copies, why_alike
from checkfirst.measuring.similarity.candidates import shingles_without_templates
from checkfirst.measuring.similarity.contained import contained_documents
from checkfirst.measuring.similarity.merging import one_for_each_reason, with_parallel_folders
from checkfirst.measuring.similarity.near_duplicates import near_duplicates, versions_by_name
from checkfirst.measuring.text.content_words import content_words
from checkfirst.model.likeness import ContainedDocuments, DuplicateGroup, DuplicateKind
from checkfirst.model.set_measures import DocumentSummary

#: Fewest words of a near-duplicate; shorter texts may be similar by chance. Not measured.
_FEWEST_WORDS: Final = 30
#: Fewest words of an identical copy; shorter files are mostly pointers and aliases. Not measured.
_FEWEST_IDENTICAL: Final = 6
#: Members of one group whose pairs are known as told, so that their number stays linear. Not measured.
_MOST_PAIRED: Final = 40

#: A number in a title or in a name.
_NUMBER: Final = lazy_re.compile(r"(?<!\d)\d{1,6}(?!\d)")

Documents = list[DocumentSummary]


def find_duplicates(
    documents: tuple[DocumentSummary, ...], listed: frozenset[str] = frozenset()
) -> tuple[tuple[DuplicateGroup, ...], tuple[ContainedDocuments, ...]]:
    """All groups of duplicates, sorted by the path of the copy, and the documents that stand in longer ones.

    Of equal texts, one that is ``listed`` is the original.
    """
    known = sorted(
        (d for d in documents if d.fingerprint is not None),
        key=lambda d: (is_of_its_folder(d) is False, d.path not in listed, not _has_its_name(d), len(d.path), d.path),
    )
    classes = _same_text(known)
    texts = sorted(
        (c[0] for c in classes if c[0].fingerprint and c[0].fingerprint.words >= _FEWEST_WORDS), key=lambda d: d.path
    )
    shingles = shingles_without_templates(texts)
    versions, older = versions_by_name(texts, shingles)
    near, stated = near_duplicates(texts, shingles, older, {c[0].path: c for c in classes})
    covered = {path for group in near if group.alike for path in group.paths}
    same = [group for c in classes if len(c) > 1 and (group := _same_group(c, covered))]
    groups = [*one_for_each_reason(with_parallel_folders([*near, *same])), *versions, *stated]
    told = {frozenset(pair) for group in groups for pair in combinations(group.paths[:_MOST_PAIRED], 2)}
    contained = contained_documents(texts, shingles, told)
    return tuple(sorted(groups, key=lambda group: (group.paths[1], group.paths[0]))), contained


def _has_its_name(document: DocumentSummary) -> bool:
    """Whether the number, or a word, of the document's title stands in its file name: of equal texts, that is the original.

    A plain text has its title in its first line.
    """
    title = document.title or (document.first_line.text if document.first_line else "")
    stem = names.stem(document.path)
    told, own = ({int(n) for n in _NUMBER.findall(text)} for text in (title, stem))
    # A member of a series goes by its number: "0007-clock.md" is "ADR 7".
    return not told.isdisjoint(own) if told and own else _shares_words(title, stem)


def _shares_words(title: str, stem: str) -> bool:
    return not set(content_words(title)).isdisjoint(content_words(stem))


def _same_text(documents: Documents) -> list[Documents]:
    """The documents by text: those of one digest together, in their order."""
    found: dict[bytes | str, Documents] = defaultdict(list)
    roots: dict[str, bytes | str] = {}
    for document in documents:
        print_ = document.fingerprint
        if print_ is None:
            continue
        long_enough = print_.words >= _FEWEST_WORDS and print_.text_digest
        key = roots.setdefault(print_.sha256, print_.text_digest if long_enough else print_.sha256)
        found[key].append(document)
    return list(found.values())


def _same_group(documents: Documents, covered: set[str]) -> DuplicateGroup | None:
    """The group of documents of one text; ``None`` if they are too short, or a group of near-duplicates has them."""
    alike = why_alike(documents, same_text=True)
    if documents[0].words < _FEWEST_IDENTICAL or (alike and covered.issuperset(d.path for d in documents)):
        return None
    digests = {d.fingerprint.sha256 for d in documents if d.fingerprint}
    return DuplicateGroup(
        paths=tuple(d.path for d in documents),
        likeness=DuplicateKind.IDENTICAL if len(digests) == 1 else DuplicateKind.SAME_TEXT,
        similarity=1.0,
        alike=alike,
        named_as_copies=named_as_copies(documents),
    )
