"""The indexes of a set, their entries with resolved targets, and the documents that no index lists."""

import posixpath
from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from checkfirst.measuring.index.targets import Targets, TargetState
from checkfirst.model.index_names import INDEX_NAMES, OTHER_RANK
from checkfirst.model.set_measures import DocumentSummary, Entry, RawEntry


def with_principal(documents: Iterable[DocumentSummary], named: tuple[str, ...]) -> list[DocumentSummary]:
    """The indexes among the documents, the principal one first: the one with the lowest rank nearest to the root.

    Only entries of the principal index, and of those ``named`` in the configuration, stay firm. Indexes of folders are
    seldom complete.
    """

    def rank(index: DocumentSummary) -> tuple[bool, int, int, str]:
        path = PurePosixPath(index.path)
        known = INDEX_NAMES.get(path.name.lower())
        return (index.path not in named, known.rank if known else OTHER_RANK, len(path.parts), index.path)

    ranked = sorted((document for document in documents if document.entries is not None), key=rank)
    return [
        index
        if n == 0 or index.path in named
        else replace(index, entries=tuple(replace(entry, firm=False) for entry in index.entries or ()))
        for n, index in enumerate(ranked)
    ]


def resolved_entries(indexes: Iterable[DocumentSummary], targets: Targets) -> tuple[Entry, ...]:
    """The entries of all indexes with their targets resolved."""
    return tuple(_resolved(index.path, raw, targets) for index in indexes for raw in index.entries or ())


def _resolved(index: str, raw: RawEntry, targets: Targets) -> Entry:
    found = targets.find(posixpath.join(posixpath.dirname(index), raw.base), raw.target)
    missing = found.state is TargetState.MISSING and found.path is not None
    return Entry(
        index=index,
        title=raw.title,
        target=raw.target,
        path=found.path,
        exists=found.state is TargetState.THERE,
        file=found.file,
        quote=raw.quote,
        description=raw.description,
        firm=raw.firm,
        nearest=(targets.nearest(found.path) or None) if missing and found.path else None,
    )


def listed_folder(index: DocumentSummary) -> str:
    """The folder whose documents an index lists, with a final ``/``; empty for the root."""
    base = index.entries[0].base if index.entries else ""
    folder = posixpath.normpath(posixpath.join(posixpath.dirname(index.path), base))
    return "" if folder == "." else f"{folder}/"


def firm_folders(indexes: Iterable[DocumentSummary]) -> frozenset[str]:
    """The folders of the indexes that should list all documents of their folder: those with only firm entries."""
    return frozenset(listed_folder(i) for i in indexes if i.entries and all(entry.firm for entry in i.entries))


def unlisted(
    documents: Iterable[DocumentSummary], indexes: Iterable[str], entries: Iterable[Entry], folders: Collection[str]
) -> tuple[DocumentSummary, ...]:
    """Documents in or below ``folders`` that no index lists, neither themselves nor under another suffix.

    Indexes and files with the name of an index need not be listed.
    """
    listed = {*indexes, *(path for entry in entries for path in (entry.path, entry.file) if path)}
    stems = {_without_suffix(path) for path in listed}
    return tuple(
        document
        for document in documents
        if document.is_prose
        and document.path not in listed
        and _without_suffix(document.path) not in stems
        and PurePosixPath(document.path).name.lower() not in INDEX_NAMES
        and any(document.path.startswith(folder) for folder in folders)
    )


def _without_suffix(path: str) -> str:
    return path.rpartition(".")[0] or path
